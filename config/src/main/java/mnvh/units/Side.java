package mnvh.units;

/** Side(54) of an order or fill. */
public enum Side {
    BUY('1', 1),
    SELL('2', -1);

    private static final Side[] VALUES = values();

    private final char fixCode;
    private final int sign;

    Side(char fixCode, int sign) {
        this.fixCode = fixCode;
        this.sign = sign;
    }

    /** @return the value of Side(54) */
    public char fixCode() {
        return fixCode;
    }

    /** @return +1 for a buy, -1 for a sell: signed quantity = sign * quantity */
    public int sign() {
        return sign;
    }

    /** @return the side that closes what this one opens */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** @return BUY for a positive quantity, SELL for a negative one; zero has no side and reads as BUY */
    public static Side ofSigned(long signedQuantity) {
        return signedQuantity < 0 ? SELL : BUY;
    }

    /** @return the constant at {@code ordinal}, without allocating */
    public static Side of(int ordinal) {
        return VALUES[ordinal];
    }
}
