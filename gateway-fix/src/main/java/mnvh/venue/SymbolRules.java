package mnvh.venue;

/**
 * One line of a data folder's symbols.csv.
 *
 * @param priceDecimals largest number of decimals seen in prices; the tick is 10^-priceDecimals
 * @param quantityDecimals largest number of decimals seen in quantities; the size increment is 10^-quantityDecimals
 * @param fundingIntervalHours hours between settlements, 0 when not said
 */
public record SymbolRules(int priceDecimals, int quantityDecimals, int fundingIntervalHours) {
    /** @return the tick at 10^-8 */
    public long tickSize() {
        return power(priceDecimals);
    }

    /** @return the size increment at 10^-8 */
    public long sizeIncrement() {
        return power(quantityDecimals);
    }

    /** Decimals are 0 to 8, checked where the file is read. */
    private static long power(int decimals) {
        long value = 1;
        for (int d = decimals; d < 8; d++) {
            value *= 10;
        }
        return value;
    }
}
