package mnvh.engine;

import mnvh.config.Config;
import mnvh.event.CommandEvent;
import mnvh.event.Egress;
import mnvh.event.EventConsumer;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.FillSection;
import mnvh.event.FundingEvent;
import mnvh.event.InstrumentStatusEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.Notice;
import mnvh.event.OrderEvent;
import mnvh.event.OutboundFrame;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.event.SectionKind;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.event.TimerEvent;
import mnvh.event.TradingStatus;
import mnvh.order.FillOutcome;
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
    private final SynchronisedStep step;
    private final StateHash hash = new StateHash();

    private final MarketDataEvent marketData = new MarketDataEvent();
    private final OrderEvent orderEvent = new OrderEvent();
    private final FillEvent fill = new FillEvent();
    private final FundingEvent funding = new FundingEvent();
    private final TimerEvent timer = new TimerEvent();
    private final SessionEvent session = new SessionEvent();
    private final CommandEvent command = new CommandEvent();
    private final InstrumentStatusEvent instrumentStatus = new InstrumentStatusEvent();
    private final RefusedEvent refused = new RefusedEvent();
    private final FillSection fillSection = new FillSection();
    private long nowNs;

    /**
     * @param universe the instruments, resolved
     * @param config the run
     * @param egress where frames go
     */
    public MnvhStepHandler(Universe universe, Config config, Egress egress) {
        outbox = new Outbox(egress);
        components = new ComponentRecorder();
        engine = new EngineState(outbox);
        portfolio = new Portfolio(universe, config, components);
        step = new SynchronisedStep(universe, config, portfolio, engine);
    }

    @Override
    public void onEvent(EventSlot slot, long sequence, boolean endOfBatch) {
        nowNs = slot.timestampNs();
        OutboundFrame frame = outbox.open(sequence, slot.timestampNs());
        components.into(frame);
        if (!engine.stopped()) {
            dispatch(slot, frame);
            endIfDone();
        }
        outbox.close();
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
                onFill(slot, frame);
                break;
            case EventKind.FUNDING:
                onFunding(slot, frame);
                break;
            case EventKind.TIMER:
                step.close(timer.wrap(slot.buffer(), 0).closeNs(), frame);
                break;
            case EventKind.SESSION:
                onSession(slot, frame);
                break;
            case EventKind.COMMAND:
                onCommand(slot, frame);
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
        if (!portfolio.orders().onOrderEvent(orderEvent, frame)) {
            halt(Notice.ORDER_CONTRADICTION, orderEvent.instrument(), orderEvent.clOrdId(), frame);
        }
    }

    private void onFill(EventSlot slot, OutboundFrame frame) {
        fill.wrap(slot.buffer(), 0);
        int i = fill.instrument();
        FillOutcome outcome = portfolio.orders().onFill(fill, slot.timestampNs(), frame);
        if (outcome == FillOutcome.REPEATED) {
            engine.alarm(Notice.REPEATED_EXECUTION, i, fill.clOrdId());
            return;
        }
        if (outcome == FillOutcome.CONFLICTING) {
            halt(Notice.CONFLICTING_EXECUTION, i, fill.clOrdId(), frame);
            return;
        }
        long fee = portfolio.applyFill(fill, slot.timestampNs());
        fillSection
                .wrap(frame.buffer(), frame.section(SectionKind.FILL, FillSection.LENGTH))
                .clOrdId(fill.clOrdId())
                .instrument(i)
                .side(fill.side())
                .liquidity(fill.liquidity())
                .quantity(fill.quantity())
                .price(fill.price())
                .markPrice(portfolio.ledger().markPrice(i))
                .fee(fee)
                .realised(portfolio.ledger().lastRealised())
                .position(portfolio.ledger().position(i))
                .cash(portfolio.ledger().cash())
                .equity(portfolio.ledger().equity());
        switch (outcome) {
            case LATE:
                engine.alarm(Notice.LATE_FILL, i, fill.clOrdId());
                break;
            case OVERFILL:
                halt(Notice.OVERFILL, i, fill.clOrdId(), frame);
                break;
            case CONTRADICTING:
                halt(Notice.ORDER_CONTRADICTION, i, fill.clOrdId(), frame);
                break;
            case ORPHAN:
                halt(Notice.ORPHAN_FILL, i, fill.clOrdId(), frame);
                break;
            default:
                break;
        }
        verify(i, frame);
    }

    private void onFunding(EventSlot slot, OutboundFrame frame) {
        funding.wrap(slot.buffer(), 0);
        int i = funding.instrument();
        if (portfolio.ledger().applyFunding(i, funding.rate(), funding.price(), funding.boundaryNs())) {
            verify(i, frame);
        } else {
            engine.alarm(Notice.FUNDING_REPEATED, i, funding.boundaryNs());
        }
    }

    /** Refused input is kept in the journal with its reason; only an unreadable execution concerns the books. */
    private void onRefused(EventSlot slot, OutboundFrame frame) {
        if (refused.wrap(slot.buffer(), 0).refusal() == Refusal.EXECUTION) {
            halt(Notice.EXECUTION_UNREADABLE, refused.instrument(), 0, frame);
        }
    }

    private void onSession(EventSlot slot, OutboundFrame frame) {
        if (session.wrap(slot.buffer(), 0).state() == SessionState.UP) {
            engine.sessionUp();
        } else {
            engine.sessionLost(portfolio.orders().sessionLost(frame));
        }
    }

    private void onCommand(EventSlot slot, OutboundFrame frame) {
        switch (command.wrap(slot.buffer(), 0).command()) {
            case HALT:
                halt(Notice.HALTED_BY_COMMAND, -1, 0, frame);
                break;
            case RESUME:
                engine.resume();
                break;
            case PAUSE:
                engine.pause();
                break;
            case FLATTEN:
                engine.flatten();
                break;
            default:
                engine.beginStop();
                portfolio.orders().cancelAll(nowNs, frame);
        }
    }

    /** The session ends once the end was asked for and no order works, so that no fill in flight is lost. */
    private void endIfDone() {
        if (engine.stopping() && portfolio.orders().working() == 0) {
            hash.clear();
            step.writeTo(hash);
            engine.stopped(hash.value());
        }
    }

    /** The touched account of every posting is checked at once; everything is checked at the step. */
    private void verify(int instrument, OutboundFrame frame) {
        long residual = portfolio.identity().checkTouched(instrument);
        if (residual != 0) {
            halt(Notice.IDENTITY_BROKEN, instrument, residual, frame);
        }
    }

    private void halt(Notice reason, int instrument, long value, OutboundFrame frame) {
        engine.halt(reason, instrument, value, 0);
        portfolio.orders().cancelAll(nowNs, frame);
    }
}
