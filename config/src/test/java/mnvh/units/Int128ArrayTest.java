package mnvh.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Int128ArrayTest {
    private static final long[] EXTREMES = {0, 1, -1, 1L << 62, -(1L << 62), Long.MAX_VALUE, Long.MIN_VALUE};

    private final Int128Array totals = new Int128Array(2);
    private final Int128 sum = new Int128();

    @Test
    void randomSumsAgreeWithBigInteger() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 300; run++) {
            Int128Array array = new Int128Array(1);
            BigInteger expected = BigInteger.ZERO;
            for (int n = 0; n < 200; n++) {
                long value = random.nextInt(4) == 0
                        ? EXTREMES[random.nextInt(EXTREMES.length)]
                        : random.nextLong() >> random.nextInt(64);
                long factor = random.nextLong() >> random.nextInt(1, 64);
                switch (random.nextInt(4)) {
                    case 0 -> {
                        array.add(0, value);
                        expected = expected.add(BigInteger.valueOf(value));
                    }
                    case 1 -> {
                        array.subtract(0, value);
                        expected = expected.subtract(BigInteger.valueOf(value));
                    }
                    case 2 -> {
                        array.addProduct(0, value, factor >> 10);
                        expected = expected.add(product(value, factor >> 10));
                    }
                    default -> {
                        array.subtractProduct(0, value, factor >> 10);
                        expected = expected.subtract(product(value, factor >> 10));
                    }
                }
                assertEquals(expected, value(array, 0));
                assertEquals(expected.signum() == 0, array.isZero(0));
            }
        }
    }

    @Test
    void totalsStandApart() {
        totals.add(0, 5);
        totals.add(1, -7);
        assertEquals(5, totals.toLongExact(0));
        assertEquals(-7, totals.toLongExact(1));
        sum.add(1);
        totals.addTo(0, sum);
        totals.subtractFrom(1, sum);
        assertEquals(13, sum.toLongExact());
        long[] words = new long[4];
        assertEquals(4, totals.copyTo(words));
        assertEquals(5, words[1]);
        assertEquals(-1, words[2]);
    }

    @Test
    void totalPastALongIsKeptAndRefusedAsOne() {
        totals.add(0, Long.MAX_VALUE);
        totals.add(0, 1);
        assertEquals(BigInteger.ONE.shiftLeft(63), value(totals, 0));
        assertThrows(ArithmeticException.class, () -> totals.toLongExact(0));
        totals.subtract(0, 1);
        assertEquals(Long.MAX_VALUE, totals.toLongExact(0));
    }

    @Test
    void totalPast128BitsThrowsAndStays() {
        Int128Array full = new Int128Array(1);
        full.addProduct(0, Long.MIN_VALUE, Long.MIN_VALUE);
        assertThrows(ArithmeticException.class, () -> full.addProduct(0, Long.MIN_VALUE, Long.MIN_VALUE));
        assertEquals(BigInteger.ONE.shiftLeft(126), value(full, 0));
    }

    @Test
    void rangesOfLargeAndSmallNumbersAreSubtracted() {
        for (long size : new long[] {3, 1L << 33, 1L << 50, Long.MAX_VALUE}) {
            long[] values = {1, size, size, -size, size, 9};
            sum.clear();
            sum.subtractAll(values, 1, 5);
            assertEquals(BigInteger.valueOf(size).multiply(BigInteger.valueOf(-2)), sum.toBigInteger());
        }
        assertTrue(new Int128().isZero());
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private static BigInteger value(Int128Array array, int i) {
        Int128 value = new Int128();
        array.addTo(i, value);
        return value.toBigInteger();
    }
}
