package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import mnvh.event.EventHeader;
import mnvh.report.AlteredSession;
import mnvh.report.OutputFormat;
import mnvh.report.RecordedStorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerbTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), OutputFormat.TABLE);
        return CommandShell.execute(Wiring.runs(), screen, arguments);
    }

    @Test
    void exitCodeSaysWhetherEverythingAgrees() {
        Path session = RecordedStorm.record(folder, 300, 1, "fifo");
        assertEquals(0, execute("audit", session.toString()), err.toString());
        assertTrue(out.toString().startsWith("AUDITED  300 events, "), out.toString());

        Path altered = AlteredSession.of(session, folder, (frame, sequence) -> {
            if (sequence == 40) {
                EventHeader.cause(frame, 0, 1);
            }
            return true;
        });
        assertEquals(4, execute("audit", altered.toString(), "-o", "json"), err.toString());
        assertTrue(out.toString().contains("\"field\": \"cause\","), out.toString());
    }

    @Test
    void folderThatIsNoSessionIsTheEnvironments() {
        assertEquals(3, execute("audit", folder.toString()), err.toString());
    }
}
