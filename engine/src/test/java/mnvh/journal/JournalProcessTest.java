package mnvh.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mnvh.event.EventSlot;
import net.openhft.chronicle.core.analytics.AnalyticsFacade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other processes leave behind: killed ones, and ones without any of our command line. */
class JournalProcessTest {
    @TempDir
    Path temp;

    /** Writes until it is killed, or holds an excerpt open, or writes one session and leaves. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Files.createDirectories(Path.of(arguments[1]));
            JournalFixture fixture = new JournalFixture();
            EventSlot slot = new EventSlot();
            JournalWriter writer = new JournalWriter(folder);
            if (AnalyticsFacade.isEnabled() || !Boolean.getBoolean("chronicle.analytics.disable")) {
                System.out.println("telemetry is on");
            }
            Pretoucher pretoucher = new Pretoucher(writer);
            fixture.inbound(writer, 1_000);
            if (arguments[0].equals("close")) {
                writer.close();
                pretoucher.close();
                return;
            }
            long sequence = 1_001;
            if (arguments[0].equals("hold")) {
                for (; sequence <= 1_020; sequence++) {
                    fixture.event(slot, sequence);
                    writer.stage(slot.buffer(), slot.length(), sequence);
                }
                System.out.println("ready");
                System.in.read();
            }
            System.out.println("ready");
            for (long last = sequence + 50_000_000; sequence < last; ) {
                fixture.event(slot, sequence);
                writer.onEvent(slot, sequence, true);
                sequence++;
            }
        }
    }

    private Process start(String mode, String... flags) throws IOException {
        List<String> command = JournalFixture.java(
                Writer.class.getName(), mode, temp.resolve("inbound").toString());
        command.addAll(1, List.of(flags));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private long killed(String mode) throws IOException, InterruptedException {
        Process process = start(mode);
        try {
            assertEquals("ready", process.inputReader(StandardCharsets.UTF_8).readLine());
            assertTrue(Files.size(JournalFixture.queueFile(temp.resolve("inbound"))) > 1_000);
        } finally {
            // Whatever failed before: a writer left alone would fill the disk.
            process.destroyForcibly();
        }
        assertNotEquals(0, process.waitFor());
        try (JournalReader reader = new JournalReader(temp.resolve("inbound"))) {
            while (reader.next()) {
                continue;
            }
            assertFalse(reader.checkEnd(), "a killed process leaves no note of an orderly end");
            return reader.records();
        }
    }

    @Test
    void everythingCommittedSurvivesKill() throws IOException, InterruptedException {
        assertTrue(killed("run") >= 1_000);
    }

    @Test
    void excerptOpenAtTheKillIsInvisible() throws IOException, InterruptedException {
        assertEquals(1_000, killed("hold"));
    }

    @Test
    void noTelemetryFileAppearsAndNothingIsPrintedWithoutAnyFlag() throws IOException, InterruptedException {
        Path home = Files.createDirectory(temp.resolve("home"));
        Process process = start("close", "-Duser.home=" + home);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        assertEquals(1_000, JournalFixture.readAll(temp.resolve("inbound")));
        try (Stream<Path> left = Files.walk(home)) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.toString().contains("chronicle")).toList());
        }
        assertEquals("", printed);
    }
}
