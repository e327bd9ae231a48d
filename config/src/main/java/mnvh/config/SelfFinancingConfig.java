package mnvh.config;

/**
 * How baskets are financed.
 *
 * @param mode reading of the self-financing condition
 * @param cashFloor smallest cash after trades and fees, at 10^-8; {@link #NO_FLOOR} for none
 */
public record SelfFinancingConfig(FinancingMode mode, long cashFloor) {
    /** No floor under cash. */
    public static final long NO_FLOOR = Long.MIN_VALUE;
}
