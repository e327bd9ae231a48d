package mnvh.state;

import mnvh.units.HotPath;

/**
 * A 64-bit hash over written state: two cores that agree on it agree on every number that was written.
 *
 * <p>Number k is mixed into lane k mod 4, and the lanes into one at the end, so that a processor works on four at once.
 * Depends on the order and the count of the numbers; not cryptographic. Single-threaded. Allocates nothing after
 * construction. Mixing: the first lane of MurmurHash3 x64, ended by its 64-bit finaliser.
 */
@HotPath
public final class StateHash implements StateWriter {
    private static final int LANES = 4;

    private long first;
    private long second;
    private long third;
    private long fourth;
    private long count;

    /** Forgets everything that was written. */
    public void clear() {
        first = 0;
        second = 0;
        third = 0;
        fourth = 0;
        count = 0;
    }

    @Override
    public void putLong(long value) {
        // The lanes turn instead of being counted: the next number always goes into the first.
        long mixed = chain(first, value);
        first = second;
        second = third;
        third = fourth;
        fourth = mixed;
        count++;
    }

    @Override
    public void putLongs(long[] values, int from, int howMany) {
        long a = first;
        long b = second;
        long c = third;
        long d = fourth;
        int end = from + howMany;
        int i = from;
        for (; i <= end - LANES; i += LANES) {
            a = chain(a, values[i]);
            b = chain(b, values[i + 1]);
            c = chain(c, values[i + 2]);
            d = chain(d, values[i + 3]);
        }
        first = a;
        second = b;
        third = c;
        fourth = d;
        count += i - from;
        for (; i < end; i++) {
            putLong(values[i]);
        }
    }

    /** {@link #putDouble} for {@code howMany} values from {@code from} on, one after the other. */
    public void putDoubles(double[] values, int from, int howMany) {
        long a = first;
        long b = second;
        long c = third;
        long d = fourth;
        int end = from + howMany;
        int i = from;
        for (; i <= end - LANES; i += LANES) {
            a = chain(a, canonical(values[i]));
            b = chain(b, canonical(values[i + 1]));
            c = chain(c, canonical(values[i + 2]));
            d = chain(d, canonical(values[i + 3]));
        }
        first = a;
        second = b;
        third = c;
        fourth = d;
        count += i - from;
        for (; i < end; i++) {
            putDouble(values[i]);
        }
    }

    private static long chain(long hash, long value) {
        long mixed = Long.rotateLeft(value * 0x87C3_7B91_1142_53D5L, 31) * 0x4CF5_AD43_2745_937FL;
        return Long.rotateLeft(hash ^ mixed, 27) * 5 + 0x52DC_E729L;
    }

    @Override
    public void putInt(int value) {
        putLong(value);
    }

    @Override
    public void putDouble(double value) {
        putLong(canonical(value));
    }

    /** Adding +0.0 turns -0.0 into +0.0; doubleToLongBits makes every NaN the canonical one. */
    private static long canonical(double value) {
        return Double.doubleToLongBits(value + 0.0);
    }

    /** @return the hash of what was written since {@link #clear}; writing may go on */
    public long value() {
        long mixed = chain(chain(chain(chain(count, first), second), third), fourth);
        mixed = (mixed ^ (mixed >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
