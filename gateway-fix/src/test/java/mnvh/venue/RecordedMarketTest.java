package mnvh.venue;

import static mnvh.venue.Fixtures.n;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mnvh.config.ConfigException;
import mnvh.config.Regime;
import mnvh.config.SimulatorConfig;
import mnvh.units.DecimalText;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/** Bars of 3000 ns that close at 3000 and 6000; spreads of two ticks. */
class RecordedMarketTest {
    private static final SimulatorConfig ONE_TICK =
            new SimulatorConfig(1, Regime.REVERT, 0, 0, 0, 0, 1, n("1000"), 1, 0, 0, 0, 0, 1);

    private final List<String> events = new ArrayList<>();

    @Test
    void barGoesFromOpenToTheNearerExtremeToTheOtherToTheClose() {
        long[][] close = row("100.50", "100.50");
        Panel.Bars bars = new Panel.Bars(close, row("100", "100"), row("101", "103"), row("98", "99"), row("10", "10"));
        play(Fixtures.universe("UP", "DOWN"), panel(List.of("UP", "DOWN"), bars, Funding.NONE, 3000));
        assertEquals(
                List.of(
                        "3 UP 99.99 100.01 100 vol 2.5",
                        "3 DOWN 99.99 100.01 100 vol 2.5",
                        "1000 UP 100.99 101.01 101 vol 2.5",
                        "1000 DOWN 98.99 99.01 99 vol 2.5",
                        "2000 UP 97.99 98.01 98 vol 2.5",
                        "2000 DOWN 102.99 103.01 103 vol 2.5",
                        "3000 UP 100.49 100.51 100.5 vol 2.5",
                        "3000 DOWN 100.49 100.51 100.5 vol 2.5",
                        "3000 end"),
                events);
    }

    @Test
    void fundingAtTheCloseComesAfterTheBarsQuotesAtItsCloseAndBeforeTheStepEnds() {
        Funding funding = new Funding(new long[] {3000, 4500, 6000}, new int[] {0, 0, 0}, new long[] {7, 8, 9});
        Panel.Bars bars = new Panel.Bars(
                new long[][] {{n("100")}, {n("110")}},
                new long[][] {{n("90")}, {n("101")}},
                new long[][] {{n("100")}, {n("112")}},
                new long[][] {{n("90")}, {n("101")}},
                null);
        play(Fixtures.universe("A"), panel(List.of("A"), bars, funding, 3000, 6000));
        assertEquals(
                List.of(
                        "3000 funding A 7 at 100",
                        "3000 end",
                        "4500 funding A 8 at 101",
                        "6000 funding A 9 at 110",
                        "6000 end"),
                events.stream().filter(e -> !e.contains("vol")).toList());
        assertEquals("3000 A 99.99 100.01 100 vol 0", events.get(3));
        assertEquals("3000 funding A 7 at 100", events.get(4));
    }

    @Test
    void barWithoutAPriceIsSilentAndItsFundingUsesTheLatestPrice() {
        Funding funding = new Funding(new long[] {6000, 6000}, new int[] {0, 1}, new long[] {7, 8});
        Panel.Bars bars = new Panel.Bars(new long[][] {{n("100"), 0}, {0, 0}}, null, null, null, null);
        play(Fixtures.universe("A", "B"), panel(List.of("A", "B"), bars, funding, 3000, 6000));
        assertEquals(
                List.of("3000 A 99.99 100.01 100 vol 0", "3000 end", "6000 funding A 7 at 100", "6000 end"), events);
    }

    @Test
    void instrumentWithoutDataIsRefused() {
        Panel.Bars bars = new Panel.Bars(row("100"), null, null, null, null);
        Panel panel = panel(List.of("A"), bars, Funding.NONE, 3000);
        ConfigException refused =
                assertThrows(ConfigException.class, () -> new RecordedMarket(Fixtures.universe("B"), panel, ONE_TICK));
        assertEquals("data.csv: error: no data for 'B'", refused.getMessage());
    }

    @Test
    void spreadIsCenteredOnATickAndNeverCrossed() {
        assertEquals(n("99.95"), Spread.bid(n("100"), 1_000_000_000L, n("0.01")));
        assertEquals(n("100.05"), Spread.ask(n("100"), 1_000_000_000L, n("0.01")));
        assertEquals(n("99.99"), Spread.bid(n("99.995"), 0, n("0.01")));
        assertEquals(n("100.00"), Spread.ask(n("99.995"), 0, n("0.01")));
        assertEquals(n("0.01"), Spread.bid(1, 0, n("0.01")));
        assertEquals(n("0.02"), Spread.ask(1, 0, n("0.01")));
    }

    private void play(Universe universe, Panel panel) {
        RecordedMarket market = new RecordedMarket(universe, panel, ONE_TICK, 0, Long.MAX_VALUE);
        MarketListener writer = new MarketListener() {
            @Override
            public void onQuote(long timestampNs, int i, long bid, long ask, long last, long volume) {
                events.add(timestampNs + " " + universe.get(i).symbol() + " " + text(bid) + " " + text(ask) + " "
                        + text(last) + " vol " + text(volume));
            }

            @Override
            public void onFunding(long timestampNs, int i, long rate, long price, long boundaryNs) {
                assertEquals(timestampNs, boundaryNs);
                events.add(timestampNs + " funding " + universe.get(i).symbol() + " " + rate + " at " + text(price));
            }

            @Override
            public void onStepEnd(long closeNs) {
                events.add(closeNs + " end");
            }
        };
        for (int row = 0; row < panel.rows(); row++) {
            assertTrue(market.nextStep(writer));
        }
        assertFalse(market.nextStep(writer));
    }

    private static Panel panel(List<String> symbols, Panel.Bars bars, Funding funding, long... closeNs) {
        return new Panel("data.csv", symbols, closeNs, 3000, bars, funding, Map.of());
    }

    private static long[][] row(String... prices) {
        long[][] row = new long[1][prices.length];
        for (int c = 0; c < prices.length; c++) {
            row[0][c] = n(prices[c]);
        }
        return row;
    }

    private static String text(long value) {
        return DecimalText.format(value);
    }
}
