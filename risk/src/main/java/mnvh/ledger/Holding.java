package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.universe.Instrument;

/**
 * One instrument as it is held: at which mark, in which lots, from which fills. Core thread only; allocates nothing
 * after construction.
 */
@HotPath
final class Holding {
    /** Rates at which {@link StraightFill} books, by liquidity; {@link FeeSchedule#NOT_PLAIN} where it does not. */
    static final int RATE = 0;
    /** Mark in force; 0 before the first. */
    static final int MARK = RATE + FeeSchedule.KINDS;
    /** 1 where a quantity's value is its product with a price. */
    static final int PRODUCT = MARK + 1;
    /** 1 where positions are margined, and FINANCING pays. */
    static final int MARGINED = PRODUCT + 1;
    /** Where the currency's totals begin. */
    static final int TOTALS = MARGINED + 1;
    /** Index of the currency. */
    static final int CURRENCY = TOTALS + 1;
    /** Words of all this. */
    static final int HEADER = CURRENCY + 1;

    final Instrument instrument;
    final boolean margined;
    final Lots lots;
    final FillHistory history;
    final Charges charges;
    private final long[] words;
    private final int at;
    /** Settled for good: nothing is booked any more. */
    private boolean settled;

    /**
     * @param currency index of the instrument's
     * @param fees whose plain rates let fills go the straight way
     */
    Holding(
            Instrument instrument,
            int currency,
            FeeSchedule fees,
            Memory memory,
            Lots lots,
            FillHistory history,
            Charges charges) {
        this.instrument = instrument;
        this.margined = instrument.kind().margined();
        this.lots = lots;
        this.history = history;
        this.charges = charges;
        this.words = memory.words;
        this.at = Memory.row(instrument.index()) + Memory.HOLDING;
        for (int k = 0; k < FeeSchedule.KINDS; k++) {
            words[at + RATE + k] = fees.plainRate(instrument.index(), k);
        }
        words[at + PRODUCT] = !instrument.kind().inverse() && instrument.multiplier() == FixedPoint.SCALE ? 1 : 0;
        words[at + MARGINED] = margined ? 1 : 0;
        words[at + TOTALS] = memory.totals(currency);
        words[at + CURRENCY] = currency;
    }

    /** @return the mark in force; 0 before the first */
    long mark() {
        return words[at + MARK];
    }

    /** Takes a new mark. */
    void mark(long price) {
        words[at + MARK] = price;
    }

    /** @return the mark, or {@code price} before the first */
    long markOr(long price) {
        long mark = mark();
        return mark == 0 ? price : mark;
    }

    /** @return true once nothing is booked any more */
    boolean settled() {
        return settled;
    }

    /** Ends it: nothing is booked any more. */
    void settle() {
        settled = true;
        chargeByTheBook();
        history.close();
    }

    /** From now on no fill goes the straight way. */
    void chargeByTheBook() {
        for (int k = 0; k < FeeSchedule.KINDS; k++) {
            words[at + RATE + k] = FeeSchedule.NOT_PLAIN;
        }
    }

    /** Throws {@link IllegalArgumentException} once the instrument is settled. */
    void requireOpen() {
        if (settled) {
            throw new IllegalArgumentException(instrument.symbol() + " is settled, nothing more is booked on it");
        }
    }

    void writeTo(StateWriter writer, long[] scratch) {
        writer.putLong(lots.position());
        writer.putLong(mark());
        writer.putLong(lots.realised());
        writer.putInt(settled ? 1 : 0);
        lots.writeTo(writer, scratch);
    }
}
