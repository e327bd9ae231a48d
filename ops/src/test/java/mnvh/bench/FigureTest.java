package mnvh.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {
    private static Samples samples(double... values) {
        return new Samples(new double[0], values);
    }

    private static Figure figure(double... values) {
        return Figure.of("posting", Unit.NS, samples(values));
    }

    @Test
    void medianIsTheMiddleOrTheMeanOfTheTwoMiddleOnes() {
        assertEquals(3, samples(9, 1, 3).median());
        assertEquals(2.5, samples(9, 1, 3, 2).median());
        assertEquals(1, samples(9, 1, 3).lowest());
        assertEquals(9, samples(9, 1, 3).highest());
        assertThrows(IllegalArgumentException.class, FigureTest::samples);
    }

    @Test
    void ratioIsTakenBetweenMedians() {
        Figure figure = figure(10, 30, 20).against("two products", samples(8, 1, 100));

        assertEquals(2.5, figure.ratio());
        assertTrue(Double.isNaN(figure(10).ratio()));
    }

    @Test
    void goalHoldsTheMedianOrItsRatioToTheLimit() {
        Samples limit = samples(10);
        assertTrue(figure(25).aiming(Goal.most(25)).met());
        assertFalse(figure(25.1).aiming(Goal.most(25)).met());
        assertTrue(figure(25).aiming(Goal.least(25)).met());
        assertFalse(figure(24.9).aiming(Goal.least(25)).met());
        assertTrue(
                figure(15).against("", limit).aiming(Goal.mostTimesLimit(1.5)).met());
        assertFalse(
                figure(15.1).against("", limit).aiming(Goal.mostTimesLimit(1.5)).met());
        assertTrue(
                figure(7).against("", limit).aiming(Goal.leastTimesLimit(0.7)).met());
        assertFalse(
                figure(6.9).against("", limit).aiming(Goal.leastTimesLimit(0.7)).met());
        assertTrue(figure(1e9).met(), "no goal");
    }

    @Test
    void goalInLimitsNeedsALimit() {
        assertThrows(IllegalArgumentException.class, () -> figure(1).aiming(Goal.mostTimesLimit(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "12.34, NS, 12.3 ns",
        "999.4, NS, 999 ns",
        "999.6, NS, 1 us",
        "1234, NS, 1.23 us",
        "0.0042, US, 4.2 ns",
        "20, US, 20 us",
        "1500000, US, 1.5 s",
        "0.5, MS, 500 us",
        "0, BYTES, 0 B",
        "0.1, BYTES, 0.1 B",
        "0.0123, BYTES, 0.012 B",
        "340e6, BYTES_PER_S, 340 MB/s",
        "2.1e6, PER_S, 2.1 M/s",
        "850, PER_S, 850 /s",
        "100, PER_S, 100 /s",
    })
    void valuesHaveThreeDigitsAndAUnitThatFits(double value, Unit unit, String text) {
        assertEquals(text, FigureText.value(value, unit));
    }

    @Test
    void columnsSayLimitRatioGoalAndWhetherItIsMet() {
        Samples measured = new Samples(new double[] {90, 30}, new double[] {20, 40, 30});
        Figure figure = Figure.of("posting", Unit.NS, measured)
                .against("two products", samples(10))
                .aiming(Goal.mostTimesLimit(1.5));

        assertEquals("30 ns", FigureText.measured(figure));
        assertEquals("20 ns .. 40 ns", FigureText.spread(figure));
        assertEquals("90 ns -> 30 ns", FigureText.warmUp(figure));
        assertEquals("10 ns, two products", FigureText.limit(figure));
        assertEquals("3x", FigureText.ratio(figure));
        assertEquals("<= 1.5x", FigureText.goal(figure));
        assertEquals("no", FigureText.met(figure, false));
        assertEquals("", FigureText.met(figure, true), "the short form judges nothing");
        assertEquals(
                ">= 5 M/s",
                FigureText.goal(Figure.of("x", Unit.PER_S, samples(1)).aiming(Goal.least(5e6))));
    }
}
