package mnvh.journal;

import mnvh.event.SectionKind;
import mnvh.event.StepSection;

/** The longest section's layout, in a file of its own. */
final class StepLayout {
    private StepLayout() {}

    static RecordLayout step() {
        return RecordLayout.record("step", SectionKind.STEP, StepSection.LENGTH)
                .add("step", 8, FieldType.I64, "number of the step, from 0")
                .add("close_ns", 16, FieldType.TIME, "T[k]")
                .add("outcome", 24, FieldType.NAME32, "what became of the step")
                .add("present", 28, FieldType.I32, "instruments present")
                .add("state", 32, FieldType.NAME32, "the engine state after")
                .add("orders", 36, FieldType.I32, "orders sent")
                .add("denied", 40, FieldType.I32, "trades denied")
                .add("rounds", 44, FieldType.I32, "rounds of the pipeline")
                .add("portfolio_return", 48, FieldType.F64, "R")
                .add("dispersion", 56, FieldType.F64, "XSVar")
                .add("variance_ratio", 64, FieldType.F64, "VR; NaN while not ready")
                .add("rho", 72, FieldType.F64, "unclipped rho; NaN while not ready")
                .add("rho_standard_error", 80, FieldType.F64, "standard error of rho; NaN while not ready")
                .add("edge", 88, FieldType.F64, "expected edge per step, unthrottled; NaN while not ready")
                .add("cost", 96, FieldType.F64, "expected cost per step, unthrottled")
                .add("throttle", 104, FieldType.F64, "product of the throttle factors")
                .add("throttle_rho", 112, FieldType.F64, "g_rho")
                .add("throttle_trend", 120, FieldType.F64, "g_trend")
                .add("throttle_drawdown", 128, FieldType.F64, "g_drawdown")
                .add("throttle_edge", 136, FieldType.F64, "g_edge")
                .add("aggressiveness", 144, FieldType.F64, "beta of the update rule, throttled")
                .add("market_beta_ratio", 152, FieldType.F64, "E/W before the trades")
                .add("financing_scale", 160, FieldType.RATE, "kappa")
                .add("risk_scale", 168, FieldType.RATE, "kappa_risk")
                .add("equity", 176, FieldType.DECIMAL, "W before the trades")
                .add("cash", 184, FieldType.DECIMAL, "C")
                .add("position_value", 192, FieldType.DECIMAL, "V")
                .add("peak_equity", 200, FieldType.DECIMAL, "largest equity so far")
                .add("gross", 208, FieldType.DECIMAL, "sum of absolute notionals")
                .add("net", 216, FieldType.DECIMAL, "sum of signed notionals")
                .add("margin_used", 224, FieldType.DECIMAL, "worst-case margin after the list")
                .add("demand_signal", 232, FieldType.DECIMAL, "signal part of cash demand")
                .add("demand_leash", 240, FieldType.DECIMAL, "leash part of cash demand")
                .add("demand_neutrality", 248, FieldType.DECIMAL, "neutrality part of cash demand")
                .add("demand_fees", 256, FieldType.DECIMAL, "fee part of cash demand")
                .add("demand_rounding", 264, FieldType.DECIMAL, "rounding part of cash demand")
                .add("cash_demand", 272, FieldType.DECIMAL, "S of the basket as sent")
                .add("traded", 280, FieldType.DECIMAL, "absolute notional of the orders sent")
                .add("residual", 288, FieldType.DECIMAL, "largest absolute residual of the three identities; 0")
                .add("state_hash", 296, FieldType.HEX64, "hash of the state after the step")
                .add("prices_late", 304, FieldType.I64, "prices since the start that came after their step had closed")
                .add("prices_refused", 312, FieldType.I64, "prices since the start that changed nothing")
                .add("maintenance_margin", 320, FieldType.DECIMAL, "maintenance margin of what is held")
                .add(
                        "liquidation_distance",
                        328,
                        FieldType.RATE,
                        "uniform move of the marks down to maintenance margin")
                .add("fee_to_gross", 336, FieldType.F64, "fees over gross profit in the fee budget's window; or NaN")
                .add("trade_threshold", 344, FieldType.RATE, "no-trade band in force, fraction of equity")
                .build();
    }
}
