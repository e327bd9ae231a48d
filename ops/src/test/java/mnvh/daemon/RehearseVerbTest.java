package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import mnvh.event.EventHeader;
import mnvh.report.AlteredSession;
import mnvh.report.OutputFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mnvh rehearse} on a backtest of five symbols that take turns. */
class RehearseVerbTest {
    private static final String CONFIG = RecordedBacktest.CONFIG;
    private static final String COLUMNS = "session,step,time,symbol,side,change,sent,rehearsed,sent_price,"
            + "rehearsed_price,notional,check,before,after,limit";

    @TempDir
    private static Path work;

    private static String session = "";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void record() throws IOException {
        session = RecordedBacktest.record(work, 20, 5).toString();
    }

    private int execute(String... arguments) {
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), OutputFormat.TABLE);
        return CommandShell.execute(Wiring.runs(), screen, arguments);
    }

    @Test
    void theSameLimitsAreExitCodeZero() {
        assertEquals(0, execute("rehearse", "--config", CONFIG, "--session", session), err.toString());
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.get(0).startsWith("backtest  MATCH  "), out.toString());
        assertTrue(
                lines.get(1)
                        .matches("orders +(\\d+) sent in 19 lists: \\1 unchanged, 0 repriced, 0 scaled, 0 denied;"
                                + " 0 raised or new"),
                out.toString());
        assertEquals("halts          none", lines.get(lines.size() - 1));
    }

    @Test
    void aDifferenceIsExitCodeEightAndEachOrderIsALine() {
        assertEquals(
                8,
                execute(
                        "rehearse",
                        "--config",
                        CONFIG,
                        "--set",
                        "risk.max_order_notional=1000",
                        "--session",
                        session,
                        "-o",
                        "csv"),
                err.toString());
        List<String> lines = out.toString().lines().toList();
        assertEquals(COLUMNS, lines.get(0));
        assertTrue(lines.size() > 10, out.toString());
        for (String line : lines.subList(1, lines.size())) {
            assertTrue(
                    line.matches(
                            "backtest,\\d+,1970-01-\\d+T00:00:00Z,[A-E],(BUY|SELL),SCALED,.*,CUT_ORDER_NOTIONAL,0,.*"),
                    line);
        }
        assertTrue(err.toString().contains("rehearsed      risk.max_order_notional: none -> 1000\n"), err.toString());
        assertTrue(
                err.toString().contains("by             CUT_ORDER_NOTIONAL: " + (lines.size() - 1) + "\n"),
                err.toString());
    }

    @Test
    void severalSessionsAreToldOneAfterTheOther() {
        assertEquals(
                0,
                execute(
                        "rehearse",
                        "--config",
                        CONFIG,
                        "--session",
                        session,
                        session,
                        "--session",
                        session,
                        "-o",
                        "json"),
                err.toString());
        assertEquals(3, out.toString().split("\"verdict\": \"MATCH\"", -1).length - 1, out.toString());
        assertTrue(out.toString().contains("\"halted_steps\": 0,"), out.toString());
    }

    @Test
    void sessionThatDoesNotReplaySaysNothingOfOrders() {
        Path altered = AlteredSession.of(Path.of(session), work, (frame, sequence) -> {
            if (sequence == 40) {
                EventHeader.cause(frame, 0, 1);
            }
            return true;
        });
        assertEquals(
                4,
                execute(
                        "rehearse",
                        "--config",
                        CONFIG,
                        "--set",
                        "risk.max_order_notional=1000",
                        "--session",
                        altered.toString(),
                        session),
                err.toString());
        assertTrue(out.toString().startsWith("altered  DIFFERENT  "), out.toString());
        assertFalse(out.toString().contains("altered  1"), "no order of it");
        assertTrue(out.toString().contains("backtest  MATCH  "), out.toString());
    }

    @Test
    void otherUniverseIsOneErrorOfUsage() {
        String paper = Path.of(CONFIG).resolveSibling("paper.yaml").toString();
        assertEquals(2, execute("rehearse", "--config", paper, "--session", session));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("not the universe of the session"), err.toString());
    }
}
