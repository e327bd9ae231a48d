package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mnvh.event.EventHeader;
import mnvh.report.AlteredSession;
import mnvh.report.OutputFormat;
import mnvh.report.RecordedStorm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mnvh pnl} and {@code mnvh explain equity} as they are typed. */
class PnlVerbTest {
    private static final int EVENTS = 400;

    @TempDir
    private static Path folder;

    private static Path storm = Path.of("");
    private static Path altered = Path.of("");

    @TempDir
    private Path work;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void record() {
        storm = RecordedStorm.record(folder, EVENTS, 1, "fifo");
        altered = AlteredSession.of(storm, folder, (frame, sequence) -> {
            if (sequence == 40) {
                EventHeader.cause(frame, 0, 1);
            }
            return true;
        });
    }

    private int execute(String... arguments) {
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), OutputFormat.TABLE);
        return CommandShell.execute(Wiring.runs(), screen, arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"instrument", "component", "day", "lot"})
    void everySplitIsExact(String by) {
        assertEquals(0, execute("pnl", storm.toString(), "--by", by), err.toString());
        assertTrue(out.toString().contains("\nresidual           0\n"), out.toString());
        assertEquals(0, execute("pnl", storm.toString(), "--by", by, "-o", "csv"), err.toString());
        assertTrue(out.toString().contains(",residual,0\n"), out.toString());
    }

    @Test
    void backtestIsExactByEverySplitAndIsExplained() throws IOException {
        String session = RecordedBacktest.record(work, 40, 3).toString();
        for (String by : List.of("instrument", "component", "day", "lot")) {
            out.getBuffer().setLength(0);
            assertEquals(0, execute("pnl", session, "--by", by, "-o", "json"), err.toString());
            assertEquals("0", member("residual"));
            assertEquals(member("change_of_equity"), member("sum_of_rows"));
        }
        String after = member("equity_after");
        out.getBuffer().setLength(0);
        assertEquals(0, execute("explain", "equity", session, "--fills", "2", "-o", "json"), err.toString());
        assertEquals(after, member("equity"));
        assertTrue(Integer.parseInt(member("fills_booked")) > 2, out.toString());
        assertEquals(2, out.toString().split("\"state\": \"stands\"", -1).length - 1, out.toString());
    }

    private String member(String name) {
        Matcher found = Pattern.compile('"' + name + "\": \"([^\"]*)\"").matcher(out.toString());
        assertTrue(found.find(), out.toString());
        return found.group(1);
    }

    @Test
    void sessionThatDoesNotAuditIsExitCodeFour() {
        assertEquals(4, execute("pnl", altered.toString(), "--by", "lot"));
        assertTrue(err.toString().contains("mnvh: the session does not audit clean: inbound "), err.toString());
        err.getBuffer().setLength(0);
        assertEquals(4, execute("explain", "equity", altered.toString(), "--at", "5"));
        assertTrue(err.toString().contains("mnvh: the session does not audit clean: inbound "), err.toString());
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "403", "9223372036854775807"})
    void recordOutsideTheSessionIsRefused(String at) {
        assertEquals(2, execute("explain", "equity", storm.toString(), "--at", at));
        String said = "mnvh: --at " + at + " is outside the session, whose records are 1 to 402\n";
        assertTrue(err.toString().startsWith(said), err.toString());
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pnl x | Missing required option: '--by=",
                "pnl x --by week | expected one of [INSTRUMENT, COMPONENT, DAY, LOT]",
                "explain | say what: equity, step or order",
                "explain equity x --at soon | 'soon' is not a long",
                "explain equity x --fills -1 | --fills must not be negative, got -1"
            },
            quoteCharacter = '`')
    void misuseIsExitCodeTwoAndSaysWhy(String line, String why) {
        assertEquals(2, execute(line.split(" ")));
        assertTrue(err.toString().contains(why), err.toString());
    }

    @Test
    void folderThatIsNoSessionIsTheEnvironments() {
        assertEquals(3, execute("pnl", work.toString(), "--by", "day"), err.toString());
        assertEquals(3, execute("explain", "equity", work.toString()), err.toString());
    }
}
