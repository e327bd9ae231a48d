package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import mnvh.journal.SessionFolder;
import mnvh.report.OutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paper session from one end to the other: simulator, FIX over loopback, daemon, journal, report, replay. */
class PaperSessionTest {
    private static final Path CONFIG =
            Path.of(System.getProperty("mnvh.root", ".")).resolve("config/paper.yaml");

    /** Control 21: seconds are long on a busy machine, and short for whoever surveys trading. */
    private static final long AUDIT_BOUND_NS = TimeUnit.SECONDS.toNanos(5);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), OutputFormat.TABLE);
        return CommandShell.execute(Wiring.runs(), screen, arguments);
    }

    private String[] paper(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "paper",
                "--config",
                CONFIG.toString(),
                "--headless",
                "--set",
                "monitor.http_port=0",
                "--set",
                "journal.dir=" + folder.resolve("journal")));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @Test
    void c21_sessionIsExactAndFollowedInTimeAndReplaysToTheSameBytes() throws IOException {
        FollowedFills followed = new FollowedFills(folder.resolve("journal"));
        followed.start();
        int code = run(paper("--steps", "62", "--speed", "5x", "-o", "json"));
        assertEquals(0, code, err.toString());
        Path session = SessionFolder.sessions(folder.resolve("journal")).get(0);
        everyFillWasOnTheAuditStreamInTime(session, followed);
        String summary = Files.readString(session.resolve("report/summary.json"));
        assertTrue(summary.contains("\"residual\": \"0\""), summary);
        List<String> fills = Files.readAllLines(session.resolve("report/fills.csv"));
        assertTrue(fills.size() > 100, "fills: " + fills.size());
        long symbols = fills.stream()
                .skip(1)
                .map(line -> line.split(",")[symbolColumn(fills.get(0))])
                .distinct()
                .count();
        assertTrue(symbols >= 30, symbols + " instruments traded");

        out.getBuffer().setLength(0);
        assertEquals(0, run("journal", "verify", session.toString()), err.toString());
        assertEquals(0, run("replay", session.toString(), "--verify"), out.toString());
        assertTrue(out.toString().contains("MATCH"), out.toString());
        venueAndBooksAgreeOnPositions(session.toString());
        dropCopyToldEveryFillAgain(session.toString());
    }

    /** Wall time from the socket to whoever follows the journal from outside. */
    private static void everyFillWasOnTheAuditStreamInTime(Path session, FollowedFills followed) throws IOException {
        Map<String, Long> received = FollowedFills.received(session.resolve("fix/messages.log"));
        Map<String, Long> visible = followed.await(received.keySet());
        assertEquals(received.keySet(), visible.keySet());
        visible.forEach((fill, shownNs) -> received.merge(fill, shownNs, (came, shown) -> shown - came));
        long longestNs = Collections.max(received.values());
        assertTrue(longestNs <= AUDIT_BOUND_NS, "a fill was visible after " + longestNs + " ns");
    }

    private void venueAndBooksAgreeOnPositions(String session) {
        out.getBuffer().setLength(0);
        assertEquals(0, run("journal", "inspect", session, "--type", "position-report"), err.toString());
        List<String> reports = out.toString().lines().toList();
        assertEquals(4 * 40, reports.size(), "at the start and after 20, 40 and 60 steps");
        long held =
                reports.stream().filter(line -> !line.contains("quantity=0 ")).count();
        assertTrue(held >= 20, held + " positions told");
        out.getBuffer().setLength(0);
        assertEquals(0, run("reconcile", "status", session, "-o", "csv"), out.toString());
        assertEquals(0, run("journal", "inspect", session, "--type", "break"), err.toString());
        assertEquals(1, out.toString().lines().count(), "only the header of the open ones: " + out);
    }

    /** All but those of the last step, whose copies may have been on their way at the end. */
    private void dropCopyToldEveryFillAgain(String session) {
        out.getBuffer().setLength(0);
        assertEquals(0, run("journal", "inspect", session, "--type", "fill-report,fill-copy,timer"), err.toString());
        Set<String> copied = new TreeSet<>();
        List<String> told = new ArrayList<>();
        List<String> newest = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            String fill = line.substring(line.lastIndexOf("exec_id=") + 1);
            if (line.contains(" timer ")) {
                told.addAll(newest);
                newest.clear();
            } else if (line.contains(" fill-copy ")) {
                copied.add(fill);
            } else {
                newest.add(fill.split(" ")[0]);
            }
        }
        assertTrue(told.size() > 100, told.size() + " fills");
        assertTrue(copied.containsAll(told), copied.size() + " copies of " + told.size() + " fills");
    }

    private static int symbolColumn(String header) {
        return List.of(header.split(",")).indexOf("symbol");
    }

    @Test
    void secondDaemonOnTheSameJournalIsRefused() {
        try (SessionFolder first = SessionFolder.create(folder.resolve("journal"), "first")) {
            assertEquals(3, run(paper("--steps", "1")));
            assertTrue(err.toString().contains("journal"), err.toString());
            assertEquals(
                    1, SessionFolder.sessions(first.path().resolveSibling(".")).size(), "nothing half-started");
        }
    }

    @Test
    void takenPortIsRefusedBeforeAnythingStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int code = run(paper("--steps", "1", "--set", "monitor.http_port=" + taken.getLocalPort()));
            assertEquals(3, code);
            assertTrue(err.toString().contains(Integer.toString(taken.getLocalPort())), err.toString());
        }
    }

    @Test
    void journalFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("journal"), "a file");
        assertEquals(3, run(paper("--steps", "1")));
        assertTrue(err.toString().contains(file.toString()), err.toString());
    }

    @Test
    void mistakesInTheConfigurationAreRefusedWithTheirPlaces() {
        assertEquals(2, run(paper("--set", "strategy.agressiveness=1", "--set", "strategy.inventory_leash=9.2")));
        assertTrue(err.toString().contains("did you mean 'aggressiveness'"), err.toString());
        assertTrue(err.toString().contains("2 errors"), err.toString());
    }

    @Test
    void malformedCellOfThePanelIsRefusedWithItsPlace() throws IOException {
        Path panel = folder.resolve("closes.csv");
        Files.writeString(panel, "t,a,b\n1,100,100\n2,101,oops\n");
        int code = run(
                "backtest",
                "--config",
                CONFIG.resolveSibling("literal-backtest.yaml").toString(),
                "--data",
                panel.toString(),
                "--out",
                folder.resolve("out").toString());
        assertEquals(2, code);
        assertTrue(err.toString().contains("closes.csv:3:7"), err.toString());
        assertTrue(Files.notExists(folder.resolve("out")), "nothing half-started");
    }

    @Test
    void recordedMarketWithItsFundingGoesOverFix() throws IOException {
        RecordedFolder.write(folder.resolve("data"), 14, 6);
        int code = run(
                "paper",
                "--config",
                CONFIG.resolveSibling("perp-recorded.yaml").toString(),
                "--market",
                "recorded",
                "--data",
                folder.resolve("data").toString(),
                "--headless",
                "--set",
                "monitor.http_port=0",
                "--set",
                "journal.dir=" + folder.resolve("journal"));
        assertEquals(0, code, err.toString());
        Path session = SessionFolder.sessions(folder.resolve("journal")).get(0);
        assertEquals(14, Files.readAllLines(session.resolve("report/steps.csv")).size() - 1, "a step for every bar");
        assertTrue(Files.readAllLines(session.resolve("report/fills.csv")).size() > 20);
        assertTrue(Files.readString(session.resolve("report/summary.json")).contains("\"residual\": \"0\""));

        out.getBuffer().setLength(0);
        assertEquals(0, run("journal", "inspect", session.toString(), "--type", "funding"), err.toString());
        long settlements =
                out.toString().lines().filter(line -> line.contains("funding")).count();
        assertEquals(3L * 6, settlements, "every settlement of every symbol");
        out.getBuffer().setLength(0);
        assertEquals(0, run("replay", session.toString(), "--verify"), out.toString());
    }
}
