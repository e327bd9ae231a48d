package mnvh.engine;

import mnvh.config.Config;
import mnvh.config.NeutralityMode;
import mnvh.event.CommandEvent;
import mnvh.event.Egress;
import mnvh.event.EventConsumer;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.InstrumentStatusEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.Notice;
import mnvh.event.OrderEvent;
import mnvh.event.OutboundFrame;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.event.SessionEvent;
import mnvh.event.SessionRole;
import mnvh.event.SessionState;
import mnvh.event.TimerEvent;
import mnvh.event.TradingStatus;
import mnvh.ledger.FeeSchedule;
import mnvh.state.StateHash;
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/**
 * The single thread that decides: one inbound event in, at most one frame out.
 *
 * <p>The same class runs live, in paper trading, in backtests and in replay, and cannot tell which. It reads no clock,
 * no randomness and no ring; time is the events'. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class MnvhStepHandler implements EventConsumer {
    private final Outbox outbox;
    private final ComponentRecorder components;
    private final EngineState engine;
    private final Portfolio portfolio;
    private final Halt halt;
    private final BookEvents bookEvents;
    private final Reconciler reconciler;
    private final FillSources sources;
    private final UnknownOrders unknownOrders;
    private final Resolutions resolutions;
    private final SynchronisedStep step;
    private final TermChanges terms;
    private final FundingWatch fundingWatch;
    private final StateHash hash = new StateHash();

    private final MarketDataEvent marketData = new MarketDataEvent();
    private final OrderEvent orderEvent = new OrderEvent();
    private final TimerEvent timer = new TimerEvent();
    private final SessionEvent session = new SessionEvent();
    private final CommandEvent command = new CommandEvent();
    private final InstrumentStatusEvent instrumentStatus = new InstrumentStatusEvent();
    private final RefusedEvent refused = new RefusedEvent();

    /**
     * @param universe the instruments, resolved
     * @param config the run
     * @param egress where frames go
     */
    public MnvhStepHandler(Universe universe, Config config, Egress egress) {
        this(universe, config, egress, StepObserver.NONE);
    }

    /**
     * The same with somebody who looks on.
     *
     * @param observer sees every step; what is emitted is the same whoever it is
     */
    public MnvhStepHandler(Universe universe, Config config, Egress egress, StepObserver observer) {
        outbox = new Outbox(egress);
        components = new ComponentRecorder();
        engine = new EngineState(outbox);
        portfolio = new Portfolio(universe, config, components);
        halt = new Halt(engine, portfolio);
        reconciler = new Reconciler(portfolio.ledger(), engine, outbox, config.risk());
        unknownOrders = new UnknownOrders(portfolio.orders(), engine);
        resolutions = new Resolutions(portfolio.ledger(), engine, reconciler);
        fundingWatch = new FundingWatch(portfolio.ledger(), engine, universe.size());
        sources = new FillSources(
                reconciler, engine, halt, universe.size(), config.venue().fillCopyWithinSteps());
        bookEvents = new BookEvents(portfolio, engine, halt, reconciler, sources, fundingWatch);
        step = new SynchronisedStep(universe, config, portfolio, engine, halt, reconciler, observer);
        terms = new TermChanges(step.pipeline(), portfolio, engine, universe.size(), hedges(config));
    }

    private static boolean hedges(Config config) {
        return config.strategy().neutrality().mode() == NeutralityMode.HEDGE;
    }

    Portfolio portfolio() {
        return portfolio;
    }

    @Override
    public void onEvent(EventSlot slot, long sequence, boolean endOfBatch) {
        halt.at(slot.timestampNs());
        OutboundFrame frame = outbox.open(sequence, slot.timestampNs());
        components.into(frame);
        if (!engine.stopped()) {
            startDay(slot);
            dispatch(slot, frame);
            unknownOrders.settle();
            endIfDone();
        }
        outbox.close();
    }

    /** The venue's first event of a UTC day brings that day's fees; people and sessions have a clock of their own. */
    private void startDay(EventSlot slot) {
        if (!EventKind.ofVenue(slot.kind())) {
            return;
        }
        terms.at(slot.timestampNs());
        FeeSchedule fees = portfolio.fees();
        if (!fees.at(slot.timestampNs())) {
            return;
        }
        if (fees.changed()) {
            engine.alarm(Notice.FEE_TIER, -1, fees.reached());
        }
        if (fees.unpriced()) {
            engine.alarm(Notice.FEE_VOLUME_UNKNOWN, -1, fees.reached());
        }
    }

    private void dispatch(EventSlot slot, OutboundFrame frame) {
        switch (slot.kind()) {
            case EventKind.MARKET_DATA:
                onMarketData(slot);
                break;
            case EventKind.ORDER:
                onOrderEvent(slot, frame);
                break;
            case EventKind.FILL:
            case EventKind.FILL_COPY:
            case EventKind.FUNDING:
            case EventKind.INDEX_PRICE:
            case EventKind.ACCRUAL:
            case EventKind.SETTLEMENT:
            case EventKind.TRADE_CORRECTION:
            case EventKind.FEE:
            case EventKind.CASH:
            case EventKind.BALANCE_REPORT:
            case EventKind.POSITION_REPORT:
            case EventKind.RESOLUTION:
                book(slot, frame);
                break;
            case EventKind.TIMER:
                close(slot, frame);
                break;
            case EventKind.SESSION:
                onSession(slot, frame);
                break;
            case EventKind.COMMAND:
                onCommand(slot, frame);
                break;
            case EventKind.TERM:
                terms.on(slot, frame);
                break;
            case EventKind.INSTRUMENT_STATUS:
                instrumentStatus.wrap(slot.buffer(), 0);
                step.halted(instrumentStatus.instrument(), instrumentStatus.status() == TradingStatus.HALTED);
                break;
            case EventKind.REFUSED:
                onRefused(slot, frame);
                break;
            default:
                throw new IllegalStateException("event of unknown kind " + slot.kind() + " at " + slot.sequence());
        }
    }

    /** A step whose numbers leave 64 bits ends in a halt, and what works is cancelled. */
    private void close(EventSlot slot, OutboundFrame frame) {
        try {
            step.close(timer.wrap(slot.buffer(), 0).closeNs(), frame);
            fundingWatch.onStep(timer.closeNs());
            sources.onStep();
        } catch (ArithmeticException e) {
            halt.now(Notice.BOOKING_REFUSED, -1, slot.kind(), frame);
        }
    }

    /**
     * A record that cannot be booked has changed nothing; what then is owned is not known, and so nothing is traded.
     */
    private void book(EventSlot slot, OutboundFrame frame) {
        reconciler.at(slot.sequence(), slot.timestampNs());
        try {
            switch (slot.kind()) {
                case EventKind.BALANCE_REPORT:
                    reconciler.onBalance(slot);
                    bookEvents.verifyCurrencies(frame);
                    break;
                case EventKind.POSITION_REPORT:
                    if (reconciler.onPosition(slot)) {
                        unknownOrders.onAgreedPosition(slot, frame);
                        sources.onAgreedPosition(slot);
                    }
                    break;
                case EventKind.FILL_COPY:
                    sources.onCopy(slot, frame);
                    break;
                case EventKind.RESOLUTION:
                    resolutions.on(slot);
                    bookEvents.verifyCurrencies(frame);
                    break;
                default:
                    bookEvents.on(slot, frame);
            }
        } catch (ArithmeticException | IllegalArgumentException e) {
            halt.now(Notice.BOOKING_REFUSED, -1, slot.kind(), frame);
        }
        reconciler.onBooked();
    }

    private void onMarketData(EventSlot slot) {
        marketData.wrap(slot.buffer(), 0);
        step.crossSection()
                .onPrice(
                        marketData.instrument(),
                        slot.timestampNs(),
                        marketData.bidPrice(),
                        marketData.askPrice(),
                        marketData.lastPrice(),
                        marketData.markPrice(),
                        marketData.volume());
    }

    private void onOrderEvent(EventSlot slot, OutboundFrame frame) {
        orderEvent.wrap(slot.buffer(), 0);
        int unknown = portfolio.orders().unknown();
        if (portfolio.orders().onOrderEvent(orderEvent, slot.sequence(), slot.timestampNs(), frame)) {
            unknownOrders.onReport(orderEvent, unknown);
        } else {
            halt.now(Notice.ORDER_CONTRADICTION, orderEvent.instrument(), orderEvent.clOrdId(), frame);
        }
    }

    /** Refused input is kept in the journal with its reason; only an unreadable execution concerns the books. */
    private void onRefused(EventSlot slot, OutboundFrame frame) {
        if (refused.wrap(slot.buffer(), 0).refusal() == Refusal.EXECUTION) {
            halt.now(Notice.EXECUTION_UNREADABLE, refused.instrument(), 0, frame);
        }
    }

    private void onSession(EventSlot slot, OutboundFrame frame) {
        session.wrap(slot.buffer(), 0);
        if (session.role() == SessionRole.DROP_COPY) {
            boolean up = session.state() == SessionState.UP;
            engine.alarm(up ? Notice.DROP_COPY_UP : Notice.DROP_COPY_DOWN, -1, 0);
            return;
        }
        switch (session.state()) {
            case UP:
                engine.sessionUp();
                break;
            case RECONCILING:
                engine.sessionDown(
                        Notice.SESSION_RECONCILING, portfolio.orders().sessionLost(frame));
                break;
            case SEQUENCE_TOO_LOW:
                engine.sessionDown(Notice.SESSION_LOST, portfolio.orders().sessionLost(frame));
                halt.now(Notice.SESSION_SEQUENCE_LOST, -1, 0, frame);
                break;
            default:
                engine.sessionDown(Notice.SESSION_LOST, portfolio.orders().sessionLost(frame));
        }
    }

    private void onCommand(EventSlot slot, OutboundFrame frame) {
        switch (command.wrap(slot.buffer(), 0).command()) {
            case HALT:
                halt.now(Notice.HALTED_BY_COMMAND, -1, 0, frame);
                break;
            case RESUME:
                if (engine.resume()) {
                    step.acknowledge();
                }
                break;
            case PAUSE:
                engine.pause();
                break;
            case FLATTEN:
                engine.flatten();
                break;
            case KILL:
                engine.kill();
                halt.cancelAll(frame);
                break;
            case RESET:
                engine.reset();
                break;
            default:
                engine.beginStop();
                halt.cancelAll(frame);
        }
    }

    /** The session ends once the end was asked for and no order works, so that no fill in flight is lost. */
    private void endIfDone() {
        if (engine.stopping() && portfolio.orders().working() == 0) {
            sources.onEnd();
            hash.clear();
            step.writeTo(hash);
            resolutions.writeTo(hash);
            terms.writeTo(hash);
            fundingWatch.writeTo(hash);
            sources.writeTo(hash);
            engine.stopped(hash.value());
        }
    }
}
