package mnvh.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values by key to the records of {@link Config}; every key must have a value. */
final class ConfigAssembly {
    private final Settings settings;

    private ConfigAssembly(Settings settings) {
        this.settings = settings;
    }

    static Config build(Settings settings, UniverseConfig universe) {
        return new ConfigAssembly(settings).config(universe);
    }

    private Config config(UniverseConfig universe) {
        return new Config(
                settings.whole("version"),
                settings.word("mode", Mode.class),
                universe,
                settings.fixed("initial_cash"),
                settings.text("currency"),
                new StepConfig(
                        settings.fixed("step.interval_s"),
                        settings.fixed("step.staleness_limit_ms"),
                        settings.fixed("step.close_delay_ms"),
                        settings.real("step.quorum_ratio"),
                        settings.word("step.mark_source", MarkSource.class)),
                strategy(),
                new SelfFinancingConfig(
                        settings.word("self_financing.mode", FinancingMode.class),
                        settings.fixed("self_financing.cash_floor")),
                new FeeAssembly(settings).build(),
                new ExecutionConfig(
                        settings.word("execution.style", ExecutionStyle.class),
                        settings.fixed("execution.collar_bps"),
                        settings.word("execution.fill", BarFill.class)),
                new LotsConfig(
                        settings.word("lots.method", LotMethod.class),
                        settings.whole("lots.max_per_instrument"),
                        settings.whole("lots.history")),
                risk(),
                new JournalConfig(
                        Path.of(settings.text("journal.dir")), settings.word("journal.durability", Durability.class)),
                venue(),
                new MonitorConfig(
                        settings.whole("monitor.http_port"),
                        settings.text("monitor.bind"),
                        Path.of(settings.text("monitor.kill_file"))),
                new ApprovalConfig(settings.flag("approval.required"), Path.of(settings.text("approval.file"))));
    }

    private StrategyConfig strategy() {
        List<?> band = (List<?>) settings.value("strategy.target_fee_to_gross_ratio");
        return new StrategyConfig(
                settings.real("strategy.inventory_leash"),
                settings.real("strategy.aggressiveness"),
                settings.word("strategy.aggressiveness_unit", AggressivenessUnit.class),
                settings.real("strategy.trade_threshold_ratio"),
                weights(),
                settings.whole("strategy.rho.window_steps"),
                ((List<?>) settings.value("strategy.rho.variance_ratio_horizons"))
                        .stream().map(Integer.class::cast).toList(),
                new ThrottleConfig(
                        settings.flag("strategy.throttle.rho"),
                        settings.flag("strategy.throttle.trend"),
                        settings.flag("strategy.throttle.drawdown"),
                        settings.flag("strategy.throttle.edge"),
                        settings.real("strategy.throttle.rho_z"),
                        settings.real("strategy.throttle.rho_full"),
                        settings.whole("strategy.throttle.trend_horizon_steps"),
                        settings.real("strategy.throttle.vr_full"),
                        settings.real("strategy.throttle.vr_max"),
                        settings.real("strategy.throttle.dd_soft_ratio"),
                        settings.real("strategy.throttle.edge_cost_multiple"),
                        settings.real("strategy.throttle.warmup")),
                new NeutralityConfig(
                        settings.word("strategy.neutrality.mode", NeutralityMode.class),
                        settings.text("strategy.neutrality.benchmark"),
                        settings.real("strategy.neutrality.band_ratio"),
                        settings.real("strategy.neutrality.min_beta_dispersion"),
                        settings.real("strategy.neutrality.max_correction_ratio"),
                        settings.whole("strategy.neutrality.window_steps"),
                        settings.word("strategy.neutrality.averaging", Averaging.class),
                        bySymbol(
                                settings.word("strategy.neutrality.mode", NeutralityMode.class) == NeutralityMode.HEDGE,
                                "strategy.neutrality.hedge")),
                new CostConfig(
                        settings.whole("strategy.cost.window_steps"),
                        settings.real("strategy.cost.half_spread_bps"),
                        settings.real("strategy.cost.slippage_coefficient")),
                new FeeBudgetConfig(
                        settings.flag("strategy.fee_budget.control"),
                        settings.whole("strategy.fee_budget.window_steps"),
                        settings.real("strategy.fee_budget.band_max_ratio"),
                        (Double) band.get(0),
                        (Double) band.get(1)));
    }

    private WeightsConfig weights() {
        WeightSchemeName scheme = settings.word("strategy.weights.scheme", WeightSchemeName.class);
        return new WeightsConfig(
                scheme,
                bySymbol(scheme == WeightSchemeName.FIXED, "strategy.weights.fixed"),
                settings.whole("strategy.weights.lookback_steps"),
                settings.whole("strategy.weights.refresh_steps"),
                settings.word("strategy.weights.averaging", Averaging.class),
                settings.flag("strategy.weights.long_only"),
                settings.real("strategy.weights.diversity_exponent"),
                bySymbol(scheme.ofMarket(), "strategy.weights.outstanding"));
    }

    /** The numbers of a key by symbol; none where the scheme does not read them. */
    private Map<String, Double> bySymbol(boolean read, String path) {
        Map<String, Double> numbers = new TreeMap<>();
        if (read) {
            ((Map<?, ?>) settings.value(path))
                    .forEach((symbol, number) -> numbers.put((String) symbol, (Double) number));
        }
        return numbers;
    }

    private RiskConfig risk() {
        return new RiskConfig(
                settings.fixed("risk.max_gross_leverage_ratio"),
                settings.fixed("risk.max_net_leverage_ratio"),
                settings.fixed("risk.max_market_beta_ratio"),
                settings.fixed("risk.max_margin_usage_ratio"),
                settings.fixed("risk.stress_move_ratio"),
                settings.fixed("risk.max_drawdown_ratio"),
                settings.fixed("risk.max_daily_loss_ratio"),
                settings.fixed("risk.max_order_notional"),
                settings.fixed("risk.max_position_notional"),
                settings.fixed("risk.max_participation_ratio"),
                settings.fixed("risk.max_price_deviation_bps"),
                settings.whole("risk.max_messages_per_s"),
                settings.whole("risk.max_working_orders"),
                settings.real("risk.max_jump_sigma"),
                settings.fixed("risk.max_unexplained"),
                settings.whole("risk.max_open_breaks"),
                settings.whole("risk.max_repeated_executions"));
    }

    private VenueConfig venue() {
        String passwordFile = optional("venue.fix.password_file");
        return new VenueConfig(
                settings.text("venue.name"),
                settings.text("venue.fix.begin_string"),
                settings.text("venue.fix.sender"),
                settings.text("venue.fix.target"),
                settings.text("venue.fix.host"),
                settings.whole("venue.fix.port"),
                settings.whole("venue.fix.heartbeat_s"),
                optional("venue.fix.username"),
                passwordFile == null ? null : Path.of(passwordFile),
                dropCopy(),
                new SimulatorConfig(
                        settings.fixed("venue.simulator.seed"),
                        settings.word("venue.simulator.regime", Regime.class),
                        settings.real("venue.simulator.reversion"),
                        settings.real("venue.simulator.factor_volatility"),
                        settings.real("venue.simulator.idiosyncratic_volatility"),
                        settings.fixed("venue.simulator.spread_bps"),
                        settings.whole("venue.simulator.depth_levels"),
                        settings.fixed("venue.simulator.level_notional"),
                        settings.whole("venue.simulator.quotes_per_step"),
                        settings.fixed("venue.simulator.latency_ms"),
                        settings.real("venue.simulator.reject_ratio"),
                        settings.fixed("venue.simulator.funding_interval_s"),
                        settings.real("venue.simulator.funding_volatility"),
                        settings.real("venue.simulator.speed")));
    }

    private @Nullable DropCopyConfig dropCopy() {
        int withinSteps = settings.whole("venue.drop_copy.within_steps");
        boolean backtest = settings.word("mode", Mode.class) == Mode.BACKTEST;
        return withinSteps == 0 || backtest
                ? null
                : new DropCopyConfig(
                        settings.text("venue.drop_copy.sender"),
                        (String) inherited("target"),
                        (String) inherited("host"),
                        Math.toIntExact((Long) inherited("port")),
                        withinSteps);
    }

    private Object inherited(String name) {
        Object own = settings.value("venue.drop_copy." + name);
        return own == InheritType.Value.INHERITED ? settings.value("venue.fix." + name) : own;
    }

    private @Nullable String optional(String path) {
        String text = settings.text(path);
        return text.equals(ValueType.NONE) ? null : text;
    }
}
