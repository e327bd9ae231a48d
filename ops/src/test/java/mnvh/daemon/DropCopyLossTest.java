package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mnvh.config.Config;
import mnvh.config.ConfigLoader;
import mnvh.config.VenueConfig;
import mnvh.fix.FixSimulator;
import mnvh.journal.SessionFolder;
import mnvh.report.OutputFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control 13 from end to end: a venue that loses its copies, and the daemon that trades with it. */
@Tag("slow")
class DropCopyLossTest {
    private static final Path CONFIG =
            Path.of(System.getProperty("mnvh.root", ".")).resolve("config/paper.yaml");
    private static final List<String> SETS = List.of("venue.drop_copy.within_steps=2", "venue.simulator.speed=5");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), OutputFormat.TABLE);
        return CommandShell.execute(Wiring.runs(), screen, arguments);
    }

    private List<String> lines(String session, String type) {
        assertEquals(0, run("journal", "inspect", session, "--type", type), err.toString());
        return out.toString().lines().toList();
    }

    @Test
    void c13_fillsWithoutCopiesAreBreaksThatEndWithPositions() throws IOException {
        Config config = ConfigLoader.load(CONFIG, SETS, System.getenv()).config();
        VenueConfig venue = config.venue();
        String session;
        SimulatedMarket market = new SimulatedMarket(config, null, null, null);
        try (FixSimulator simulator = new FixSimulator(venue, market.open(), market.commissions())) {
            simulator.loseCopies();
            simulator.start();
            int code = run(
                    "paper",
                    "--config",
                    CONFIG.toString(),
                    "--headless",
                    "--steps",
                    "62",
                    "--set",
                    SETS.get(0),
                    "--set",
                    "venue.fix.port=" + simulator.port(),
                    "--set",
                    "monitor.http_port=0",
                    "--set",
                    "journal.dir=" + folder.resolve("journal"));
            Path recorded = SessionFolder.sessions(folder.resolve("journal")).get(0);
            String log = Files.readString(recorded.resolve("fix/messages.log"));
            assertEquals(0, code, () -> err + log.substring(0, Math.min(log.length(), 20_000)));
            session = recorded.toString();
        }
        assertEquals(0, lines(session, "fill-copy").size());
        List<String> breaks = lines(session, "break");
        assertTrue(breaks.size() > 10, breaks::toString);
        assertTrue(breaks.stream().allMatch(line -> line.contains("cause=fill-uncopied")), breaks::toString);
        String notices = String.join("\n", lines(session, "notice"));
        assertTrue(notices.contains("notice=fill-uncopied"), notices);
        assertTrue(notices.contains("state_before=active state_after=reducing"), notices);
        assertTrue(notices.contains("notice=break-agreed"), "positions are told at step 60: " + notices);
        assertEquals(0, run("replay", session, "--verify"), out.toString());
        assertEquals(0, run("audit", session), out.toString());
    }
}
