package mnvh.monitor;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import mnvh.event.OrderEventType;
import mnvh.event.StepOutcome;
import mnvh.units.Clock;
import mnvh.units.Component;
import mnvh.units.FixedPoint;

/**
 * The run in Prometheus's words: gauges and function counters that read the monitor when they are scraped.
 *
 * <p>Any thread. Nothing here runs on the core's path: what is timed is counted by its own thread and read from there.
 * Ratios are fractions, times are seconds, money is in units of the reporting currency.
 */
public final class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RunMonitor monitor;
    private final String venue;
    private final Clock clock;

    /**
     * @param monitor what is read
     * @param names words for the verdicts, one counter each
     * @param venue the venue's name, a label
     * @param clock the edge's clock, for the age of market data
     * @param plumbing what the records do not tell
     * @param build which program runs
     * @param latencies how long the stages take
     */
    public Metrics(
            RunMonitor monitor,
            RunNames names,
            String venue,
            Clock clock,
            Plumbing plumbing,
            BuildIdentity build,
            StageLatencies latencies) {
        this.monitor = monitor;
        this.venue = venue;
        this.clock = clock;
        registerOrders(names);
        registerBooks();
        registerStep();
        registerPlumbing(plumbing);
        registerLatencies(latencies);
        Gauge.builder("mnvh.build.info", () -> 1)
                .description("Always 1; the labels say which build runs")
                .tag("version", build.version())
                .tag("revision", build.revision())
                .tag("java", build.java())
                .register(registry);
    }

    /** @return every meter in Prometheus's text format */
    public String scrape() {
        return registry.scrape();
    }

    private void registerOrders(RunNames names) {
        counter(
                "mnvh.orders.sent",
                "Orders sent",
                "side",
                "buy",
                s -> s.outbound().buysSent());
        counter(
                "mnvh.orders.sent",
                "Orders sent",
                "side",
                "sell",
                s -> s.outbound().sellsSent());
        counter("mnvh.cancels.sent", "Cancel requests sent", s -> s.outbound().cancelsSent());
        for (OrderEventType type : new OrderEventType[] {
            OrderEventType.REJECTED, OrderEventType.CANCEL_REJECTED, OrderEventType.NOT_SENT, OrderEventType.UNKNOWN
        }) {
            String reason = word(type.name());
            counter(
                    "mnvh.orders.rejected",
                    "Orders and cancels that were refused",
                    "reason",
                    reason,
                    s -> s.count(type));
        }
        for (int i = 0; i < names.verdicts().size(); i++) {
            int ordinal = i;
            String reason = word(names.verdicts().get(i));
            counter(
                    "mnvh.orders.denied",
                    "Trades that our own gate denied or cut",
                    "reason",
                    reason,
                    s -> s.outbound().denials().get(ordinal));
        }
        counter("mnvh.fills", "Fills booked", s -> s.outbound().filled());
        counter(
                "mnvh.market.data.events",
                "Market data events read",
                s -> s.inbound().marketDataEvents());
        counter(
                "mnvh.inputs.refused",
                "Malformed inputs refused at the edge",
                s -> s.inbound().refused());
    }

    private void registerBooks() {
        counter(
                "mnvh.traded.notional.usd",
                "Absolute notional of the fills",
                s -> s.outbound().tradedNotional());
        counter("mnvh.fees.usd", "Fees paid", s -> -component(s, Component.FEE));
        for (Component component : Component.values()) {
            gauge(
                    "mnvh.component.usd",
                    "Change of the books by component",
                    "component",
                    word(component.name()),
                    s -> component(s, component));
        }
        gauge(
                "mnvh.equity.usd",
                "Equity: cash plus positions at their marks",
                s -> FixedPoint.toDouble(s.outbound().equity()));
        gauge("mnvh.drawdown.ratio", "Loss from the largest equity so far", RunSnapshot::drawdown);
        gauge("mnvh.gross.leverage.ratio", "Gross notional over equity", RunSnapshot::grossLeverage);
        gauge(
                "mnvh.fee.to.gross.ratio",
                "Fees over what was earned before them; NaN where nothing was earned",
                s -> s.outbound().components().feeToGrossRatio());
        gauge(
                "mnvh.ledger.residual.usd",
                "Largest residual of the ledger's identities; must be 0",
                s -> FixedPoint.toDouble(s.outbound().largestResidual()));
    }

    private void registerStep() {
        step(
                "mnvh.portfolio.beta.ratio",
                "Beta exposure over equity, before the step's trades",
                StepReading::marketBetaRatio);
        step("mnvh.kappa.ratio", "Financing scale kappa of the last step", StepReading::financingScale);
        step(
                "mnvh.margin.used.usd",
                "Worst-case margin with the last step's orders",
                r -> FixedPoint.toDouble(r.marginUsed()));
        step(
                "mnvh.margin.maintenance.usd",
                "Maintenance margin of what was held at the last step",
                r -> FixedPoint.toDouble(r.maintenanceMargin()));
        step(
                "mnvh.liquidation.distance.ratio",
                "Smallest uniform move of the marks down to maintenance margin; 1 for none up to 100 %",
                StepReading::liquidationDistance);
        step("mnvh.risk.scale.ratio", "Risk scale of the last step", StepReading::riskScale);
        step(
                "mnvh.cross.sectional.variance",
                "Cross-sectional variance of the last step's returns",
                StepReading::dispersion);
        step("mnvh.prices.late", "Prices since the start that came after their step had closed", r ->
                (double) r.pricesLate());
        step(
                "mnvh.prices.refused",
                "Prices since the start that changed nothing: crossed, out of order, absent, not positive, jumped",
                r -> (double) r.pricesRefused());
        step("mnvh.rho.ratio", "Reversion coefficient, unclipped", StepReading::rho);
        step("mnvh.throttle.ratio", "Product of the throttle's factors", StepReading::throttle);
        step("mnvh.trade.threshold.ratio", "No-trade band in force over equity", StepReading::tradeThreshold);
        step("mnvh.step.number", "Number of the last closed step", StepReading::step);
        for (StepOutcome outcome : StepOutcome.values()) {
            counter(
                    "mnvh.steps",
                    "Steps closed",
                    "outcome",
                    word(outcome.name()),
                    s -> s.outbound().outcomes().get(outcome.ordinal()));
        }
        gauge(
                "mnvh.trading.halted",
                "1 while trading is halted until an operator resumes it",
                s -> s.outbound().state().equals("HALTED") ? 1 : 0);
    }

    private void registerPlumbing(Plumbing plumbing) {
        gauge(
                "mnvh.kill.switch.active",
                "1 from the kill switch's trigger until its reset, also while it lets positions be closed",
                s -> plumbing.killed().getAsBoolean() ? 1 : 0);
        gauge("mnvh.market.data.age.seconds", "Time since the newest market data was received", this::marketDataAgeS);
        gauge(
                "mnvh.fix.session.up",
                "1 while the FIX session is logged on",
                "session",
                venue,
                s -> s.sessionUp() ? 1 : 0);
        gauge(
                "mnvh.fix.drop.copy.up",
                "1 while the drop copy's session is logged on, NaN where there is none",
                s -> plumbing.dropCopyUp().getAsDouble());
        counter(
                "mnvh.fix.resend.requests",
                "FIX resend requests, both directions",
                s -> plumbing.resendRequests().getAsLong());
        gauge(
                "mnvh.ring.remaining.capacity.ratio",
                "Free part of the ingress ring",
                s -> plumbing.ingressFreeRatio().getAsDouble());
        gauge(
                "mnvh.journal.size.bytes",
                "Bytes of the session on disk",
                s -> plumbing.journalBytes().getAsDouble());
    }

    /** The handler alone keeps the stage {@code core}: a step, and any event that is no step. */
    private void registerLatencies(StageLatencies latencies) {
        String core = "core";
        registry.getPrometheusRegistry()
                .register(new LatencyCollector(
                                "mnvh_step_duration_seconds", "Time the core takes for one synchronised step")
                        .stage(core, () -> latencies.reading(Stage.STEP)));
        LatencyCollector pipeline = new LatencyCollector(
                        "mnvh_pipeline_latency_seconds",
                        "Time of one inbound event by stage; core is the handler alone")
                .stage(core, () -> latencies.reading(Stage.MARKET_DATA).plus(latencies.reading(Stage.OTHER)));
        for (Stage stage :
                new Stage[] {Stage.MARKET_DATA, Stage.QUEUE, Stage.EVENT_TO_ORDER, Stage.TICK_TO_ORDER, Stage.SEND}) {
            pipeline.stage(stage.label(), () -> latencies.reading(stage));
        }
        registry.getPrometheusRegistry().register(pipeline);
        longest(
                "mnvh.step.duration.seconds.max",
                "Longest step since the start",
                core,
                () -> latencies.reading(Stage.STEP).maxNs());
        longest(
                "mnvh.pipeline.latency.seconds.max",
                "Longest event that is no step, since the start",
                core,
                () -> Math.max(
                        latencies.reading(Stage.MARKET_DATA).maxNs(),
                        latencies.reading(Stage.OTHER).maxNs()));
    }

    private void longest(String name, String description, String stage, LongSupplier maxNs) {
        Gauge.builder(name, () -> maxNs.getAsLong() / 1e9)
                .description(description)
                .tag("stage", stage)
                .register(registry);
    }

    private double marketDataAgeS(RunSnapshot snapshot) {
        long received = snapshot.inbound().marketDataReceivedNs();
        return received == 0 ? Double.NaN : (clock.nowNs() - received) / 1e9;
    }

    private void step(String name, String description, ToDoubleFunction<StepReading> read) {
        gauge(name, description, s -> {
            StepReading step = s.outbound().step();
            return step == null ? Double.NaN : read.applyAsDouble(step);
        });
    }

    private void gauge(String name, String description, ToDoubleFunction<RunSnapshot> read) {
        gauge(name, description, "venue", venue, read);
    }

    private void gauge(String name, String description, String tag, String value, ToDoubleFunction<RunSnapshot> read) {
        Gauge.builder(name, () -> read.applyAsDouble(monitor.snapshot()))
                .description(description)
                .tag(tag, value)
                .register(registry);
    }

    private void counter(String name, String description, Function<RunSnapshot, Number> read) {
        FunctionCounter.builder(name, monitor, m -> read.apply(m.snapshot()).doubleValue())
                .description(description)
                .tag("venue", venue)
                .register(registry);
    }

    private void counter(
            String name, String description, String tag, String value, Function<RunSnapshot, Number> read) {
        FunctionCounter.builder(name, monitor, m -> read.apply(m.snapshot()).doubleValue())
                .description(description)
                .tag("venue", venue)
                .tag(tag, value)
                .register(registry);
    }

    private static double component(RunSnapshot snapshot, Component component) {
        return snapshot.outbound().components().of(component).doubleValue();
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
