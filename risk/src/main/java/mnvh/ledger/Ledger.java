package mnvh.ledger;

import java.util.Arrays;
import mnvh.config.LotsConfig;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Int128;
import mnvh.units.Liquidity;
import mnvh.units.Rounding;
import mnvh.units.Side;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/**
 * Cash, positions and lots; three verbs change them: {@link #mark}, {@link #applyFill}, {@link #applyFunding}.
 *
 * <p>Source: method 6. A notional is rounded once, half-even; that integer moves cash, lot cost and journal alike:
 *
 * <pre>
 *   mark m -> m'  : MTM = val(q, m') - val(q, m)                 q held through the change, after the trades before it
 *   fill dq at f  : TC  = val(q + dq, m) - val(q, m)
 *                   cash -= val(dq, f);  X = TC - val(dq, f);  wallet -= fee
 *   funding       : F   = -val(q, m_f) * rate
 * </pre>
 *
 * <p>The value of a fill leaves the wallet for a cash asset; for a margined one it is posted to that position's
 * financing account, which thereby stays at minus the cost of the open lots, and realised profit moves on to the
 * wallet. Every verb computes everything first and posts afterwards: what overflows throws {@link ArithmeticException}
 * and leaves the ledger as it was. Core thread only. Allocates nothing after construction.
 */
@HotPath
public final class Ledger implements Stateful {
    private final Universe universe;
    private final FeeSchedule feeSchedule;
    private final long initialCash;
    private final Books books;
    private final ComponentTotals components;
    private final LotQueue[] lots;
    private final long[] position;
    private final long[] markPrice;
    private final long[] realised;
    private final long[] fundedUntilNs;
    private final FillPlan fill = new FillPlan();
    private final Int128 tradedNotional = new Int128();
    private long lastRealised;
    private long fills;

    /**
     * Opens the books: nothing held, nothing marked.
     *
     * @param universe linear instruments of one currency, else {@link IllegalArgumentException}
     * @param initialCash at 10^-8, not negative
     * @param listener told every component after it is posted
     */
    public Ledger(
            Universe universe, FeeSchedule feeSchedule, LotsConfig lots, long initialCash, LedgerListener listener) {
        if (initialCash < 0) {
            throw new IllegalArgumentException("initial cash must not be negative, got " + initialCash);
        }
        int size = universe.size();
        String currency = universe.get(0).currency();
        for (int i = 1; i < size; i++) {
            if (!universe.get(i).currency().equals(currency)) {
                throw new IllegalArgumentException("one currency per ledger: " + currency + ", not " + universe.get(i));
            }
        }
        this.universe = universe;
        this.feeSchedule = feeSchedule;
        this.initialCash = initialCash;
        this.books = new Books(size, initialCash);
        this.components = new ComponentTotals(size, listener);
        this.lots = new LotQueue[size];
        for (int i = 0; i < size; i++) {
            this.lots[i] = new LotQueue(lots.maxPerInstrument());
        }
        this.position = new long[size];
        this.markPrice = new long[size];
        this.realised = new long[size];
        this.fundedUntilNs = new long[size];
        Arrays.fill(fundedUntilNs, Long.MIN_VALUE);
    }

    /**
     * Values the held quantity of instrument {@code i} at a new mark.
     *
     * @param price at 10^-8, positive
     */
    public void mark(int i, long price) {
        requirePositive("mark", i, price);
        long value = universe.get(i).notional(position[i], price);
        long markToMarket = Math.subtractExact(value, value(i));
        Math.subtractExact(value, lots[i].cost());
        books.admit(0, 0, markToMarket);

        markPrice[i] = price;
        if (markToMarket != 0) {
            books.post(Account.POSITION_VALUE, Account.MARK_TO_MARKET, i, markToMarket);
            components.onMarkToMarket(i, markToMarket);
        }
    }

    /**
     * Books an execution. Without a mark so far, the fill's price becomes the mark.
     *
     * @param quantity LastQty(32) at 10^-8, positive
     * @param price LastPx(31) at 10^-8, positive
     * @param hasCommission true when the venue reported Commission(12), which then is the fee
     * @param commission at 10^-8, positive is a cost
     * @param timestampNs of the execution, kept with the lot
     * @return the fee charged at 10^-8, positive is a cost, rebates negative
     */
    public long applyFill(
            int i,
            Side side,
            long quantity,
            long price,
            Liquidity liquidity,
            boolean hasCommission,
            long commission,
            long timestampNs) {
        requirePositive("fill quantity", i, quantity);
        requirePositive("fill price", i, price);
        long mark = markPrice[i] == 0 ? price : markPrice[i];
        fill.plan(universe.get(i), side.sign() * quantity, price, mark, position[i], value(i), lots[i], realised[i]);
        long fee = hasCommission ? commission : feeSchedule.feeOf(i, liquidity, Math.abs(fill.paid()), quantity);
        fill.charge(fee, lots[i]);
        books.admit(fill.walletDelta(), fill.financingDelta(), fill.cashflow());

        markPrice[i] = mark;
        position[i] = fill.positionAfter();
        realised[i] = fill.realisedAfter();
        fill.moveLots(lots[i], timestampNs);
        lastRealised = fill.gain();
        tradedNotional.add(Math.abs(fill.paid()));
        fills++;
        post(i, universe.get(i).kind().margined(), fee);
        announce(i, fee);
        return fee;
    }

    private void post(int i, boolean margined, long fee) {
        Account payer = margined ? Account.FINANCING : Account.WALLET;
        books.post(Account.POSITION_VALUE, payer, i, fill.cashflow());
        books.post(payer, Account.EXECUTION_EDGE, i, fill.edge());
        if (margined) {
            books.post(Account.WALLET, Account.FINANCING, i, fill.gain());
        }
        books.post(fee < 0 ? Account.REBATES : Account.FEES, Account.WALLET, i, fee);
    }

    private void announce(int i, long fee) {
        if (fill.cashflow() != 0) {
            components.onTradingCashflow(i, fill.cashflow());
        }
        if (fill.edge() != 0) {
            components.onExecutionEdge(i, fill.edge());
        }
        if (fee > 0) {
            components.onFee(i, -fee);
        } else if (fee < 0) {
            components.onRebate(i, -fee);
        }
    }

    /**
     * Pays or receives the funding of one boundary, once, on the quantity held now.
     *
     * @param rate1e12 funding rate at 10^-12; a long pays when it is positive
     * @param price the venue's price for this funding at 10^-8, positive
     * @param boundaryNs the instant the funding belongs to
     * @return false, and nothing posted, for an instrument without funding or a boundary not newer than the last
     */
    public boolean applyFunding(int i, long rate1e12, long price, long boundaryNs) {
        requirePositive("funding price", i, price);
        Instrument instrument = universe.get(i);
        if (instrument.kind() != InstrumentKind.LINEAR_PERP || boundaryNs <= fundedUntilNs[i]) {
            return false;
        }
        long notional = instrument.notional(position[i], price);
        long amount = Math.negateExact(FixedPoint.multiplyRate(notional, rate1e12, Rounding.HALF_EVEN));
        books.admit(amount, 0, 0);

        fundedUntilNs[i] = boundaryNs;
        if (amount != 0) {
            books.post(Account.WALLET, Account.FUNDING, i, amount);
            components.onFunding(i, amount);
        }
        return true;
    }

    /** @return quantity held at 10^-8, negative when short */
    public long position(int i) {
        return position[i];
    }

    /** @return quantities held at 10^-8, one per instrument; a view, to be read only */
    public long[] positions() {
        return position;
    }

    /** @return the mark in force at 10^-8; 0 before the first */
    public long markPrice(int i) {
        return markPrice[i];
    }

    /** @return value of the position at its mark at 10^-8, negative when short */
    public long value(int i) {
        return books.money(Account.POSITION_VALUE, i);
    }

    /** @return V: value of all positions at their marks at 10^-8 */
    public long positionValue() {
        return books.money(Account.POSITION_VALUE);
    }

    /** @return C: wallet plus financing at 10^-8 */
    public long cash() {
        return books.money(Account.WALLET) + books.money(Account.FINANCING);
    }

    /** @return what should be at the venue at 10^-8 */
    public long wallet() {
        return books.money(Account.WALLET);
    }

    /** @return minus the cost of the open lots of a margined instrument at 10^-8; 0 for a cash asset */
    public long financing(int i) {
        return books.money(Account.FINANCING, i);
    }

    /** @return W = C + V at 10^-8 */
    public long equity() {
        return cash() + positionValue();
    }

    /** @return wallet at the start at 10^-8 */
    public long initialCash() {
        return initialCash;
    }

    /** @return profit of the lots closed so far, before fees, at 10^-8 */
    public long realised(int i) {
        return realised[i];
    }

    /** @return profit of the lots that the last fill closed, before fees, at 10^-8 */
    public long lastRealised() {
        return lastRealised;
    }

    /** @return value at the mark less cost of the open lots at 10^-8 */
    public long unrealised(int i) {
        return value(i) - lots[i].cost();
    }

    /** @return the open lots, to read */
    public LotQueue lots(int i) {
        return lots[i];
    }

    /** @return the accounts, to read */
    public Books books() {
        return books;
    }

    /** @return running totals of the components, to read */
    public ComponentTotals components() {
        return components;
    }

    /** @return value of all fills without sign at 10^-8; live, to read */
    public Int128 tradedNotional() {
        return tradedNotional;
    }

    /** @return how many fills were booked */
    public long fills() {
        return fills;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLong(initialCash);
        for (int i = 0; i < position.length; i++) {
            writer.putLong(position[i]);
            writer.putLong(markPrice[i]);
            writer.putLong(realised[i]);
            writer.putLong(fundedUntilNs[i]);
            lots[i].writeTo(writer);
        }
        books.writeTo(writer);
        components.writeTo(writer);
        writer.putLong(tradedNotional.high());
        writer.putLong(tradedNotional.low());
        writer.putLong(lastRealised);
        writer.putLong(fills);
    }

    private void requirePositive(String what, int i, long number) {
        if (number <= 0) {
            throw new IllegalArgumentException(what + " of instrument " + i + " must be positive, got " + number);
        }
    }
}
