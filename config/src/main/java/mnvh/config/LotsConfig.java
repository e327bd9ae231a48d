package mnvh.config;

/**
 * Lot accounting.
 *
 * @param method which lots a closing fill consumes
 * @param maxPerInstrument open lots kept apart; beyond it the two oldest merge with exact cost
 * @param history latest fills of an instrument that can still be busted, corrected or charged a late fee
 */
public record LotsConfig(LotMethod method, int maxPerInstrument, int history) {
    /** Fees that one fill can be charged late; a venue knows fewer kinds. */
    public static final int LATE_FEES = 8;
}
