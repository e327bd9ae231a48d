package mnvh.ledger;

import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/**
 * Where a number stands in the books: a row per instrument, and a general row per currency.
 *
 * <p>An instrument's row is in its settlement currency; what belongs to no instrument, or comes in another currency,
 * stands in that currency's general row. Immutable; any thread.
 */
public final class Rows {
    private final int instruments;
    private final int currencies;
    private final int[] currencyOf;

    Rows(Universe universe, Currencies currencies) {
        this.instruments = universe.size();
        this.currencies = currencies.size();
        this.currencyOf = new int[count()];
        for (int i = 0; i < instruments; i++) {
            currencyOf[i] = currencies.ofInstrument(i);
        }
        for (int c = 0; c < this.currencies; c++) {
            currencyOf[general(c)] = c;
        }
    }

    /** @return how many rows there are */
    public int count() {
        return instruments + currencies;
    }

    /** @return how many instruments there are; their rows come first, by index */
    public int instruments() {
        return instruments;
    }

    /** @return how many currencies there are */
    public int currencies() {
        return currencies;
    }

    /**
     * @return the row of what belongs to no instrument; throws {@link IllegalArgumentException} for no currency of the
     * run
     */
    public int general(int currency) {
        if (currency < 0 || currency >= currencies) {
            throw new IllegalArgumentException("no currency of this run: " + currency);
        }
        return instruments + currency;
    }

    /** @return the currency of a row */
    public int currency(int row) {
        return currencyOf[row];
    }

    /** @return the instrument of a row, or -1 */
    public int instrument(int row) {
        return row < instruments ? row : -1;
    }

    /** @return where a fee in {@code currency} on instrument {@code i} stands */
    int ofFee(int i, int currency) {
        return currencyOf[i] == currency ? i : general(currency);
    }
}
