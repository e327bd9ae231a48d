package mnvh.config;

import java.util.Map;

/**
 * Beta neutrality.
 *
 * @param mode how it is kept
 * @param benchmark {@code universe} or a symbol
 * @param bandRatio exposure over equity within which nothing is corrected
 * @param minBetaDispersion standard deviation of market betas below which the beta condition is dropped
 * @param maxCorrectionRatio largest correction, sum of absolute notionals over equity
 * @param windowSteps window of the market beta regression, or its length where it is exponential
 * @param averaging how the regression forgets
 * @param hedge share of the exposure that each hedge instrument takes, by symbol, summing to 1; empty but for the mode
 *     hedge
 */
public record NeutralityConfig(
        NeutralityMode mode,
        String benchmark,
        double bandRatio,
        double minBetaDispersion,
        double maxCorrectionRatio,
        int windowSteps,
        Averaging averaging,
        Map<String, Double> hedge) {
    public NeutralityConfig {
        hedge = Map.copyOf(hedge);
    }

    /** @return the share that an instrument takes as a hedge, 0 where it is none */
    public double hedgeShare(String symbol) {
        return hedge.getOrDefault(symbol, 0.0);
    }

    /** Without hedge instruments. */
    public NeutralityConfig(
            NeutralityMode mode,
            String benchmark,
            double bandRatio,
            double minBetaDispersion,
            double maxCorrectionRatio,
            int windowSteps,
            Averaging averaging) {
        this(mode, benchmark, bandRatio, minBetaDispersion, maxCorrectionRatio, windowSteps, averaging, Map.of());
    }

    /** A rolling regression. */
    public NeutralityConfig(
            NeutralityMode mode,
            String benchmark,
            double bandRatio,
            double minBetaDispersion,
            double maxCorrectionRatio,
            int windowSteps) {
        this(mode, benchmark, bandRatio, minBetaDispersion, maxCorrectionRatio, windowSteps, Averaging.ROLLING);
    }
}
