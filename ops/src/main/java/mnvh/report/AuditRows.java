package mnvh.report;

import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/**
 * The rows of the books, and which of them the record in hand may have changed.
 *
 * <p>Rows are numbered instruments first, then the general row of each currency. One thread.
 */
final class AuditRows {
    private final Universe universe;
    private final Currencies currencies;
    private final boolean[] touched;
    private final int[] list;
    private int count;

    AuditRows(Universe universe, Currencies currencies) {
        this.universe = universe;
        this.currencies = currencies;
        this.touched = new boolean[universe.size() + currencies.size()];
        this.list = new int[touched.length];
    }

    /** @return how many rows there are */
    int size() {
        return touched.length;
    }

    /** @return the row of a column's entry, see {@link mnvh.event.FrameReader#instrument} */
    int ofEntry(int instrument) {
        int row = instrument >= 0 ? instrument : universe.size() - 1 - instrument;
        boolean known = instrument >= 0 ? instrument < universe.size() : row >= 0 && row < touched.length;
        if (!known) {
            throw new AuditMismatch("entry of a column", "", "row " + instrument, "no such row");
        }
        return row;
    }

    /** @return true for an instrument's row, whose index is the row */
    boolean isInstrument(int row) {
        return row < universe.size();
    }

    /** @return the currency of the row */
    int currency(int row) {
        return isInstrument(row) ? currencies.ofInstrument(row) : row - universe.size();
    }

    /** @return symbol or currency code */
    String name(int row) {
        return isInstrument(row) ? universe.get(row).symbol() : currencies.code(currency(row));
    }

    /** Marks an instrument's row. */
    void touchInstrument(int instrument) {
        touch(instrument);
    }

    /** Marks a currency's general row. */
    void touchCurrency(int currency) {
        touch(universe.size() + currency);
    }

    /** Marks the general row of every currency. */
    void touchCurrencies() {
        for (int c = 0; c < currencies.size(); c++) {
            touchCurrency(c);
        }
    }

    /** Marks a row. */
    void touch(int row) {
        if (!touched[row]) {
            touched[row] = true;
            list[count++] = row;
        }
    }

    /** @return rows marked since the last {@link #clear} */
    int touched() {
        return count;
    }

    /** @return the row marked {@code n}-th, from 0 */
    int touched(int n) {
        return list[n];
    }

    /** Forgets what was marked. */
    void clear() {
        for (int n = 0; n < count; n++) {
            touched[list[n]] = false;
        }
        count = 0;
    }
}
