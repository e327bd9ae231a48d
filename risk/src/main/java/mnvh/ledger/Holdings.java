package mnvh.ledger;

import mnvh.config.LotsConfig;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/** What is held of each instrument. Core thread only; allocates nothing after construction. */
@HotPath
final class Holdings implements Stateful {
    /** Quantities held once more, one beside the other for those who read them all. */
    final long[] position;

    /** Profit of the lots that the last fill closed, before fees. */
    long lastRealised;

    private final Holding[] holdings;
    private final long[] scratch;

    Holdings(Universe universe, Rows rows, FeeSchedule fees, LotsConfig config, Memory memory) {
        int size = universe.size();
        position = new long[size];
        holdings = new Holding[size];
        scratch = new long[1 + Lots.wordsOf(config)];
        for (int i = 0; i < size; i++) {
            int row = Memory.row(i);
            holdings[i] = new Holding(
                    universe.get(i),
                    rows.currency(i),
                    fees,
                    memory,
                    new Lots(config, memory.words, row + Memory.LOTS, memory.lots(i)),
                    new FillHistory(
                            config,
                            memory.words,
                            row + Memory.FILLS,
                            memory.fills(i),
                            Charges.place(Account.TRADING_FEES, i)),
                    new Charges(config.history()));
        }
    }

    /** @return the holding of instrument {@code i} */
    Holding of(int i) {
        return holdings[i];
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int i = 0; i < holdings.length; i++) {
            holdings[i].writeTo(writer, scratch);
        }
    }

    /** Writes the fills that can still be taken back. */
    void writeHistoryTo(StateWriter writer) {
        for (int i = 0; i < holdings.length; i++) {
            holdings[i].history.writeTo(writer, scratch);
            holdings[i].charges.writeTo(writer);
        }
    }
}
