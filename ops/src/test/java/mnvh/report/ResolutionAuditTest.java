package mnvh.report;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import mnvh.event.ResolutionEvent;
import mnvh.journal.SessionFolder;
import mnvh.ledger.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations as the auditor books them, beside the core. */
class ResolutionAuditTest {
    @TempDir
    private Path folder;

    /** The first name is forgotten when as many others were booked, and so it is booked again; the last is not. */
    @Test
    void auditorForgetsTheNameThatTheCoreForgets() {
        Path recorded = RecordedScript.record(folder, List.of(), script -> {
            script.step(0, "100");
            long id = script.balance("1005000");
            for (int n = 0; n <= ResolutionEvent.REMEMBERED; n++) {
                script.resolve(id, Account.INTEREST, "1", "R" + n);
            }
            script.resolve(id, Account.INTEREST, "1", "R0");
            script.resolve(id, Account.INTEREST, "1", "R" + ResolutionEvent.REMEMBERED);
            script.step(0, "100");
        });
        try (SessionFolder session = SessionFolder.open(recorded)) {
            AuditResult result = SessionAudit.of(session);
            assertNull(result.difference(), String.valueOf(result.difference()));
            String booked = Integer.toString(ResolutionEvent.REMEMBERED + 2);
            assertTrue(
                    result.totals().contains(new AuditResult.Total("USD", "interest", booked, booked)),
                    () -> result.totals().toString());
        }
    }
}
