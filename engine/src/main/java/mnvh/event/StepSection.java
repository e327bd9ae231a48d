package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * Everything one synchronised step measured and decided.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class StepSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 352;

    static final int STEP_OFFSET = 8;
    static final int CLOSE_NS_OFFSET = 16;
    static final int OUTCOME_OFFSET = 24;
    static final int PRESENT_OFFSET = 28;
    static final int STATE_OFFSET = 32;
    static final int ORDERS_OFFSET = 36;
    static final int DENIED_OFFSET = 40;
    static final int ROUNDS_OFFSET = 44;
    static final int PORTFOLIO_RETURN_OFFSET = 48;
    static final int DISPERSION_OFFSET = 56;
    static final int VARIANCE_RATIO_OFFSET = 64;
    static final int RHO_OFFSET = 72;
    static final int RHO_STANDARD_ERROR_OFFSET = 80;
    static final int EDGE_OFFSET = 88;
    static final int COST_OFFSET = 96;
    static final int THROTTLE_OFFSET = 104;
    static final int THROTTLE_RHO_OFFSET = 112;
    static final int THROTTLE_TREND_OFFSET = 120;
    static final int THROTTLE_DRAWDOWN_OFFSET = 128;
    static final int THROTTLE_EDGE_OFFSET = 136;
    static final int AGGRESSIVENESS_OFFSET = 144;
    static final int MARKET_BETA_RATIO_OFFSET = 152;
    static final int FINANCING_SCALE_OFFSET = 160;
    static final int RISK_SCALE_OFFSET = 168;
    static final int EQUITY_OFFSET = 176;
    static final int CASH_OFFSET = 184;
    static final int POSITION_VALUE_OFFSET = 192;
    static final int PEAK_EQUITY_OFFSET = 200;
    static final int GROSS_OFFSET = 208;
    static final int NET_OFFSET = 216;
    static final int MARGIN_USED_OFFSET = 224;
    static final int DEMAND_SIGNAL_OFFSET = 232;
    static final int DEMAND_LEASH_OFFSET = 240;
    static final int DEMAND_NEUTRALITY_OFFSET = 248;
    static final int DEMAND_FEES_OFFSET = 256;
    static final int DEMAND_ROUNDING_OFFSET = 264;
    static final int CASH_DEMAND_OFFSET = 272;
    static final int TRADED_OFFSET = 280;
    static final int RESIDUAL_OFFSET = 288;
    static final int STATE_HASH_OFFSET = 296;
    static final int PRICES_LATE_OFFSET = 304;
    static final int PRICES_REFUSED_OFFSET = 312;
    static final int MAINTENANCE_MARGIN_OFFSET = 320;
    static final int LIQUIDATION_DISTANCE_OFFSET = 328;
    static final int FEE_TO_GROSS_OFFSET = 336;
    static final int TRADE_THRESHOLD_OFFSET = 344;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public StepSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return number of the step, from 0 */
    public long step() {
        return buffer.getLong(offset + STEP_OFFSET);
    }

    /** Sets number of the step, from 0. */
    public StepSection step(long value) {
        buffer.putLong(offset + STEP_OFFSET, value);
        return this;
    }

    /** @return T[k], nanoseconds since 1970 */
    public long closeNs() {
        return buffer.getLong(offset + CLOSE_NS_OFFSET);
    }

    /** Sets T[k], nanoseconds since 1970. */
    public StepSection closeNs(long value) {
        buffer.putLong(offset + CLOSE_NS_OFFSET, value);
        return this;
    }

    /** @return ordinal of what became of the step */
    public int outcome() {
        return buffer.getInt(offset + OUTCOME_OFFSET);
    }

    /** Sets ordinal of what became of the step. */
    public StepSection outcome(int value) {
        buffer.putInt(offset + OUTCOME_OFFSET, value);
        return this;
    }

    /** @return instruments present */
    public int present() {
        return buffer.getInt(offset + PRESENT_OFFSET);
    }

    /** Sets instruments present. */
    public StepSection present(int value) {
        buffer.putInt(offset + PRESENT_OFFSET, value);
        return this;
    }

    /** @return ordinal of the engine state after */
    public int state() {
        return buffer.getInt(offset + STATE_OFFSET);
    }

    /** Sets ordinal of the engine state after. */
    public StepSection state(int value) {
        buffer.putInt(offset + STATE_OFFSET, value);
        return this;
    }

    /** @return orders sent */
    public int orders() {
        return buffer.getInt(offset + ORDERS_OFFSET);
    }

    /** Sets orders sent. */
    public StepSection orders(int value) {
        buffer.putInt(offset + ORDERS_OFFSET, value);
        return this;
    }

    /** @return trades denied */
    public int denied() {
        return buffer.getInt(offset + DENIED_OFFSET);
    }

    /** Sets trades denied. */
    public StepSection denied(int value) {
        buffer.putInt(offset + DENIED_OFFSET, value);
        return this;
    }

    /** @return rounds of the pipeline */
    public int rounds() {
        return buffer.getInt(offset + ROUNDS_OFFSET);
    }

    /** Sets rounds of the pipeline. */
    public StepSection rounds(int value) {
        buffer.putInt(offset + ROUNDS_OFFSET, value);
        return this;
    }

    /** @return R */
    public double portfolioReturn() {
        return buffer.getDouble(offset + PORTFOLIO_RETURN_OFFSET);
    }

    /** Sets R. */
    public StepSection portfolioReturn(double value) {
        buffer.putLong(offset + PORTFOLIO_RETURN_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return XSVar */
    public double dispersion() {
        return buffer.getDouble(offset + DISPERSION_OFFSET);
    }

    /** Sets XSVar. */
    public StepSection dispersion(double value) {
        buffer.putLong(offset + DISPERSION_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return VR; NaN while not ready */
    public double varianceRatio() {
        return buffer.getDouble(offset + VARIANCE_RATIO_OFFSET);
    }

    /** Sets VR; NaN while not ready. */
    public StepSection varianceRatio(double value) {
        buffer.putLong(offset + VARIANCE_RATIO_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return unclipped rho; NaN while not ready */
    public double rho() {
        return buffer.getDouble(offset + RHO_OFFSET);
    }

    /** Sets unclipped rho; NaN while not ready. */
    public StepSection rho(double value) {
        buffer.putLong(offset + RHO_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return standard error of rho; NaN while not ready */
    public double rhoStandardError() {
        return buffer.getDouble(offset + RHO_STANDARD_ERROR_OFFSET);
    }

    /** Sets standard error of rho; NaN while not ready. */
    public StepSection rhoStandardError(double value) {
        buffer.putLong(offset + RHO_STANDARD_ERROR_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return expected edge per step at unthrottled aggressiveness, in the reporting currency; NaN while not ready */
    public double edge() {
        return buffer.getDouble(offset + EDGE_OFFSET);
    }

    /** Sets expected edge per step at unthrottled aggressiveness, in the reporting currency; NaN while not ready. */
    public StepSection edge(double value) {
        buffer.putLong(offset + EDGE_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return expected cost per step at unthrottled aggressiveness, in the reporting currency */
    public double cost() {
        return buffer.getDouble(offset + COST_OFFSET);
    }

    /** Sets expected cost per step at unthrottled aggressiveness, in the reporting currency. */
    public StepSection cost(double value) {
        buffer.putLong(offset + COST_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return product of the throttle factors */
    public double throttle() {
        return buffer.getDouble(offset + THROTTLE_OFFSET);
    }

    /** Sets product of the throttle factors. */
    public StepSection throttle(double value) {
        buffer.putLong(offset + THROTTLE_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return g_rho */
    public double throttleRho() {
        return buffer.getDouble(offset + THROTTLE_RHO_OFFSET);
    }

    /** Sets g_rho. */
    public StepSection throttleRho(double value) {
        buffer.putLong(offset + THROTTLE_RHO_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return g_trend */
    public double throttleTrend() {
        return buffer.getDouble(offset + THROTTLE_TREND_OFFSET);
    }

    /** Sets g_trend. */
    public StepSection throttleTrend(double value) {
        buffer.putLong(offset + THROTTLE_TREND_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return g_drawdown */
    public double throttleDrawdown() {
        return buffer.getDouble(offset + THROTTLE_DRAWDOWN_OFFSET);
    }

    /** Sets g_drawdown. */
    public StepSection throttleDrawdown(double value) {
        buffer.putLong(offset + THROTTLE_DRAWDOWN_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return g_edge */
    public double throttleEdge() {
        return buffer.getDouble(offset + THROTTLE_EDGE_OFFSET);
    }

    /** Sets g_edge. */
    public StepSection throttleEdge(double value) {
        buffer.putLong(offset + THROTTLE_EDGE_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return beta of the update rule after throttle, in the reporting currency */
    public double aggressiveness() {
        return buffer.getDouble(offset + AGGRESSIVENESS_OFFSET);
    }

    /** Sets beta of the update rule after throttle, in the reporting currency. */
    public StepSection aggressiveness(double value) {
        buffer.putLong(offset + AGGRESSIVENESS_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return E/W before the trades */
    public double marketBetaRatio() {
        return buffer.getDouble(offset + MARKET_BETA_RATIO_OFFSET);
    }

    /** Sets E/W before the trades. */
    public StepSection marketBetaRatio(double value) {
        buffer.putLong(offset + MARKET_BETA_RATIO_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return kappa at 1e-12 */
    public long financingScale() {
        return buffer.getLong(offset + FINANCING_SCALE_OFFSET);
    }

    /** Sets kappa at 1e-12. */
    public StepSection financingScale(long value) {
        buffer.putLong(offset + FINANCING_SCALE_OFFSET, value);
        return this;
    }

    /** @return kappa_risk at 1e-12 */
    public long riskScale() {
        return buffer.getLong(offset + RISK_SCALE_OFFSET);
    }

    /** Sets kappa_risk at 1e-12. */
    public StepSection riskScale(long value) {
        buffer.putLong(offset + RISK_SCALE_OFFSET, value);
        return this;
    }

    /** @return W before the trades at 1e-8 */
    public long equity() {
        return buffer.getLong(offset + EQUITY_OFFSET);
    }

    /** Sets W before the trades at 1e-8. */
    public StepSection equity(long value) {
        buffer.putLong(offset + EQUITY_OFFSET, value);
        return this;
    }

    /** @return C at 1e-8 */
    public long cash() {
        return buffer.getLong(offset + CASH_OFFSET);
    }

    /** Sets C at 1e-8. */
    public StepSection cash(long value) {
        buffer.putLong(offset + CASH_OFFSET, value);
        return this;
    }

    /** @return V at 1e-8 */
    public long positionValue() {
        return buffer.getLong(offset + POSITION_VALUE_OFFSET);
    }

    /** Sets V at 1e-8. */
    public StepSection positionValue(long value) {
        buffer.putLong(offset + POSITION_VALUE_OFFSET, value);
        return this;
    }

    /** @return largest equity so far at 1e-8 */
    public long peakEquity() {
        return buffer.getLong(offset + PEAK_EQUITY_OFFSET);
    }

    /** Sets largest equity so far at 1e-8. */
    public StepSection peakEquity(long value) {
        buffer.putLong(offset + PEAK_EQUITY_OFFSET, value);
        return this;
    }

    /** @return sum of absolute notionals at 1e-8 */
    public long gross() {
        return buffer.getLong(offset + GROSS_OFFSET);
    }

    /** Sets sum of absolute notionals at 1e-8. */
    public StepSection gross(long value) {
        buffer.putLong(offset + GROSS_OFFSET, value);
        return this;
    }

    /** @return sum of signed notionals at 1e-8 */
    public long net() {
        return buffer.getLong(offset + NET_OFFSET);
    }

    /** Sets sum of signed notionals at 1e-8. */
    public StepSection net(long value) {
        buffer.putLong(offset + NET_OFFSET, value);
        return this;
    }

    /** @return worst-case margin after the list at 1e-8 */
    public long marginUsed() {
        return buffer.getLong(offset + MARGIN_USED_OFFSET);
    }

    /** Sets worst-case margin after the list at 1e-8. */
    public StepSection marginUsed(long value) {
        buffer.putLong(offset + MARGIN_USED_OFFSET, value);
        return this;
    }

    /** @return signal part of cash demand at 1e-8 */
    public long demandSignal() {
        return buffer.getLong(offset + DEMAND_SIGNAL_OFFSET);
    }

    /** Sets signal part of cash demand at 1e-8. */
    public StepSection demandSignal(long value) {
        buffer.putLong(offset + DEMAND_SIGNAL_OFFSET, value);
        return this;
    }

    /** @return leash part of cash demand at 1e-8 */
    public long demandLeash() {
        return buffer.getLong(offset + DEMAND_LEASH_OFFSET);
    }

    /** Sets leash part of cash demand at 1e-8. */
    public StepSection demandLeash(long value) {
        buffer.putLong(offset + DEMAND_LEASH_OFFSET, value);
        return this;
    }

    /** @return neutrality part of cash demand at 1e-8 */
    public long demandNeutrality() {
        return buffer.getLong(offset + DEMAND_NEUTRALITY_OFFSET);
    }

    /** Sets neutrality part of cash demand at 1e-8. */
    public StepSection demandNeutrality(long value) {
        buffer.putLong(offset + DEMAND_NEUTRALITY_OFFSET, value);
        return this;
    }

    /** @return fee part of cash demand at 1e-8 */
    public long demandFees() {
        return buffer.getLong(offset + DEMAND_FEES_OFFSET);
    }

    /** Sets fee part of cash demand at 1e-8. */
    public StepSection demandFees(long value) {
        buffer.putLong(offset + DEMAND_FEES_OFFSET, value);
        return this;
    }

    /** @return rounding part of cash demand at 1e-8 */
    public long demandRounding() {
        return buffer.getLong(offset + DEMAND_ROUNDING_OFFSET);
    }

    /** Sets rounding part of cash demand at 1e-8. */
    public StepSection demandRounding(long value) {
        buffer.putLong(offset + DEMAND_ROUNDING_OFFSET, value);
        return this;
    }

    /** @return S of the basket as sent at 1e-8 */
    public long cashDemand() {
        return buffer.getLong(offset + CASH_DEMAND_OFFSET);
    }

    /** Sets S of the basket as sent at 1e-8. */
    public StepSection cashDemand(long value) {
        buffer.putLong(offset + CASH_DEMAND_OFFSET, value);
        return this;
    }

    /** @return absolute notional of the orders sent at 1e-8 */
    public long traded() {
        return buffer.getLong(offset + TRADED_OFFSET);
    }

    /** Sets absolute notional of the orders sent at 1e-8. */
    public StepSection traded(long value) {
        buffer.putLong(offset + TRADED_OFFSET, value);
        return this;
    }

    /** @return largest absolute residual of the three identities; 0 */
    public long residual() {
        return buffer.getLong(offset + RESIDUAL_OFFSET);
    }

    /** Sets largest absolute residual of the three identities; 0. */
    public StepSection residual(long value) {
        buffer.putLong(offset + RESIDUAL_OFFSET, value);
        return this;
    }

    /** @return hash of the state after the step */
    public long stateHash() {
        return buffer.getLong(offset + STATE_HASH_OFFSET);
    }

    /** Sets hash of the state after the step. */
    public StepSection stateHash(long value) {
        buffer.putLong(offset + STATE_HASH_OFFSET, value);
        return this;
    }

    /** @return prices since the start that came after their step had closed */
    public long pricesLate() {
        return buffer.getLong(offset + PRICES_LATE_OFFSET);
    }

    /** Sets prices since the start that came after their step had closed. */
    public StepSection pricesLate(long value) {
        buffer.putLong(offset + PRICES_LATE_OFFSET, value);
        return this;
    }

    /** @return prices since the start that changed nothing: crossed, out of order, absent, not positive, jumped */
    public long pricesRefused() {
        return buffer.getLong(offset + PRICES_REFUSED_OFFSET);
    }

    /** Sets prices since the start that changed nothing: crossed, out of order, absent, not positive, jumped. */
    public StepSection pricesRefused(long value) {
        buffer.putLong(offset + PRICES_REFUSED_OFFSET, value);
        return this;
    }

    /** @return maintenance margin of what is held at 1e-8 */
    public long maintenanceMargin() {
        return buffer.getLong(offset + MAINTENANCE_MARGIN_OFFSET);
    }

    /** Sets maintenance margin of what is held at 1e-8. */
    public StepSection maintenanceMargin(long value) {
        buffer.putLong(offset + MAINTENANCE_MARGIN_OFFSET, value);
        return this;
    }

    /** @return uniform move of the marks down to maintenance margin at 1e-12; 1 for none up to 100% */
    public long liquidationDistance() {
        return buffer.getLong(offset + LIQUIDATION_DISTANCE_OFFSET);
    }

    /** Sets uniform move of the marks down to maintenance margin at 1e-12; 1 for none up to 100%. */
    public StepSection liquidationDistance(long value) {
        buffer.putLong(offset + LIQUIDATION_DISTANCE_OFFSET, value);
        return this;
    }

    /** @return fees over gross profit of the fee budget's window; NaN while not ready or without gross profit */
    public double feeToGross() {
        return buffer.getDouble(offset + FEE_TO_GROSS_OFFSET);
    }

    /** Sets fees over gross profit of the fee budget's window; NaN while not ready or without gross profit. */
    public StepSection feeToGross(double value) {
        buffer.putLong(offset + FEE_TO_GROSS_OFFSET, EventText.canonicalBits(value));
        return this;
    }

    /** @return no-trade band in force, fraction of equity at 1e-12 */
    public long tradeThreshold() {
        return buffer.getLong(offset + TRADE_THRESHOLD_OFFSET);
    }

    /** Sets no-trade band in force, fraction of equity at 1e-12. */
    public StepSection tradeThreshold(long value) {
        buffer.putLong(offset + TRADE_THRESHOLD_OFFSET, value);
        return this;
    }
}
