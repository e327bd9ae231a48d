package mnvh.universe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mnvh.units.FixedPoint;
import org.junit.jupiter.api.Test;

class UniverseTest {
    private static final long ONE = FixedPoint.SCALE;

    @Test
    void textRoundTripKeepsEveryField() {
        Universe universe = new Universe(List.of(
                new Instrument(
                        0,
                        "BTC-PERP",
                        InstrumentKind.LINEAR_PERP,
                        "USDT",
                        ONE / 10,
                        ONE / 1000,
                        ONE,
                        ONE / 1000,
                        500 * ONE,
                        5 * ONE,
                        FixedPoint.RATE_SCALE / 20),
                new Instrument(
                        1,
                        "BRK B",
                        InstrumentKind.EQUITY,
                        "USDT",
                        ONE / 100,
                        ONE,
                        ONE,
                        0,
                        Long.MAX_VALUE,
                        0,
                        FixedPoint.RATE_SCALE),
                new Instrument(
                        2, "ES Z6", InstrumentKind.LINEAR_FUTURE, "USDT", ONE / 4, ONE, 50 * ONE, ONE, 9 * ONE, 0, 1),
                new Instrument(3, "日経", InstrumentKind.SPOT, "USDT", 1, 1, ONE, 1, 1, 1, 2)));
        String text = UniverseText.write(universe);
        Universe again = UniverseText.parse(text);
        assertEquals(universe.instruments(), again.instruments());
        assertEquals(text, UniverseText.write(again));
        assertEquals("BTC-PERP\tlinear-perp\tUSDT\t0.1\t0.001\t1\t0.001\t500\t5\t0.05", text.split("\n", -1)[0]);
        assertEquals(2, again.indexOf("ES Z6"));
        assertEquals(Universe.UNKNOWN, again.indexOf("ES"));
    }

    @Test
    void damagedTextIsRefused() {
        String line = UniverseText.write(new Universe(List.of(perp(0, "A"))));
        assertThrows(IllegalArgumentException.class, () -> UniverseText.parse(""));
        assertThrows(IllegalArgumentException.class, () -> UniverseText.parse(line + line));
        assertThrows(IllegalArgumentException.class, () -> UniverseText.parse(line.replace("\t1\t", "\t1\t1\t")));
        assertThrows(IllegalArgumentException.class, () -> UniverseText.parse(line.replace("perp", "swap")));
    }

    @Test
    void symbolsThatWouldBreakTheTextAreRefused() {
        for (String symbol : new String[] {"", " ", "A\tB", "A\nB", "A".repeat(33)}) {
            assertThrows(IllegalArgumentException.class, () -> perp(0, symbol));
        }
    }

    @Test
    void indicesAreDenseAndSymbolsDiffer() {
        assertThrows(IllegalArgumentException.class, () -> new Universe(List.of(perp(1, "A"))));
        assertThrows(IllegalArgumentException.class, () -> new Universe(List.of(perp(0, "A"), perp(1, "A"))));
        assertThrows(IllegalArgumentException.class, () -> new Universe(List.of()));
    }

    @Test
    void contractsFinerThanOneUnitOfTheUnderlyingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> sized(1, ONE / 10));
        assertThrows(IllegalArgumentException.class, () -> sized(Long.MAX_VALUE, ONE));
        assertEquals(1, sized(10, ONE / 10).underlying(10));
    }

    @Test
    void notionalIsRoundedOnceHalfEven() {
        Instrument tiny = sized(1, ONE);
        assertEquals(0, tiny.notional(1, ONE / 2));
        assertEquals(2, tiny.notional(3, ONE / 2));
        assertEquals(-2, tiny.notional(-3, ONE / 2));
        assertEquals(-300 * ONE, sized(ONE, 50 * ONE).notional(-2 * ONE, 3 * ONE));
    }

    @Test
    void truncationNeverGrowsASize() {
        Instrument instrument = sized(ONE / 10, ONE);
        assertEquals(ONE / 10, instrument.truncateToIncrement(ONE / 5 - 1));
        assertEquals(-ONE / 10, instrument.truncateToIncrement(1 - ONE / 5));
    }

    private static Instrument perp(int index, String symbol) {
        return new Instrument(
                index, symbol, InstrumentKind.LINEAR_PERP, "USD", 1, 1, ONE, 0, ONE, 0, FixedPoint.RATE_SCALE);
    }

    private static Instrument sized(long increment, long multiplier) {
        return new Instrument(
                0, "A", InstrumentKind.LINEAR_FUTURE, "USD", 1, increment, multiplier, 0, Long.MAX_VALUE, 0, 1);
    }
}
