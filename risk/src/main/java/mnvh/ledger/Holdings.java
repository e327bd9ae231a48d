package mnvh.ledger;

import mnvh.config.LotsConfig;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/** What is held, by instrument. Core thread only; allocates nothing after construction. */
@HotPath
final class Holdings implements Stateful {
    /** The positions of the lots once more, side by side. */
    final long[] position;

    private final Holding[] holdings;
    private final long[] scratch;

    Holdings(Universe universe, LotsConfig config) {
        int size = universe.size();
        position = new long[size];
        holdings = new Holding[size];
        scratch = new long[1 + Lots.wordsOf(config)];
        Memory lots = new Memory(3 * size, Lots.wordsOf(config));
        Memory fills = new Memory(size, FillHistory.wordsOf(config));
        Charges[] charges = new Charges[size];
        for (int i = 0; i < size; i++) {
            charges[i] = new Charges(config.history());
        }
        for (int i = 0; i < size; i++) {
            holdings[i] = new Holding(
                    universe.get(i),
                    lots(config, lots, i),
                    new FillHistory(
                            config,
                            fills.words(i),
                            fills.from(i),
                            lots(config, lots, size + 2 * i),
                            lots(config, lots, size + 2 * i + 1)),
                    charges[i]);
        }
    }

    private static Lots lots(LotsConfig config, Memory memory, int place) {
        return new Lots(config, memory.words(place), memory.from(place));
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
