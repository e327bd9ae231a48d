package mnvh.ledger;

import mnvh.units.HotPath;
import mnvh.units.Int128Array;
import mnvh.universe.Universe;

/**
 * The identities of {@link AccountingIdentity} in sums of 64 bits, which is nearly always enough.
 *
 * <p>It says yes only where every number is so small that no sum can leave 64 bits, and every identity holds. What it
 * does not say yes to is checked in 128 bits, where a broken identity also gets its name. Core thread only; allocates
 * nothing after construction.
 */
@HotPath
final class PlainIdentity {
    /** Below this magnitude sixteen numbers sum without leaving 64 bits. */
    private static final int PLAIN_BITS = 58;
    /** Every account is named below; one more would go unchecked. */
    private static final int ACCOUNTS = 9;

    private final Ledger ledger;
    private final boolean[] margined;
    private final Int128Array wallet;
    private final Int128Array financing;
    private final Int128Array positionValue;
    private final Int128Array markToMarketAccount;
    private final Int128Array edgeAccount;
    private final Int128Array feesAccount;
    private final Int128Array rebatesAccount;
    private final Int128Array fundingAccount;
    private final Int128Array capital;
    private final Int128Array markToMarket;
    private final Int128Array tradingCashflow;
    private final Int128Array edge;
    private final Int128Array fees;
    private final Int128Array rebates;
    private final Int128Array funding;
    private final int overall;

    PlainIdentity(Universe universe, Ledger ledger) {
        if (Account.count() != ACCOUNTS) {
            throw new IllegalStateException("the books have " + Account.count() + " accounts, known are " + ACCOUNTS);
        }
        this.ledger = ledger;
        Books books = ledger.books();
        wallet = books.column(Account.WALLET);
        financing = books.column(Account.FINANCING);
        positionValue = books.column(Account.POSITION_VALUE);
        markToMarketAccount = books.column(Account.MARK_TO_MARKET);
        edgeAccount = books.column(Account.EXECUTION_EDGE);
        feesAccount = books.column(Account.FEES);
        rebatesAccount = books.column(Account.REBATES);
        fundingAccount = books.column(Account.FUNDING);
        capital = books.column(Account.CAPITAL);
        ComponentTotals components = ledger.components();
        markToMarket = components.markToMarket();
        tradingCashflow = components.tradingCashflow();
        edge = components.executionEdge();
        fees = components.fees();
        rebates = components.rebates();
        funding = components.funding();
        overall = components.overall();
        margined = new boolean[universe.size()];
        for (int i = 0; i < margined.length; i++) {
            margined[i] = universe.get(i).kind().margined();
        }
    }

    /** @param value of the position, recomputed. @return true when every identity of the instrument holds plainly */
    boolean holds(int i, long value) {
        long cost = ledger.lots(i).cost();
        long realised = ledger.realised(i);
        long broken = realised + value - cost - markToMarket.low(i) - edge.low(i);
        broken |= financing.low(i) + (margined[i] ? cost : 0);
        return (broken | difference(i, value, 0)) == 0 && (bits(cost) | bits(realised)) >>> PLAIN_BITS == 0;
    }

    /** @return true when the totals hold plainly; equity follows from positions and cash */
    boolean totalsHold() {
        return difference(overall, ledger.positionValue(), ledger.initialCash()) == 0;
    }

    /**
     * What an instrument's columns and the totals have in common: positions, cash, mirrored income and balanced books.
     *
     * @param opening cash that no event brought
     * @return 0 when all of it holds and every number is small
     */
    private long difference(int i, long value, long opening) {
        long marked = markToMarket.low(i);
        long traded = tradingCashflow.low(i);
        long edged = edge.low(i);
        long paid = fees.low(i);
        long returned = rebates.low(i);
        long funded = funding.low(i);
        long cash = wallet.low(i);
        long financed = financing.low(i);
        long valued = positionValue.low(i);
        long contributed = capital.low(i);
        long broken = value - marked - traded;
        broken |= value - valued;
        broken |= cash + financed - opening + traded - edged - paid - returned - funded;
        // Income stands as a credit, so account and component cancel; then the books balance without them.
        broken |= markToMarketAccount.low(i) + marked;
        broken |= edgeAccount.low(i) + edged;
        broken |= feesAccount.low(i) + paid;
        broken |= rebatesAccount.low(i) + returned;
        broken |= fundingAccount.low(i) + funded;
        broken |= cash + financed + valued + contributed - marked - edged - paid - returned - funded;
        long large = bits(value) | bits(marked) | bits(traded) | bits(edged) | bits(paid) | bits(returned);
        large |= bits(funded) | bits(cash) | bits(financed) | bits(contributed) | bits(opening);
        return broken | large >>> PLAIN_BITS | upperWords(i);
    }

    /** @return 0 when every upper word is only the sign of its lower one */
    private long upperWords(int i) {
        return markToMarket.upperWord(i)
                | tradingCashflow.upperWord(i)
                | edge.upperWord(i)
                | fees.upperWord(i)
                | rebates.upperWord(i)
                | funding.upperWord(i)
                | wallet.upperWord(i)
                | financing.upperWord(i)
                | positionValue.upperWord(i)
                | capital.upperWord(i)
                | markToMarketAccount.upperWord(i)
                | edgeAccount.upperWord(i)
                | feesAccount.upperWord(i)
                | rebatesAccount.upperWord(i)
                | fundingAccount.upperWord(i);
    }

    /** @return a number whose highest set bit is that of {@code value} without its sign */
    private static long bits(long value) {
        return value ^ (value >> 63);
    }
}
