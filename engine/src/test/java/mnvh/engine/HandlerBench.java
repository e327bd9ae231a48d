package mnvh.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mnvh.config.Config;
import mnvh.event.Column;
import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.DenialSection;
import mnvh.event.EventHeader;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.FillSection;
import mnvh.event.FrameReader;
import mnvh.event.FundingEvent;
import mnvh.event.InstrumentStatusEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.NewOrderSection;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OutboundFrame;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.event.SectionKind;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.event.StepOutcome;
import mnvh.event.StepSection;
import mnvh.event.TermEvent;
import mnvh.event.TimerEvent;
import mnvh.event.TradingStatus;
import mnvh.event.VarianceRatioSection;
import mnvh.risk.Verdict;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.units.Term;
import mnvh.units.TimeInForce;
import mnvh.universe.Universe;

/** A handler on direct ports: says events to it in plain words and keeps what came out. */
final class HandlerBench {
    static final long START_NS = 1_800_000_000L * TestRun.SECOND_NS;

    /** An order that left. */
    record Sent(long clOrdId, int instrument, Side side, long quantity, long price) {
        long signed() {
            return side.sign() * quantity;
        }
    }

    /** A variance ratio as recorded. */
    record Ratio(int horizonSteps, double ratio) {}

    /** A step as recorded. */
    record Step(
            StepOutcome outcome,
            double equity,
            long residual,
            long cashDemand,
            double aggressiveness,
            double feeToGross,
            long tradeThreshold,
            int cancels) {}

    final List<Sent> orders = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final List<Ratio> ratios = new ArrayList<>();
    final List<Long> causes = new ArrayList<>();
    final List<Verdict> denials = new ArrayList<>();
    /** Notionals that the last step proposed, by instrument. */
    final Map<Integer, Long> proposed = new TreeMap<>();
    /** Worst-case margin of each step, in money. */
    final List<Double> margins = new ArrayList<>();

    boolean restingOrder;
    int cancels;
    double equityAfterFill;
    private final DirectIngress ingress;
    private final FrameReader reader = new FrameReader();
    private long step;
    private int executions;

    HandlerBench(Universe universe, Config config) {
        DirectEgress egress = new DirectEgress(
                OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders()),
                (frame, sequence, endOfBatch) -> read(frame));
        ingress = new DirectIngress(EventHeader.FIRST_EVENT, new MnvhStepHandler(universe, config, egress));
    }

    private void read(OutboundFrame frame) {
        causes.add(frame.cause());
        for (reader.wrap(frame.buffer(), 0); reader.next(); ) {
            switch (reader.kind()) {
                case SectionKind.NEW_ORDER:
                    NewOrderSection order = new NewOrderSection().wrap(frame.buffer(), reader.start());
                    orders.add(new Sent(
                            order.clOrdId(), order.instrument(), order.side(), order.quantity(), order.price()));
                    restingOrder |= order.timeInForce() != TimeInForce.IOC;
                    break;
                case SectionKind.COLUMN:
                    column();
                    break;
                case SectionKind.DENIAL:
                    denials.add(
                            Verdict.values()[
                                    new DenialSection()
                                            .wrap(frame.buffer(), reader.start())
                                            .reason()]);
                    break;
                case SectionKind.CANCEL_ORDER:
                    cancels++;
                    break;
                case SectionKind.NOTICE:
                    notices.add(Notice.of(new NoticeSection()
                            .wrap(frame.buffer(), reader.start())
                            .code()));
                    break;
                case SectionKind.FILL:
                    equityAfterFill = FixedPoint.toDouble(new FillSection()
                            .wrap(frame.buffer(), reader.start())
                            .equity());
                    break;
                case SectionKind.VARIANCE_RATIO:
                    VarianceRatioSection v = new VarianceRatioSection().wrap(frame.buffer(), reader.start());
                    ratios.add(new Ratio(v.horizonSteps(), v.ratio()));
                    break;
                case SectionKind.STEP:
                    StepSection s = new StepSection().wrap(frame.buffer(), reader.start());
                    margins.add(FixedPoint.toDouble(s.marginUsed()));
                    steps.add(new Step(
                            StepOutcome.of(s.outcome()),
                            FixedPoint.toDouble(s.equity()),
                            s.residual(),
                            s.cashDemand(),
                            s.aggressiveness(),
                            s.feeToGross(),
                            s.tradeThreshold(),
                            cancels));
                    break;
                default:
                    break;
            }
        }
    }

    private void column() {
        for (int i = 0; i < reader.count() && reader.column() == Column.PROPOSED; i++) {
            proposed.put(reader.instrument(i), reader.value(i));
        }
    }

    HandlerBench session(SessionState state) {
        EventSlot slot = ingress.claim();
        new SessionEvent().begin(slot, nowNs()).state(state).text("bench");
        ingress.publish(slot);
        return this;
    }

    HandlerBench command(Command command) {
        EventSlot slot = ingress.claim();
        new CommandEvent().begin(slot, nowNs()).command(command).reason("bench");
        ingress.publish(slot);
        return this;
    }

    /** A person changes a limit of the account. */
    void change(Term limit, long value) {
        EventSlot slot = ingress.claim();
        new TermEvent()
                .begin(slot, nowNs())
                .term(limit.ordinal())
                .instrument(-1)
                .value(value)
                .operator("alice");
        ingress.publish(slot);
    }

    /** Quotes every instrument at its price, without a spread, and closes the step. @return orders sent by it */
    List<Sent> step(double... prices) {
        for (int i = 0; i < prices.length; i++) {
            quote(i, prices[i]);
        }
        return close();
    }

    void quote(int instrument, double bid, double ask) {
        EventSlot slot = ingress.claim();
        new MarketDataEvent()
                .begin(slot, nowNs() - 1)
                .instrument(instrument)
                .bidPrice(Math.round(bid * FixedPoint.SCALE))
                .askPrice(Math.round(ask * FixedPoint.SCALE))
                .lastPrice(Math.round(bid * FixedPoint.SCALE));
        ingress.publish(slot);
    }

    void status(int instrument, TradingStatus status) {
        EventSlot slot = ingress.claim();
        new InstrumentStatusEvent().begin(slot, nowNs()).instrument(instrument).status(status);
        ingress.publish(slot);
    }

    void quote(int instrument, double price) {
        long fixed = Math.round(price * FixedPoint.SCALE);
        EventSlot slot = ingress.claim();
        new MarketDataEvent()
                .begin(slot, nowNs() - 1)
                .instrument(instrument)
                .bidPrice(fixed)
                .askPrice(fixed)
                .lastPrice(fixed)
                .volume(1_000_000L * FixedPoint.SCALE);
        ingress.publish(slot);
    }

    /** Closes the step. @return orders sent by it */
    List<Sent> close() {
        proposed.clear();
        int before = orders.size();
        EventSlot slot = ingress.claim();
        new TimerEvent().begin(slot, nowNs()).closeNs(nowNs());
        ingress.publish(slot);
        step++;
        return List.copyOf(orders.subList(before, orders.size()));
    }

    void fill(Sent order, long quantity, double price) {
        fill(order.clOrdId(), order.instrument(), order.side(), quantity, price, "F" + executions++);
    }

    void fill(long clOrdId, int instrument, Side side, long quantity, double price, String execId) {
        EventSlot slot = ingress.claim();
        new FillEvent()
                .begin(slot, nowNs())
                .clOrdId(clOrdId)
                .instrument(instrument)
                .side(side)
                .liquidity(Liquidity.TAKER)
                .quantity(quantity)
                .price(Math.round(price * FixedPoint.SCALE))
                .execId(execId);
        ingress.publish(slot);
    }

    void report(long clOrdId, int instrument, OrderEventType type) {
        report(clOrdId, instrument, type, 0);
    }

    void report(long clOrdId, int instrument, OrderEventType type, long cumQuantity) {
        EventSlot slot = ingress.claim();
        new OrderEvent()
                .begin(slot, nowNs())
                .clOrdId(clOrdId)
                .instrument(instrument)
                .type(type)
                .cumQuantity(cumQuantity);
        ingress.publish(slot);
    }

    void refused(Refusal refusal) {
        EventSlot slot = ingress.claim();
        new RefusedEvent().begin(slot, nowNs()).refusal(refusal).instrument(0).text("bench");
        ingress.publish(slot);
    }

    void funding(int instrument, long rate, double price, long boundaryNs) {
        EventSlot slot = ingress.claim();
        new FundingEvent()
                .begin(slot, nowNs())
                .instrument(instrument)
                .rate(rate)
                .price(Math.round(price * FixedPoint.SCALE))
                .boundaryNs(boundaryNs);
        ingress.publish(slot);
    }

    Step lastStep() {
        return steps.get(steps.size() - 1);
    }

    long nowNs() {
        return START_NS + step * TestRun.SECOND_NS;
    }

    /** @return sequence of the last event */
    long sequence() {
        return ingress.sequence();
    }
}
