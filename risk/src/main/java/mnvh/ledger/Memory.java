package mnvh.ledger;

import mnvh.config.LotsConfig;
import mnvh.units.Component;

/**
 * All numbers that a fill touches, in one array: a fill that reaches for its numbers through one base and touches few
 * pages is faster by a third.
 *
 * <p>First come rows, one for each row of the books and one for the totals of each currency, and in each of them side
 * by side the position and what is known of the lots, of the fills, of the instrument, then components and balances.
 * Then come the lots of each instrument, then its fills. Any thread; allocates at construction only.
 */
final class Memory {
    /** Where in a row {@link Lots} stand. */
    static final int LOTS = 0;
    /** Where in a row the {@link FillRing} stands. */
    static final int FILLS = LOTS + Lots.HEADER;
    /** Where in a row the {@link Holding} stands. */
    static final int HOLDING = FILLS + FillRing.HEADER;
    /** Where in a row the {@link ComponentTotals} stand. */
    static final int COMPONENTS = HOLDING + Holding.HEADER;
    /** Where in a row the {@link Books} stand. */
    static final int BALANCES = COMPONENTS + Component.count();
    /** Words of a row. */
    static final int ROW = BALANCES + Account.count();

    /** Words that the processor fetches together. */
    private static final int LINE = 8;

    final long[] words;
    private final int rows;
    private final int lots;
    private final int lotsEach;
    private final int fills;
    private final int fillsEach;

    /** Throws {@link IllegalArgumentException} for more lots and fills than one array can hold. */
    Memory(Rows rows, LotsConfig config) {
        this.rows = rows.count();
        lotsEach = apart(Lots.wordsOf(config));
        fillsEach = apart(FillHistory.wordsOf(config));
        lots = row(this.rows + rows.currencies());
        long fillsAt = lots + (long) rows.instruments() * lotsEach;
        long size = fillsAt + (long) rows.instruments() * fillsEach;
        if (size > Integer.MAX_VALUE - LINE) {
            throw new IllegalArgumentException("lots.max_per_instrument " + config.maxPerInstrument()
                    + " and lots.history " + config.history() + " of " + rows.instruments()
                    + " instruments are more than one array holds");
        }
        fills = (int) fillsAt;
        words = new long[(int) size];
    }

    /** An odd number of lines, so that what each instrument has does not compete for the same lines of a cache. */
    private static int apart(int needed) {
        return ((needed + LINE - 1) / LINE | 1) * LINE;
    }

    /** @return where a row of the books begins */
    static int row(int row) {
        return row * ROW;
    }

    /** @return where the row of a currency's totals begins */
    int totals(int currency) {
        return row(rows + currency);
    }

    /** @return where the lots of instrument {@code i} begin */
    int lots(int i) {
        return lots + i * lotsEach;
    }

    /** @return where the fills of instrument {@code i} begin */
    int fills(int i) {
        return fills + i * fillsEach;
    }
}
