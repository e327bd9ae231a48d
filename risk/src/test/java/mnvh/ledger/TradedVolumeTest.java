package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mnvh.units.FixedPoint;
import mnvh.units.Int128;
import org.junit.jupiter.api.Test;

class TradedVolumeTest {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final BigInteger SCALE = BigInteger.valueOf(FixedPoint.SCALE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);

    @Test
    void totalsBeyondSixtyFourBitsAreExact() {
        long seed = new Random().nextLong();
        System.out.println("TradedVolumeTest seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            TradedVolume volume = new TradedVolume(3);
            volume.at(DAY_NS);
            BigInteger expected = BigInteger.ZERO;
            for (int c = 0; c < 3; c++) {
                long price = c == 0 ? FixedPoint.SCALE : 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
                if (c > 0) {
                    volume.price(c, price);
                }
                BigInteger sum = BigInteger.ZERO;
                for (int n = random.nextInt(6); n > 0; n--) {
                    long notional = random.nextLong() >>> (1 + random.nextInt(62));
                    volume.count(c, notional, DAY_NS);
                    sum = sum.add(BigInteger.valueOf(notional));
                }
                expected = expected.add(
                        sum.multiply(BigInteger.valueOf(price)).divide(BigInteger.valueOf(FixedPoint.SCALE)));
            }
            volume.at(2 * DAY_NS);
            assertEquals(expected.min(MOST).longValueExact(), volume.reached());
        }
    }

    @Test
    void priceOfATotalIsExactUpToTheLastUnitThatFits() {
        long[] edges = {0, 1, 2, 99_999_999, 100_000_000, 100_000_001, 1L << 31, 1L << 32, 1L << 62, Long.MAX_VALUE};
        List<BigInteger> prices = new ArrayList<>();
        for (long edge : edges) {
            prices.add(BigInteger.valueOf(Math.max(edge, 1)));
        }
        List<BigInteger> totals = new ArrayList<>(prices);
        totals.add(BigInteger.ZERO);
        for (BigInteger price : prices) {
            // The largest total whose price fits, the next one, and both as they stand where a word begins.
            BigInteger most = MOST.add(BigInteger.ONE)
                    .multiply(SCALE)
                    .subtract(BigInteger.ONE)
                    .divide(price);
            totals.add(most);
            totals.add(most.add(BigInteger.ONE));
            totals.add(price.shiftLeft(32));
            totals.add(price.shiftLeft(64).min(LARGEST));
            totals.add(SCALE.shiftLeft(64).add(price));
            totals.add(SCALE.shiftLeft(64).subtract(price));
        }
        totals.add(LARGEST);
        for (BigInteger total : totals) {
            for (BigInteger price : prices) {
                BigInteger expected = total.multiply(price).divide(SCALE).min(MOST);
                Int128 sum = new Int128();
                sum.set(total.shiftRight(64).longValueExact(), total.longValue());
                assertEquals(
                        expected.longValueExact(),
                        TradedVolume.priced(sum, price.longValueExact()),
                        () -> total + " at " + price);
            }
        }
    }

    @Test
    void everyWordOfEveryTotalIsInTheState() {
        TradedVolume volume = new TradedVolume(2);
        RecordedState state = new RecordedState();
        volume.price(1, 7);
        for (int day = 61; day <= 121; day++) {
            volume.at(day * DAY_NS);
            for (int c = 0; c < 2; c++) {
                for (int n = 0; n < 4; n++) {
                    volume.count(c, Long.MAX_VALUE, day * DAY_NS);
                }
                volume.count(c, 104 + 2 * day + c, day * DAY_NS);
            }
        }
        List<Long> expected = new ArrayList<>(List.of(121L, FixedPoint.SCALE, 7L));
        for (long total = 226; total <= 347; total++) {
            // Four times 2^63 - 1 are 2 * 2^64 - 4.
            expected.add(2L);
            expected.add(total - 4);
        }
        volume.writeTo(state);
        assertEquals(expected, state.take());
    }

    @Test
    void dayBeginsOnceAndNeverAgain() {
        TradedVolume volume = new TradedVolume(1);
        assertEquals(0, volume.reached());
        assertEquals(true, volume.at(-1), "a day before 1970 is a day");
        assertEquals(false, volume.at(-DAY_NS));
        assertEquals(true, volume.at(0));
        assertEquals(false, volume.at(DAY_NS - 1));
        assertEquals(true, volume.isPast(-1));
        assertEquals(false, volume.isPast(0));
        assertEquals(true, volume.at(Long.MAX_VALUE), "the last day there is");
        assertEquals(false, volume.at(Long.MAX_VALUE - 1));
    }

    @Test
    void largestFillsOfManyDaysNeitherWrapNorThrow() {
        TradedVolume volume = new TradedVolume(2);
        volume.price(1, Long.MAX_VALUE);
        for (int day = 1; day < 100; day++) {
            volume.at(day * DAY_NS);
            for (int n = 0; n < 100; n++) {
                volume.count(n % 2, Long.MAX_VALUE, day * DAY_NS);
            }
        }
        assertEquals(Long.MAX_VALUE, volume.reached());
        for (int day = 39; day < 100; day++) {
            for (int n = 0; n < 100; n++) {
                volume.count(n % 2, -Long.MAX_VALUE, day * DAY_NS);
            }
        }
        assertEquals(0, volume.reached());
    }
}
