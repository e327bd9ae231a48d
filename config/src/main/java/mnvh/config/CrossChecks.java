package mnvh.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;
import mnvh.universe.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * What no key can say alone. Every check names one key to point at; a check is left out when a value it needs was
 * refused already.
 */
final class CrossChecks {
    /** Weights are typed by hand: nine digits are what one can ask for. */
    private static final double WEIGHT_SUM_TOLERANCE = 1e-9;

    private final Settings settings;
    private final Problems problems;

    private CrossChecks(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    static void run(Settings settings, @Nullable UniverseConfig universe, Problems problems) {
        CrossChecks checks = new CrossChecks(settings, problems);
        checks.step();
        checks.throttle();
        checks.financing();
        FeeChecks.run(settings, universe, problems);
        checks.prices();
        checks.neverBinding();
        checks.weights(universe);
        checks.symbols(universe);
        HedgeChecks.run(settings, problems);
        checks.surroundings();
        checks.passwordFile();
        DropCopyChecks.run(settings, problems);
        ModeChecks.run(settings, problems);
    }

    private void step() {
        below("step.close_delay_ms", "step.interval_s");
    }

    private void throttle() {
        below("strategy.throttle.vr_full", "strategy.throttle.vr_max");
        below("strategy.throttle.trend_horizon_steps", "strategy.rho.window_steps");
        horizons();
        CostChecks.run(settings, problems);
        if (!settings.has("risk.max_drawdown_ratio", "strategy.throttle.drawdown", "strategy.throttle.dd_soft_ratio")) {
            return;
        }
        long limit = settings.fixed("risk.max_drawdown_ratio");
        double soft = settings.real("strategy.throttle.dd_soft_ratio");
        if (limit == RiskConfig.NONE) {
            if (settings.flag("strategy.throttle.drawdown")) {
                problems.error(
                        settings.placeOf("risk.max_drawdown_ratio", "strategy.throttle.drawdown"),
                        "strategy.throttle.drawdown is true but risk.max_drawdown_ratio is none",
                        "the factor falls towards the limit; set strategy.throttle.drawdown: false or give the limit");
            }
        } else if (soft >= FixedPoint.rateToDouble(limit)) {
            problems.error(
                    settings.placeOf("strategy.throttle.dd_soft_ratio", "risk.max_drawdown_ratio"),
                    "strategy.throttle.dd_soft_ratio must be below risk.max_drawdown_ratio, got "
                            + YamlNumber.format(soft) + " and " + DecimalText.formatRate(limit),
                    "half is half of it");
        }
    }

    private void horizons() {
        if (settings.has("strategy.rho.variance_ratio_horizons", "strategy.rho.window_steps")) {
            int window = settings.whole("strategy.rho.window_steps");
            for (Object horizon : (List<?>) settings.value("strategy.rho.variance_ratio_horizons")) {
                if ((Integer) horizon >= window) {
                    problems.error(
                            settings.placeOf("strategy.rho.variance_ratio_horizons", "strategy.rho.window_steps"),
                            "strategy.rho.variance_ratio_horizons must be below strategy.rho.window_steps, got "
                                    + horizon + " and " + window,
                            "");
                }
            }
        }
    }

    private void financing() {
        if (settings.has("self_financing.mode", "strategy.neutrality.mode")) {
            FinancingMode mode = settings.word("self_financing.mode", FinancingMode.class);
            boolean scales = mode == FinancingMode.EXCESS_SIDE || mode == FinancingMode.SCALAR;
            if (scales && settings.word("strategy.neutrality.mode", NeutralityMode.class) == NeutralityMode.DRIVER) {
                problems.error(
                        settings.placeOf("self_financing.mode", "strategy.neutrality.mode"),
                        "self_financing.mode " + mode.text()
                                + " undoes strategy.neutrality.mode driver, scaling after it",
                        "strict financing with driver needs self_financing.mode: projection; or set"
                                + " strategy.neutrality.mode: none");
            }
        }
        if (settings.has("self_financing.cash_floor", "initial_cash")
                && settings.fixed("self_financing.cash_floor") > settings.fixed("initial_cash")) {
            problems.error(
                    settings.placeOf("self_financing.cash_floor", "initial_cash"),
                    "self_financing.cash_floor must not be above initial_cash, got " + text("self_financing.cash_floor")
                            + " and " + text("initial_cash"),
                    "nothing could ever be bought");
        }
    }

    private void prices() {
        if (settings.has("execution.collar_bps", "risk.max_price_deviation_bps")) {
            long collar = settings.fixed("execution.collar_bps");
            long deviation = settings.fixed("risk.max_price_deviation_bps");
            if (collar != RiskConfig.NONE && collar > deviation) {
                problems.error(
                        settings.placeOf("execution.collar_bps", "risk.max_price_deviation_bps"),
                        "execution.collar_bps must not be above risk.max_price_deviation_bps, got "
                                + text("execution.collar_bps") + " and " + text("risk.max_price_deviation_bps"),
                        "every order would be denied");
            }
        }
    }

    /** Limits that another limit makes idle: probably not what was meant. */
    private void neverBinding() {
        idle("risk.max_net_leverage_ratio", "risk.max_gross_leverage_ratio");
        idle("risk.max_order_notional", "risk.max_position_notional");
        idle("risk.max_daily_loss_ratio", "risk.max_drawdown_ratio");
    }

    private void idle(String inner, String outer) {
        if (settings.has(inner, outer)
                && settings.fixed(inner) != RiskConfig.NONE
                && settings.fixed(inner) > settings.fixed(outer)) {
            problems.warning(
                    settings.placeOf(inner, outer),
                    inner + " " + text(inner) + " never binds: " + outer + " is " + text(outer),
                    "");
        }
    }

    private void weights(@Nullable UniverseConfig universe) {
        if (settings.has("strategy.weights.scheme")) {
            unused("strategy.weights.averaging", WeightSchemeName.INVERSE_VOL);
            unused("strategy.weights.long_only", WeightSchemeName.SHRINKAGE_MARKOWITZ);
            unused("strategy.weights.diversity_exponent", WeightSchemeName.DIVERSITY);
            capitalisations(universe);
        }
        if (!settings.has("strategy.weights.scheme", "strategy.weights.fixed")) {
            return;
        }
        Map<?, ?> fixed = (Map<?, ?>) settings.value("strategy.weights.fixed");
        Place place = settings.placeOf("strategy.weights.fixed", "strategy.weights.scheme");
        WeightSchemeName scheme = settings.word("strategy.weights.scheme", WeightSchemeName.class);
        if (scheme != WeightSchemeName.FIXED) {
            if (!fixed.isEmpty()) {
                problems.warning(place, "strategy.weights.fixed is not used by the scheme " + scheme.text(), "");
            }
            return;
        }
        double sum = 0;
        for (Map.Entry<?, ?> weight : fixed.entrySet()) {
            sum += (Double) weight.getValue();
            known((String) weight.getKey(), "strategy.weights.fixed", place, universe);
        }
        if (!(Math.abs(sum - 1) <= WEIGHT_SUM_TOLERANCE)) {
            problems.error(
                    place,
                    "strategy.weights.fixed must sum to 1, got " + YamlNumber.format(sum),
                    "See: mnvh config explain strategy.weights.fixed");
        }
    }

    /** Units outstanding are known of all instruments or of none, and whoever makes capitalisations up is told so. */
    private void capitalisations(@Nullable UniverseConfig universe) {
        if (!settings.has("strategy.weights.outstanding")) {
            return;
        }
        Map<?, ?> outstanding = (Map<?, ?>) settings.value("strategy.weights.outstanding");
        Place place = settings.placeOf("strategy.weights.outstanding", "strategy.weights.scheme");
        WeightSchemeName scheme = settings.word("strategy.weights.scheme", WeightSchemeName.class);
        if (!scheme.ofMarket()) {
            if (!outstanding.isEmpty()) {
                problems.warning(place, "strategy.weights.outstanding is not used by the scheme " + scheme.text(), "");
            }
            return;
        }
        if (outstanding.isEmpty()) {
            problems.warning(
                    place,
                    "strategy.weights.scheme " + scheme.text() + " runs on pseudo-capitalisations, each 1 at its first"
                            + " mark",
                    "strategy.weights.outstanding gives real ones");
            return;
        }
        outstanding.keySet().forEach(s -> known((String) s, "strategy.weights.outstanding", place, universe));
        if (universe != null) {
            for (Instrument instrument : universe.instruments()) {
                if (!outstanding.containsKey(instrument.symbol())) {
                    problems.error(
                            place,
                            "strategy.weights.outstanding lacks " + instrument.symbol(),
                            "all instruments or none");
                }
            }
        }
    }

    /** Warns of a key that only {@code scheme} reads where it differs from its default under another scheme. */
    private void unused(String path, WeightSchemeName scheme) {
        WeightSchemeName chosen = settings.word("strategy.weights.scheme", WeightSchemeName.class);
        if (chosen != scheme
                && settings.has(path)
                && !text(path).equals(ConfigKeys.get(path).fallback())) {
            problems.warning(
                    settings.placeOf(path, "strategy.weights.scheme"),
                    path + " is not used by the scheme " + chosen.text(),
                    "");
        }
    }

    private void symbols(@Nullable UniverseConfig universe) {
        if (settings.has("strategy.neutrality.benchmark")) {
            String benchmark = settings.text("strategy.neutrality.benchmark");
            if (!benchmark.equals("universe")) {
                known(
                        benchmark,
                        "strategy.neutrality.benchmark",
                        settings.placeOf("strategy.neutrality.benchmark"),
                        universe);
            }
        }
        if (settings.has("strategy.neutrality.hedge")) {
            Place place = settings.placeOf("strategy.neutrality.hedge");
            for (Object symbol : ((Map<?, ?>) settings.value("strategy.neutrality.hedge")).keySet()) {
                known((String) symbol, "strategy.neutrality.hedge", place, universe);
            }
        }
    }

    /** A symbol can be checked only where the instruments are listed; a template takes its symbols from data. */
    private void known(String symbol, String path, Place place, @Nullable UniverseConfig universe) {
        if (universe == null || universe.template() != null) {
            return;
        }
        List<String> symbols = new ArrayList<>();
        for (Instrument instrument : universe.instruments()) {
            symbols.add(instrument.symbol());
        }
        if (!symbols.contains(symbol)) {
            problems.error(
                    place,
                    path + ": no instrument '" + symbol + "' in the universe"
                            + Suggestion.question(Suggestion.of(symbol, symbols)),
                    "");
        }
    }

    private void surroundings() {
        if (settings.has("monitor.bind")) {
            String bind = settings.text("monitor.bind");
            if (!bind.startsWith("127.") && !bind.equals("::1") && !bind.equals("localhost")) {
                problems.warning(
                        settings.placeOf("monitor.bind"),
                        "monitor.bind " + bind + " can be reached from other machines, without encryption",
                        "127.0.0.1 keeps it on this machine");
            }
        }
    }

    private void passwordFile() {
        if (!settings.has("venue.fix.password_file")
                || settings.text("venue.fix.password_file").equals(ValueType.NONE)) {
            return;
        }
        Place place = settings.placeOf("venue.fix.password_file");
        Path file = Path.of(settings.text("venue.fix.password_file"));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            problems.error(
                    place,
                    "venue.fix.password_file '" + file + "' is not a file that can be read",
                    "relative to the working directory. See: mnvh config explain venue.fix.password_file");
            return;
        }
        Set<PosixFilePermission> mode;
        try {
            mode = Files.getPosixFilePermissions(file);
        } catch (IOException | UnsupportedOperationException e) {
            // A file system without owner and group has no mode that could be too wide.
            return;
        }
        for (PosixFilePermission permission : mode) {
            if (!permission.name().startsWith("OWNER_")) {
                problems.error(
                        place,
                        "venue.fix.password_file '" + file + "' can be reached by group or others",
                        "chmod 600 " + file);
                return;
            }
        }
    }

    private void below(String lower, String upper) {
        if (!settings.has(lower, upper)) {
            return;
        }
        double left = ((Number) settings.value(lower)).doubleValue();
        double right = ((Number) settings.value(upper)).doubleValue();
        if (left >= right) {
            problems.error(
                    settings.placeOf(lower, upper),
                    lower + " must be below " + upper + ", got " + text(lower) + " and " + text(upper),
                    ConfigKeys.get(lower).hint(""));
        }
    }

    private String text(String path) {
        return ConfigKeys.get(path).type().format(settings.value(path));
    }
}
