package mnvh.venue;

import static mnvh.venue.Fixtures.SECOND;
import static mnvh.venue.Fixtures.START_NS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.Regime;
import mnvh.config.SimulatorConfig;
import org.junit.jupiter.api.Test;

class SyntheticMarketTest {
    private static final int INSTRUMENTS = 40;

    @Test
    void relativeReturnsRevertInTheRevertRegime() {
        Recorder closes = play(Regime.REVERT, 400);
        assertEquals(0.2, closes.rho(0, 400), 0.03);
        assertTrue(closes.varianceRatio(5) < 0.7, "VR(5) " + closes.varianceRatio(5));
    }

    @Test
    void relativeReturnsPersistInTheTrendRegime() {
        Recorder closes = play(Regime.TREND, 400);
        assertEquals(-0.4, closes.rho(0, 400), 0.05);
        assertTrue(closes.varianceRatio(5) > 1.2, "VR(5) " + closes.varianceRatio(5));
    }

    @Test
    void regimeSwitchesAtTheStepItIsAskedFor() {
        SyntheticMarket market = market(Regime.REVERT, 3, 2);
        Recorder closes = new Recorder();
        for (int k = 0; k < 600; k++) {
            if (k == 200) {
                market.regime(Regime.TREND);
            } else if (k == 400) {
                market.regime(Regime.REVERT);
            }
            assertTrue(market.nextStep(closes));
        }
        assertTrue(closes.rho(0, 200) > 0.12, "before " + closes.rho(0, 200));
        assertTrue(closes.rho(202, 400) < -0.25, "trending " + closes.rho(202, 400));
        assertTrue(closes.rho(402, 600) > 0.12, "after " + closes.rho(402, 600));
    }

    @Test
    void volatilityPerStepIsTheConfiguredOne() {
        for (Regime regime : Regime.values()) {
            Recorder closes = play(regime, 400);
            // Relative returns also hold the dispersion of market betas, 0.29 times the factor's 0.001.
            assertEquals(0.004, Math.sqrt(closes.dispersion()), 0.0003, regime.text());
        }
    }

    /**
     * The leashed rule at aggressiveness 0.5 pays 4.5 bp and half the spread, and its fees are 20 to 40 % of its edge.
     */
    @Test
    void edgeOfTheDefaultMarketPaysForItsCosts() {
        Recorder closes = play(Regime.REVERT, 2000);
        double edge = 0;
        double cost = 0;
        double[] held = new double[INSTRUMENTS];
        for (int k = 1; k < closes.rows.size(); k++) {
            double[] d = closes.relative(k);
            for (int i = 0; i < INSTRUMENTS; i++) {
                edge += held[i] * d[i];
                double trade = (0.92 - 1) * held[i] - 0.5 * d[i] / INSTRUMENTS;
                held[i] += trade;
                cost += Math.abs(trade) * (0.00045 + 0.00005);
            }
        }
        double share = cost / edge;
        assertTrue(share > 0.2 && share < 0.4, "cost over edge " + share);
    }

    @Test
    void sameSeedGivesTheSameMarketAndAnotherSeedAnother() {
        assertEquals(transcript(42), transcript(42));
        assertNotEquals(transcript(42), transcript(43));
    }

    /** The specified hash of the events as text; it changes with the model, never with the machine or its Java. */
    @Test
    void marketIsTheSameOnEveryJava() {
        assertEquals(1_851_249_147, transcript(42).hashCode());
    }

    @Test
    void closesDoNotDependOnTheNumberOfQuotes() {
        Recorder one = new Recorder();
        Recorder five = new Recorder();
        SyntheticMarket coarse = market(Regime.REVERT, 9, 1);
        SyntheticMarket fine = market(Regime.REVERT, 9, 5);
        for (int k = 0; k < 50; k++) {
            coarse.nextStep(one);
            fine.nextStep(five);
        }
        for (int k = 0; k < 50; k++) {
            for (int i = 0; i < INSTRUMENTS; i++) {
                assertEquals(
                        one.rows.get(k)[i], five.rows.get(k)[i], 1e-3 * one.rows.get(k)[i] * 0.01);
            }
        }
    }

    @Test
    void quotesAreOnTheTickUncrossedAndInTimeOrderAndFundingComesAtItsBoundary() {
        SyntheticMarket market = market(Regime.REVERT, 5, 4);
        List<Long> boundaries = new ArrayList<>();
        MarketListener checker = new MarketListener() {
            private long atNs = market.startNs();

            @Override
            public void onQuote(long timestampNs, int i, long bid, long ask, long last, long volume) {
                at(timestampNs);
                long tick = market.universe().get(i).tickSize();
                assertTrue(bid > 0 && bid < ask && bid % tick == 0 && ask % tick == 0 && last % tick == 0);
                assertTrue(volume > 0 && market.universe().get(i).isOnIncrement(volume));
            }

            @Override
            public void onFunding(long timestampNs, int i, long rate, long price, long boundaryNs) {
                at(timestampNs);
                assertEquals(0, boundaryNs % (8 * SECOND));
                assertEquals(timestampNs, boundaryNs);
                if (i == 0) {
                    boundaries.add(boundaryNs);
                }
            }

            @Override
            public void onStepEnd(long closeNs) {
                at(closeNs);
                assertEquals(0, closeNs % SECOND);
            }

            private void at(long timestampNs) {
                assertTrue(timestampNs >= atNs, timestampNs + " after " + atNs);
                atNs = timestampNs;
            }
        };
        for (int k = 0; k < 24; k++) {
            market.nextStep(checker);
        }
        assertEquals(List.of(START_NS + 8 * SECOND, START_NS + 16 * SECOND, START_NS + 24 * SECOND), boundaries);
    }

    private static SyntheticMarket market(Regime regime, long seed, int quotesPerStep) {
        SimulatorConfig config = Fixtures.simulator(regime, seed, quotesPerStep);
        return new SyntheticMarket(Fixtures.universe(INSTRUMENTS), config, Fixtures.steps(), START_NS);
    }

    private static Recorder play(Regime regime, int steps) {
        SyntheticMarket market = market(regime, 42, 2);
        Recorder closes = new Recorder();
        for (int k = 0; k < steps; k++) {
            market.nextStep(closes);
        }
        return closes;
    }

    private static String transcript(long seed) {
        SyntheticMarket market = market(Regime.REVERT, seed, 3);
        StringBuilder text = new StringBuilder();
        MarketListener writer = new MarketListener() {
            @Override
            public void onQuote(long timestampNs, int i, long bid, long ask, long last, long volume) {
                text.append(timestampNs)
                        .append(' ')
                        .append(i)
                        .append(' ')
                        .append(bid)
                        .append(' ')
                        .append(ask);
                text.append(' ').append(last).append(' ').append(volume).append('\n');
            }

            @Override
            public void onFunding(long timestampNs, int i, long rate, long price, long boundaryNs) {
                text.append(timestampNs)
                        .append(' ')
                        .append(i)
                        .append(' ')
                        .append(rate)
                        .append(' ')
                        .append(price);
                text.append('\n');
            }

            @Override
            public void onStepEnd(long closeNs) {
                text.append(closeNs).append('\n');
            }
        };
        for (int k = 0; k < 20; k++) {
            market.nextStep(writer);
        }
        return text.toString();
    }

    /** Closing mids, and the statistics of method.md 2.2 with equal weights. */
    private static final class Recorder implements MarketListener {
        final List<double[]> rows = new ArrayList<>();
        private final double[] mid = new double[INSTRUMENTS];

        @Override
        public void onQuote(long timestampNs, int i, long bid, long ask, long last, long volume) {
            mid[i] = (bid + ask) / 2.0;
        }

        @Override
        public void onFunding(long timestampNs, int i, long rate, long price, long boundaryNs) {}

        @Override
        public void onStepEnd(long closeNs) {
            rows.add(mid.clone());
        }

        /** d[i] = r[i] - R of step k. */
        double[] relative(int k) {
            return relative(k, 1);
        }

        private double[] relative(int k, int horizon) {
            double[] d = new double[INSTRUMENTS];
            double sum = 0;
            for (int i = 0; i < INSTRUMENTS; i++) {
                d[i] = rows.get(k)[i] / rows.get(k - horizon)[i] - 1;
                sum += d[i];
            }
            for (int i = 0; i < INSTRUMENTS; i++) {
                d[i] -= sum / INSTRUMENTS;
            }
            return d;
        }

        double rho(int from, int to) {
            double cross = 0;
            double square = 0;
            for (int k = from + 2; k < to; k++) {
                double[] now = relative(k);
                double[] before = relative(k - 1);
                for (int i = 0; i < INSTRUMENTS; i++) {
                    cross += now[i] * before[i];
                    square += before[i] * before[i];
                }
            }
            return -cross / square;
        }

        double dispersion() {
            return dispersion(1);
        }

        private double dispersion(int horizon) {
            double sum = 0;
            for (int k = horizon; k < rows.size(); k++) {
                for (double d : relative(k, horizon)) {
                    sum += d * d;
                }
            }
            return sum / (rows.size() - horizon) / INSTRUMENTS;
        }

        double varianceRatio(int horizon) {
            return dispersion(horizon) / (horizon * dispersion(1));
        }
    }
}
