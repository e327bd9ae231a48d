package mnvh.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FixedPointTest {
    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        2,
        -2,
        3,
        5,
        10,
        FixedPoint.SCALE,
        -FixedPoint.SCALE,
        FixedPoint.RATE_SCALE,
        (1L << 31) - 1,
        1L << 31,
        (1L << 32) - 1,
        1L << 32,
        (1L << 32) + 1,
        -(1L << 32),
        1L << 61,
        1L << 62,
        -(1L << 62),
        (1L << 62) + 1,
        Long.MAX_VALUE,
        Long.MAX_VALUE - 1,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1
    };

    @Test
    void extremesAgreeWithBigInteger() {
        for (long a : EXTREMES) {
            for (long b : EXTREMES) {
                for (long divisor : EXTREMES) {
                    if (divisor != 0) {
                        checkAllRoundings(a, b, divisor);
                    }
                }
            }
        }
    }

    @Test
    void randomNumbersAgreeWithBigInteger() {
        long seed = 20_240_611;
        System.out.println("FixedPointTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int n = 0; n < 60_000; n++) {
            long a = anyMagnitude(random);
            long b = anyMagnitude(random);
            long divisor = anyMagnitude(random);
            checkAllRoundings(a, b, divisor == 0 ? 1 : divisor);
            checkAllRoundings(a, b, FixedPoint.SCALE);
            checkAllRoundings(a, b, FixedPoint.RATE_SCALE);
        }
    }

    @Test
    void quotientsAtTheBordersOfTheEstimateAgreeWithBigInteger() {
        SplittableRandom random = new SplittableRandom(7);
        for (int n = 0; n < 60_000; n++) {
            long divisor = n % 3 == 0 ? FixedPoint.SCALE : n % 3 == 1 ? FixedPoint.RATE_SCALE : near(random, 60);
            long quotient = near(random, n % 2 == 0 ? 50 : 62);
            long b = near(random, 20 + random.nextInt(43));
            BigInteger a = BigInteger.valueOf(quotient)
                    .multiply(BigInteger.valueOf(divisor))
                    .divide(BigInteger.valueOf(b))
                    .add(BigInteger.valueOf(random.nextInt(5) - 2));
            if (a.bitLength() <= 63) {
                checkAllRoundings(random.nextBoolean() ? a.longValueExact() : -a.longValueExact(), b, divisor);
            }
        }
    }

    @Test
    void remainderIsThatOfTheOperator() {
        SplittableRandom random = new SplittableRandom(11);
        for (long value : EXTREMES) {
            for (long divisor : EXTREMES) {
                if (divisor != 0) {
                    assertEquals(value % divisor, FixedPoint.remainder(value, divisor), value + " % " + divisor);
                }
            }
        }
        for (int n = 0; n < 200_000; n++) {
            long divisor = Math.max(1, anyMagnitude(random) & Long.MAX_VALUE);
            long value = anyMagnitude(random);
            assertEquals(value % divisor, FixedPoint.remainder(value, divisor), value + " % " + divisor);
            long multiple = value / divisor * divisor;
            assertEquals(0, FixedPoint.remainder(multiple, divisor), multiple + " % " + divisor);
            assertEquals((multiple - 1) % divisor, FixedPoint.remainder(multiple - 1, divisor));
        }
    }

    private static long near(SplittableRandom random, int power) {
        return (1L << power) + random.nextLong(-1000, 1000);
    }

    @Test
    void tiesGoToTheEvenNeighbour() {
        // Products that end in exactly a half, on both sides of 64 bits and of zero.
        for (long half : new long[] {1, 3, -1, -3, 5, (1L << 40) + 1, -(1L << 40) - 1}) {
            for (long factor : new long[] {1, FixedPoint.SCALE, 1L << 45, (1L << 45) + 1}) {
                checkAllRoundings(half, factor, 2 * factor);
                checkAllRoundings(half, factor, -2 * factor);
            }
        }
        assertEquals(0, FixedPoint.multiply(1, FixedPoint.SCALE / 2, Rounding.HALF_EVEN));
        assertEquals(2, FixedPoint.multiply(3, FixedPoint.SCALE / 2, Rounding.HALF_EVEN));
        assertEquals(-2, FixedPoint.multiply(-3, FixedPoint.SCALE / 2, Rounding.HALF_EVEN));
    }

    @Test
    void hundredThousandTimesTenThousandFits() {
        long notional = FixedPoint.multiply(100_000 * FixedPoint.SCALE, 10_000 * FixedPoint.SCALE, Rounding.HALF_EVEN);
        assertEquals(1_000_000_000L * FixedPoint.SCALE, notional);
    }

    @Test
    void overflowThrows() {
        assertThrows(
                ArithmeticException.class,
                () -> FixedPoint.multiply(Long.MAX_VALUE, FixedPoint.SCALE + 1, Rounding.HALF_EVEN));
        assertThrows(ArithmeticException.class, () -> FixedPoint.divide(Long.MAX_VALUE, 1, Rounding.HALF_EVEN));
        assertThrows(ArithmeticException.class, () -> FixedPoint.divide(1, 0, Rounding.HALF_EVEN));
    }

    @Test
    void doublesRoundAsNamedAndRefuseWhatIsNoNumber() {
        assertEquals(1, FixedPoint.fromDouble(1.9e-8, Rounding.TOWARDS_ZERO));
        assertEquals(-1, FixedPoint.fromDouble(-1.9e-8, Rounding.TOWARDS_ZERO));
        assertEquals(2, FixedPoint.fromDouble(1.1e-8, Rounding.CEILING));
        assertEquals(-2, FixedPoint.fromDouble(-1.1e-8, Rounding.FLOOR));
        assertEquals(2, FixedPoint.fromDouble(2.5e-8, Rounding.HALF_EVEN));
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e12, 92_233_720_368.547_76}) {
            assertThrows(ArithmeticException.class, () -> FixedPoint.fromDouble(value, Rounding.HALF_EVEN));
        }
    }

    private static long anyMagnitude(SplittableRandom random) {
        return random.nextLong() >> random.nextInt(64);
    }

    private static void checkAllRoundings(long a, long b, long divisor) {
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        for (Rounding rounding : Rounding.values()) {
            BigInteger exact = new BigDecimal(product)
                    .divide(BigDecimal.valueOf(divisor), 0, mode(rounding))
                    .toBigIntegerExact();
            Supplier<String> call = () -> a + " * " + b + " / " + divisor + " " + rounding;
            if (exact.bitLength() <= 63) {
                assertEquals(exact.longValueExact(), FixedPoint.multiplyDivide(a, b, divisor, rounding), call);
            } else {
                assertThrows(ArithmeticException.class, () -> FixedPoint.multiplyDivide(a, b, divisor, rounding), call);
            }
        }
    }

    private static RoundingMode mode(Rounding rounding) {
        switch (rounding) {
            case TOWARDS_ZERO:
                return RoundingMode.DOWN;
            case CEILING:
                return RoundingMode.CEILING;
            case FLOOR:
                return RoundingMode.FLOOR;
            default:
                return RoundingMode.HALF_EVEN;
        }
    }
}
