package mnvh.engine;

import mnvh.event.BreakCause;
import mnvh.ledger.Translation;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * How much cash the open differences come to, each unit of money counted once, as absolute amounts.
 *
 * <p>What a total tells differently is in the wallet too. Of the same sign, it is the same money as a late fee in
 * suspense that was there when the total was told, and as a difference in the wallet once a wallet report has come
 * after the total; before that it may be other money, and counts by itself. Opposite signs never cancel. So the sum is
 * never less than what is unexplained. Core thread only; allocates nothing after construction.
 */
@HotPath
final class UnexplainedCash implements Stateful {
    private static final int FEES = 0;
    private static final int FUNDING = 1;
    private static final int TOTALS = 2;

    private final Breaks breaks;
    private final Translation translation;
    private final int currencies;
    /** By currency and total: how much of its difference a wallet report holds, signed. */
    private final long[] shown;
    /** By currency and total: last inbound sequence that its newest report includes, 0 for unknown. */
    private final long[] asOf;
    /** By currency: the same of fees, where unknown the sequence before the report. */
    private final long[] feesUntil;

    UnexplainedCash(Breaks breaks, Translation translation, int currencies) {
        this.breaks = breaks;
        this.translation = translation;
        this.currencies = currencies;
        this.shown = new long[currencies * TOTALS];
        this.asOf = new long[currencies * TOTALS];
        this.feesUntil = new long[currencies];
    }

    /**
     * Notes that the wallet was compared: it holds what totals have told by now.
     *
     * @param asOfSequence last inbound sequence that the report includes, 0 for unknown
     */
    void onWallet(int currency, long asOfSequence) {
        onWallet(currency, FEES, BreakCause.FEES_TOTAL, asOfSequence);
        onWallet(currency, FUNDING, BreakCause.FUNDING_TOTAL, asOfSequence);
    }

    private void onWallet(int currency, int total, BreakCause cause, long asOfSequence) {
        int at = currency * TOTALS + total;
        if (asOfSequence == 0 || asOfSequence >= asOf[at]) {
            shown[at] = open(cause, currency);
        }
    }

    private long open(BreakCause cause, int currency) {
        int b = breaks.find(cause, currency);
        return b < 0 ? 0 : breaks.amount(b);
    }

    /**
     * Notes that a total was compared, by the record with this sequence: of what is gone nothing is shown.
     *
     * @param asOfSequence last inbound sequence that the report includes, 0 for unknown
     */
    void onTotal(BreakCause cause, int currency, long sequence, long asOfSequence) {
        int at = currency * TOTALS + (cause == BreakCause.FEES_TOTAL ? FEES : FUNDING);
        long now = open(cause, currency);
        shown[at] = now > 0 ? Math.max(0, Math.min(shown[at], now)) : Math.min(0, Math.max(shown[at], now));
        asOf[at] = asOfSequence;
        if (cause == BreakCause.FEES_TOTAL) {
            feesUntil[currency] = asOfSequence == 0 ? sequence - 1 : asOfSequence;
        }
    }

    /** @return the sum in the reporting currency at 1e-8; as large as can be where that is not known */
    long converted() {
        long sum = 0;
        try {
            for (int c = 0; c < currencies; c++) {
                long amount = Math.addExact(ofSign(c, 1), ofSign(c, -1));
                long price = translation.price(c);
                if (amount != 0 && price == 0) {
                    return Long.MAX_VALUE;
                }
                sum = Math.addExact(sum, FixedPoint.multiply(amount, price, Rounding.HALF_EVEN));
            }
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
        return sum;
    }

    private long ofSign(int currency, int sign) {
        long wallet = 0;
        long lateFees = 0;
        long toldFees = 0;
        long fees = 0;
        long funding = 0;
        for (int b = 0; b < breaks.size(); b++) {
            BreakCause cause = breaks.cause(b);
            if (cause.ofInstrument() || breaks.owner(b) != currency || Long.signum(breaks.amount(b)) != sign) {
                continue;
            }
            long amount = Math.absExact(breaks.amount(b));
            switch (cause) {
                case FEES_TOTAL:
                    fees = amount;
                    break;
                case FUNDING_TOTAL:
                    funding = amount;
                    break;
                case FEE_UNKNOWN_FILL:
                    lateFees = Math.addExact(lateFees, amount);
                    toldFees = breaks.id(b) <= feesUntil[currency] ? Math.addExact(toldFees, amount) : toldFees;
                    break;
                default:
                    wallet = Math.addExact(wallet, amount);
            }
        }
        long late = Math.min(fees, toldFees);
        long inWallet = Math.addExact(
                Math.min(fees - late, shown(currency, FEES, sign)), Math.min(funding, shown(currency, FUNDING, sign)));
        long totals = Math.addExact(fees - late, funding) - Math.min(wallet, inWallet);
        return Math.addExact(Math.addExact(wallet, lateFees), totals);
    }

    private long shown(int currency, int total, int sign) {
        return Math.max(0, sign * shown[currency * TOTALS + total]);
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLongs(shown, shown.length);
        writer.putLongs(asOf, asOf.length);
        writer.putLongs(feesUntil, feesUntil.length);
    }
}
