package mnvh.state;

/** Takes a state's numbers one after the other, in an order that never changes. */
public interface StateWriter {
    /** Takes a 64-bit integer. */
    void putLong(long value);

    /** Takes {@code values[0]} to {@code values[count - 1]}, as if one after the other. */
    default void putLongs(long[] values, int count) {
        putLongs(values, 0, count);
    }

    /** Takes {@code values[from]} to {@code values[from + count - 1]}, as if one after the other. */
    default void putLongs(long[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            putLong(values[i]);
        }
    }

    /** Takes a 32-bit integer. */
    void putInt(int value);

    /** Takes a double; every NaN counts as the canonical one and -0.0 as +0.0. */
    void putDouble(double value);
}
