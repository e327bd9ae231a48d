package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import mnvh.event.BalanceReportEvent;
import mnvh.event.EventSlot;
import mnvh.event.PositionReportEvent;
import mnvh.journal.SessionFolder;
import mnvh.report.OutputFormat;
import mnvh.units.DecimalText;
import mnvh.units.WallClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paper session with an operator at its door: what the venue says differently is seen, explained, and journaled. */
@Tag("slow")
class OperatorTest {
    private static final Path CONFIG =
            Path.of(System.getProperty("mnvh.root", ".")).resolve("config/paper.yaml");
    private static final long LIMIT_S = 60;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final StringWriter ofTheRun = new StringWriter();
    private final CompletableFuture<TradingDaemon> started = new CompletableFuture<>();
    private Future<Integer> run = CompletableFuture.completedFuture(-1);
    private TradingDaemon daemon;

    @BeforeEach
    void startSession() throws Exception {
        Runs wired = Wiring.runs();
        Runs runs = new Runs(
                new PaperRun(started::complete), wired.simulate(), wired.backtest(), wired.replay(), wired.bench());
        Screen screen = new Screen(new PrintWriter(ofTheRun), new PrintWriter(ofTheRun), OutputFormat.TABLE);
        run = CompletableFuture.supplyAsync(
                () -> CommandShell.execute(runs, screen, paper("journal", "--duration", LIMIT_S + "s")));
        daemon = started.get(LIMIT_S, TimeUnit.SECONDS);
        await("state", "ACTIVE");
    }

    @AfterEach
    void endSession() throws Exception {
        daemon.requestStop("test");
        run.get(LIMIT_S, TimeUnit.SECONDS);
    }

    private String[] paper(String journal, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "paper",
                "--config",
                CONFIG.toString(),
                "--headless",
                "--speed",
                "4x",
                "--set",
                "monitor.http_port=0",
                "--set",
                "journal.dir=" + folder.resolve(journal)));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private int execute(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), OutputFormat.TABLE);
        return CommandShell.execute(Wiring.runs(), screen, arguments);
    }

    private int ask(String line) {
        return execute((line + " --control " + folder).split(" "));
    }

    /** @return a cell of the only row that {@code line} prints */
    private String cell(String line, String column) {
        ask(line + " -o csv");
        List<String> lines = out.toString().lines().toList();
        assertEquals(2, lines.size(), out + err.toString());
        return lines.get(1).split(",")[List.of(lines.get(0).split(",")).indexOf(column)];
    }

    private void await(String column, String value) throws InterruptedException {
        await("status", column, value::equals);
    }

    private void await(String line, String column, Predicate<String> reached) throws InterruptedException {
        for (int n = 0; n < 20 * LIMIT_S && !reached.test(cell(line, column)); n++) {
            Thread.sleep(50);
        }
        assertTrue(reached.test(cell(line, column)), out.toString());
    }

    /** The venue's wallet: what the session started with, for nothing is traded in the first half minute, and more. */
    private void reportBalance(String more) {
        EventSlot slot = daemon.ingress().claim();
        new BalanceReportEvent()
                .begin(slot, new WallClock().nowNs())
                .balance(DecimalText.parse("1000000") + DecimalText.parse(more));
        daemon.ingress().publish(slot);
    }

    private void reportPosition(String quantity) {
        EventSlot slot = daemon.ingress().claim();
        new PositionReportEvent()
                .begin(slot, new WallClock().nowNs())
                .instrument(3)
                .quantity(DecimalText.parse(quantity));
        daemon.ingress().publish(slot);
    }

    private Path endedSession() throws Exception {
        daemon.requestStop("test");
        assertEquals(0, run.get(LIMIT_S, TimeUnit.SECONDS), ofTheRun.toString());
        return SessionFolder.sessions(folder.resolve("journal")).get(0);
    }

    @Test
    void differenceIsShownExplainedByANamedOperatorJournaledReplayedAndAudited() throws Exception {
        assertEquals(0, ask("reconcile status"), err.toString());
        reportBalance("12.5");
        await("breaks", "1");
        assertEquals("REDUCING", cell("status", "state"));
        assertEquals(5, ask("reconcile status"));
        assertEquals("balance", cell("reconcile status", "cause"));
        assertEquals("USD", cell("reconcile status", "of"));
        assertEquals("12.5", cell("reconcile status", "amount"));
        await("reconcile status", "records_ago", ago -> Long.parseLong(ago) > 0);
        String id = cell("reconcile status", "break");

        String explained = "reconcile resolve --account interest --by alice --reason coupon --break " + id;
        assertEquals(7, ask(explained + " --amount 12.50000001 --key once"));
        assertTrue(out.toString().contains("refused"), out.toString());
        assertEquals("REDUCING", cell("status", "state"), "a typing error halts nothing");
        assertEquals(0, ask(explained + " --amount 12.5 --key once"), out + err.toString());
        assertTrue(out.toString().contains("booked"), out.toString());
        await("state", "ACTIVE");
        assertEquals(0, ask(explained + " --amount 12.5 --key once"), "the same again");
        assertEquals(0, ask("reconcile status"), out.toString());

        reportPosition("-1");
        await("breaks", "1");
        Path session = endedSession();
        assertEquals(0, execute("journal", "inspect", session.toString(), "--type", "resolution"));
        String records = out.toString();
        assertEquals(2, records.lines().filter(line -> line.contains("alice")).count(), records);
        assertTrue(records.contains("coupon"), records);
        assertTrue(records.contains("once"), records);
        assertEquals(0, execute("replay", session.toString(), "--verify"), out.toString());
        assertTrue(out.toString().contains("MATCH"), out.toString());
        assertEquals(0, execute("audit", session.toString()), out.toString());
        assertEquals(5, execute("reconcile", "status", session.toString(), "-o", "csv"));
        assertTrue(out.toString().contains(",position,"), out.toString());
        assertTrue(out.toString().contains(",-1,"), out.toString());
        assertEquals(0, execute("explain", "equity", session.toString()), err.toString());
        assertTrue(out.toString().contains("12.5"), out.toString());
    }

    @Test
    void commandsTakeEffectAndAreJournaledWithTheNameOfWhoAsked() throws Exception {
        assertEquals(0, ask("pause --by alice --reason lunch"), err.toString());
        await("state", "REDUCING");
        assertEquals(0, ask("resume --by bob --reason back"));
        await("state", "ACTIVE");
        String halted = cell("halt --by carol --reason fire", "sequence");
        await("state", "HALTED");
        assertEquals(0, ask("resume --by carol --reason drill"));
        assertEquals(0, ask("flatten --by alice --reason evening"));
        await("state", "HALTED");
        ask("resume --by alice --reason morning");
        Path session = endedSession();
        execute("journal", "inspect", session.toString(), "--type", "command");
        List<String> commands = out.toString().lines().toList();
        for (String asked : List.of("pause reason=lunch operator=alice", "resume reason=back operator=bob")) {
            assertEquals(
                    1, commands.stream().filter(line -> line.contains(asked)).count(), asked + commands);
        }
        assertTrue(commands.get(2).contains(halted) && commands.get(2).contains("fire"), commands.get(2));
        assertEquals(0, execute("replay", session.toString(), "--verify"), out.toString());
    }

    @Test
    void c17_termsAreChangedShownJournaledWithTheirAuthorAndReplayed() throws Exception {
        String who = " --by alice --reason thin";
        assertEquals(0, ask("terms change risk.max_order_notional 20000" + who), out + err.toString());
        assertTrue(out.toString().contains("changed"), out.toString());
        assertEquals(0, ask("terms change fees.taker_bps 6 --instrument BTC-PERP" + who), out + err.toString());
        assertEquals(0, ask("terms show -o csv"), err.toString());
        List<String> rows = out.toString().lines().toList();
        assertTrue(
                rows.stream().anyMatch(row -> row.matches("risk.max_order_notional,account,20000,\\d+")),
                rows::toString);
        assertTrue(rows.contains("risk.max_working_orders,account,1000,0"), rows::toString);
        assertTrue(rows.stream().anyMatch(row -> row.matches("fees.taker_bps,BTC-PERP,6,\\d+")), rows::toString);

        assertEquals(7, ask("terms change risk.max_working_orders 1001" + who), "there is memory for 1,000");
        assertTrue(out.toString().contains("refused"), out.toString());
        assertEquals(2, ask("terms change risk.max_drawdown_ratio 1.5" + who));
        assertTrue(err.toString().contains("must be within (0, 1] or none, got '1.5'"), err.toString());
        assertEquals(2, ask("terms change fees.maker_bps 1" + who));
        assertTrue(err.toString().contains("needs one of the instruments"), err.toString());
        assertEquals(2, ask("terms change risk.aggressiveness 3" + who));
        assertTrue(err.toString().contains("must be one of [risk.max_gross_leverage_ratio"), err.toString());

        Path session = endedSession();
        execute("journal", "inspect", session.toString(), "--type", "term");
        List<String> terms = out.toString().lines().toList();
        assertTrue(terms.stream().anyMatch(line -> line.contains("operator=alice reason=thin")), terms::toString);
        assertTrue(terms.stream().anyMatch(line -> line.contains("before=50000 after=20000")), terms::toString);
        assertEquals(0, execute("replay", session.toString(), "--verify"), out.toString());
        assertEquals(0, execute("audit", session.toString()), out.toString());
    }

    @Test
    void tokenIsItsOwnersAloneAndGoesWithTheSession() throws Exception {
        Path token = folder.resolve("control.token");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(token)));
        String right = Files.readString(token);
        Files.writeString(token, "0".repeat(64));
        assertEquals(7, ask("status"));
        assertTrue(err.toString().contains("the token is missing or not of this start"), err.toString());
        Files.writeString(token, right);
        assertEquals(2, ask("pause --by " + "x".repeat(33) + " --reason long"));
        assertTrue(err.toString().contains("operator must be"), err.toString());
        assertEquals(2, ask("reconcile resolve --break 9 --account wallets --amount 1 --by alice --reason x"));
        assertTrue(err.toString().contains("account must be one of"), err.toString());
        endedSession();
        assertFalse(Files.exists(token));
        assertEquals(7, ask("status"));
    }

    @Test
    void secondDaemonDoesNotTakeTheDoorOfTheFirst() {
        assertEquals(3, execute(paper("other", "--steps", "1")));
        assertTrue(err.toString().contains("another daemon is reached through"), err.toString());
        assertEquals(0, ask("status"), err.toString());
    }
}
