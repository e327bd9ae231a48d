package mnvh.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mnvh.config.Regime;
import mnvh.config.UniverseConfig;
import mnvh.units.FixedPoint;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The shared data sets, where they are there; expected numbers stand in their README files. */
class RecordedDataTest {
    @Test
    void olpsPathsReproduceThePublishedWealthOfUniformRebalancing() {
        check("nyse_o", 5652, 36, 27.0752, 14.4973);
        check("nyse_n", 6432, 23, 31.5517, 18.0565);
        check("sp500", 1277, 25, 1.6487, 1.3416);
        check("msci", 1044, 24, 0.9268, 0.9064);
    }

    private static void check(String name, int rows, int columns, double rebalanced, double held) {
        Panel panel = PanelReader.read(data("olps/" + name + ".csv.gz"), true);
        assertEquals(rows, panel.rows());
        assertEquals(columns, panel.columns());
        double wealth = 1;
        double hold = 0;
        for (int k = 1; k < rows; k++) {
            double sum = 0;
            for (int c = 0; c < columns; c++) {
                sum += (double) panel.close(k, c) / panel.close(k - 1, c);
            }
            wealth *= sum / columns;
        }
        for (int c = 0; c < columns; c++) {
            assertEquals(FixedPoint.SCALE, panel.close(0, c));
            hold += FixedPoint.toDouble(panel.close(rows - 1, c)) / columns;
        }
        assertEquals(rebalanced, wealth, 0.5e-4, name);
        assertEquals(held, hold, 0.5e-4, name);
    }

    @Test
    void hourlyPerpetualsComeWithRangeVolumeAndTheFundingOfTheirTime() {
        Panel panel = PanelReader.read(data("binance-perp-1h"), false);
        assertEquals(4498, panel.rows());
        assertEquals(60, panel.columns());
        assertTrue(panel.hasRange() && panel.hasVolume());
        int btc = panel.columnOf("BTCUSDT");
        assertEquals(Panel.timeNs("2025-09-13T11:00:00Z"), panel.closeNs(0));
        assertEquals(11_588_270_000_000L, panel.close(0, btc));
        Funding funding = panel.funding();
        long last = panel.closeNs(panel.rows() - 1);
        assertTrue(funding.size() > 11_000 && funding.size() < 12_000, "settlements " + funding.size());
        assertTrue(funding.boundaryNs(funding.size() - 1) <= last);
        int known = 0;
        for (int f = 0; f < funding.size(); f++) {
            known += funding.column(f) == btc ? 1 : 0;
        }
        // 200 records, every eight hours from 2026-01-12T16:00; the last ones lie past the last bar.
        assertEquals((last - Panel.timeNs("2026-01-12T16:00:00Z")) / (8 * 3600 * Fixtures.SECOND) + 1, known);
        assertTrue(panel.unknownSettlements() > 20_000, "unknown " + panel.unknownSettlements());
    }

    @Test
    void templateTakesTicksFromTheDataAndTheMarketPlaysItToTheEnd() {
        Panel panel = PanelReader.read(data("binance-perp-1h"), false).window("2026-03-01", "2026-03-02");
        Universe universe = UniverseResolver.resolve(new UniverseConfig(List.of(), Fixtures.instrument(0, "*")), panel);
        assertEquals(60, universe.size());
        Instrument btc = universe.get(universe.indexOf("BTCUSDT"));
        assertEquals(1_000_000L, btc.tickSize());
        assertEquals(100_000L, btc.sizeIncrement());
        int[] counts = new int[3];
        RecordedMarket market = new RecordedMarket(universe, panel, Fixtures.simulator(Regime.REVERT, 1, 1));
        MarketListener counter = new MarketListener() {
            @Override
            public void onQuote(long timestampNs, int i, long bid, long ask, long last, long volume) {
                counts[0]++;
                assertTrue(bid < last
                        && last < ask
                        && universe.get(i).isOnTick(bid)
                        && universe.get(i).isOnTick(ask));
            }

            @Override
            public void onFunding(long timestampNs, int i, long rate, long price, long boundaryNs) {
                counts[1]++;
            }

            @Override
            public void onStepEnd(long closeNs) {
                counts[2]++;
            }
        };
        while (market.nextStep(counter)) {
            assertTrue(counts[2] <= 25);
        }
        assertEquals(25, counts[2]);
        assertEquals(25 * 60 * 4, counts[0]);
        assertEquals(panel.funding().size(), counts[1]);
    }

    @Test
    void dailyClosesOfEquitiesAndPerpetualsRead() {
        Panel equities = PanelReader.read(data("equity-daily/sp500_20.csv.gz"), false);
        assertEquals(8313, equities.rows());
        assertEquals(20, equities.columns());
        assertEquals(Panel.timeNs("1990-01-02"), equities.closeNs(0));
        Panel perpetuals = PanelReader.read(data("binance-perp-1d"), false);
        assertEquals(800, perpetuals.rows());
        assertEquals(100, perpetuals.columns());
        assertTrue(perpetuals.hasVolume());
        assertEquals(0, perpetuals.unknownSettlements());
    }

    private static Path data(String name) {
        String root = System.getProperty("mnvh.root");
        assertNotNull(root, "mnvh.root");
        Path path = Path.of(root).resolve("../shared/data").resolve(name).normalize();
        Assumptions.assumeTrue(Files.exists(path), "skipped: no data at " + path);
        return path;
    }
}
