package mnvh.ledger;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Int128;
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
    private final Books books;
    private final ComponentTotals components;
    private final Int128 difference = new Int128();
    private Breach breach = Breach.NONE;
    private long residual;

    /** @param ledger read through what it shows to everyone */
    public AccountingIdentity(Universe universe, Ledger ledger) {
        this.universe = universe;
        this.ledger = ledger;
        this.books = ledger.books();
        this.components = ledger.components();
    }

    /**
     * Checks instrument {@code i} and the totals; constant time.
     *
     * @return the first residual that is not zero, at 10^-8; 0 when all identities hold
     */
    public long checkTouched(int i) {
        start();
        if (holdsFor(i)) {
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
        int size = universe.size();
        for (int i = 0; i < size; i++) {
            if (!holdsFor(i) || !lotsHold(i)) {
                return residual;
            }
        }
        for (int i = 0; i < size; i++) {
            difference.add(valueOf(i));
        }
        difference.subtract(ledger.positionValue());
        if (isZero(Breach.POSITIONS)) {
            totalsHold();
        }
        return residual;
    }

    /** @return what the last check found */
    public Breach breach() {
        return breach;
    }

    private boolean holdsFor(int i) {
        return positionHolds(i) && cashHolds(i) && profitHolds(i) && booksHold(i);
    }

    private boolean positionHolds(int i) {
        long value = valueOf(i);
        difference.add(value);
        difference.subtract(components.markToMarket(i));
        difference.subtract(components.tradingCashflow(i));
        if (!isZero(Breach.POSITIONS)) {
            return false;
        }
        difference.add(value);
        difference.subtract(ledger.value(i));
        return isZero(Breach.POSITIONS);
    }

    private boolean cashHolds(int i) {
        difference.add(books.balance(Account.WALLET, i));
        difference.add(books.balance(Account.FINANCING, i));
        difference.add(components.tradingCashflow(i));
        difference.subtract(components.executionEdge(i));
        difference.subtract(components.fees(i));
        difference.subtract(components.rebates(i));
        difference.subtract(components.funding(i));
        return isZero(Breach.CASH);
    }

    private boolean profitHolds(int i) {
        long cost = ledger.lots(i).cost();
        difference.add(ledger.realised(i));
        difference.add(valueOf(i));
        difference.subtract(cost);
        difference.subtract(components.markToMarket(i));
        difference.subtract(components.executionEdge(i));
        if (!isZero(Breach.REALISED)) {
            return false;
        }
        difference.add(ledger.financing(i));
        if (universe.get(i).kind().margined()) {
            difference.add(cost);
        }
        return isZero(Breach.LOTS);
    }

    private boolean booksHold(int i) {
        if (!mirrors(Account.MARK_TO_MARKET, i, components.markToMarket(i))
                || !mirrors(Account.EXECUTION_EDGE, i, components.executionEdge(i))
                || !mirrors(Account.FEES, i, components.fees(i))
                || !mirrors(Account.REBATES, i, components.rebates(i))
                || !mirrors(Account.FUNDING, i, components.funding(i))) {
            return false;
        }
        for (int account = 0; account < Account.count(); account++) {
            difference.add(books.balance(Account.of(account), i));
        }
        return isZero(Breach.BOOKS);
    }

    /** Income stands as a credit, so account and component cancel. */
    private boolean mirrors(Account account, int i, Int128 component) {
        difference.add(books.balance(account, i));
        difference.add(component);
        return isZero(Breach.BOOKS);
    }

    private boolean lotsHold(int i) {
        LotQueue lots = ledger.lots(i);
        int sign = Long.signum(ledger.position(i));
        difference.add(ledger.position(i));
        for (int rank = 0; rank < lots.count(); rank++) {
            difference.subtract(sign * lots.quantity(rank));
        }
        if (!isZero(Breach.LOTS)) {
            return false;
        }
        difference.add(lots.cost());
        for (int rank = 0; rank < lots.count(); rank++) {
            difference.subtract(lots.cost(rank));
        }
        return isZero(Breach.LOTS);
    }

    private boolean totalsHold() {
        difference.add(ledger.positionValue());
        difference.subtract(components.markToMarket());
        difference.subtract(components.tradingCashflow());
        if (!isZero(Breach.POSITIONS)) {
            return false;
        }
        difference.add(ledger.cash());
        difference.add(components.tradingCashflow());
        subtractCapitalAndIncome();
        if (!isZero(Breach.CASH)) {
            return false;
        }
        difference.add(ledger.equity());
        difference.subtract(components.markToMarket());
        subtractCapitalAndIncome();
        if (!isZero(Breach.EQUITY)) {
            return false;
        }
        for (int account = 0; account < Account.count(); account++) {
            difference.add(books.balance(Account.of(account)));
        }
        return isZero(Breach.BOOKS);
    }

    private void subtractCapitalAndIncome() {
        difference.subtract(ledger.initialCash());
        difference.subtract(components.executionEdge());
        difference.subtract(components.fees());
        difference.subtract(components.rebates());
        difference.subtract(components.funding());
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
        long value = product(product(Math.abs(quantity), instrument.multiplier()), ledger.markPrice(i));
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
