package mnvh.units;

/**
 * Signed 128-bit totals, one per index, in two flat arrays: what {@link Int128} is for one number.
 *
 * <p>Single-threaded. Allocates nothing after construction. Overflow of 128 bits throws {@link ArithmeticException}.
 */
@HotPath
public final class Int128Array {
    private final long[] high;
    private final long[] low;

    /** @param size how many totals, all of them zero */
    public Int128Array(int size) {
        high = new long[size];
        low = new long[size];
    }

    /** Sets total {@code i} to zero. */
    public void clear(int i) {
        high[i] = 0;
        low[i] = 0;
    }

    /** Adds {@code value} to total {@code i}. */
    public void add(int i, long value) {
        long before = low[i];
        long sum = before + value;
        low[i] = sum;
        // Most totals stay within 64 bits, where the upper word is only the sign of the lower one.
        if (high[i] == before >> 63 && ((before ^ sum) & (value ^ sum)) >= 0) {
            high[i] = sum >> 63;
        } else {
            addHigh(i, before, sum, value >> 63);
        }
    }

    private void addHigh(int i, long before, long sum, long valueHigh) {
        long carry = Long.compareUnsigned(sum, before) < 0 ? 1 : 0;
        long sumHigh = high[i] + valueHigh + carry;
        if (((high[i] ^ sumHigh) & (valueHigh ^ sumHigh)) < 0) {
            low[i] = before;
            throw new ArithmeticException("total exceeds 128 bits");
        }
        high[i] = sumHigh;
    }

    /** Subtracts {@code value} from total {@code i}. */
    public void subtract(int i, long value) {
        if (value == Long.MIN_VALUE) {
            // Its opposite is no long; it is taken off in two halves.
            add(i, Long.MAX_VALUE);
            add(i, 1);
        } else {
            add(i, -value);
        }
    }

    /** Adds the exact product {@code a * b} to total {@code i}. */
    public void addProduct(int i, long a, long b) {
        addWide(i, Math.multiplyHigh(a, b), a * b);
    }

    /** Subtracts the exact product {@code a * b} from total {@code i}. */
    public void subtractProduct(int i, long a, long b) {
        long productLow = a * b;
        long productHigh = ~Math.multiplyHigh(a, b);
        addWide(i, productLow == 0 ? productHigh + 1 : productHigh, -productLow);
    }

    private void addWide(int i, long addHigh, long addLow) {
        long sumLow = low[i] + addLow;
        long carry = Long.compareUnsigned(sumLow, addLow) < 0 ? 1 : 0;
        long sumHigh = high[i] + addHigh + carry;
        if (((high[i] ^ sumHigh) & (addHigh ^ sumHigh)) < 0) {
            throw new ArithmeticException("total exceeds 128 bits");
        }
        low[i] = sumLow;
        high[i] = sumHigh;
    }

    /** @return the upper 64 bits of total {@code i}, signed */
    public long high(int i) {
        return high[i];
    }

    /** @return the lower 64 bits of total {@code i}, unsigned */
    public long low(int i) {
        return low[i];
    }

    /** @return 0 where total {@code i} fits a {@code long}, else anything else */
    public long upperWord(int i) {
        return high[i] ^ (low[i] >> 63);
    }

    /** Writes upper and lower word of every total to {@code target}, from its start. @return words written */
    public int copyTo(long[] target) {
        for (int i = 0; i < high.length; i++) {
            target[2 * i] = high[i];
            target[2 * i + 1] = low[i];
        }
        return 2 * high.length;
    }

    /** @return true when total {@code i} is zero */
    public boolean isZero(int i) {
        return (high[i] | low[i]) == 0;
    }

    /** @return total {@code i}; throws {@link ArithmeticException} where it does not fit a {@code long} */
    public long toLongExact(int i) {
        long value = low[i];
        if (high[i] != value >> 63) {
            throw new ArithmeticException("total " + i + " exceeds 64 bits");
        }
        return value;
    }

    /** Adds total {@code i} to {@code sum}. */
    public void addTo(int i, Int128 sum) {
        sum.add(high[i], low[i]);
    }

    /** Subtracts total {@code i} from {@code sum}. */
    public void subtractFrom(int i, Int128 sum) {
        sum.subtract(high[i], low[i]);
    }
}
