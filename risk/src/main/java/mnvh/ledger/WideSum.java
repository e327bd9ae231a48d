package mnvh.ledger;

import mnvh.units.HotPath;

/**
 * A sum of up to 2^31 numbers that cannot overflow, kept as two halves; made to be compared with zero. Core thread
 * only; allocates nothing.
 */
@HotPath
final class WideSum {
    private static final long LOW = 0xFFFF_FFFFL;

    private long high;
    private long low;

    /** Starts at {@code value}. */
    WideSum start(long value) {
        high = value >> 32;
        low = value & LOW;
        return this;
    }

    /** Adds {@code value}. */
    WideSum add(long value) {
        high += value >> 32;
        low += value & LOW;
        return this;
    }

    /** Subtracts {@code value}. */
    WideSum subtract(long value) {
        high -= value >> 32;
        low -= value & LOW;
        return this;
    }

    /** @return true when the sum is zero */
    boolean isZero() {
        return (low & LOW) == 0 && high + (low >> 32) == 0;
    }

    /** @return the sum; where it leaves 64 bits, the nearest number within */
    long toLong() {
        long upper = high + (low >> 32);
        if (upper != (int) upper) {
            return upper < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return upper << 32 | (low & LOW);
    }
}
