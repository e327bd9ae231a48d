package mnvh.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every operation beside that of {@link BigInteger}: where numbers change their form, at ties, and at random. */
class ExactTest {
    private static final BigInteger TWO_63 = BigInteger.ONE.shiftLeft(63);
    private static final int RANDOM = 100_000;

    /** Each power of two and its neighbours, the scales and theirs, both signs. */
    private static List<BigInteger> edges() {
        List<BigInteger> edges = new ArrayList<>(List.of(BigInteger.ZERO));
        List<BigInteger> centres = new ArrayList<>(List.of(
                BigInteger.valueOf(3),
                BigInteger.TEN.pow(8),
                BigInteger.TEN.pow(12),
                BigInteger.TEN.pow(16),
                BigInteger.TEN.pow(20),
                // Squares of the one stay in 63, of the other in 64 bits.
                BigInteger.valueOf(3_037_000_499L),
                BigInteger.valueOf(4_294_967_295L)));
        for (int bit : new int[] {0, 1, 31, 32, 52, 53, 61, 62, 63, 64, 65, 95, 126, 127, 128}) {
            centres.add(BigInteger.ONE.shiftLeft(bit));
        }
        for (BigInteger centre : centres) {
            for (int off = -1; off <= 1; off++) {
                edges.add(centre.add(BigInteger.valueOf(off)));
                edges.add(centre.add(BigInteger.valueOf(off)).negate());
            }
        }
        return edges.stream().distinct().toList();
    }

    /** Of any length up to 130 bits, and of each length as likely. */
    private static BigInteger any(Random random) {
        BigInteger number = new BigInteger(random.nextInt(131), random);
        return random.nextBoolean() ? number : number.negate();
    }

    @Test
    void sumsAndProductsAreThoseOfNumbersWithoutBounds() {
        List<BigInteger> edges = edges();
        for (BigInteger a : edges) {
            for (BigInteger b : edges) {
                assertPair(a, b);
            }
        }
        Random random = new Random(1);
        for (int n = 0; n < RANDOM; n++) {
            assertPair(any(random), any(random));
        }
    }

    private static void assertPair(BigInteger a, BigInteger b) {
        Exact x = Exact.of(a);
        Exact y = Exact.of(b);
        assertNumber(a.add(b), x.add(y), a, b);
        assertNumber(a.subtract(b), x.subtract(y), a, b);
        assertNumber(a.multiply(b), x.multiply(y), a, b);
        assertNumber(a.min(b), x.min(y), a, b);
        assertNumber(a.max(b), x.max(y), a, b);
        assertEquals(a.compareTo(b), x.compareTo(y), () -> a + " and " + b);
        assertEquals(a.equals(b), x.equals(y), () -> a + " and " + b);
    }

    /** That number, and in the one form that it has however it was come by. */
    private static void assertNumber(BigInteger expected, Exact found, Object... of) {
        Exact number = Exact.of(expected);
        if (!expected.equals(found.toBigInteger()) || !found.equals(number) || !number.equals(found)) {
            throw new AssertionError(found + " of " + List.of(of) + ", expected " + expected);
        }
        assertEquals(number.hashCode(), found.hashCode());
    }

    @Test
    void eachNumberIsItself() {
        for (BigInteger a : edges()) {
            Exact x = Exact.of(a);
            assertNumber(a, x);
            assertNumber(a.negate(), x.negate(), a);
            assertNumber(a.abs(), x.abs(), a);
            assertEquals(a.signum(), x.signum());
            assertEquals(a.toString(), x.toString());
            assertFalse(x.equals(null));
            assertNotEquals(x, (Object) a);
            boolean fits = a.bitLength() < 64;
            for (long number : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, a.longValue()}) {
                assertEquals(a.equals(BigInteger.valueOf(number)), x.is(number), () -> a + " and " + number);
            }
            if (fits) {
                assertEquals(x, Exact.of(a.longValue()));
                assertEquals(a.longValue(), x.longValueExact());
            } else {
                assertThrows(ArithmeticException.class, x::longValueExact);
            }
        }
    }

    @Test
    void sumOfManyIsThatOfOneAfterAnother() {
        List<BigInteger> edges = edges();
        Random random = new Random(2);
        for (int n = 0; n < RANDOM / 3; n++) {
            Exact[] numbers = new Exact[random.nextInt(6)];
            BigInteger sum = BigInteger.ZERO;
            for (int k = 0; k < numbers.length; k++) {
                BigInteger number = edges.get(random.nextInt(edges.size()));
                numbers[k] = Exact.of(number);
                sum = sum.add(number);
            }
            assertNumber(sum, Exact.sum(numbers), (Object[]) numbers);
        }
        Exact most = Exact.of(Long.MAX_VALUE);
        assertNumber(TWO_63.negate(), Exact.sum(new Exact[] {most.negate(), Exact.ONE.negate()}));
        assertNumber(TWO_63, Exact.sum(new Exact[] {most, Exact.ONE}));
        assertTrue(Exact.sum(new Exact[] {most, most, most.negate(), most.negate()})
                .is(0));
    }

    @Test
    void quotientsAreRoundedOnce() {
        List<BigInteger> edges = edges();
        for (BigInteger a : edges) {
            for (BigInteger b : edges) {
                for (BigInteger divisor : edges) {
                    if (divisor.signum() > 0) {
                        assertQuotients(a, b, divisor);
                    }
                }
            }
        }
        Random random = new Random(3);
        for (int n = 0; n < RANDOM; n++) {
            BigInteger divisor = any(random).abs().add(BigInteger.ONE);
            assertQuotients(any(random), any(random), divisor);
        }
    }

    /** Quotients whose product is a multiple of the divisor, or a half of one, and what is next to these. */
    @Test
    void tiesGoToTheEvenNumber() {
        Random random = new Random(4);
        for (int n = 0; n < RANDOM; n++) {
            long divisor = 2 * (1 + (random.nextLong() >>> (2 + random.nextInt(60))));
            long whole = random.nextLong() >> random.nextInt(64);
            BigInteger half = BigInteger.valueOf(divisor / 2);
            BigInteger tie = BigInteger.valueOf(whole).multiply(BigInteger.TWO).add(BigInteger.ONE);
            for (int off = -1; off <= 1; off++) {
                BigInteger product = tie.multiply(half).add(BigInteger.valueOf(off));
                assertQuotients(product, BigInteger.ONE, BigInteger.valueOf(divisor));
            }
            assertQuotients(tie, half, BigInteger.valueOf(divisor));
            assertQuotients(half.negate(), tie, BigInteger.valueOf(divisor));
            assertQuotients(BigInteger.valueOf(whole), BigInteger.valueOf(divisor), BigInteger.valueOf(divisor));
        }
    }

    private static void assertQuotients(BigInteger a, BigInteger b, BigInteger divisor) {
        Exact x = Exact.of(a);
        Exact y = Exact.of(b);
        Exact z = Exact.of(divisor);
        assertNumber(rounded(a, b, divisor, RoundingMode.HALF_EVEN), Exact.halfEven(x, y, z), a, b, divisor);
        assertNumber(rounded(a, b, divisor, RoundingMode.CEILING), Exact.ceiling(x, y, z), a, b, divisor);
        assertNumber(rounded(a, b, divisor, RoundingMode.DOWN), Exact.cut(x, y, z), a, b, divisor);
    }

    private static BigInteger rounded(BigInteger a, BigInteger b, BigInteger divisor, RoundingMode mode) {
        return new BigDecimal(a.multiply(b))
                .divide(new BigDecimal(divisor), 0, mode)
                .toBigIntegerExact();
    }

    @Test
    void nothingIsDividedByNothing() {
        for (Exact number : List.of(Exact.ZERO, Exact.ONE, Exact.of(TWO_63))) {
            assertThrows(ArithmeticException.class, () -> Exact.halfEven(number, Exact.ONE, Exact.ZERO));
            assertThrows(ArithmeticException.class, () -> Exact.ceiling(number, Exact.ONE, Exact.ZERO));
            assertThrows(ArithmeticException.class, () -> Exact.cut(number, Exact.ONE, Exact.ZERO));
        }
    }

    @Test
    void wholeHasAllOfAnAmount() {
        Exact amount = Exact.of(TWO_63);
        assertSame(amount, Exact.share(amount, Exact.of(7), Exact.of(7)));
        assertEquals(Exact.of(-2), Exact.share(Exact.of(-5), Exact.of(3), Exact.of(6)));
        assertEquals(Exact.of(4), Exact.share(Exact.of(7), Exact.of(3), Exact.of(6)));
    }
}
