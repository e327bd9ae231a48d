package mnvh.journal;

import java.io.IOException;
import java.nio.file.Path;
import mnvh.journal.JournalException.Kind;

/** Words for a record that could not be written: whose fault, which folder, which record. */
final class WriteFault {
    private WriteFault() {}

    /** @return what to throw for {@code error}: itself, or an ENVIRONMENT exception where the disk is to blame */
    static RuntimeException of(Path folder, long sequence, Throwable error) {
        if (error instanceof InternalError || error instanceof IOException) {
            return new JournalException(
                    Kind.ENVIRONMENT,
                    "cannot write record " + sequence + " to " + folder + ": " + reason(error),
                    error);
        }
        if (error instanceof RuntimeException) {
            return (RuntimeException) error;
        }
        throw (Error) error;
    }

    /** @return what to throw for a record that comes after {@code earlier} */
    static JournalException after(Path folder, long sequence, Throwable earlier) {
        return new JournalException(
                Kind.ENVIRONMENT,
                "record " + sequence + " is not written to " + folder + ", which failed before: " + reason(earlier),
                earlier);
    }

    /** A store into a sparse file that the disk cannot back arrives as SIGBUS, which the JVM makes an InternalError. */
    private static String reason(Throwable error) {
        return error instanceof InternalError ? "the disk is full or faulty" : String.valueOf(error.getMessage());
    }
}
