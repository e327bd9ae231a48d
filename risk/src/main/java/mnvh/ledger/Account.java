package mnvh.ledger;

import mnvh.units.Component;
import mnvh.units.FeeKind;
import org.jspecify.annotations.Nullable;

/**
 * The closed list of accounts. Debits are positive: assets stand positive, income negative, and all sum to zero.
 *
 * <p>Every income account has a component: what the listener hears is minus what the account is debited.
 */
public enum Account {
    /** Cash at the venue. */
    WALLET(null),
    /** What margined positions cost, owed: minus the cost of their open lots. */
    FINANCING(null),
    /** Positions at their marks. */
    POSITION_VALUE(null),
    /** Income from price changes of held quantities. */
    MARK_TO_MARKET(Component.MTM),
    /** Income from trading away from the mark; slippage makes it a cost. */
    EXECUTION_EDGE(Component.EDGE),
    /** Fees paid for trading. */
    TRADING_FEES(Component.FEE),
    /** Fees paid for clearing and settlement. */
    CLEARING_FEES(Component.CLEARING_FEE),
    /** Fees paid to a regulator. */
    REGULATORY_FEES(Component.REGULATORY_FEE),
    /** Taxes paid on trades. */
    TAXES(Component.TAX),
    /** Fees of any other kind. */
    OTHER_FEES(Component.OTHER_FEE),
    /** Rebates received. */
    REBATES(Component.REBATE),
    /** Funding received less funding paid. */
    FUNDING(Component.FUNDING),
    /** Stock borrow paid. */
    BORROW(Component.BORROW),
    /** Interest on cash. */
    INTEREST(Component.INTEREST),
    /** The other side of an exchange of one currency for another, in each of them. */
    CONVERSION(Component.FX),
    /** Money that came from outside the strategy, or left it. */
    EXTERNAL(Component.EXTERNAL),
    /** Differences to the venue that nothing explains yet. */
    SUSPENSE(Component.SUSPENSE),
    /** What the run started with. */
    CAPITAL(null);

    private static final Account[] VALUES = values();

    private final @Nullable Component component;

    Account(@Nullable Component component) {
        this.component = component;
    }

    /** @return how many accounts there are */
    public static int count() {
        return VALUES.length;
    }

    /** @return the constant at {@code ordinal}, without allocating */
    public static Account of(int ordinal) {
        return VALUES[ordinal];
    }

    /** @return what this account's income is announced as; null for what is owned, owed and contributed */
    public @Nullable Component component() {
        return component;
    }

    /** @return the account that fees of {@code kind} are paid into */
    public static Account ofFee(FeeKind kind) {
        switch (kind) {
            case TRADING:
                return TRADING_FEES;
            case CLEARING:
                return CLEARING_FEES;
            case REGULATORY:
                return REGULATORY_FEES;
            case TAX:
                return TAXES;
            default:
                return OTHER_FEES;
        }
    }
}
