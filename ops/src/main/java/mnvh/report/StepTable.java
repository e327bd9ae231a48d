package mnvh.report;

import java.util.List;
import java.util.Locale;
import mnvh.event.StepOutcome;
import mnvh.event.StepSection;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;

/** One row per step: money as exact decimals, statistics as doubles, what is undefined as nothing. */
final class StepTable {
    private static final String[] HEADER = {
        "step",
        "close",
        "outcome",
        "present",
        "orders",
        "denied",
        "fills",
        "rounds",
        "equity",
        "equity_after",
        "step_return",
        "cash",
        "position_value",
        "peak_equity",
        "gross",
        "net",
        "margin_used",
        "maintenance_margin",
        "liquidation_distance",
        "turnover",
        "portfolio_return",
        "dispersion",
        "variance_ratio",
        "rho",
        "rho_standard_error",
        "edge",
        "cost",
        "throttle",
        "throttle_rho",
        "throttle_trend",
        "throttle_drawdown",
        "throttle_edge",
        "aggressiveness",
        "fee_to_gross",
        "trade_threshold",
        "market_beta_ratio",
        "financing_scale",
        "risk_scale",
        "demand_signal",
        "demand_leash",
        "demand_neutrality",
        "demand_fees",
        "demand_rounding",
        "cash_demand",
        "residual",
        "state_hash"
    };

    private StepTable() {}

    static void write(List<StepRow> rows, CsvWriter csv) {
        csv.row(HEADER);
        long before = 0;
        for (int k = 0; k < rows.size(); k++) {
            StepRow row = rows.get(k);
            StepSection s = row.section();
            csv.cell(s.step())
                    .cell(SessionReport.time(s.closeNs()))
                    .cell(StepOutcome.of(s.outcome()).name().toLowerCase(Locale.ROOT))
                    .cell(s.present())
                    .cell(s.orders())
                    .cell(s.denied())
                    .cell(row.fills())
                    .cell(s.rounds())
                    .cell(DecimalText.format(s.equity()))
                    .cell(DecimalText.format(row.equityAfter()))
                    .cell(k == 0 || before <= 0 ? Double.NaN : row.equityAfter() / (double) before - 1);
            before = row.equityAfter();
            money(
                    csv,
                    s.cash(),
                    s.positionValue(),
                    s.peakEquity(),
                    s.gross(),
                    s.net(),
                    s.marginUsed(),
                    s.maintenanceMargin());
            csv.cell(DecimalText.formatRate(s.liquidationDistance()))
                    .cell(row.turnover())
                    .cell(s.portfolioReturn())
                    .cell(s.dispersion())
                    .cell(s.varianceRatio())
                    .cell(s.rho())
                    .cell(s.rhoStandardError())
                    .cell(s.edge())
                    .cell(s.cost())
                    .cell(s.throttle())
                    .cell(s.throttleRho())
                    .cell(s.throttleTrend())
                    .cell(s.throttleDrawdown())
                    .cell(s.throttleEdge())
                    .cell(s.aggressiveness())
                    .cell(s.feeToGross())
                    .cell(DecimalText.format(s.tradeThreshold(), FixedPoint.RATE_DECIMALS))
                    .cell(s.marketBetaRatio())
                    .cell(DecimalText.format(s.financingScale(), FixedPoint.RATE_DECIMALS))
                    .cell(DecimalText.format(s.riskScale(), FixedPoint.RATE_DECIMALS));
            money(
                    csv,
                    s.demandSignal(),
                    s.demandLeash(),
                    s.demandNeutrality(),
                    s.demandFees(),
                    s.demandRounding(),
                    s.cashDemand(),
                    s.residual());
            csv.cell(SessionReport.hex(s.stateHash())).endRow();
        }
    }

    private static void money(CsvWriter csv, long... amounts) {
        for (long amount : amounts) {
            csv.cell(DecimalText.format(amount));
        }
    }
}
