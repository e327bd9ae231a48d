package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mnvh.monitor.BuildIdentity;
import mnvh.monitor.Cause;
import mnvh.monitor.LatencyReading;
import mnvh.monitor.Pause;
import mnvh.monitor.PauseCauses;
import mnvh.monitor.Stage;
import mnvh.monitor.StageLatencies;
import mnvh.monitor.StopRecord;
import mnvh.monitor.ThreadWindow;
import mnvh.monitor.WatchedPauses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyReportTest {
    private static final long MS = 1_000_000;

    @TempDir
    private Path folder;

    private final StageLatencies latencies = new StageLatencies();

    private LatencyReport report(Map<Stage, LatencyReading> warmUp) {
        ThreadWindow window = new ThreadWindow("mnvh-core", 10 * MS, MS / 10, MS, 0, 0, 2, 0);
        WatchedPauses watched = new WatchedPauses(
                List.of(
                        new Pause(
                                Stage.STEP,
                                812,
                                1_000 * MS,
                                1_001 * MS,
                                1_004 * MS,
                                3,
                                List.of("mnvh-core"),
                                List.of(window)),
                        new Pause(Stage.QUEUE, 9, 5_000 * MS, 5_001 * MS, 5_001 * MS, 1, List.of(), List.of())),
                List.of(),
                new PauseCauses(List.of(new StopRecord(Cause.GC, "GC Pause of G1New", "", 1_000 * MS, 1_003 * MS))),
                true,
                false,
                0);
        return new LatencyReport(
                new BuildIdentity("0.1.0", "abc1234", "17"), "a machine", 0, 6_000 * MS, latencies, warmUp, watched);
    }

    @Test
    void pageShowsStagesThenPausesWithTheirCauses() {
        for (int i = 0; i < 99; i++) {
            latencies.of(Stage.MARKET_DATA).record(100);
        }
        latencies.of(Stage.MARKET_DATA).record(25_000);

        List<String> lines = report(Map.of()).text().lines().toList();

        assertEquals("mnvh 0.1.0 (abc1234), Java 17, a machine", lines.get(0));
        assertTrue(
                lines.contains("market-data            100       0.1       0.1       0.1      25.0      25.0      25.0"
                        + "  market data event, handler alone"),
                () -> String.join("\n", lines));
        assertTrue(lines.contains("By cause: GC 1, unknown 1"), () -> String.join("\n", lines));
        assertTrue(
                lines.contains(
                        "  1      1.000     4000.0     1000.0     3000.0      3 step            GC: GC (GC Pause of"
                                + " G1New) 3000; scheduler (mnvh-core) <=1000"),
                () -> String.join("\n", lines));
        assertTrue(
                lines.contains("  2      5.000     1000.0     1000.0        0.0      1 queue           UNKNOWN: nothing"
                        + " is recorded"),
                () -> String.join("\n", lines));
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("step ")), "a stage without events is left out");
        assertTrue(lines.stream().anyMatch(line -> line.contains("Counters of the kernel: NO")));
    }

    @Test
    void longSessionIsShownWithoutItsWarmUpAsWell() {
        latencies.of(Stage.STEP).record(9_000_000);
        Map<Stage, LatencyReading> warmUp = Map.of(Stage.STEP, latencies.reading(Stage.STEP));
        latencies.of(Stage.STEP).record(20_000);

        String text = report(warmUp).text();
        String after = text.substring(text.indexOf("The same without the first 60 s"));
        assertTrue(after.contains("step                     1      20.2"), after);
    }

    @Test
    void filesHoldThePageAndTheNumbers() throws Exception {
        latencies.of(Stage.STEP).record(8_000);
        LatencyReport report = report(Map.of());
        report.writeTo(folder);

        assertEquals(report.text(), Files.readString(folder.resolve("latency.txt")));
        String json = Files.readString(folder.resolve("latency.json"));
        for (String part : List.of(
                "\"stage\": \"step\"",
                "\"max_us\": 8.0",
                "\"sequence\": 812",
                "\"cause\": \"GC\"",
                "\"overlap_us\": 3000.0",
                "\"run_delay_us\": 1000.0")) {
            assertTrue(json.contains(part), () -> part + " is not in " + json);
        }
    }
}
