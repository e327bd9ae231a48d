package mnvh.bench;

import java.util.List;
import mnvh.config.Config;
import mnvh.engine.Certificates;
import mnvh.event.EventConsumer;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.OrderEvent;
import mnvh.event.OutboundFrame;
import mnvh.event.StepOutcome;
import mnvh.event.TimerEvent;
import mnvh.ledger.AccountingIdentity;
import mnvh.ledger.Execution;
import mnvh.ledger.FeeSchedule;
import mnvh.ledger.Ledger;
import mnvh.order.DecisionWriter;
import mnvh.order.OrderManager;
import mnvh.risk.Basket;
import mnvh.risk.BasketPipeline;
import mnvh.risk.DrawdownLimit;
import mnvh.risk.Limits;
import mnvh.risk.RiskInputs;
import mnvh.risk.WorkingOrders;
import mnvh.state.StateHash;
import mnvh.state.StateWriter;
import mnvh.strategy.CrossSection;
import mnvh.strategy.MnvhController;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/**
 * The parts of the step, put together from their public classes with a clock between them.
 *
 * <p>It takes the same events as the handler and must decide the same orders; without operator, session, halts and
 * outbox, which cost nothing per instrument. One thread; allocates nothing once built.
 */
final class StepRig implements EventConsumer {
    private static final int PATIENCE_STEPS = 2;

    private final int size;
    private final OutboundFrame frame;
    private final StepRigFrame record;
    private final DecisionWriter decision = new DecisionWriter();
    private final CrossSection crossSection;
    private final StepRigEstimators estimators;
    private final DrawdownLimit drawdown;
    private final AccountingIdentity identity;
    private final MnvhController controller;
    private final BasketPipeline pipeline;
    private final OrderManager orders;
    private final StateHash hash = new StateHash();
    private final MarketDataEvent marketData = new MarketDataEvent();
    private final OrderEvent orderEvent = new OrderEvent();
    private final FillEvent fill = new FillEvent();
    private final TimerEvent timer = new TimerEvent();
    private final long[] inventory;
    private final long[] marks;
    private final long[] spentNs = new long[StepPart.values().length];
    private long step = -1;
    private long lastNs;
    private final Certificates certificates;
    final Ledger ledger;
    private final Execution execution = new Execution();
    final WorkingOrders working;
    final Basket basket;
    final RiskInputs inputs;

    StepRig(Universe universe, Config config) {
        size = universe.size();
        frame = new OutboundFrame(OutboundFrame.capacityFor(size, config.risk().maxWorkingOrders()));
        record = new StepRigFrame(frame, size);
        crossSection = new CrossSection(universe, config.step(), config.risk().maxJumpSigma());
        drawdown = new DrawdownLimit(new Limits(config.risk()));
        FeeSchedule fees = new FeeSchedule(universe, config.fees());
        estimators = new StepRigEstimators(universe, config, crossSection, fees);
        Currencies currencies = Currencies.of(universe, config.currency(), List.of());
        ledger = new Ledger(universe, currencies, fees, config.lots(), config.initialCash(), BenchRun.STEP_NS, record);
        identity = new AccountingIdentity(universe, ledger);
        certificates = new Certificates(ledger);
        working = new WorkingOrders(universe);
        orders = new OrderManager(config.risk().maxWorkingOrders(), working);
        controller = new MnvhController(universe, config.strategy().inventoryLeash(), estimators.returns);
        pipeline = new BasketPipeline(universe, config, ledger, fees, working, record);
        basket = new Basket(size);
        inputs = new RiskInputs(size);
        inventory = new long[size];
        marks = new long[size];
    }

    @Override
    public void onEvent(EventSlot slot, long sequence, boolean endOfBatch) {
        frame.begin(sequence, slot.timestampNs());
        switch (slot.kind()) {
            case EventKind.MARKET_DATA -> price(slot);
            case EventKind.ORDER ->
                orders.onOrderEvent(orderEvent.wrap(slot.buffer(), 0), slot.sequence(), slot.timestampNs(), frame);
            case EventKind.FILL -> fill(slot);
            case EventKind.TIMER -> close(timer.wrap(slot.buffer(), 0).closeNs());
            case EventKind.SESSION -> orders.sessionLost(frame);
            default -> throw new IllegalStateException("not an event of this load: " + slot.kind());
        }
    }

    /** @return what the last step sent */
    OutboundFrame frame() {
        return frame;
    }

    /** @return nanoseconds of a part in the last step, clock included */
    long spentNs(StepPart part) {
        return spentNs[part.ordinal()];
    }

    private void price(EventSlot slot) {
        marketData.wrap(slot.buffer(), 0);
        crossSection.onPrice(
                marketData.instrument(),
                slot.timestampNs(),
                marketData.bidPrice(),
                marketData.askPrice(),
                marketData.lastPrice(),
                marketData.markPrice(),
                marketData.volume());
    }

    private void fill(EventSlot slot) {
        fill.wrap(slot.buffer(), 0);
        execution
                .of(fill.execIdHash(), fill.instrument(), fill.side(), fill.quantity(), fill.price())
                .liquidity(fill.liquidity())
                .at(slot.timestampNs());
        if (fill.hasCommission() != 0) {
            execution.commission(Currencies.REPORTING, fill.commission());
        }
        orders.admit(fill);
        ledger.fill(execution);
        orders.onFill(fill, slot.timestampNs(), frame);
        identity.checkTouched(fill.instrument());
    }

    private void close(long closeNs) {
        step++;
        for (int k = 0; k < spentNs.length; k++) {
            spentNs[k] = 0;
        }
        lastNs = System.nanoTime();
        crossSection.closeStep(closeNs);
        lap(StepPart.CROSS_SECTION);
        for (int i = 0; i < size; i++) {
            marks[i] = crossSection.mark(i);
            if (marks[i] != 0) {
                ledger.mark(i, marks[i]);
            }
        }
        ledger.closeStep(closeNs);
        lap(StepPart.MARKS);
        if (identity.checkAll() != 0) {
            throw new IllegalStateException("the measured books do not balance");
        }
        lap(StepPart.IDENTITY);
        certificates.write(step, 0, frame);
        lap(StepPart.FRAME);
        drawdown.onEquity(closeNs, ledger.equity());
        boolean measured = estimators.onStep(ledger.equity(), drawdown);
        lap(StepPart.ESTIMATORS);
        record.writeCrossSection(crossSection, estimators, ledger);
        lap(StepPart.FRAME);
        if (measured && step > 0) {
            trade(closeNs);
        }
        hash.clear();
        ledger.writeTo(hash);
        working.writeTo(hash);
        orders.writeTo(hash);
        lap(StepPart.HASH);
        record.writeStep(step, closeNs, StepOutcome.TRADED.ordinal(), basket, ledger, hash.value());
        lap(StepPart.FRAME);
    }

    /** @return how many words the state hash of a step takes */
    int hashedWords() {
        WordCount count = new WordCount();
        ledger.writeTo(count);
        working.writeTo(count);
        orders.writeTo(count);
        return count.words;
    }

    /** Counts what is written. */
    private static final class WordCount implements StateWriter {
        private int words;

        @Override
        public void putLong(long value) {
            words++;
        }

        @Override
        public void putInt(int value) {
            words++;
        }

        @Override
        public void putDouble(double value) {
            words++;
        }
    }

    private void trade(long closeNs) {
        orders.cancelDecidedUpTo(step - PATIENCE_STEPS, closeNs, frame);
        for (int i = 0; i < size; i++) {
            inventory[i] = Math.addExact(ledger.position(i), working.signed(i));
        }
        lap(StepPart.ORDERS);
        controller.propose(crossSection, estimators.weights, inventory, estimators.aggressiveness, basket);
        lap(StepPart.CONTROLLER);
        fillInputs(closeNs);
        pipeline.run(basket, inputs);
        lap(StepPart.PIPELINE);
        record.writeStages(basket);
        if (basket.orders > 0) {
            decision.write(basket, step, frame);
        }
        lap(StepPart.FRAME);
        orders.submit(basket, marks, step, closeNs, frame);
        lap(StepPart.ORDERS);
    }

    private void fillInputs(long nowNs) {
        for (int i = 0; i < size; i++) {
            inputs.present[i] = crossSection.present(i);
            inputs.tradable[i] = !crossSection.quarantined(i);
            inputs.marketBeta[i] = estimators.marketBeta.marketBeta(i);
            inputs.recentVolume[i] = crossSection.recentVolume(i);
            inputs.weight[i] = estimators.weights.weight(i);
        }
        System.arraycopy(crossSection.markTimes(), 0, inputs.priceNs, 0, size);
        inputs.equity = ledger.equity();
        inputs.peakEquity = drawdown.peakEquity();
        inputs.dayStartEquity = drawdown.dayStartEquity();
        inputs.messagesLastSecond = orders.messagesLastSecond(nowNs);
        inputs.ordersRecently = orders.ordersLastMinute(nowNs);
        inputs.fillsRecently = orders.fillsLastMinute(nowNs);
        inputs.nowNs = nowNs;
    }

    private void lap(StepPart part) {
        long nowNs = System.nanoTime();
        spentNs[part.ordinal()] += nowNs - lastNs;
        lastNs = nowNs;
    }
}
