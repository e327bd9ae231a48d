package mnvh.ledger;

import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;

/** Books with the memory that they stand in. */
final class OpenBooks {
    final Books books;
    private final Rows rows;
    private final Memory memory;

    OpenBooks(Rows rows, long initialCash) {
        this.rows = rows;
        this.memory = new Memory(rows, new LotsConfig(LotMethod.FIFO, 1, 1));
        this.books = new Books(rows, memory, initialCash);
    }

    /** Posts a trade as the straight way does. */
    void trade(int row, long valueChange, long paid, long gain, boolean margined, long fee) {
        int totals = memory.totals(rows.currency(row));
        Books.trade(memory.words, Memory.row(row), totals, valueChange, paid, gain, margined, fee);
    }
}
