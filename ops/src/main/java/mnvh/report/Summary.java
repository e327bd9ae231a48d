package mnvh.report;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import mnvh.stats.Performance;
import org.jspecify.annotations.Nullable;

/**
 * A session in one page.
 *
 * @param session the session's identity, in order
 * @param periodsPerYear steps in a year, as annualised with
 * @param initialEquity exact decimal
 * @param finalEquity exact decimal
 * @param performance figures of the equity curve; null with fewer than two steps
 * @param turnoverPerYear mean over the steps with returns of traded notional over equity before the trades, annualised
 * @param feeToGross fees less rebates over mark to market plus edge plus funding; NaN where that is not positive
 * @param rho of the whole session, unclipped, negative where relative moves go on; NaN without dispersion
 * @param rhoStandardError of it, clustered by step
 * @param counts steps, orders, denied trades, fills, in order
 * @param feeDifference commissions that the venue reported less the schedule's fees, over the fills as they came, exact
 *     decimal in the reporting currency
 * @param residual largest residual, exact decimal
 * @param stateHash state after the last step, 16 hex digits; empty without steps
 * @param headHash chain value of the outbound stream, 16 hex digits
 * @param components total by component, exact
 */
public record Summary(
        Map<String, String> session,
        double periodsPerYear,
        String initialEquity,
        String finalEquity,
        @Nullable Performance performance,
        double turnoverPerYear,
        double feeToGross,
        double rho,
        double rhoStandardError,
        Map<String, Long> counts,
        String feeDifference,
        String residual,
        String stateHash,
        String headHash,
        Map<String, BigDecimal> components) {

    /** Prints the summary. */
    public void print(PrintWriter out, OutputFormat format) {
        switch (format) {
            case JSON -> writeJson(out);
            case CSV -> {
                CsvWriter csv = new CsvWriter(out);
                csv.row("key", "value");
                lines(false).forEach((key, value) -> csv.row(key, value));
            }
            case TABLE ->
                lines(true)
                        .forEach((key, value) ->
                                out.printf(Locale.ROOT, "%-27s %s%n", key, value.isEmpty() ? "n/a" : value));
        }
        out.flush();
    }

    /** Writes the document of summary.json. */
    void writeJson(PrintWriter out) {
        JsonWriter json = new JsonWriter(out, false);
        json.begin();
        json.begin("session");
        session.forEach(json::field);
        json.end();
        json.field("periods_per_year", periodsPerYear);
        json.field("initial_equity", initialEquity).field("final_equity", finalEquity);
        figures().forEach(json::field);
        json.field("max_drawdown_steps", performance == null ? 0 : performance.maxDrawdownSteps());
        counts.forEach(json::field);
        json.field("fee_difference", feeDifference);
        json.field("residual", residual);
        json.field("state_hash", stateHash).field("head_hash", headHash);
        json.begin("components");
        components.forEach((name, amount) -> json.field(name, amount.toPlainString()));
        json.end().end();
        out.flush();
    }

    /** The figures that are numbers, NaN where undefined, in order. */
    private Map<String, Double> figures() {
        Performance p = performance;
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("final_wealth", p == null ? Double.NaN : p.finalRatio());
        figures.put("cagr", p == null ? Double.NaN : p.cagr());
        figures.put("volatility", p == null ? Double.NaN : p.volatility());
        figures.put("sharpe", p == null ? Double.NaN : p.sharpe());
        figures.put("turnover_per_year", turnoverPerYear);
        figures.put("fee_to_gross", feeToGross);
        figures.put("rho", rho);
        figures.put("rho_standard_error", rhoStandardError);
        figures.put("hit_rate", p == null ? Double.NaN : p.hitRate());
        figures.put("skewness", p == null ? Double.NaN : p.skewness());
        figures.put("kurtosis", p == null ? Double.NaN : p.kurtosis());
        figures.put("max_drawdown", p == null ? Double.NaN : p.maxDrawdown());
        return figures;
    }

    /**
     * Everything as text, an undefined number as nothing.
     *
     * @param rounded true for six digits of what is no exact decimal
     */
    private Map<String, String> lines(boolean rounded) {
        Map<String, String> lines = new LinkedHashMap<>(session);
        lines.put("periods_per_year", text(periodsPerYear, rounded));
        lines.put("initial_equity", initialEquity);
        lines.put("final_equity", finalEquity);
        figures().forEach((name, value) -> lines.put(name, text(value, rounded)));
        lines.put("max_drawdown_steps", performance == null ? "" : Integer.toString(performance.maxDrawdownSteps()));
        counts.forEach((name, value) -> lines.put(name, Long.toString(value)));
        lines.put("fee_difference", feeDifference);
        lines.put("residual", residual);
        lines.put("state_hash", stateHash);
        lines.put("head_hash", headHash);
        components.forEach((name, amount) -> lines.put("component_" + name, amount.toPlainString()));
        return lines;
    }

    private static String text(double value, boolean rounded) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return rounded ? String.format(Locale.ROOT, "%.6g", value) : Double.toString(value);
    }
}
