package mnvh.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import mnvh.report.Summary;
import mnvh.stats.Performance;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half a year of hourly perpetuals whose relative moves go on: with the throttle nothing is lost, without it all. */
class NegativeRhoTest {
    private static final double HOURS_PER_YEAR = 8760;

    @TempDir
    private Path folder;

    private Summary run(String config, String... sets) {
        Path data = Runs.DATA.resolve("binance-perp-1h");
        Assumptions.assumeTrue(Files.isDirectory(data), "skipped: no " + data.getFileName() + " beside the project");
        return Runs.summary(Runs.backtest(config, data, false, folder, sets), HOURS_PER_YEAR);
    }

    private static void assertRho(Summary summary) {
        assertEquals(-0.03217, summary.rho(), 5e-6);
        assertEquals(0.01597, summary.rhoStandardError(), 5e-6);
    }

    @Test
    void defaultsLoseNextToNothingByNotTrading() {
        Summary summary = run("perp-backtest.yaml");
        assertRho(summary);
        assertTrue(Double.parseDouble(summary.finalEquity()) > 0.97 * 1_000_000, summary.finalEquity());
        assertEquals(4498L, summary.counts().get("steps"));
        assertTrue(Objects.requireNonNull(summary.counts().get("fills")) < 1000, summary.counts() + "");
    }

    @Test
    void sameRuleWithoutThrottleAndLimitsGoesBankrupt() {
        Summary summary = run(
                "literal-backtest.yaml",
                "step.interval_s=3600",
                "strategy.inventory_leash=0.95",
                "strategy.aggressiveness=50",
                "fees.taker_bps=4.5",
                "execution.fill=next-close");
        assertRho(summary);
        Performance performance = Objects.requireNonNull(summary.performance());
        assertTrue(performance.finalRatio() <= 0, "wealth " + performance.finalRatio());
        assertTrue(performance.maxDrawdown() >= 1, "drawdown " + performance.maxDrawdown());
    }

    /** The throttle alone: its factors on, no limit and no band. */
    @Test
    void throttleAloneIsEnough() {
        Map<String, Long> counts = run(
                        "literal-backtest.yaml",
                        "step.interval_s=3600",
                        "strategy.inventory_leash=0.95",
                        "strategy.aggressiveness=50",
                        "fees.taker_bps=4.5",
                        "execution.fill=next-close",
                        "strategy.throttle={rho: true, trend: true, drawdown: false, edge: false}")
                .counts();
        assertTrue(Objects.requireNonNull(counts.get("fills")) < 5000, counts + "");
    }
}
