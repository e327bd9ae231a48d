package mnvh.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Int128Test {
    private static final BigInteger MAX = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);
    private static final BigInteger MIN = BigInteger.ONE.shiftLeft(127).negate();

    @Test
    void randomSumsAgreeWithBigInteger() {
        long seed = 11;
        System.out.println("Int128Test seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        Int128 sum = new Int128();
        Int128 other = new Int128();
        BigInteger exact = BigInteger.ZERO;
        for (int n = 0; n < 200_000; n++) {
            long a = random.nextLong() >> random.nextInt(64);
            long b = random.nextLong() >> random.nextInt(64);
            BigInteger change;
            Int128 before = new Int128();
            before.set(sum);
            boolean refused = false;
            try {
                switch (random.nextInt(6)) {
                    case 0:
                        change = BigInteger.valueOf(a);
                        sum.add(a);
                        break;
                    case 1:
                        change = BigInteger.valueOf(a).negate();
                        sum.subtract(a);
                        break;
                    case 2:
                        change = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
                        sum.addProduct(a, b);
                        break;
                    case 3:
                        change = BigInteger.valueOf(a)
                                .multiply(BigInteger.valueOf(b))
                                .negate();
                        sum.subtractProduct(a, b);
                        break;
                    case 4:
                        other.set(a, b);
                        change = other.toBigInteger();
                        sum.add(other);
                        break;
                    default:
                        other.set(a, b);
                        change = other.toBigInteger().negate();
                        sum.subtract(other);
                        break;
                }
            } catch (ArithmeticException overflow) {
                assertEquals(before.toBigInteger(), sum.toBigInteger(), "a refused sum changes nothing");
                refused = true;
                change = BigInteger.ZERO;
            }
            exact = exact.add(change);
            assertEquals(exact, sum.toBigInteger());
            assertEquals(exact.signum(), sum.signum());
            assertEquals(exact.signum() == 0, sum.isZero());
            assertEquals(Integer.signum(exact.compareTo(other.toBigInteger())), sum.compareTo(other));
            if (refused) {
                sum.clear();
                exact = BigInteger.ZERO;
            }
        }
    }

    @Test
    void the128thBitIsTheLimit() {
        Int128 number = new Int128();
        number.set(Long.MAX_VALUE, -1);
        assertEquals(MAX, number.toBigInteger());
        assertThrows(ArithmeticException.class, () -> number.add(1));
        assertEquals(MAX, number.toBigInteger());
        number.set(Long.MIN_VALUE, 0);
        assertEquals(MIN, number.toBigInteger());
        assertThrows(ArithmeticException.class, () -> number.subtract(1));
        number.addProduct(Long.MIN_VALUE, Long.MIN_VALUE);
        assertEquals(MIN.add(BigInteger.ONE.shiftLeft(126)), number.toBigInteger());
    }

    @Test
    void theLongIsExactOrRefused() {
        Int128 number = new Int128();
        number.add(Long.MAX_VALUE);
        assertEquals(Long.MAX_VALUE, number.toLongExact());
        number.add(1);
        assertThrows(ArithmeticException.class, number::toLongExact);
        number.clear();
        number.add(Long.MIN_VALUE);
        assertEquals(Long.MIN_VALUE, number.toLongExact());
        number.subtract(1);
        assertThrows(ArithmeticException.class, number::toLongExact);
        assertEquals("-9223372036854775809", number.toString());
    }
}
