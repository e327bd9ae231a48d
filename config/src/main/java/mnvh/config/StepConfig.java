package mnvh.config;

/**
 * The synchronised step.
 *
 * @param intervalNs length of a step; steps close at UTC multiples of it
 * @param stalenessLimitNs age at the step's close beyond which a price makes its instrument absent
 * @param closeDelayNs wait after the step's close for late prices, on the feed's clock
 * @param quorumRatio smallest fraction of instruments that must be present
 * @param markSource which price marks a position
 */
public record StepConfig(
        long intervalNs, long stalenessLimitNs, long closeDelayNs, double quorumRatio, MarkSource markSource) {}
