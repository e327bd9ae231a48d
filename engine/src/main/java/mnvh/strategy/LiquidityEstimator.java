package mnvh.strategy;

import mnvh.config.CostConfig;
import mnvh.ledger.FeeSchedule;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.stats.RollingSums;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Liquidity;
import mnvh.universe.Universe;

/**
 * What trading each instrument takes: its mean half spread and mean traded notional over a window of measured steps.
 *
 * <pre>
 *   rate[i]   = taker fee[i] + half spread[i]
 *   impact[i] = slippage coefficient * sigma[i] / traded notional[i]
 * </pre>
 *
 * <p>A trade of notional x is expected to cost |x| (rate + impact |x|): participation is |x| over what a step trades,
 * sigma the volatility of the instrument's step returns. Both means read NaN until the window is full and half of it
 * holds a value, and a traded notional while the window holds no volume at all: sources without volumes are not
 * instruments that trade nothing. With a coefficient of 0 no volume is asked for.
 *
 * <p>Core thread only. Allocates nothing after construction. Source: method.md section 2.2, whose
 * "spread-volatility" is read as sigma.
 */
@HotPath
public final class LiquidityEstimator implements Stateful {
    private static final double BASIS_POINT = 1e-4;

    private final CrossSection crossSection;
    private final CostConfig config;
    private final int size;
    private final double[] multiplier;
    private final RollingSums spreads;
    private final RollingSums volumes;
    private final double[] spreadRow;
    /** Traded notional of every instrument, then whether there was any. */
    private final double[] volumeRow;

    public LiquidityEstimator(Universe universe, CrossSection crossSection, CostConfig config) {
        this.crossSection = crossSection;
        this.config = config;
        this.size = universe.size();
        this.multiplier = new double[size];
        for (int i = 0; i < size; i++) {
            multiplier[i] = FixedPoint.toDouble(universe.get(i).multiplier());
        }
        this.spreads = new RollingSums(config.windowSteps(), size);
        this.volumes = new RollingSums(config.windowSteps(), 2 * size);
        this.spreadRow = new double[size];
        this.volumeRow = new double[2 * size];
    }

    /** Takes the step that closed. @param measured false leaves the windows as they are */
    public void onStep(boolean measured) {
        if (!measured) {
            return;
        }
        crossSection.halfSpreads(spreadRow);
        spreads.push(spreadRow);
        for (int i = 0; i < size; i++) {
            boolean present = crossSection.present(i);
            long quantity = crossSection.stepVolume(i);
            volumeRow[i] = present
                    ? FixedPoint.toDouble(quantity) * FixedPoint.toDouble(crossSection.mark(i)) * multiplier[i]
                    : Double.NaN;
            volumeRow[size + i] = !present ? Double.NaN : quantity > 0 ? 1.0 : 0.0;
        }
        volumes.push(volumeRow);
    }

    /** @return half spread over the mark: the configured one, else the mean of what was quoted; NaN for NOT_READY */
    public double halfSpread(int i) {
        if (!Double.isNaN(config.halfSpreadBps())) {
            return config.halfSpreadBps() * BASIS_POINT;
        }
        return spreads.ready(i) ? spreads.mean(i) : Double.NaN;
    }

    /** @return mean traded notional per step at the steps' marks; NaN for NOT_READY, which no volume is too */
    public double tradedNotional(int i) {
        // The count of steps is a sum of ones, exact; the notional's own sum could keep a residue above 0.
        return volumes.ready(i) && volumes.sum(size + i) > 0 ? volumes.mean(i) : Double.NaN;
    }

    /**
     * Writes what a unit of notional costs in each instrument; NaN for NOT_READY.
     *
     * @param rate fee and half spread, over notional
     * @param impact slippage, over notional and per unit of notional traded in a step
     */
    public void costs(FeeSchedule fees, double[] rate, double[] impact) {
        boolean slips = config.slippageCoefficient() > 0;
        for (int i = 0; i < size; i++) {
            rate[i] = FixedPoint.rateToDouble(fees.rateOf(i, Liquidity.TAKER)) + halfSpread(i);
            impact[i] = slips ? config.slippageCoefficient() * crossSection.volatility(i) / tradedNotional(i) : 0.0;
        }
    }

    @Override
    public void writeTo(StateWriter writer) {
        spreads.writeTo(writer);
        volumes.writeTo(writer);
    }
}
