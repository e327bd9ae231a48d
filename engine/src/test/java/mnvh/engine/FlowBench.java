package mnvh.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mnvh.config.Config;
import mnvh.config.RiskConfig;
import mnvh.engine.FlowFrame.Owned;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.BalanceReportEvent;
import mnvh.event.CashEvent;
import mnvh.event.CashType;
import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.CorrectionType;
import mnvh.event.EventHeader;
import mnvh.event.EventSlot;
import mnvh.event.FeeEvent;
import mnvh.event.FillEvent;
import mnvh.event.FrameReader;
import mnvh.event.FundingEvent;
import mnvh.event.IndexPriceEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OutboundFrame;
import mnvh.event.PositionReportEvent;
import mnvh.event.ReportStatus;
import mnvh.event.ResolutionEvent;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.event.SettlementEvent;
import mnvh.event.TimerEvent;
import mnvh.event.TradeCorrectionEvent;
import mnvh.ledger.Account;
import mnvh.units.FeeKind;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Universe;

/**
 * The production handler on direct ports, told what a venue says; every event answers with what it caused.
 *
 * <p>Instruments 0 and 1 of {@link FlowUniverse} are quoted at every step, 2 never. The leash releases nothing, so that
 * at prices that stand still nothing is traded and a step only shows the books.
 */
final class FlowBench {
    static final long ONE = FixedPoint.SCALE;
    static final long CASH = 1_000_000 * ONE;
    static final int USD = 0;
    static final int EUR = 1;
    static final long START_NS = 1_800_000_000L * TestRun.SECOND_NS;
    /** What a taker pays on 1 of money: 4.5 bp, as {@link TestRun} says. */
    static final long TAKER_PER_MONEY = 45_000;

    final List<byte[]> inbound = new ArrayList<>();
    final List<byte[]> outbound = new ArrayList<>();
    private final DirectIngress ingress;
    private final FrameReader reader = new FrameReader();
    private final double[] prices = {100, 100};
    private FlowFrame caused = new FlowFrame();
    private long step;

    FlowBench(RiskConfig risk) {
        this(TestRun.literal(FlowUniverse.create(), risk, 1, 2));
    }

    FlowBench(Config config) {
        Universe universe = FlowUniverse.create();
        DirectEgress egress = new DirectEgress(
                OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders(), 2),
                (frame, sequence, endOfBatch) -> read(frame));
        ingress = new DirectIngress(EventHeader.FIRST_EVENT, new MnvhStepHandler(universe, config, egress));
    }

    /** A bench whose session is up and whose first step is taken at 100. */
    static FlowBench ready() {
        return new FlowBench(TestRun.unlimited()).started();
    }

    /** Brings the session up and takes the first step at 100. */
    FlowBench started() {
        session(SessionState.UP);
        step(100, 100);
        return this;
    }

    static long at(double amount) {
        return Math.round(amount * ONE);
    }

    private void read(OutboundFrame frame) {
        byte[] bytes = new byte[frame.length()];
        frame.buffer().get(0, bytes);
        outbound.add(bytes);
        caused.read(frame, reader);
    }

    private FlowFrame say(Consumer<EventSlot> event) {
        EventSlot slot = ingress.claim();
        event.accept(slot);
        byte[] bytes = new byte[slot.length()];
        slot.buffer().get(0, bytes);
        inbound.add(bytes);
        caused = new FlowFrame();
        ingress.publish(slot);
        return caused;
    }

    /** Says everything again that was said to another bench. */
    void repeat(FlowBench other) {
        for (byte[] bytes : other.inbound) {
            say(slot -> slot.buffer().put(0, bytes));
        }
    }

    /** @return what the last event caused */
    FlowFrame last() {
        return caused;
    }

    /** @return sequence of the last event */
    long sequence() {
        return ingress.sequence();
    }

    /** Lets time pass until the next day. */
    void nextDay() {
        step += 86_400;
    }

    long nowNs() {
        return START_NS + step * TestRun.SECOND_NS;
    }

    FlowFrame session(SessionState state) {
        return say(slot -> new SessionEvent().begin(slot, nowNs()).state(state).text("flow"));
    }

    FlowFrame command(Command command) {
        return say(
                slot -> new CommandEvent().begin(slot, nowNs()).command(command).reason("flow"));
    }

    /** Quotes instruments 0 and 1, without a spread, and closes the step. */
    FlowFrame step(double first, double second) {
        prices[0] = first;
        prices[1] = second;
        for (int i = 0; i < prices.length; i++) {
            long price = at(prices[i]);
            int instrument = i;
            say(slot -> new MarketDataEvent()
                    .begin(slot, nowNs() - 1)
                    .instrument(instrument)
                    .bidPrice(price)
                    .askPrice(price)
                    .lastPrice(price)
                    .volume(CASH));
        }
        FlowFrame frame = say(slot -> new TimerEvent().begin(slot, nowNs()).closeNs(nowNs()));
        step++;
        return frame;
    }

    /** Closes a step at the prices of the last one. */
    FlowFrame still() {
        return step(prices[0], prices[1]);
    }

    /** @return what a step at the prices of the last one certifies */
    Owned owned() {
        return still().owned();
    }

    /** Raises the price of instrument 0 by one percent. @return the sell of 0 and the buy of 1 that follow */
    List<Sent> trades() {
        return step(prices[0] * 1.01, prices[1]).orders;
    }

    /** @return the buy of instrument 1 that follows from a step; the sell of 0 is refused by the venue */
    Sent buy() {
        List<Sent> sent = trades();
        report(sent.get(0), OrderEventType.REJECTED, 0);
        return sent.get(1);
    }

    /** @return position and working orders of an instrument, by asking for the books to be closed */
    long inventory(int instrument) {
        command(Command.FLATTEN);
        long proposed = still().proposed.getOrDefault(instrument, 0L);
        return -Math.round((double) proposed / prices[instrument]);
    }

    FlowFrame fill(Sent order, long quantity, double price, String execId) {
        return fill(order, quantity, price, execId, 0);
    }

    FlowFrame fill(Sent order, long quantity, double price, String execId, long cumQuantity) {
        return say(slot -> execution(slot, order.instrument(), order.side(), quantity, price, execId)
                .clOrdId(order.clOrdId())
                .cumQuantity(cumQuantity)
                .leavesQuantity(Math.max(0, order.quantity() - cumQuantity)));
    }

    /** A fill with the venue's own commission. */
    FlowFrame fill(Sent order, long quantity, String execId, long cumQuantity, int currency, long commission) {
        return say(slot -> execution(slot, order.instrument(), order.side(), quantity, 100, execId)
                .clOrdId(order.clOrdId())
                .cumQuantity(cumQuantity)
                .leavesQuantity(Math.max(0, order.quantity() - cumQuantity))
                .hasCommission((byte) 1)
                .commissionCurrency((byte) currency)
                .commission(commission));
    }

    /** A fill of no order of ours. */
    FlowFrame foreign(int instrument, Side side, long quantity, double price, String execId) {
        return say(slot -> execution(slot, instrument, side, quantity, price, execId));
    }

    /** A fill of no order of ours, with the venue's own commission. */
    FlowFrame foreign(int i, Side side, long quantity, double price, String execId, int currency, long commission) {
        return say(slot -> execution(slot, i, side, quantity, price, execId)
                .hasCommission((byte) 1)
                .commissionCurrency((byte) currency)
                .commission(commission));
    }

    /** A fill of no order of ours that added liquidity. */
    FlowFrame foreignMaker(int i, Side side, long quantity, double price, String execId) {
        return say(slot -> execution(slot, i, side, quantity, price, execId).liquidity(Liquidity.MAKER));
    }

    private FillEvent execution(EventSlot slot, int i, Side side, long quantity, double price, String execId) {
        return new FillEvent()
                .begin(slot, nowNs())
                .instrument(i)
                .side(side)
                .liquidity(Liquidity.TAKER)
                .quantity(quantity)
                .price(at(price))
                .execId(execId);
    }

    FlowFrame report(Sent order, OrderEventType type, long cumQuantity) {
        return report(order.clOrdId(), order.instrument(), type, cumQuantity);
    }

    FlowFrame report(long clOrdId, int instrument, OrderEventType type, long cumQuantity) {
        return say(slot -> new OrderEvent()
                .begin(slot, nowNs())
                .clOrdId(clOrdId)
                .instrument(instrument)
                .type(type)
                .cumQuantity(cumQuantity)
                .text("flow"));
    }

    FlowFrame bust(int instrument, String execId, String execRefId) {
        return say(slot -> bust(slot, 0, instrument, execId, execRefId));
    }

    /** A bust that names the order of its fill. */
    FlowFrame bust(Sent order, String execId, String execRefId) {
        return say(slot -> bust(slot, order.clOrdId(), order.instrument(), execId, execRefId));
    }

    /** A correction with the numbers of a bust. */
    FlowFrame correctToNothing(int instrument, String execId, String execRefId) {
        return say(slot -> bust(slot, 0, instrument, execId, execRefId).type(CorrectionType.CORRECT));
    }

    private TradeCorrectionEvent bust(EventSlot slot, long clOrdId, int i, String execId, String execRefId) {
        return new TradeCorrectionEvent()
                .begin(slot, nowNs())
                .clOrdId(clOrdId)
                .instrument(i)
                .type(CorrectionType.BUST)
                .execId(execId)
                .execRefId(execRefId);
    }

    FlowFrame correct(int i, Side side, long quantity, double price, String execId, String execRefId) {
        return say(slot -> correction(slot, i, side, quantity, price, execId, execRefId));
    }

    /** A correction that names the order of its fill. */
    FlowFrame correct(Sent order, Side side, long quantity, double price, String execId, String execRefId) {
        return say(slot -> correction(slot, order.instrument(), side, quantity, price, execId, execRefId)
                .clOrdId(order.clOrdId()));
    }

    /** A correction with the venue's own commission. */
    FlowFrame correct(
            int i, Side side, long quantity, double price, String execId, String execRefId, int currency, long fee) {
        return say(slot -> correction(slot, i, side, quantity, price, execId, execRefId)
                .hasCommission((byte) 1)
                .commissionCurrency(currency)
                .commission(fee));
    }

    private TradeCorrectionEvent correction(
            EventSlot slot, int i, Side side, long quantity, double price, String execId, String execRefId) {
        return new TradeCorrectionEvent()
                .begin(slot, nowNs())
                .instrument(i)
                .type(CorrectionType.CORRECT)
                .side(side)
                .liquidity(Liquidity.TAKER)
                .quantity(quantity)
                .price(at(price))
                .execId(execId)
                .execRefId(execRefId);
    }

    FlowFrame fee(int instrument, String execRefId, String feeId, FeeKind kind, int currency, long amount) {
        return say(slot -> new FeeEvent()
                .begin(slot, nowNs())
                .instrument(instrument)
                .execRefId(execRefId)
                .feeId(feeId)
                .feeKind(kind)
                .currency(currency)
                .amount(amount));
    }

    FlowFrame funding(int instrument, long rate, double price, long boundaryNs) {
        return say(slot -> new FundingEvent()
                .begin(slot, nowNs())
                .instrument(instrument)
                .rate(rate)
                .price(at(price))
                .boundaryNs(boundaryNs));
    }

    FlowFrame external(int currency, long amount, String id) {
        return say(slot -> new CashEvent()
                .begin(slot, nowNs())
                .type(CashType.EXTERNAL)
                .currency(currency)
                .amount(amount)
                .id(id));
    }

    FlowFrame convert(int from, long amount, int to, long toAmount, String id) {
        return say(slot -> new CashEvent()
                .begin(slot, nowNs())
                .type(CashType.CONVERSION)
                .currency(from)
                .amount(amount)
                .toCurrency(to)
                .toAmount(toAmount)
                .id(id));
    }

    FlowFrame indexPrice(int currency, double price) {
        return say(slot ->
                new IndexPriceEvent().begin(slot, nowNs()).currency(currency).price(at(price)));
    }

    FlowFrame settle(int instrument, double price) {
        return say(slot -> new SettlementEvent()
                .begin(slot, nowNs())
                .instrument(instrument)
                .price(at(price)));
    }

    FlowFrame balance(int currency, long balance, long asOfSequence) {
        return say(slot -> new BalanceReportEvent()
                .begin(slot, nowNs())
                .currency(currency)
                .status(ReportStatus.REPORTED)
                .balance(balance)
                .asOfSequence(asOfSequence));
    }

    FlowFrame balanceFailed(int currency) {
        return say(slot -> new BalanceReportEvent()
                .begin(slot, nowNs())
                .currency(currency)
                .status(ReportStatus.FAILED)
                .text("timeout"));
    }

    FlowFrame position(int instrument, long quantity, long asOfSequence) {
        return say(slot -> new PositionReportEvent()
                .begin(slot, nowNs())
                .instrument(instrument)
                .status(ReportStatus.REPORTED)
                .quantity(quantity)
                .asOfSequence(asOfSequence));
    }

    FlowFrame positionFailed(int instrument) {
        return say(slot -> new PositionReportEvent()
                .begin(slot, nowNs())
                .instrument(instrument)
                .status(ReportStatus.FAILED)
                .text("timeout"));
    }

    FlowFrame resolve(int currency, Account account, long amount) {
        return say(slot -> new ResolutionEvent()
                .begin(slot, nowNs())
                .currency(currency)
                .account(account.ordinal())
                .amount(amount)
                .operator("flow")
                .reason("explained"));
    }
}
