package mnvh.ledger;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Int128;
import mnvh.units.Int128Array;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;

/**
 * Holds the books against what they must say, to the last unit.
 *
 * <p>Source: method 6, read as three identities because eq. (2) of the paper counts fees twice:
 *
 * <pre>
 *   dV = sum MTM + sum TC                                  positions
 *   dC = -sum TC + sum X - sum phi + sum F                 cash
 *   dW = sum MTM + sum X - sum phi + sum F                 equity
 * </pre>
 *
 * <p>and with them: accounts sum to zero, lots are the position, realised + unrealised = MTM + X. Nothing is shared
 * with the posting: values are recomputed from positions and marks by an arithmetic of its own, and compared with the
 * announced components. Core thread only. Allocates nothing after construction.
 */
@HotPath
public final class AccountingIdentity {
    private static final long SCALE = FixedPoint.SCALE;

    private final Universe universe;
    private final Ledger ledger;
    private final Int128Array[] accounts;
    private final Int128Array wallet;
    private final Int128Array financing;
    private final Int128Array positionValue;
    private final Int128Array markToMarketAccount;
    private final Int128Array executionEdgeAccount;
    private final Int128Array feesAccount;
    private final Int128Array rebatesAccount;
    private final Int128Array fundingAccount;
    private final Int128Array markToMarket;
    private final Int128Array tradingCashflow;
    private final Int128Array executionEdge;
    private final Int128Array fees;
    private final Int128Array rebates;
    private final Int128Array funding;
    private final int overall;
    private final PlainIdentity plain;
    private final Int128 difference = new Int128();
    private final boolean[] margined;
    private final long[] values;
    private Breach breach = Breach.NONE;
    private long residual;

    /** @param ledger read through what it shows to everyone */
    public AccountingIdentity(Universe universe, Ledger ledger) {
        this.universe = universe;
        this.ledger = ledger;
        this.accounts = new Int128Array[Account.count()];
        for (int account = 0; account < accounts.length; account++) {
            accounts[account] = ledger.books().column(Account.of(account));
        }
        this.wallet = ledger.books().column(Account.WALLET);
        this.financing = ledger.books().column(Account.FINANCING);
        this.positionValue = ledger.books().column(Account.POSITION_VALUE);
        this.markToMarketAccount = ledger.books().column(Account.MARK_TO_MARKET);
        this.executionEdgeAccount = ledger.books().column(Account.EXECUTION_EDGE);
        this.feesAccount = ledger.books().column(Account.FEES);
        this.rebatesAccount = ledger.books().column(Account.REBATES);
        this.fundingAccount = ledger.books().column(Account.FUNDING);
        ComponentTotals components = ledger.components();
        this.markToMarket = components.markToMarket();
        this.tradingCashflow = components.tradingCashflow();
        this.executionEdge = components.executionEdge();
        this.fees = components.fees();
        this.rebates = components.rebates();
        this.funding = components.funding();
        this.overall = components.overall();
        this.plain = new PlainIdentity(universe, ledger);
        int size = universe.size();
        this.values = new long[size];
        this.margined = new boolean[size];
        for (int i = 0; i < size; i++) {
            margined[i] = universe.get(i).kind().margined();
        }
    }

    /**
     * Checks instrument {@code i} and the totals; constant time.
     *
     * @return the first residual that is not zero, at 10^-8; 0 when all identities hold
     */
    public long checkTouched(int i) {
        start();
        values[i] = valueOf(i);
        if (plain.holds(i, values[i]) || holds(i, values[i])) {
            totalsHold();
        }
        return residual;
    }

    /**
     * Checks every instrument with its lots, the totals, and that the instruments' recomputed values sum to V.
     *
     * @return the first residual that is not zero, at 10^-8; 0 when all identities hold
     */
    public long checkAll() {
        start();
        int size = values.length;
        for (int i = 0; i < size; i++) {
            values[i] = valueOf(i);
            if (!(plain.holds(i, values[i]) || holds(i, values[i])) || !lotsHold(i)) {
                return residual;
            }
        }
        difference.add(ledger.positionValue());
        difference.subtractAll(values, 0, size);
        if (isZero(Breach.POSITIONS)) {
            totalsHold();
        } else {
            residual = -residual;
        }
        return residual;
    }

    /** @return what the last check found */
    public Breach breach() {
        return breach;
    }

    /** Every identity in 128 bits, one after the other, so that the broken one has a name. */
    private boolean holds(int i, long value) {
        return positionHolds(i, value) && cashHolds(i) && profitHolds(i, value) && booksHold(i);
    }

    private boolean positionHolds(int i, long value) {
        difference.add(value);
        subtract(markToMarket, i);
        subtract(tradingCashflow, i);
        if (!isZero(Breach.POSITIONS)) {
            return false;
        }
        difference.add(value);
        subtract(positionValue, i);
        return isZero(Breach.POSITIONS);
    }

    private boolean cashHolds(int i) {
        add(wallet, i);
        add(financing, i);
        add(tradingCashflow, i);
        subtract(executionEdge, i);
        subtract(fees, i);
        subtract(rebates, i);
        subtract(funding, i);
        return isZero(Breach.CASH);
    }

    private boolean profitHolds(int i, long value) {
        long cost = ledger.lots(i).cost();
        difference.add(ledger.realised(i));
        difference.add(value);
        difference.subtract(cost);
        subtract(markToMarket, i);
        subtract(executionEdge, i);
        if (!isZero(Breach.REALISED)) {
            return false;
        }
        add(financing, i);
        if (margined[i]) {
            difference.add(cost);
        }
        return isZero(Breach.LOTS);
    }

    private boolean booksHold(int i) {
        if (!mirrors(markToMarketAccount, i, markToMarket)
                || !mirrors(executionEdgeAccount, i, executionEdge)
                || !mirrors(feesAccount, i, fees)
                || !mirrors(rebatesAccount, i, rebates)
                || !mirrors(fundingAccount, i, funding)) {
            return false;
        }
        for (int account = 0; account < accounts.length; account++) {
            add(accounts[account], i);
        }
        return isZero(Breach.BOOKS);
    }

    /** Income stands as a credit, so account and component cancel. */
    private boolean mirrors(Int128Array account, int i, Int128Array component) {
        add(account, i);
        add(component, i);
        return isZero(Breach.BOOKS);
    }

    private void add(Int128Array column, int i) {
        column.addTo(i, difference);
    }

    private void subtract(Int128Array column, int i) {
        column.subtractFrom(i, difference);
    }

    private boolean lotsHold(int i) {
        LotQueue lots = ledger.lots(i);
        difference.add(Math.abs(ledger.position(i)));
        lots.subtractQuantities(difference);
        if (!isZero(Breach.LOTS)) {
            residual = ledger.position(i) < 0 ? -residual : residual;
            return false;
        }
        difference.add(lots.cost());
        lots.subtractCosts(difference);
        return isZero(Breach.LOTS);
    }

    private boolean totalsHold() {
        return plain.totalsHold() || everyTotalHolds();
    }

    private boolean everyTotalHolds() {
        difference.add(ledger.positionValue());
        subtract(markToMarket, overall);
        subtract(tradingCashflow, overall);
        if (!isZero(Breach.POSITIONS)) {
            return false;
        }
        difference.add(ledger.cash());
        add(tradingCashflow, overall);
        subtractCapitalAndIncome();
        if (!isZero(Breach.CASH)) {
            return false;
        }
        difference.add(ledger.equity());
        subtract(markToMarket, overall);
        subtractCapitalAndIncome();
        if (!isZero(Breach.EQUITY)) {
            return false;
        }
        for (int account = 0; account < accounts.length; account++) {
            add(accounts[account], overall);
        }
        return isZero(Breach.BOOKS);
    }

    private void subtractCapitalAndIncome() {
        difference.subtract(ledger.initialCash());
        subtract(executionEdge, overall);
        subtract(fees, overall);
        subtract(rebates, overall);
        subtract(funding, overall);
    }

    private void start() {
        difference.clear();
        breach = Breach.NONE;
        residual = 0;
    }

    /** Leaves the difference at zero for the next sum; otherwise the identity is broken and the check ends. */
    private boolean isZero(Breach identity) {
        if (difference.isZero()) {
            return true;
        }
        breach = identity;
        boolean fits = difference.high() == difference.low() >> 63;
        residual = fits ? difference.low() : (difference.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
        return false;
    }

    private long valueOf(int i) {
        Instrument instrument = universe.get(i);
        long quantity = ledger.position(i);
        long contracts = Math.abs(quantity);
        long underlying = instrument.multiplier() == SCALE ? contracts : product(contracts, instrument.multiplier());
        long value = product(underlying, ledger.markPrice(i));
        return quantity < 0 ? -value : value;
    }

    /**
     * {@code a * b} at 10^-8, half-even, by schoolbook: both factors (not negative) are split at the decimal point, so
     * every partial product fits 64 bits wherever the result does.
     */
    private static long product(long a, long b) {
        long tail = (a % SCALE) * (b % SCALE);
        long body = Math.addExact(Math.multiplyExact(a / SCALE, b), (a % SCALE) * (b / SCALE));
        long product = Math.addExact(body, tail / SCALE);
        long twiceRest = tail % SCALE * 2;
        boolean up = twiceRest > SCALE || (twiceRest == SCALE && (product & 1) != 0);
        return up ? Math.addExact(product, 1) : product;
    }
}
