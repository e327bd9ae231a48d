package mnvh.units;

/** TimeInForce(59): how long an order may rest. */
public enum TimeInForce {
    GTC('1'),
    IOC('3');

    private static final TimeInForce[] VALUES = values();

    private final char fixCode;

    TimeInForce(char fixCode) {
        this.fixCode = fixCode;
    }

    /** @return the value of TimeInForce(59) */
    public char fixCode() {
        return fixCode;
    }

    /** @return the constant at {@code ordinal}, without allocating */
    public static TimeInForce of(int ordinal) {
        return VALUES[ordinal];
    }
}
