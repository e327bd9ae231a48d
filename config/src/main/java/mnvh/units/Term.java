package mnvh.units;

import java.util.Locale;

/**
 * What a named person may change while a session runs: the limits, and what the venue asks. Ordinals are journaled.
 *
 * <p>Values are as the configuration holds them. Fees and margins belong to one instrument each, limits to the account.
 */
public enum Term {
    MAX_GROSS_LEVERAGE_RATIO(Family.LIMIT, 12, 100 * FixedPoint.RATE_SCALE),
    MAX_NET_LEVERAGE_RATIO(Family.LIMIT, 12, 100 * FixedPoint.RATE_SCALE),
    MAX_MARKET_BETA_RATIO(Family.LIMIT, 12, FixedPoint.RATE_SCALE),
    MAX_MARGIN_USAGE_RATIO(Family.LIMIT, 12, FixedPoint.RATE_SCALE),
    MAX_DRAWDOWN_RATIO(Family.LIMIT, 12, FixedPoint.RATE_SCALE),
    MAX_DAILY_LOSS_RATIO(Family.LIMIT, 12, FixedPoint.RATE_SCALE),
    MAX_ORDER_NOTIONAL(Family.LIMIT, 8, 10_000_000_000L * FixedPoint.SCALE),
    MAX_POSITION_NOTIONAL(Family.LIMIT, 8, 10_000_000_000L * FixedPoint.SCALE),
    MAX_PARTICIPATION_RATIO(Family.LIMIT, 12, FixedPoint.RATE_SCALE),
    MAX_PRICE_DEVIATION_BPS(Family.LIMIT, 8, FixedPoint.RATE_SCALE),
    MAX_MESSAGES_PER_S(Family.LIMIT, 0, 65_536),
    MAX_WORKING_ORDERS(Family.LIMIT, 0, 1_000_000),
    MAX_REPEATED_EXECUTIONS(Family.LIMIT, 0, 1_000_000_000),
    /** What the venue multiplies the margins of the universe file by. */
    MARGIN_FACTOR(Family.MARGIN, 12, 100 * FixedPoint.RATE_SCALE),
    /** Fee of fills that add liquidity; negative is a rebate. */
    MAKER_BPS(Family.FEE, 8, FixedPoint.RATE_SCALE / 10),
    /** Fee of fills that remove liquidity. */
    TAKER_BPS(Family.FEE, 8, FixedPoint.RATE_SCALE / 10);

    /** Stands for a limit that never binds. */
    public static final long NONE = Long.MAX_VALUE;

    private static final Term[] VALUES = values();
    private static final long LARGEST_REBATE = FixedPoint.RATE_SCALE / 100;

    private final Family family;
    private final int decimals;
    private final long greatest;

    /** Who holds it. */
    private enum Family {
        LIMIT,
        MARGIN,
        FEE
    }

    Term(Family family, int decimals, long greatest) {
        this.family = family;
        this.decimals = decimals;
        this.greatest = greatest;
    }

    /** @return how many there are */
    public static int count() {
        return VALUES.length;
    }

    /** @return the constant at {@code ordinal}, without allocating */
    public static Term of(int ordinal) {
        return VALUES[ordinal];
    }

    /** @return true for a limit of the account; the others are one instrument's */
    public boolean limit() {
        return family == Family.LIMIT;
    }

    /** @return true for a rate that fills are charged at */
    public boolean fee() {
        return family == Family.FEE;
    }

    /** @return true for a number that it can be; {@link #NONE} where a limit can be switched off */
    public boolean holds(long value) {
        if (family == Family.FEE) {
            return value >= -LARGEST_REBATE && value <= greatest;
        }
        return (value > 0 && value <= greatest) || (value == NONE && orNone());
    }

    /** @return true where it can be switched off */
    public boolean orNone() {
        return family == Family.LIMIT && this != MAX_WORKING_ORDERS;
    }

    /** @return digits behind the point of its value as it is written: 8 for basis points, whose rate is at 10^-12 */
    public int decimals() {
        return decimals;
    }

    /** @return what it can be, as the end of the sentence "KEY must be ..." */
    public String range() {
        String least = family == Family.FEE ? "[" + format(-LARGEST_REBATE) : "(0";
        return "within " + least + ", " + format(greatest) + "]" + (orNone() ? " or none" : "");
    }

    /** @return its value as it is written */
    public String format(long value) {
        return value == NONE ? "none" : DecimalText.format(value, decimals);
    }

    /** @return {@code risk.max_gross_leverage_ratio}, {@code margin.factor}, {@code fees.taker_bps} and the like */
    public String key() {
        String name = name().toLowerCase(Locale.ROOT);
        switch (family) {
            case LIMIT:
                return "risk." + name;
            case FEE:
                return "fees." + name;
            default:
                return name.replace('_', '.');
        }
    }
}
