package mnvh.ledger;

import mnvh.config.LotsConfig;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/** What is held of each instrument, at which mark, from which fills. Core thread only; allocates nothing. */
@HotPath
final class Holdings implements Stateful {
    /** Position, lots and realised profit. */
    final LotState[] held;
    /** Positions once more, side by side. */
    final long[] position;
    /** Mark in force; 0 before the first. */
    final long[] mark;
    /** Settled for good: nothing is booked any more. */
    final boolean[] settled;

    final FillHistory[] history;
    final Charges[] charges;

    Holdings(int instruments, LotsConfig lots) {
        held = new LotState[instruments];
        position = new long[instruments];
        mark = new long[instruments];
        settled = new boolean[instruments];
        history = new FillHistory[instruments];
        charges = new Charges[instruments];
        for (int i = 0; i < instruments; i++) {
            held[i] = new LotState(lots);
            history[i] = new FillHistory(lots);
            charges[i] = new Charges(lots.history());
        }
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int i = 0; i < position.length; i++) {
            writer.putLong(position[i]);
            writer.putLong(mark[i]);
            writer.putLong(held[i].realised);
            writer.putInt(settled[i] ? 1 : 0);
            held[i].lots.writeTo(writer);
        }
    }

    /** Writes the fills that can still be taken back. */
    void writeHistoryTo(StateWriter writer) {
        for (int i = 0; i < position.length; i++) {
            history[i].writeTo(writer);
            charges[i].writeTo(writer);
        }
    }
}
