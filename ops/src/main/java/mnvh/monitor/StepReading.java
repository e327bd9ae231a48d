package mnvh.monitor;

import mnvh.event.StepOutcome;
import mnvh.event.StepSection;
import mnvh.units.FixedPoint;

/**
 * The newest closed step as measured; meanings and units are those of {@link StepSection}.
 *
 * @param tradeThreshold the no-trade band, fraction of equity
 * @param financingScale kappa as a number in (0, 1]
 * @param riskScale kappa_risk as a number in (0, 1]
 * @param liquidationDistance as a ratio, [0, 1]
 */
public record StepReading(
        long step,
        long closeNs,
        StepOutcome outcome,
        int present,
        int orders,
        int denied,
        double portfolioReturn,
        double dispersion,
        double varianceRatio,
        double rho,
        double edge,
        double cost,
        double throttle,
        double throttleRho,
        double throttleTrend,
        double throttleDrawdown,
        double throttleEdge,
        double aggressiveness,
        double feeToGross,
        double tradeThreshold,
        double marketBetaRatio,
        double financingScale,
        double riskScale,
        long equity,
        long cash,
        long positionValue,
        long peakEquity,
        long gross,
        long net,
        long marginUsed,
        long maintenanceMargin,
        double liquidationDistance,
        long cashDemand,
        long residual,
        long stateHash,
        long pricesLate,
        long pricesRefused) {

    static StepReading of(StepSection s) {
        return new StepReading(
                s.step(),
                s.closeNs(),
                StepOutcome.of(s.outcome()),
                s.present(),
                s.orders(),
                s.denied(),
                s.portfolioReturn(),
                s.dispersion(),
                s.varianceRatio(),
                s.rho(),
                s.edge(),
                s.cost(),
                s.throttle(),
                s.throttleRho(),
                s.throttleTrend(),
                s.throttleDrawdown(),
                s.throttleEdge(),
                s.aggressiveness(),
                s.feeToGross(),
                FixedPoint.rateToDouble(s.tradeThreshold()),
                s.marketBetaRatio(),
                FixedPoint.rateToDouble(s.financingScale()),
                FixedPoint.rateToDouble(s.riskScale()),
                s.equity(),
                s.cash(),
                s.positionValue(),
                s.peakEquity(),
                s.gross(),
                s.net(),
                s.marginUsed(),
                s.maintenanceMargin(),
                FixedPoint.rateToDouble(s.liquidationDistance()),
                s.cashDemand(),
                s.residual(),
                s.stateHash(),
                s.pricesLate(),
                s.pricesRefused());
    }
}
