package mnvh.strategy;

import mnvh.config.WeightSchemeName;
import mnvh.state.StateWriter;
import mnvh.stats.LaneSum;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;

/**
 * Weights that come of the market weights {@code mu[i] = X[i] / sum_j X[j]}, X capitalisations.
 *
 * <pre>
 *   capitalisation   mu[i]
 *   diversity        mu[i]^p / sum_j mu[j]^p
 *   entropy          mu[i] (1 - log mu[i] + sum_j mu[j] log mu[j])
 *   quadratic        mu[i] (1 - mu[i] + sum_j mu[j]^2)
 * </pre>
 *
 * <p>The last two are what the functions {@code - sum mu log mu} and {@code 1 - sum mu^2 / 2} generate additively at
 * their start, {@code mu[i] (G_i - mu.G' + 1)}. They sum to 1 by themselves and are divided by their sum in lanes,
 * which takes away rounding. Of many instruments the entropy makes the weight of one with a large mu negative: above
 * {@code exp(1 - H)}, H the entropy.
 *
 * <p>X is units outstanding times the last mark, present or not. Where no units are given they are one over the first
 * mark: a pseudo-capitalisation, 1 at its start. An instrument without a mark has weight 0; all are 0 before the first
 * mark. Computed anew every {@code refreshSteps}, and at each step until every instrument has had a mark.
 *
 * <p>Core thread only. Allocates nothing after construction. Source: spt.md sections 4 and 15; method.md section 2.1.
 */
@HotPath
public final class MarketWeights implements WeightScheme {
    private final WeightSchemeName generator;
    private final double exponent;
    private final RefreshCadence cadence;
    private final double[] units;
    private final double[] share;
    private final double[] logarithm;
    private final double[] weights;

    /**
     * @param generator one of the schemes of the market
     * @param exponent p of the diversity, 0 to 1
     * @param outstanding units by instrument, positive; NaN for a pseudo-capitalisation
     * @param refreshSteps steps between two computations, at least 1
     */
    public MarketWeights(WeightSchemeName generator, double exponent, double[] outstanding, int refreshSteps) {
        if (!generator.ofMarket() || !(exponent >= 0 && exponent <= 1)) {
            throw new IllegalArgumentException(generator + " with exponent " + exponent);
        }
        this.generator = generator;
        this.exponent = exponent;
        this.cadence = new RefreshCadence(refreshSteps);
        this.units = outstanding.clone();
        this.share = new double[units.length];
        this.logarithm = new double[units.length];
        this.weights = new double[units.length];
    }

    @Override
    public void refresh(CrossSection crossSection) {
        if (cadence.onStep()) {
            compute(crossSection);
        }
    }

    private void compute(CrossSection crossSection) {
        boolean everyone = true;
        for (int i = 0; i < units.length; i++) {
            double mark = FixedPoint.toDouble(crossSection.mark(i));
            everyone &= mark > 0;
            if (mark > 0 && Double.isNaN(units[i])) {
                units[i] = 1.0 / mark;
            }
            share[i] = mark > 0 ? units[i] * mark : 0.0;
        }
        if (!divideByTotal(share)) {
            return;
        }
        generate();
        divideByTotal(weights);
        cadence.computed(everyone);
    }

    /** @return false where they sum to 0 */
    private static boolean divideByTotal(double[] values) {
        double total = LaneSum.sum(values, values.length);
        if (!(total > 0)) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= total;
        }
        return true;
    }

    private void generate() {
        switch (generator) {
            case DIVERSITY:
                for (int i = 0; i < share.length; i++) {
                    weights[i] = share[i] > 0 ? StrictMath.pow(share[i], exponent) : 0.0;
                }
                break;
            case ENTROPY:
                for (int i = 0; i < share.length; i++) {
                    logarithm[i] = share[i] > 0 ? StrictMath.log(share[i]) : 0.0;
                }
                scale(logarithm);
                break;
            case QUADRATIC:
                scale(share);
                break;
            default:
                System.arraycopy(share, 0, weights, 0, share.length);
        }
    }

    /** {@code mu[i] (1 - slope[i] + sum_j mu[j] slope[j])}, slope being minus the generator's gradient. */
    private void scale(double[] slope) {
        double common = 1.0 + LaneSum.dot(share, 0, slope, 0, share.length);
        for (int i = 0; i < share.length; i++) {
            weights[i] = share[i] * (common - slope[i]);
        }
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public void writeTo(StateWriter writer) {
        cadence.writeTo(writer);
        for (int i = 0; i < weights.length; i++) {
            writer.putDouble(units[i]);
            writer.putDouble(weights[i]);
        }
    }
}
