package mnvh.ledger;

import mnvh.units.Component;
import mnvh.units.HotPath;
import mnvh.universe.Currencies;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/**
 * Holds the books against what they must say, to the last unit.
 *
 * <p>Source: method 6, read as three identities because eq. (2) of the paper counts fees twice:
 *
 * <pre>
 *   dV = sum MTM + sum TC                                                        positions
 *   dC = -sum TC + sum X - sum phi + sum F + sum Bw + sum I + FX + ext           cash
 *   dW = sum MTM + sum X - sum phi + sum F + sum Bw + sum I + FX + ext           equity
 * </pre>
 *
 * <p>in every row and every currency, and with them: accounts sum to zero, rows sum to the totals, lots are the
 * position, realised + unrealised = MTM + X. Nothing is shared with the posting: values are recomputed from positions
 * and marks by an arithmetic of its own, and compared with the announced components. Core thread only. Allocates
 * nothing after construction.
 */
@HotPath
public final class AccountingIdentity {
    private final Universe universe;
    private final Ledger ledger;
    private final Books books;
    private final ComponentTotals components;
    private final Rows rows;
    private final ValueCheck check = new ValueCheck();
    private final WideSum sum = new WideSum();
    private Breach breach = Breach.NONE;
    private long residual;

    /** @param ledger read through what it shows to everyone */
    public AccountingIdentity(Universe universe, Ledger ledger) {
        this.universe = universe;
        this.ledger = ledger;
        this.books = ledger.books();
        this.components = ledger.components();
        this.rows = books.rows();
    }

    /**
     * Checks instrument {@code i} and its currency's general row; constant time.
     *
     * @return the first residual that is not zero, at 10^-8; 0 when all identities hold
     */
    public long checkTouched(int i) {
        start();
        if (instrumentHolds(i)) {
            currencyHolds(rows.currency(i));
        }
        return residual;
    }

    /**
     * Checks a currency's general row; constant time.
     *
     * @return the first residual that is not zero, at 10^-8; 0 when all identities hold
     */
    public long checkCurrency(int currency) {
        start();
        currencyHolds(currency);
        return residual;
    }

    /**
     * Checks every instrument with its lots, every currency, that the rows sum to the totals, and the reporting
     * currency's view.
     *
     * @return the first residual that is not zero, at 10^-8; 0 when all identities hold
     */
    public long checkAll() {
        start();
        for (int i = 0; i < rows.instruments(); i++) {
            if (!instrumentHolds(i) || !lotsHold(i)) {
                return residual;
            }
        }
        for (int c = 0; c < rows.currencies(); c++) {
            if (!currencyHolds(c) || !rowsSumUp(c)) {
                return residual;
            }
        }
        reportHolds();
        return residual;
    }

    /** @return what the last check found */
    public Breach breach() {
        return breach;
    }

    private boolean instrumentHolds(int i) {
        Instrument instrument = universe.get(i);
        long value = check.valueOf(instrument, ledger.position(i), ledger.markPrice(i));
        if (!is(Breach.POSITIONS, sum.start(value).subtract(books.balance(Account.POSITION_VALUE, i)))
                || !rowHolds(i)) {
            return false;
        }
        long cost = ledger.lots(i).cost();
        sum.start(ledger.realised(i)).add(value).subtract(cost);
        sum.subtract(components.inRow(Component.MTM, i)).subtract(components.inRow(Component.EDGE, i));
        if (!is(Breach.REALISED, sum)) {
            return false;
        }
        sum.start(books.balance(Account.FINANCING, i));
        return is(Breach.LOTS, instrument.kind().margined() ? sum.add(cost) : sum);
    }

    private boolean currencyHolds(int c) {
        return rowHolds(rows.general(c));
    }

    /** Positions, cash, equity and books of a row, and every income account against its component. */
    private boolean rowHolds(int row) {
        for (int k = 0; k < Account.count(); k++) {
            Account account = Account.of(k);
            @Nullable Component component = account.component();
            if (component != null
                    && !is(
                            Breach.BOOKS,
                            sum.start(books.balance(account, row)).add(components.inRow(component, row)))) {
                return false;
            }
        }
        sum.start(books.balance(Account.POSITION_VALUE, row));
        sum.subtract(components.inRow(Component.MTM, row));
        sum.subtract(components.inRow(Component.TRADING_CASHFLOW, row));
        if (!is(Breach.POSITIONS, sum)) {
            return false;
        }
        sum.start(books.balance(Account.WALLET, row)).add(books.balance(Account.FINANCING, row));
        sum.add(components.inRow(Component.TRADING_CASHFLOW, row));
        subtractIncome(row);
        sum.add(components.inRow(Component.MTM, row)).add(books.balance(Account.CAPITAL, row));
        if (!is(Breach.CASH, sum)) {
            return false;
        }
        sum.start(0);
        for (int k = 0; k < Account.count(); k++) {
            sum.add(books.balance(Account.of(k), row));
        }
        return is(Breach.BOOKS, sum);
    }

    private void subtractIncome(int row) {
        for (int k = 0; k < Component.count(); k++) {
            if (k != Component.TRADING_CASHFLOW.ordinal()) {
                sum.subtract(components.inRow(Component.of(k), row));
            }
        }
    }

    private boolean lotsHold(int i) {
        Lots lots = ledger.lots(i);
        long position = ledger.position(i);
        sum.start(position < 0 ? Math.negateExact(position) : position);
        for (int rank = 0; rank < lots.count(); rank++) {
            sum.subtract(lots.quantity(rank));
        }
        if (!is(Breach.LOTS, sum)) {
            return false;
        }
        sum.start(lots.cost());
        for (int rank = 0; rank < lots.count(); rank++) {
            sum.subtract(lots.cost(rank));
        }
        return is(Breach.LOTS, sum);
    }

    private boolean rowsSumUp(int c) {
        for (int k = 0; k < Account.count(); k++) {
            Account account = Account.of(k);
            sum.start(books.total(account, c)).subtract(books.balance(account, rows.general(c)));
            for (int i = 0; i < rows.instruments(); i++) {
                if (rows.currency(i) == c) {
                    sum.subtract(books.balance(account, i));
                }
            }
            if (!is(Breach.BOOKS, sum)) {
                return false;
            }
        }
        return true;
    }

    /** W = W0 + converted components + FX + ROUNDING, and W0 is all that was contributed. */
    private void reportHolds() {
        for (int c = 0; c < rows.currencies(); c++) {
            long contributed = c == Currencies.REPORTING ? ledger.initialCash() : 0;
            if (!is(
                    Breach.EQUITY,
                    sum.start(0).subtract(books.total(Account.CAPITAL, c)).subtract(contributed))) {
                return;
            }
        }
        Translation view = ledger.translation();
        sum.start(0);
        for (int c = 0; c < rows.currencies(); c++) {
            sum.add(view.equity(c));
            for (int k = 0; k < Component.count(); k++) {
                if (k != Component.TRADING_CASHFLOW.ordinal()) {
                    sum.subtract(view.component(Component.of(k), c));
                }
            }
        }
        sum.subtract(ledger.initialCash());
        is(Breach.EQUITY, sum);
    }

    private void start() {
        breach = Breach.NONE;
        residual = 0;
    }

    /** Names the identity where its sum is not zero. */
    private boolean is(Breach identity, WideSum difference) {
        if (difference.isZero()) {
            return true;
        }
        breach = identity;
        residual = difference.toLong();
        return false;
    }
}
