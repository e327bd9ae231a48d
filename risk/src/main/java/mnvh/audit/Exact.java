package mnvh.audit;

import java.io.Serializable;
import java.math.BigInteger;
import mnvh.units.FixedPoint;
import org.jspecify.annotations.Nullable;

/**
 * A whole number without bounds, and quotients of such numbers, rounded once.
 *
 * <p>A number below 2^63 is kept, added and multiplied as a long, any other as a {@link BigInteger}. Which of the two
 * cannot be told from outside: a sum that leaves the one goes on in the other, and comes back. Immutable; any thread.
 * Serializable because an {@link AuditException} carries two of them.
 */
public final class Exact implements Comparable<Exact>, Serializable {
    private static final long serialVersionUID = 1L;

    public static final Exact ZERO = new Exact(0, null);
    public static final Exact ONE = new Exact(1, null);
    /** One unit of money, price or quantity. */
    public static final Exact SCALE = of(FixedPoint.SCALE);
    /** A rate of one. */
    static final Exact RATE_SCALE = of(FixedPoint.RATE_SCALE);

    /** No number of its own here, so that each that is kept in a long has an opposite there. */
    private static final long BEYOND = Long.MIN_VALUE;

    /** The number, where {@link #large} is null. */
    private final long small;

    private final @Nullable BigInteger large;

    private Exact(long small, @Nullable BigInteger large) {
        this.small = small;
        this.large = large;
    }

    /** @return that number */
    public static Exact of(long number) {
        return number == BEYOND ? new Exact(0, BigInteger.valueOf(number)) : new Exact(number, null);
    }

    /** @return that number */
    public static Exact of(BigInteger number) {
        return number.bitLength() < Long.SIZE ? of(number.longValue()) : new Exact(0, number);
    }

    /** @return {@code this + other} */
    public Exact add(Exact other) {
        long sum = small + other.small;
        // A sum has wrapped where neither number has its sign.
        boolean fits = ((small ^ sum) & (other.small ^ sum)) >= 0 && sum != BEYOND;
        return fits && large == null && other.large == null
                ? new Exact(sum, null)
                : of(toBigInteger().add(other.toBigInteger()));
    }

    /** @return {@code this - other} */
    public Exact subtract(Exact other) {
        long difference = small - other.small;
        // A difference has wrapped where it has the sign of what was taken off, and not of what it was taken off from.
        boolean fits = ((small ^ other.small) & (small ^ difference)) >= 0 && difference != BEYOND;
        return fits && large == null && other.large == null
                ? new Exact(difference, null)
                : of(toBigInteger().subtract(other.toBigInteger()));
    }

    /** @return all of them together */
    static Exact sum(Exact[] numbers) {
        long sum = 0;
        for (int n = 0; n < numbers.length; n++) {
            long before = sum;
            sum += numbers[n].small;
            if (numbers[n].large != null || ((before ^ sum) & (numbers[n].small ^ sum)) < 0) {
                return of(before).addAll(numbers, n);
            }
        }
        return of(sum);
    }

    /** @return this and all from {@code first} on */
    private Exact addAll(Exact[] numbers, int first) {
        Exact sum = this;
        for (int n = first; n < numbers.length; n++) {
            sum = sum.add(numbers[n]);
        }
        return sum;
    }

    /** @return {@code this * other} */
    public Exact multiply(Exact other) {
        long product = small * other.small;
        boolean fits = Math.multiplyHigh(small, other.small) == product >> 63 && product != BEYOND;
        return fits && large == null && other.large == null
                ? new Exact(product, null)
                : of(toBigInteger().multiply(other.toBigInteger()));
    }

    /** @return {@code -this} */
    public Exact negate() {
        return large == null ? new Exact(-small, null) : of(large.negate());
    }

    /** @return this without its sign */
    public Exact abs() {
        return signum() < 0 ? negate() : this;
    }

    /** @return -1, 0 or 1 */
    public int signum() {
        return large == null ? Long.signum(small) : large.signum();
    }

    /** @return the smaller one */
    public Exact min(Exact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** @return the larger one */
    public Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** @return true for that very number */
    public boolean is(long number) {
        return large == null ? small == number : large.equals(BigInteger.valueOf(number));
    }

    /** @return the number; throws {@link ArithmeticException} where it takes more than 64 bits */
    public long longValueExact() {
        return large == null ? small : large.longValueExact();
    }

    /** @return the number, for those who print it */
    public BigInteger toBigInteger() {
        return large == null ? BigInteger.valueOf(small) : large;
    }

    /** @return {@code a * b / divisor} to the nearest, ties to even; the divisor must be positive */
    public static Exact halfEven(Exact a, Exact b, Exact divisor) {
        long floor = floor(a, b, divisor);
        if (floor != BEYOND) {
            long rest = a.small * b.small - floor * divisor.small;
            long missing = divisor.small - rest;
            return new Exact(rest > missing || (rest == missing && (floor & 1) != 0) ? floor + 1 : floor, null);
        }
        BigInteger[] parts = parts(a, b, divisor);
        int beyondHalf = parts[1].abs().shiftLeft(1).compareTo(divisor.toBigInteger());
        boolean away = beyondHalf > 0 || (beyondHalf == 0 && parts[0].testBit(0));
        return of(away ? parts[0].add(BigInteger.valueOf(parts[1].signum())) : parts[0]);
    }

    /** @return {@code a * b / divisor} towards positive infinity; the divisor must be positive */
    static Exact ceiling(Exact a, Exact b, Exact divisor) {
        long floor = floor(a, b, divisor);
        if (floor != BEYOND) {
            return new Exact(a.small * b.small == floor * divisor.small ? floor : floor + 1, null);
        }
        BigInteger[] parts = parts(a, b, divisor);
        return of(parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0]);
    }

    /** @return {@code a * b / divisor} towards zero; the divisor must be positive */
    static Exact cut(Exact a, Exact b, Exact divisor) {
        return of(parts(a, b, divisor)[0]);
    }

    /** @return the part's share of an amount, half-even; the whole has all of it */
    public static Exact share(Exact amount, Exact part, Exact whole) {
        return part.equals(whole) ? amount : halfEven(amount, part, whole);
    }

    /**
     * The quotient by longs alone. A double tells what it may be, and what that leaves in the low word corrects it,
     * with a rest below the divisor. Then quotient times divisor and rest must be the product in all of its 128 bits,
     * which only the quotient is: a double that was wrong leads nowhere, and to no other number.
     *
     * @return {@code a * b / divisor} towards negative infinity, the rest to which is that of the low words; {@link
     *     #BEYOND} where this way does not lead there
     */
    private static long floor(Exact a, Exact b, Exact divisor) {
        if (a.large != null || b.large != null || divisor.large != null) {
            return BEYOND;
        }
        long high = Math.multiplyHigh(a.small, b.small);
        long low = a.small * b.small;
        if (high == low >> 63) {
            return Math.floorDiv(low, divisor.small);
        }
        long near = (long) ((double) a.small * b.small / divisor.small);
        long floor = near + Math.floorDiv(low - near * divisor.small, divisor.small);
        // The rest carries into the high word where the low word without it is larger than with it.
        long carry = Long.compareUnsigned(floor * divisor.small, low) > 0 ? 1 : 0;
        boolean proven = Math.multiplyHigh(floor, divisor.small) + carry == high;
        return proven && floor != Long.MAX_VALUE ? floor : BEYOND;
    }

    /** @return the quotient towards zero, and what is left of the product */
    private static BigInteger[] parts(Exact a, Exact b, Exact divisor) {
        return a.toBigInteger().multiply(b.toBigInteger()).divideAndRemainder(divisor.toBigInteger());
    }

    @Override
    public int compareTo(Exact other) {
        return large == null && other.large == null
                ? Long.compare(small, other.small)
                : toBigInteger().compareTo(other.toBigInteger());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Exact number && (large == null ? number.is(small) : large.equals(number.large));
    }

    @Override
    public int hashCode() {
        return large == null ? Long.hashCode(small) : large.hashCode();
    }

    @Override
    public String toString() {
        return toBigInteger().toString();
    }
}
