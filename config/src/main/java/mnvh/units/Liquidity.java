package mnvh.units;

/** LastLiquidityInd(851): whether a fill added liquidity (maker) or removed it (taker). */
public enum Liquidity {
    MAKER('1'),
    TAKER('2');

    private static final Liquidity[] VALUES = values();

    private final char fixCode;

    Liquidity(char fixCode) {
        this.fixCode = fixCode;
    }

    /** @return the value of LastLiquidityInd(851) */
    public char fixCode() {
        return fixCode;
    }

    /** @return the constant at {@code ordinal}, without allocating */
    public static Liquidity of(int ordinal) {
        return VALUES[ordinal];
    }
}
