package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mnvh.config.Config;
import mnvh.config.ConfigLoader;
import mnvh.fix.FixSimulator;
import mnvh.journal.SessionFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kill switch where a process ended by force, and where the next one has not come up yet. */
@Timeout(300)
@Tag("slow")
class KillRecoveryTest extends DaemonCase {
    private static final String JOURNAL = "journal";
    /** Steps after which the throttle has opened and trades. */
    private static final int TRADING = 45;

    private final int port = freePort();

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String[] there() {
        return new String[] {"--set", "venue.fix.port=" + port, "--set", "venue.simulator.speed=50"};
    }

    private FixSimulator simulator() {
        Config config = ConfigLoader.load(
                        CONFIG, List.of("venue.fix.port=" + port, "venue.simulator.speed=50"), System.getenv())
                .config();
        SimulatedMarket market = new SimulatedMarket(config, null, null, null);
        return new FixSimulator(config.venue(), market.open(), market.commissions());
    }

    private void pull(String by, Process process) throws Exception {
        if (by.equals("file")) {
            Files.createFile(folder.resolve("KILL"));
        } else {
            String pid = Long.toString(process.pid());
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-" + KillSignal.NAME, pid)
                            .start()
                            .waitFor());
        }
    }

    private void awaitSteps(long more) throws Exception {
        long from = Long.parseLong(status("steps"));
        for (int n = 0; n < 20 * LIMIT_S && Long.parseLong(status("steps")) < from + more; n++) {
            Thread.sleep(50);
        }
        assertTrue(Long.parseLong(status("steps")) >= from + more, "steps " + status("steps"));
    }

    /** @return orders that left, as the newest session's message log has them */
    private long ordersSent() throws Exception {
        List<Path> sessions = SessionFolder.sessions(folder.resolve(JOURNAL));
        Path log = sessions.get(sessions.size() - 1).resolve("fix").resolve("messages.log");
        return Files.readString(log)
                .lines()
                .filter(line -> line.contains("|35=D|"))
                .count();
    }

    private void assertNothingLeavesAndThatItWould() throws Exception {
        await("fix_session", "UP");
        awaitSteps(TRADING);
        assertEquals("true", status("killed"));
        assertEquals("HALTED", status("state"));
        assertEquals(0, ordersSent());
        assertTrue(Files.exists(folder.resolve("KILL")), "latched");
        assertEquals(0, ask("reset --by carol"), err.toString());
        assertEquals(0, ask("resume --by carol"), err.toString());
        for (int n = 0; n < 20 * LIMIT_S && ordersSent() == 0; n++) {
            Thread.sleep(50);
        }
        assertTrue(ordersSent() > 0, "without the switch it trades");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "signal"})
    void fault50_killWhileAStartLogsOnSendsNothingAndStays(String by) throws Exception {
        Process process = starting(JOURNAL, there());
        awaitDoor(process, JOURNAL);
        await("fix_session", "DOWN");
        pull(by, process);
        await("killed", "true");
        try (FixSimulator simulator = simulator()) {
            simulator.start();
            assertNothingLeavesAndThatItWould();
        }
    }

    /** As early as a start can be seen from outside: its session's folder is there, and nothing runs yet. */
    @ParameterizedTest
    @ValueSource(strings = {"file", "signal"})
    void fault50_killWhileAStartBuildsIsKeptForTheSwitch(String by) throws Exception {
        try (FixSimulator simulator = simulator()) {
            simulator.start();
            Process process = starting(JOURNAL, there());
            while (Files.notExists(folder.resolve(JOURNAL))) {
                assertTrue(process.isAlive());
                Thread.onSpinWait();
            }
            pull(by, process);
            awaitDoor(process, JOURNAL);
            assertNothingLeavesAndThatItWould();
        }
    }

    @Test
    void c08_ordersOfAnEarlierLifeAreCancelledByALatchedStart() throws Exception {
        try (FixSimulator simulator = simulator()) {
            simulator.keepOrders();
            simulator.start();
            Path earlier = Files.createDirectory(folder.resolve("earlier"));
            Process first =
                    java(RestingOrders.class, "first", List.of(CONFIG.toString(), "" + port, earlier.toString()));
            for (int n = 0; n < 20 * LIMIT_S && Files.notExists(earlier.resolve("resting")); n++) {
                assertTrue(first.isAlive(), Files.readString(folder.resolve("first.log")));
                Thread.sleep(50);
            }
            killed(first);
            Files.createFile(folder.resolve("KILL"));
            Process second = daemon(JOURNAL, there());
            assertEquals("true", status("killed"));
            long left = Files.readString(earlier.resolve("messages.log"))
                    .lines()
                    .filter(line -> line.contains("|150=0|"))
                    .count();
            Path log = SessionFolder.sessions(folder.resolve(JOURNAL))
                    .get(0)
                    .resolve("fix")
                    .resolve("messages.log");
            for (int n = 0; n < 20 * LIMIT_S && cancelled(log) < left; n++) {
                Thread.sleep(50);
            }
            assertEquals(40, left);
            assertEquals(left, cancelled(log));
            assertEquals(0, ordersSent());
            // The log is written as messages come, the journal when the core has them.
            String told = "CANCELED, not of this run: " + RestingOrders.PREFIX + "-1";
            for (int n = 0; n < LIMIT_S && !inspect(0, "refused").contains(told); n++) {
                Thread.sleep(1000);
            }
            assertTrue(inspect(0, "refused").contains(told));
            killed(second);
        }
    }

    /** @return orders of the earlier process that the venue reports as cancelled */
    private static long cancelled(Path log) throws IOException {
        return Files.readString(log)
                .lines()
                .filter(line -> line.contains("|150=4|") && line.contains("|41=" + RestingOrders.PREFIX + "-"))
                .count();
    }

    @Test
    void c19_refusedRequestIsARecordOfTheStream() throws Exception {
        Process process = daemon(JOURNAL);
        Path token = folder.resolve("control.token");
        String right = Files.readString(token);
        Files.writeString(token, "0".repeat(64));
        assertEquals(7, ask("kill --by mallory"), out + err.toString());
        Files.writeString(token, right);
        assertEquals("false", status("killed"));
        awaitSteps(2);
        killed(process);
        String refused = inspect(0, "refused");
        assertTrue(
                refused.contains("control 401 POST /v1/control/kill: the token is missing or not of this start"),
                refused);
    }
}
