package mnvh.engine;

import mnvh.config.AggressivenessUnit;
import mnvh.config.Config;
import mnvh.config.StrategyConfig;
import mnvh.event.Notice;
import mnvh.event.OutboundFrame;
import mnvh.event.StepOutcome;
import mnvh.event.StepSection;
import mnvh.ledger.Ledger;
import mnvh.order.DecisionWriter;
import mnvh.risk.Basket;
import mnvh.risk.BasketPipeline;
import mnvh.risk.DrawdownLimit;
import mnvh.risk.Limits;
import mnvh.risk.RepeatedExecutions;
import mnvh.risk.RiskInputs;
import mnvh.risk.Throttle;
import mnvh.risk.Verdict;
import mnvh.state.StateHash;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.strategy.CrossSection;
import mnvh.strategy.MnvhController;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/**
 * The step: marks, identities, estimators, throttle, update rule, pipeline, orders, record; in this order.
 *
 * <p>Source: the paper's appendix A with its risk checks moved before the orders. Core thread only; allocates nothing
 * after construction.
 */
@HotPath
final class SynchronisedStep implements Stateful {
    /** An order that never rests is filled or gone within a step, or within two where bars fill at the next close. */
    private static final int PATIENCE_STEPS = 2;

    private final StrategyConfig strategy;
    private final Portfolio portfolio;
    private final EngineState engine;
    private final Halt halt;
    private final Reconciler reconciler;
    private final CrossSection crossSection;
    private final StepEstimators estimators;
    private final Throttle throttle;
    private final DrawdownLimit drawdown;
    private final MnvhController controller;
    private final BasketPipeline pipeline;
    private final Limits limits;
    private final RepeatedExecutions executions;
    private final FeeWatch fees;
    private final Closing closing;
    private final StepBooks books;
    private final Basket basket;
    private final StepInputs gathered;
    private final StepReport report;
    private final DecisionWriter decision = new DecisionWriter();
    private final StateHash hash = new StateHash();
    private final HeldExposure held;
    private final StepObserver observer;
    private final long[] inventory;
    private long stepNumber = -1;
    private double edge;
    private double cost;
    private double aggressiveness;

    SynchronisedStep(
            Universe universe,
            Config config,
            Portfolio portfolio,
            EngineState engine,
            Halt halt,
            Reconciler reconciler,
            StepObserver observer) {
        int n = universe.size();
        this.strategy = config.strategy();
        this.portfolio = portfolio;
        this.engine = engine;
        this.halt = halt;
        this.reconciler = reconciler;
        this.crossSection =
                new CrossSection(universe, config.step(), config.risk().maxJumpSigma());
        this.estimators = new StepEstimators(universe, config, crossSection, portfolio.fees());
        this.controller = new MnvhController(universe, strategy.inventoryLeash(), estimators.returns());
        this.report = new StepReport(n);
        this.pipeline =
                new BasketPipeline(universe, config, portfolio.ledger(), portfolio.fees(), portfolio.working(), report);
        this.limits = pipeline.limits();
        this.throttle = new Throttle(strategy.throttle(), limits);
        this.drawdown = new DrawdownLimit(limits);
        this.executions = new RepeatedExecutions(limits);
        this.fees = new FeeWatch(strategy, portfolio.ledger(), engine, pipeline);
        this.closing = new Closing(universe, portfolio, engine, reconciler, crossSection);
        this.books = new StepBooks(crossSection, portfolio, engine, halt, drawdown, closing, observer, n);
        this.basket = new Basket(n);
        this.inventory = new long[n];
        this.held = new HeldExposure(universe, portfolio.ledger(), pipeline.margins());
        this.observer = observer;
        this.gathered = new StepInputs(
                crossSection,
                estimators,
                drawdown,
                limits,
                portfolio,
                engine,
                reconciler,
                observer.onPipeline(pipeline));
    }

    CrossSection crossSection() {
        return crossSection;
    }

    /** @return the gate, for what changes its terms */
    BasketPipeline pipeline() {
        return pipeline;
    }

    /** A person says that lists of orders may go on leaving. */
    void acknowledge() {
        executions.acknowledge();
    }

    /** Notes whether the venue trades an instrument. */
    void halted(int instrument, boolean isHalted) {
        gathered.halted()[instrument] = isHalted;
        crossSection.setHalted(instrument, isHalted);
    }

    /** Closes the step at {@code closeNs}; everything it causes goes into {@code frame}. */
    void close(long closeNs, OutboundFrame frame) {
        stepNumber++;
        report.into(frame);
        basket.clear();
        closing.onStep();
        crossSection.closeStep(closeNs);
        books.close(stepNumber, closeNs, frame);
        boolean measured = estimators.onStep();
        throttle();
        fees.onStep();
        report.writeCrossSection(crossSection, books.marks(), estimators, portfolio.ledger(), frame);
        report.writeVarianceRatios(estimators, frame);
        if (engine.killed() && !engine.flattening()) {
            // A cancel that the venue refused is asked for again.
            halt.cancelAll(frame);
        }
        StepOutcome outcome = stepNumber == 0
                ? StepOutcome.FIRST
                : !engine.mayTrade() || (!books.equityKnown() && !engine.flattening())
                        ? StepOutcome.NOT_ACTIVE
                        : measured || engine.flattening() ? trade(closeNs, frame) : skipped();
        write(outcome, closeNs, frame);
    }

    private void throttle() {
        double full = strategy.aggressiveness();
        if (strategy.aggressivenessUnit() == AggressivenessUnit.EQUITY_MULTIPLE) {
            full *= FixedPoint.toDouble(Math.max(0, books.equity()));
        }
        edge = estimators.edge(full);
        cost = estimators.cost(full);
        throttle.update(
                estimators.reversion().value(),
                estimators.reversion().standardError(),
                estimators.varianceRatio(),
                drawdown.drawdown(),
                edge,
                cost);
        aggressiveness = full * throttle.factor();
    }

    private StepOutcome skipped() {
        return crossSection.quorum() ? StepOutcome.WEIGHTS_VANISHED : StepOutcome.QUORUM_MISSED;
    }

    private StepOutcome trade(long nowNs, OutboundFrame frame) {
        if (executions.reached() && !engine.flattening()) {
            halt.now(Notice.REPEATED_EXECUTIONS, -1, executions.lists(), limits.maxRepeatedExecutions(), frame);
            return StepOutcome.NOT_ACTIVE;
        }
        portfolio.orders().cancelDecidedUpTo(stepNumber - PATIENCE_STEPS, nowNs, frame);
        for (int i = 0; i < inventory.length; i++) {
            inventory[i] = Math.addExact(
                    portfolio.ledger().position(i), portfolio.working().signed(i));
        }
        if (engine.flattening()) {
            closing.propose(inventory, books.marks(), basket);
        } else {
            controller.propose(crossSection, estimators.weights(), inventory, aggressiveness, basket);
        }
        RiskInputs inputs = gathered.gather(nowNs, books.equity());
        if (!passed(inputs, frame)) {
            return StepOutcome.DENIED;
        }
        observer.onList(basket, inputs);
        closing.tell(basket, inputs, gathered.halted());
        report.writeStages(basket, frame);
        if (basket.orders > 0) {
            decision.write(basket, stepNumber, frame);
        }
        int orders = portfolio.orders().submit(basket, books.marks(), stepNumber, nowNs, frame);
        if (orders > 0) {
            executions.onList();
            return StepOutcome.TRADED;
        }
        return basket.binding == Verdict.NO_TRADE ? StepOutcome.NOTHING_PROPOSED : StepOutcome.DENIED;
    }

    /** @return false where the gate failed: what it throws is no verdict, so nothing leaves and trading halts */
    private boolean passed(RiskInputs inputs, OutboundFrame frame) {
        try {
            pipeline.run(basket, inputs);
            return true;
        } catch (RuntimeException e) {
            basket.clear();
            halt.now(Notice.GATE_FAILED, -1, stepNumber, frame);
            return false;
        }
    }

    private void write(StepOutcome outcome, long closeNs, OutboundFrame frame) {
        Ledger ledger = portfolio.ledger();
        hash.clear();
        portfolio.writeTo(hash);
        engine.writeTo(hash);
        held.measure(books.equity());
        held.writeDistances(frame);
        StepSection step = report.begin(frame);
        step.step(stepNumber)
                .closeNs(closeNs)
                .outcome(outcome.ordinal())
                .present(crossSection.presentCount())
                .state(engine.tradingState().ordinal())
                .orders(basket.orders)
                .denied(basket.denied)
                .rounds(basket.rounds)
                .portfolioReturn(estimators.returns().portfolioReturn())
                .dispersion(estimators.returns().dispersion())
                .varianceRatio(estimators.varianceRatio())
                .rho(estimators.reversion().value())
                .rhoStandardError(estimators.reversion().standardError())
                .edge(edge)
                .cost(cost)
                .throttle(throttle.factor())
                .throttleRho(throttle.rho())
                .throttleTrend(throttle.trend())
                .throttleDrawdown(throttle.drawdown())
                .throttleEdge(throttle.edge())
                .aggressiveness(aggressiveness)
                .feeToGross(fees.ratio())
                .tradeThreshold(fees.band())
                .marketBetaRatio(marketBetaRatio())
                .financingScale(basket.financingScale)
                .riskScale(basket.riskScale)
                .equity(books.equity())
                .cash(ledger.cash())
                .positionValue(ledger.positionValue())
                .peakEquity(drawdown.peakEquity())
                .marginUsed(basket.marginUsed)
                .demandSignal(basket.demandSignal)
                .demandLeash(basket.demandLeash)
                .demandNeutrality(basket.demandNeutrality)
                .demandFees(basket.demandFees)
                .demandRounding(basket.demandRounding)
                .cashDemand(basket.cashDemand)
                .traded(basket.turnover)
                .residual(books.residual())
                .stateHash(hash.value())
                .pricesLate(crossSection.lateCount())
                .pricesRefused(crossSection.refusedCount());
        held.write(step);
    }

    /** E/W of what is held at the marks; 0 without equity. */
    private double marketBetaRatio() {
        long equity = books.equity();
        return equity <= 0 ? 0.0 : held.beta(estimators.marketBetas()) / FixedPoint.toDouble(equity);
    }

    @Override
    public void writeTo(StateWriter writer) {
        portfolio.writeTo(writer);
        engine.writeTo(writer);
        crossSection.writeTo(writer);
        estimators.writeTo(writer);
        throttle.writeTo(writer);
        drawdown.writeTo(writer);
        pipeline.writeTo(writer);
        executions.writeTo(writer);
        fees.writeTo(writer);
        reconciler.writeTo(writer);
        closing.writeTo(writer);
        portfolio.ledger().writeHistoryTo(writer);
        writer.putLong(stepNumber);
    }
}
