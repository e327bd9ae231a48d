package mnvh.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.study.ThrottleStudy.Row;
import mnvh.study.ThrottleStudy.Setting;
import org.junit.jupiter.api.Test;

final class ThrottleStudyTest {
    private static Setting setting(long seed, double costBps) {
        return new Setting(seed, 10, 20, 200, 4, costBps);
    }

    @Test
    void marketHasTheRhoThatItSays() {
        KnownMarket market = new KnownMarket(3, 50);
        double[] prices = new double[50];
        double[] before = new double[50];
        double[] relative = new double[50];
        for (double rho : new double[] {0.2, -0.2}) {
            double product = 0;
            double square = 0;
            for (int k = 0; k < 2000; k++) {
                System.arraycopy(prices, 0, before, 0, 50);
                double[] last = relative.clone();
                market.step(rho, prices);
                double mean = 0;
                for (int i = 0; i < 50; i++) {
                    relative[i] = k == 0 ? 0 : prices[i] / before[i] - 1;
                    mean += relative[i] / 50;
                }
                for (int i = 0; i < 50; i++) {
                    relative[i] -= mean;
                    product += relative[i] * last[i];
                    square += last[i] * last[i];
                }
            }
            // 100,000 pairs: a standard error of 0.003.
            assertEquals(rho, -product / square, 0.012);
        }
    }

    @Test
    void strongReversionIsLeftAloneAndItsEndIsSeen() {
        List<Row> rows = ThrottleStudy.run(setting(1, 0), List.of(0.02, 0.2), List.of(60, 120));
        assertEquals(4, rows.size());
        for (Row row : rows.subList(2, 4)) {
            assertEquals(0.2, row.meanRho(), 0.02);
            assertTrue(row.falseAlarmRatio() < 0.01, "rho is six standard errors above 0, or more: " + row);
            assertEquals(0, row.unseen());
            assertTrue(row.delayMedian() > row.windowSteps() / 4 && row.delayP90() <= row.windowSteps(), row + "");
        }
        assertTrue(rows.get(3).delayMedian() > rows.get(2).delayMedian(), "a longer window sees it later");
        assertTrue(rows.get(0).falseAlarmRatio() > 0.2, "rho of a standard error: " + rows.get(0));
    }

    @Test
    void costThatTheEdgeDoesNotPayShutsIt() {
        Row row = ThrottleStudy.run(setting(1, 100), List.of(0.2), List.of(60)).get(0);
        assertEquals(1.0, row.falseAlarmRatio());
        assertEquals(1, row.delayMedian());
    }

    @Test
    void seedDecidesEverything() {
        List<Row> row = ThrottleStudy.run(setting(1, 0), List.of(0.05), List.of(60));
        assertEquals(row, ThrottleStudy.run(setting(1, 0), List.of(0.05), List.of(60)));
        assertNotEquals(row, ThrottleStudy.run(setting(2, 0), List.of(0.05), List.of(60)));
    }
}
