package mnvh.units;

import java.math.BigInteger;

/**
 * A mutable signed 128-bit integer: running totals and exact products that a {@code long} cannot hold.
 *
 * <p>Single-threaded. Allocates nothing after construction. Overflow of 128 bits throws {@link ArithmeticException}.
 */
@HotPath
public final class Int128 {
    private long high;
    private long low;

    /** Sets the value to zero. */
    public void clear() {
        high = 0;
        low = 0;
    }

    /** Sets the value to {@code other}. */
    public void set(Int128 other) {
        high = other.high;
        low = other.low;
    }

    /** Sets the value from its two words, {@code low} unsigned. */
    public void set(long highWord, long lowWord) {
        high = highWord;
        low = lowWord;
    }

    /** Adds {@code value}. */
    public void add(long value) {
        add(value >> 63, value);
    }

    /** Subtracts {@code value}. */
    public void subtract(long value) {
        subtract(value >> 63, value);
    }

    /** Adds {@code other}. */
    public void add(Int128 other) {
        add(other.high, other.low);
    }

    /** Subtracts {@code other}. */
    public void subtract(Int128 other) {
        subtract(other.high, other.low);
    }

    /** Subtracts {@code values[from]} to {@code values[to - 1]}. */
    public void subtractAll(long[] values, int from, int to) {
        long sum = 0;
        long large = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
            large |= values[i] ^ (values[i] >> 63);
        }
        // As many numbers as an array holds, each below 2^31, sum within 64 bits.
        if (large >>> 31 == 0 || (large >>> 47 == 0 && to - from <= 1 << 15)) {
            subtract(sum);
            return;
        }
        for (int i = from; i < to; i++) {
            subtract(values[i]);
        }
    }

    /** Adds the exact product {@code a * b}. */
    public void addProduct(long a, long b) {
        add(Math.multiplyHigh(a, b), a * b);
    }

    /** Subtracts the exact product {@code a * b}. */
    public void subtractProduct(long a, long b) {
        subtract(Math.multiplyHigh(a, b), a * b);
    }

    /** @return the upper 64 bits, signed */
    public long high() {
        return high;
    }

    /** @return the lower 64 bits, unsigned */
    public long low() {
        return low;
    }

    /** @return true when the value is zero */
    public boolean isZero() {
        return (high | low) == 0;
    }

    /** @return -1, 0 or 1 as the value is negative, zero or positive */
    public int signum() {
        return high < 0 ? -1 : (isZero() ? 0 : 1);
    }

    /** @return the value; throws {@link ArithmeticException} where it does not fit a {@code long} */
    public long toLongExact() {
        if (high != low >> 63) {
            throw new ArithmeticException("total exceeds 64 bits: " + toBigInteger());
        }
        return low;
    }

    /** @return -1, 0 or 1 as this is smaller than, equal to or larger than {@code other} */
    public int compareTo(Int128 other) {
        return high != other.high ? Long.compare(high, other.high) : Long.compareUnsigned(low, other.low);
    }

    /** @return the value for reports; allocates */
    public BigInteger toBigInteger() {
        return BigInteger.valueOf(high).shiftLeft(64).or(new BigInteger(Long.toUnsignedString(low)));
    }

    @Override
    public String toString() {
        return toBigInteger().toString();
    }

    void add(long addHigh, long addLow) {
        long sumLow = low + addLow;
        long carry = Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0;
        long sumHigh = high + addHigh + carry;
        if (((high ^ sumHigh) & (addHigh ^ sumHigh)) < 0) {
            throw new ArithmeticException("total exceeds 128 bits");
        }
        low = sumLow;
        high = sumHigh;
    }

    void subtract(long subHigh, long subLow) {
        long differenceLow = low - subLow;
        long borrow = Long.compareUnsigned(low, subLow) < 0 ? 1 : 0;
        long differenceHigh = high - subHigh - borrow;
        if (((high ^ subHigh) & (high ^ differenceHigh)) < 0) {
            throw new ArithmeticException("total exceeds 128 bits");
        }
        low = differenceLow;
        high = differenceHigh;
    }
}
