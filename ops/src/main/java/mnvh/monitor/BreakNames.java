package mnvh.monitor;

import java.util.List;

/**
 * Words for the numbers in a break.
 *
 * @param symbols of the universe, in its order
 * @param currencies of the run, in their order
 */
public record BreakNames(List<String> symbols, List<String> currencies) {
    public BreakNames {
        symbols = List.copyOf(symbols);
        currencies = List.copyOf(currencies);
    }

    /** @return the symbol, or the currency where the break is one in cash */
    String of(int instrument, int currency) {
        return instrument >= 0 ? word(symbols, instrument) : word(currencies, currency);
    }

    private static String word(List<String> words, int index) {
        return index >= 0 && index < words.size() ? words.get(index) : "#" + index;
    }
}
