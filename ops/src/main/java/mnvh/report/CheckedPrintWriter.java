package mnvh.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** A print writer to a file that does not swallow a full disk: closing it throws when anything was lost. */
final class CheckedPrintWriter extends PrintWriter {
    CheckedPrintWriter(Writer out) {
        super(out);
    }

    @Override
    public void close() {
        boolean lost = checkError();
        super.close();
        if (lost) {
            throw new UncheckedIOException(new IOException("the report could not be written completely"));
        }
    }
}
