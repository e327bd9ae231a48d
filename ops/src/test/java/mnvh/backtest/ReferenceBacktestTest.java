package mnvh.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import mnvh.report.Summary;
import mnvh.stats.Performance;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference values of the literal rule, to five parts in ten thousand. */
class ReferenceBacktestTest {
    private static final double TOLERANCE = 5e-4;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "leash {0}, aggressiveness {1}, {2} bp, {3}")
    @CsvSource({
        "0.8, 53.447, 0, same-close, 29627, 2.9828, 167.42",
        "0.8, 53.447, 5, same-close, 4575.6, 2.4612, 167.43",
        "0.8, 53.447, 5, next-close, 258.92, 1.6939, 167.49",
        "0, 86.170, 5, same-close, 15.443, 0.78832, 362.56",
        "0.95, 28.579, 5, next-close, 83.864, 1.3743, 85.198",
    })
    void nyse1962To1984(
            String leash,
            String aggressiveness,
            String feeBps,
            String fill,
            double wealth,
            double sharpe,
            double turnover) {
        Path data = Runs.DATA.resolve("olps/nyse_o.csv.gz");
        Assumptions.assumeTrue(Files.exists(data), "skipped: no " + data.getFileName() + " beside the project");
        Path session = Runs.backtest(
                "literal-backtest.yaml",
                data,
                true,
                folder,
                "strategy.inventory_leash=" + leash,
                "strategy.aggressiveness=" + aggressiveness,
                "fees.taker_bps=" + feeBps,
                "execution.fill=" + fill);
        Summary summary = Runs.summary(session, 252);
        Performance performance = Objects.requireNonNull(summary.performance());
        assertEquals(wealth, performance.finalRatio(), wealth * TOLERANCE, "final wealth of 1");
        assertEquals(sharpe, performance.sharpe(), sharpe * TOLERANCE, "Sharpe");
        assertEquals(turnover, summary.turnoverPerYear(), turnover * TOLERANCE, "turnover a year");
        assertEquals("0", summary.residual());
    }

    /** Three assets, w = 1/3, leash 0.9, aggressiveness 2, 10 bp: equity and fees of every step. */
    @Test
    void threeAssetsByHand() throws IOException {
        Path panel = folder.resolve("caps.csv");
        Files.writeString(panel, "t,a,b,c\n1,50,30,20\n2,54,28,20\n3,52,30,21\n4,55,27,22\n");
        Path session = Runs.backtest(
                "literal-backtest.yaml",
                panel,
                false,
                folder,
                "initial_cash=1000000",
                "strategy.inventory_leash=0.9",
                "strategy.aggressiveness=2",
                "fees.taker_bps=10");
        double[] equity = {1_000_000, 999_899.259259, 1_005_201.6286, 1_002_835.27219};
        EquitySeries series = EquitySeries.of(session);
        double[] seen = series.equity();
        assertEquals(equity.length, seen.length);
        for (int k = 0; k < equity.length; k++) {
            assertEquals(equity[k], seen[k], equity[k] * 2e-9, "equity after step " + k);
        }
        double[] fees = {100.740740741, 97.5914705423, 133.354185822};
        assertTrue(Runs.replay(session).matches());
        double[] paid = series.fees();
        for (int k = 0; k < fees.length; k++) {
            assertEquals(fees[k], paid[k + 1], fees[k] * 1e-8, "fees of step " + (k + 1));
        }
    }
}
