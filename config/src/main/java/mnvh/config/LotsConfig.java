package mnvh.config;

/**
 * Lot accounting.
 *
 * @param method which lots a closing fill consumes
 * @param maxPerInstrument open lots kept apart; beyond it the two oldest merge with exact cost
 */
public record LotsConfig(LotMethod method, int maxPerInstrument) {}
