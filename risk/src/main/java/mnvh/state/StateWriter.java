package mnvh.state;

/** Takes a state's numbers one after the other, in an order that never changes. */
public interface StateWriter {
    /** Takes a 64-bit integer. */
    void putLong(long value);

    /** Takes a 32-bit integer. */
    void putInt(int value);

    /** Takes a double; every NaN counts as the canonical one and -0.0 as +0.0. */
    void putDouble(double value);
}
