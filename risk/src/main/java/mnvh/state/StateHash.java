package mnvh.state;

import mnvh.units.HotPath;

/**
 * A 64-bit hash over written state: two cores that agree on it agree on every number that was written.
 *
 * <p>Depends on the order and the count of the numbers; not cryptographic. Single-threaded. Allocates nothing after
 * construction. Mixing: the first lane of MurmurHash3 x64, ended by its 64-bit finaliser.
 */
@HotPath
public final class StateHash implements StateWriter {
    private long hash;
    private long count;

    /** Forgets everything that was written. */
    public void clear() {
        hash = 0;
        count = 0;
    }

    @Override
    public void putLong(long value) {
        hash = chain(hash, value);
        count++;
    }

    @Override
    public void putLongs(long[] values, int howMany) {
        putLongs(values, 0, howMany);
    }

    /** {@link #putLong} for {@code howMany} values from {@code from} on, one after the other. */
    public void putLongs(long[] values, int from, int howMany) {
        long chained = hash;
        for (int i = from; i < from + howMany; i++) {
            chained = chain(chained, values[i]);
        }
        hash = chained;
        count += howMany;
    }

    /** {@link #putDouble} for {@code howMany} values from {@code from} on, one after the other. */
    public void putDoubles(double[] values, int from, int howMany) {
        long chained = hash;
        for (int i = from; i < from + howMany; i++) {
            chained = chain(chained, canonical(values[i]));
        }
        hash = chained;
        count += howMany;
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
        long mixed = hash ^ count;
        mixed = (mixed ^ (mixed >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
