package mnvh.engine;

import java.util.function.Consumer;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.BalanceReportEvent;
import mnvh.event.BalanceType;
import mnvh.event.CashEvent;
import mnvh.event.CashType;
import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.CorrectionType;
import mnvh.event.EventSlot;
import mnvh.event.FeeEvent;
import mnvh.event.FillCopyEvent;
import mnvh.event.FillEvent;
import mnvh.event.FundingEvent;
import mnvh.event.IndexPriceEvent;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OrderStatus;
import mnvh.event.PositionReportEvent;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.event.ReportStatus;
import mnvh.event.ResolutionEvent;
import mnvh.event.SessionEvent;
import mnvh.event.SessionRole;
import mnvh.event.SessionState;
import mnvh.event.SettlementEvent;
import mnvh.event.TermEvent;
import mnvh.event.TradeCorrectionEvent;
import mnvh.ledger.Account;
import mnvh.units.FeeKind;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.units.Term;

/** What a venue and an operator say, as events; each answers with what it caused. */
abstract class FlowVenue {
    static final long ONE = FixedPoint.SCALE;

    /** Tells the handler. */
    abstract FlowFrame say(Consumer<EventSlot> event);

    /** @return event time of what is said now */
    abstract long nowNs();

    /** @return sequence of the record said last */
    abstract long sequence();

    static long at(double amount) {
        return Math.round(amount * ONE);
    }

    FlowFrame session(SessionState state) {
        return say(slot -> new SessionEvent().begin(slot, nowNs()).state(state).text("flow"));
    }

    FlowFrame command(Command command) {
        return say(
                slot -> new CommandEvent().begin(slot, nowNs()).command(command).reason("flow"));
    }

    FlowFrame fill(Sent order, long quantity, double price, String execId) {
        return fill(order, quantity, price, execId, 0);
    }

    /** The drop copy's session comes or goes. */
    FlowFrame dropCopy(SessionState state) {
        return say(slot -> new SessionEvent()
                .begin(slot, nowNs())
                .role(SessionRole.DROP_COPY)
                .state(state)
                .text("bench"));
    }

    /** The drop copy tells a fill. */
    FlowFrame copy(Sent order, long quantity, double price, String execId) {
        return copy(order, quantity, price, execId, nowNs());
    }

    /** The same of a fill at another time. */
    FlowFrame copy(Sent order, long quantity, double price, String execId, long filledNs) {
        return say(slot -> new FillCopyEvent()
                .begin(slot, filledNs)
                .clOrdId(order.clOrdId())
                .instrument(order.instrument())
                .side(order.side())
                .quantity(quantity)
                .price(at(price))
                .execId(execId));
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
        return say(slot -> order(slot, clOrdId, instrument, type, cumQuantity));
    }

    /** A report that states the terms: OrderQty(38) and Price(44). */
    FlowFrame terms(long clOrdId, int i, OrderEventType type, long cumQuantity, long quantity, double price) {
        return say(slot ->
                order(slot, clOrdId, i, type, cumQuantity).quantity(quantity).price(at(price)));
    }

    /** The answer to a status request that states no terms. */
    FlowFrame status(Sent order, OrderStatus status, long cumQuantity) {
        return status(order.clOrdId(), order.instrument(), status, cumQuantity, 0, 0);
    }

    FlowFrame status(long clOrdId, int i, OrderStatus status, long cumQuantity, long quantity, double price) {
        return say(slot -> order(slot, clOrdId, i, OrderEventType.STATUS, cumQuantity)
                .status(status)
                .quantity(quantity)
                .price(at(price)));
    }

    private OrderEvent order(EventSlot slot, long clOrdId, int i, OrderEventType type, long cumQuantity) {
        return new OrderEvent()
                .begin(slot, nowNs())
                .clOrdId(clOrdId)
                .instrument(i)
                .type(type)
                .cumQuantity(cumQuantity)
                .text("flow");
    }

    FlowFrame refused(Refusal refusal, String text) {
        return say(slot -> new RefusedEvent()
                .begin(slot, nowNs())
                .refusal(refusal)
                .instrument(-1)
                .text(text));
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

    /** A total that the venue keeps since the start. */
    FlowFrame total(BalanceType type, int currency, long total, long asOfSequence) {
        return say(slot -> new BalanceReportEvent()
                .begin(slot, nowNs())
                .currency(currency)
                .type(type)
                .balance(total)
                .asOfSequence(asOfSequence));
    }

    /** A person changes a limit of the account, or what the venue asks for an instrument. */
    FlowFrame change(Term term, int instrument, long value) {
        return say(slot -> new TermEvent()
                .begin(slot, nowNs())
                .term(term.ordinal())
                .instrument(instrument)
                .value(value)
                .operator("alice")
                .reason("flow"));
    }

    /** An explanation with a name of its own. */
    FlowFrame resolve(long breakId, Account account, long amount) {
        return resolve(breakId, account, amount, "R" + sequence());
    }

    FlowFrame resolve(long breakId, Account account, long amount, String id) {
        return say(slot -> new ResolutionEvent()
                .begin(slot, nowNs())
                .breakId(breakId)
                .account(account.ordinal())
                .amount(amount)
                .operator("flow")
                .reason("explained")
                .resolutionId(id));
    }
}
