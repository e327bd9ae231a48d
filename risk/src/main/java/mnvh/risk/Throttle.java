package mnvh.risk;

import mnvh.config.RiskConfig;
import mnvh.config.ThrottleConfig;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;

/**
 * Lowers aggressiveness: {@code throttle = g_rho * g_trend * g_drawdown * g_edge}, each in [0, 1].
 *
 * <p>Source: method 2.3. NaN is an estimator that is not ready, whose factor is {@code throttle.warmup}. A factor that
 * is switched off, or a drawdown limit of none, is one. The edge opens at its bar, and once shut at {@value #REOPEN}
 * times the bar; it alone is a switch and needs that. The others are ramps, which move by no more than what moved them
 * (docs/throttle.md). Core thread only; allocates nothing.
 */
@HotPath
public final class Throttle implements Stateful {
    private static final double REOPEN = 1.2;

    private final ThrottleConfig config;
    private final Limits risk;
    private boolean edgeShut;
    private double rho = 1.0;
    private double trend = 1.0;
    private double drawdown = 1.0;
    private double edge = 1.0;

    public Throttle(ThrottleConfig config, Limits risk) {
        this.config = config;
        this.risk = risk;
    }

    /**
     * Takes a step's readings.
     *
     * @param reversion unclipped rho; NaN while not ready
     * @param standardError of rho; NaN while not ready
     * @param varianceRatio VR(h); NaN while not ready
     * @param drawdownRatio fall from peak equity over the peak
     * @param expectedEdge money per step before the throttle; NaN while not ready
     * @param expectedCost money per step before the throttle; NaN while not ready
     * @return the product of the factors
     */
    public double update(
            double reversion,
            double standardError,
            double varianceRatio,
            double drawdownRatio,
            double expectedEdge,
            double expectedCost) {
        rho = config.rho() ? ofRho(reversion - config.rhoZ() * standardError) : 1.0;
        trend = config.trend() ? ofTrend(varianceRatio) : 1.0;
        drawdown = config.drawdown() ? ofDrawdown(drawdownRatio) : 1.0;
        edge = config.edge() ? ofEdge(expectedEdge, expectedCost * config.edgeCostMultiple()) : 1.0;
        return factor();
    }

    private double ofRho(double lowest) {
        if (Double.isNaN(lowest)) {
            return config.warmup();
        }
        return config.rhoFull() > 0 ? clip(lowest / config.rhoFull()) : (lowest > 0 ? 1.0 : 0.0);
    }

    private double ofTrend(double varianceRatio) {
        return Double.isNaN(varianceRatio)
                ? config.warmup()
                : falling(varianceRatio, config.varianceRatioFull(), config.varianceRatioMax());
    }

    private double ofDrawdown(double ratio) {
        if (risk.maxDrawdownRatio() == RiskConfig.NONE) {
            return 1.0;
        }
        double max = FixedPoint.rateToDouble(risk.maxDrawdownRatio());
        return falling(ratio, Double.isNaN(config.drawdownSoftRatio()) ? max / 2 : config.drawdownSoftRatio(), max);
    }

    private double ofEdge(double expected, double bar) {
        if (Double.isNaN(expected) || Double.isNaN(bar)) {
            return config.warmup();
        }
        // Where rebates make the cost negative, more than the bar is still more.
        edgeShut = expected < (edgeShut ? bar + (REOPEN - 1) * Math.abs(bar) : bar);
        return edgeShut ? 0.0 : 1.0;
    }

    /** One up to {@code full}, zero from {@code max}, a line between. */
    private static double falling(double value, double full, double max) {
        return max > full ? clip((max - value) / (max - full)) : (value < max ? 1.0 : 0.0);
    }

    private static double clip(double value) {
        return value < 0.0 ? 0.0 : (value > 1.0 ? 1.0 : value);
    }

    /** @return g_rho of the last update */
    public double rho() {
        return rho;
    }

    /** @return g_trend of the last update */
    public double trend() {
        return trend;
    }

    /** @return g_drawdown of the last update */
    public double drawdown() {
        return drawdown;
    }

    /** @return g_edge of the last update */
    public double edge() {
        return edge;
    }

    /** @return the product of the factors of the last update */
    public double factor() {
        return rho * trend * drawdown * edge;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putInt(edgeShut ? 1 : 0);
        writer.putDouble(rho);
        writer.putDouble(trend);
        writer.putDouble(drawdown);
        writer.putDouble(edge);
    }
}
