package mnvh.strategy;

import static mnvh.strategy.StepFixture.INTERVAL;
import static mnvh.strategy.StepFixture.SECOND;
import static mnvh.strategy.StepFixture.START;
import static mnvh.strategy.StepFixture.fixed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mnvh.config.MarkSource;
import mnvh.risk.RiskInputs;
import mnvh.state.StateHash;
import mnvh.state.StateWriter;
import org.junit.jupiter.api.Test;

final class CrossSectionTest {
    private static final long T0 = START;
    private static final long T1 = START + INTERVAL;
    private static final long T2 = START + 2 * INTERVAL;
    private static final long T3 = START + 3 * INTERVAL;

    private CrossSection crossSection = of(MarkSource.MID, Double.POSITIVE_INFINITY);

    private static CrossSection of(MarkSource source, double maxJumpSigma) {
        return new CrossSection(StepFixture.universe(2), StepFixture.config(source, 0.5), maxJumpSigma);
    }

    private PriceVerdict quote(int i, long timestampNs, double bid, double ask) {
        return crossSection.onPrice(i, timestampNs, fixed(bid), fixed(ask), 0, 0, 0);
    }

    private PriceVerdict price(long timestampNs, double price) {
        return quote(0, timestampNs, price, price);
    }

    /** Hash of the state, but for the counters when told so: they follow close and late count. */
    private long hash(boolean counters) {
        StateHash hash = new StateHash();
        crossSection.writeTo(new StateWriter() {
            private int at;

            @Override
            public void putLong(long value) {
                boolean counter = at >= 2 && at < 2 + PriceVerdict.values().length;
                at++;
                if (counters || !counter) {
                    hash.putLong(value);
                }
            }

            @Override
            public void putInt(int value) {
                hash.putInt(value);
            }

            @Override
            public void putDouble(double value) {
                hash.putDouble(value);
            }
        });
        return hash.value();
    }

    @Test
    void markIsTheLastPriceAtOrBeforeTheClose() {
        price(T0 - SECOND, 99);
        price(T0, 100);
        price(T0 + 1, 777);
        crossSection.closeStep(T0);
        assertEquals(fixed(100), crossSection.mark(0));
        crossSection.closeStep(T1 - INTERVAL / 2);
        assertEquals(fixed(777), crossSection.mark(0));
    }

    /** The paper's first pitfall: a step must not mix prices of two instants. */
    @Test
    void misalignedStampsNeverMixTwoInstants() {
        quote(0, T0, 100, 100);
        quote(1, T0, 50, 50);
        crossSection.closeStep(T0);
        // Instrument 0 is fast: its price of step 2 arrives before step 1 closes and before instrument 1's of step 1.
        quote(0, T1, 110, 110);
        quote(0, T1 + SECOND, 220, 220);
        quote(1, T1, 55, 55);
        crossSection.closeStep(T1);
        assertEquals(fixed(110), crossSection.mark(0));
        assertEquals(0.1, crossSection.stepReturn(0), 1e-15);
        assertEquals(0.1, crossSection.stepReturn(1), 1e-15);
        quote(0, T2, 121, 121);
        quote(1, T2, 60.5, 60.5);
        crossSection.closeStep(T2);
        assertEquals(0.1, crossSection.stepReturn(0), 1e-15);
        assertEquals(0.1, crossSection.stepReturn(1), 1e-15);
    }

    @Test
    void pricesAheadWaitForTheirOwnStepInWhateverOrderTheyCome() {
        price(T0, 100);
        crossSection.closeStep(T0);
        assertEquals(PriceVerdict.ACCEPTED, price(T2, 120));
        assertEquals(PriceVerdict.ACCEPTED, price(T1, 110));
        assertEquals(PriceVerdict.OUT_OF_ORDER, price(T2 - SECOND, 119));
        assertEquals(PriceVerdict.OUT_OF_ORDER, price(T1 - SECOND, 109));
        crossSection.closeStep(T1);
        assertEquals(fixed(110), crossSection.mark(0));
        crossSection.closeStep(T2);
        assertEquals(fixed(120), crossSection.mark(0));
    }

    @Test
    void nearStepTakesItsPriceWhileTwoFartherOnesWait() {
        price(T0, 100);
        crossSection.closeStep(T0);
        price(T2, 120);
        price(T3, 130);
        assertEquals(PriceVerdict.ACCEPTED, price(T1, 110));
        crossSection.closeStep(T1);
        assertEquals(fixed(110), crossSection.mark(0));
        crossSection.closeStep(T3);
        assertEquals(fixed(130), crossSection.mark(0), "the newest of the farther ones");
    }

    @Test
    void closesThatWereLeftOutTakeTheNewestPrice() {
        price(T0, 100);
        crossSection.closeStep(T0);
        price(T1, 110);
        price(T2, 120);
        price(T3, 130);
        crossSection.closeStep(T3);
        assertEquals(fixed(130), crossSection.mark(0));
    }

    @Test
    void stampsBeforeTheFirstCloseAndBefore1970AreSortedToo() {
        long close = -1000 * INTERVAL;
        price(close, 100);
        price(close + SECOND, 777);
        crossSection.closeStep(close);
        assertEquals(fixed(100), crossSection.mark(0));
    }

    @Test
    void latePriceIsCountedAndNeverChangesAClosedStep() {
        price(T0, 100);
        crossSection.closeStep(T0);
        price(T1 - 10 * SECOND, 110);
        crossSection.closeStep(T1);
        assertEquals(PriceVerdict.LATE, price(T1, 111));
        assertEquals(PriceVerdict.LATE, price(T1 - 20 * SECOND, 105));
        assertEquals(2, crossSection.lateCount());
        assertEquals(PriceVerdict.LATE, crossSection.onPrice(1, T1, fixed(50), fixed(50), 0, 0, 0));
        assertEquals(0, crossSection.mark(1));
        assertEquals(fixed(110), crossSection.mark(0));
        assertEquals(0.1, crossSection.stepReturn(0), 1e-15);
        // Nothing newer came: the late one is the last known price at T2, though by then it is stale.
        crossSection.closeStep(T2);
        assertEquals(fixed(111), crossSection.mark(0));
        assertFalse(crossSection.present(0));
    }

    @Test
    void everyVerdictIsCounted() {
        for (PriceVerdict verdict : PriceVerdict.values()) {
            assertEquals(0, crossSection.count(verdict));
        }
        price(T0, 100);
        price(T0 - SECOND, 100);
        crossSection.closeStep(T0);
        price(T0, 101);
        crossSection.onPrice(1, T1, fixed(50), fixed(49), 0, 0, 0);
        crossSection.onPrice(1, T1, fixed(50), fixed(49), 0, 0, 0);
        crossSection.onPrice(1, T1, -1, fixed(49), 0, 0, 0);
        assertEquals(1, crossSection.count(PriceVerdict.ACCEPTED));
        assertEquals(1, crossSection.count(PriceVerdict.OUT_OF_ORDER));
        assertEquals(1, crossSection.count(PriceVerdict.LATE));
        assertEquals(2, crossSection.count(PriceVerdict.CROSSED));
        assertEquals(1, crossSection.count(PriceVerdict.NON_POSITIVE));
        assertEquals(0, crossSection.count(PriceVerdict.JUMP));
    }

    @Test
    void presentMeansValidAtBothCloses() {
        price(T0, 100);
        crossSection.closeStep(T0);
        assertFalse(crossSection.present(0), "no previous close");
        price(T1 - 30 * SECOND, 101);
        crossSection.closeStep(T1);
        assertTrue(crossSection.present(0), "exactly at the staleness limit");
        assertFalse(crossSection.present(1), "never priced");
        assertEquals(1, crossSection.presentCount());
        assertTrue(crossSection.quorum(), "1 of 2 is half");
        price(T2 - 30 * SECOND - 1, 102);
        crossSection.closeStep(T2);
        assertFalse(crossSection.present(0), "stale by a nanosecond");
        assertEquals(0.0, crossSection.stepReturn(0));
        assertEquals(fixed(102), crossSection.mark(0), "a stale price still marks the position");
        assertFalse(crossSection.quorum());
        price(T3, 103);
        crossSection.closeStep(T3);
        assertFalse(crossSection.present(0), "was absent at the previous close");
    }

    @Test
    void haltedInstrumentIsAbsentUntilAStepAfterItsReturn() {
        for (int step = 0; step < 6; step++) {
            if (step == 2) {
                crossSection.setHalted(0, true);
            }
            if (step == 3) {
                crossSection.setHalted(0, false);
            }
            price(T0 + step * INTERVAL, 100);
            crossSection.closeStep(T0 + step * INTERVAL);
            assertEquals(step == 1 || step >= 4, crossSection.present(0), "step " + step);
        }
    }

    @Test
    void refusedPriceLeavesTheStateUnchanged() {
        price(T0, 100);
        crossSection.closeStep(T0);
        price(T1 - SECOND, 101);
        long before = hash(false);
        long counted = hash(true);
        assertEquals(PriceVerdict.CROSSED, quote(0, T1, 101.01, 101));
        assertNotEquals(counted, hash(true), "but for its counter");
        assertEquals(PriceVerdict.ABSENT_SIDE, quote(0, T1, 101, 0));
        assertEquals(PriceVerdict.ABSENT_SIDE, quote(0, T1, 0, 101));
        assertEquals(PriceVerdict.NON_POSITIVE, quote(0, T1, -1, 101));
        assertEquals(PriceVerdict.OUT_OF_ORDER, price(T1 - 2 * SECOND, 100));
        assertEquals(before, hash(false));
        crossSection.closeStep(T1);
        assertEquals(fixed(101), crossSection.mark(0));
    }

    @Test
    void lockedBookIsAPrice() {
        assertEquals(PriceVerdict.ACCEPTED, quote(0, T0, 100, 100));
    }

    @Test
    void markSourceChoosesThePrice() {
        for (MarkSource source : MarkSource.values()) {
            crossSection = of(source, Double.POSITIVE_INFINITY);
            assertEquals(
                    PriceVerdict.ACCEPTED,
                    crossSection.onPrice(0, T0, fixed(99), fixed(100), fixed(99.25), fixed(99.75), 0));
            crossSection.closeStep(T0);
            double expected = source == MarkSource.MID ? 99.5 : (source == MarkSource.LAST ? 99.25 : 99.75);
            assertEquals(fixed(expected), crossSection.mark(0), source.text());
            assertEquals(fixed(99), crossSection.bid(0));
            assertEquals(fixed(100), crossSection.ask(0));
            assertEquals(
                    PriceVerdict.CROSSED,
                    crossSection.onPrice(0, T1, fixed(100), fixed(99), fixed(99), fixed(99), 0),
                    source.text());
        }
    }

    @Test
    void volumeIsCountedWhateverTheVerdictAndAveragedOverEightSteps() {
        crossSection.onPrice(0, T0, 0, 0, 0, 0, 300);
        crossSection.onPrice(0, T0, fixed(2), fixed(1), 0, 0, 500);
        crossSection.closeStep(T0);
        assertEquals(800, crossSection.recentVolume(0));
        for (int step = 1; step < 8; step++) {
            crossSection.closeStep(T0 + step * INTERVAL);
        }
        assertEquals(100, crossSection.recentVolume(0));
        crossSection.closeStep(T0 + 8 * INTERVAL);
        assertEquals(RiskInputs.VOLUME_UNKNOWN, crossSection.recentVolume(0), "nobody told any");
        crossSection.onPrice(0, T0, 0, 0, 0, 0, Long.MAX_VALUE);
        crossSection.onPrice(0, T0, 0, 0, 0, 0, Long.MAX_VALUE);
        crossSection.closeStep(T0 + 9 * INTERVAL);
        assertEquals(Long.MAX_VALUE / 8, crossSection.recentVolume(0), "saturates, never wraps");
    }

    @Test
    void stepsCloseInOrder() {
        crossSection.closeStep(T1);
        assertThrows(IllegalStateException.class, () -> crossSection.closeStep(T1));
    }

    /** Closes 31 steps between 100 and 101 so that the gate has a volatility of 1 %; returns the close after them. */
    private long calm() {
        crossSection = of(MarkSource.MID, 10);
        long close = T0;
        for (int step = 0; step < 31; step++) {
            price(close, step % 2 == 0 ? 100 : 101);
            crossSection.closeStep(close);
            close += INTERVAL;
        }
        assertEquals(0.00995, crossSection.volatility(0), 1e-6);
        assertTrue(crossSection.present(0));
        return close;
    }

    @Test
    void fault37_jumpIsQuarantinedUntilALaterStepConfirmsIt() {
        long close = calm();
        assertEquals(PriceVerdict.ACCEPTED, price(close - 3 * SECOND, 100.5));
        assertEquals(PriceVerdict.JUMP, price(close - 2 * SECOND, 120));
        assertEquals(PriceVerdict.JUMP, price(close - SECOND, 120), "its own step cannot confirm it");
        crossSection.closeStep(close);
        assertEquals(fixed(100.5), crossSection.mark(0));
        assertTrue(crossSection.quarantined(0));
        assertFalse(crossSection.present(0), "the old mark may no longer be its price");
        close += INTERVAL;
        assertEquals(PriceVerdict.ACCEPTED, price(close, 121));
        crossSection.closeStep(close);
        assertEquals(fixed(121), crossSection.mark(0));
        assertFalse(crossSection.present(0));
        close += INTERVAL;
        assertEquals(PriceVerdict.ACCEPTED, price(close, 121));
        crossSection.closeStep(close);
        assertTrue(crossSection.present(0));
        assertTrue(crossSection.volatility(0) < 0.011, "a confirmed jump is not a step return");
    }

    @Test
    void badPrintIsForgottenWhenTheOldLevelReturns() {
        long close = calm();
        assertEquals(PriceVerdict.JUMP, price(close - 2 * SECOND, 1));
        assertEquals(PriceVerdict.ACCEPTED, price(close - SECOND, 101));
        crossSection.closeStep(close);
        assertTrue(crossSection.present(0));
        close += INTERVAL;
        assertEquals(PriceVerdict.JUMP, price(close, 1), "the first print is no longer remembered");
    }

    @Test
    void anotherJumpDoesNotConfirmTheFirst() {
        long close = calm();
        assertEquals(PriceVerdict.JUMP, price(close, 150));
        crossSection.closeStep(close);
        close += INTERVAL;
        assertEquals(PriceVerdict.JUMP, price(close, 60));
        crossSection.closeStep(close);
        assertFalse(crossSection.present(0));
        close += INTERVAL;
        assertEquals(PriceVerdict.ACCEPTED, price(close, 60));
    }

    @Test
    void gateAllowsForTheStepsSinceTheMark() {
        long close = calm();
        close += 8 * INTERVAL;
        // Ten sigmas of nine steps are 29.85 %; of one step, 9.95 %.
        assertEquals(PriceVerdict.ACCEPTED, price(close, 129));
        assertEquals(PriceVerdict.JUMP, price(close, 131));
    }

    /** A double that holds 2^53 + 1 or 2^53 + 3 is one off: as doubles, these prices would differ by 4. */
    @Test
    void returnOfAPriceThatNoDoubleHoldsIsThatOfTheDifference() {
        long before = (1L << 53) + 1;
        long after = before + 2;
        crossSection = of(MarkSource.LAST, Double.POSITIVE_INFINITY);
        crossSection.onPrice(0, T0, 0, 0, before, 0, 0);
        crossSection.onPrice(1, T0, 0, 0, 1000, 0, 0);
        crossSection.closeStep(T0);
        crossSection.onPrice(0, T1, 0, 0, after, 0, 0);
        crossSection.onPrice(1, T1, 0, 0, 1100, 0, 0);
        crossSection.closeStep(T1);
        assertEquals(2 / 0x1p53, crossSection.stepReturn(0));
        assertEquals(0.1, crossSection.stepReturn(1));
    }

    @Test
    void allAtOnceIsAsOneByOne() {
        crossSection = of(MarkSource.LAST, Double.POSITIVE_INFINITY);
        long[] volumes = new long[crossSection.size()];
        crossSection.recentVolumes(volumes);
        assertEquals(RiskInputs.VOLUME_UNKNOWN, volumes[0]);
        for (int step = 0; step < 11; step++) {
            long close = START + step * INTERVAL;
            crossSection.onPrice(0, close, fixed(99), fixed(101), fixed(100), 0, 1000 + step * step);
            crossSection.onPrice(1, close, fixed(50), 0, fixed(50), 0, Long.MAX_VALUE);
            crossSection.closeStep(close);
            crossSection.recentVolumes(volumes);
            for (int i = 0; i < volumes.length; i++) {
                assertEquals(crossSection.recentVolume(i), volumes[i], "step " + step);
                assertEquals(crossSection.mark(i), crossSection.marks()[i]);
            }
        }
    }

    @Test
    void whatIsNotQuotedHasNoSpread() {
        double[] half = new double[crossSection.size()];
        crossSection = of(MarkSource.LAST, Double.POSITIVE_INFINITY);
        for (int step = 0; step < 2; step++) {
            crossSection.onPrice(0, START + step * INTERVAL, fixed(99), fixed(101), fixed(100), 0, 0);
            crossSection.onPrice(1, START + step * INTERVAL, fixed(50), 0, fixed(50), 0, 0);
            crossSection.closeStep(START + step * INTERVAL);
            crossSection.halfSpreads(half);
            // Half of 2 over 100; the first step has nobody present.
            assertEquals(step == 0 ? Double.NaN : 0.01, half[0]);
            assertEquals(Double.NaN, half[1], "no offer");
        }
        crossSection.onPrice(0, START + 2 * INTERVAL, fixed(100), fixed(100), fixed(100), 0, 0);
        crossSection.closeStep(START + 2 * INTERVAL);
        crossSection.halfSpreads(half);
        assertEquals(Double.NaN, half[0], "a locked book");
    }
}
