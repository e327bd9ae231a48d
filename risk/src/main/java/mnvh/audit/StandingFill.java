package mnvh.audit;

/**
 * A fill as it stands in the books, to those who look at them.
 *
 * @param quantity contracts at 10^-8, signed
 * @param paid value at the fill's price, settlement currency at 10^-8, negative when received
 * @param fees in the settlement currency at 10^-8, late ones too, rebates negative
 */
public record StandingFill(long id, Exact quantity, Exact paid, Exact fees, long timestampNs) {}
