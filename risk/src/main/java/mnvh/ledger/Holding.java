package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.units.HotPath;
import mnvh.universe.Instrument;

/**
 * One instrument as it is held: at which mark, in which lots, from which fills. Core thread only; allocates nothing.
 */
@HotPath
final class Holding {
    final Instrument instrument;
    final boolean margined;
    final Lots lots;
    final FillHistory history;
    final Charges charges;
    /** Where the schedule's fee stands. */
    final long feePlace;
    /** Mark in force; 0 before the first. */
    long mark;
    /** Settled for good: nothing is booked any more. */
    boolean settled;

    Holding(Instrument instrument, Lots lots, FillHistory history, Charges charges) {
        this.instrument = instrument;
        this.margined = instrument.kind().margined();
        this.lots = lots;
        this.history = history;
        this.feePlace = Charges.place(Account.TRADING_FEES, instrument.index());
        this.charges = charges;
    }

    /** @return the mark, or {@code price} before the first */
    long markOr(long price) {
        return mark == 0 ? price : mark;
    }

    /** @return true while the instrument is traded and has a mark */
    boolean marked() {
        return mark != 0 && !settled;
    }

    /** Throws {@link IllegalArgumentException} once the instrument is settled. */
    void requireOpen() {
        if (settled) {
            throw new IllegalArgumentException(instrument.symbol() + " is settled, nothing more is booked on it");
        }
    }

    void writeTo(StateWriter writer, long[] scratch) {
        writer.putLong(lots.position());
        writer.putLong(mark);
        writer.putLong(lots.realised());
        writer.putInt(settled ? 1 : 0);
        lots.writeTo(writer, scratch);
    }
}
