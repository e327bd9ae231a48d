package mnvh.fix;

import java.util.function.Consumer;
import mnvh.event.Refusal;
import mnvh.units.DecimalText;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;
import mnvh.venue.MatchingEngine;
import quickfix.Group;
import quickfix.Message;

/**
 * Order messages and the security list at the simulator: 35=D and F to the engine, 35=x to y.
 *
 * <p>What cannot be carried out is answered: an order by a rejecting 35=8, anything else by 35=j. Market thread only.
 */
final class SimulatorRequests {
    private static final int UNSUPPORTED_CHARACTERISTIC = 11;
    private static final int OTHER = 99;
    private static final int LIST_FRAGMENT = 200;
    private static final int[] LIST_ORDER = {
        Tag.SYMBOL, Tag.CONTRACT_MULTIPLIER, Tag.CURRENCY, Tag.ROUND_LOT, Tag.MIN_TRADE_VOL, Tag.MIN_PRICE_INCREMENT, 0
    };

    private final Universe universe;
    private final SimulatorOrders orders;
    private final MatchingEngine engine;
    private final SimulatorReports reports;
    private final Consumer<Message> sender;

    SimulatorRequests(
            Universe universe,
            SimulatorOrders orders,
            MatchingEngine engine,
            SimulatorReports reports,
            Consumer<Message> sender) {
        this.universe = universe;
        this.orders = orders;
        this.engine = engine;
        this.reports = reports;
        this.sender = sender;
    }

    /** NewOrderSingle(35=D): limit orders, good till cancelled or immediate. */
    void onNewOrder(Message message, long nowNs) {
        String id = Fields.textOr(message, Tag.CL_ORD_ID, "");
        if (id.isEmpty()) {
            rejectMessage(message, 5, "ClOrdID(11) is missing");
            return;
        }
        String symbol = Fields.textOr(message, Tag.SYMBOL, "?");
        SimulatorOrders.Entry entry = orders.entry(id, symbol, side(message));
        try {
            if (!"2".equals(Fields.text(message, Tag.ORD_TYPE, "OrdType"))) {
                reports.reject(nowNs, entry, UNSUPPORTED_CHARACTERISTIC, "only limit orders, OrdType(40)=2");
                return;
            }
            engine.submit(
                    nowNs,
                    entry.number,
                    universe.indexOf(symbol),
                    side(message),
                    timeInForce(message),
                    Fields.size(message, Tag.ORDER_QTY, "OrderQty"),
                    Fields.price(message, Tag.PRICE, "Price"));
        } catch (MalformedField e) {
            reports.reject(nowNs, entry, OTHER, e.text());
        }
    }

    /** OrderCancelRequest(35=F). */
    void onCancel(Message message, long nowNs) {
        String id = Fields.textOr(message, Tag.CL_ORD_ID, "");
        String original = Fields.textOr(message, Tag.ORIG_CL_ORD_ID, "");
        if (id.isEmpty() || original.isEmpty()) {
            rejectMessage(message, 5, "ClOrdID(11) or OrigClOrdID(41) is missing");
            return;
        }
        String symbol = Fields.textOr(message, Tag.SYMBOL, "?");
        SimulatorOrders.Entry order = orders.entry(original, symbol, side(message));
        engine.cancel(nowNs, orders.entry(id, symbol, side(message)).number, order.number);
    }

    /** SecurityListRequest(35=x): the universe, in fragments, with the simulated time. */
    void onSecurityListRequest(Message message, long nowNs) {
        for (int start = 0; start < universe.size(); start += LIST_FRAGMENT) {
            int end = Math.min(universe.size(), start + LIST_FRAGMENT);
            Message list = new Message();
            list.getHeader().setString(Tag.MSG_TYPE, MsgType.SECURITY_LIST);
            list.setString(Tag.SECURITY_REQ_ID, Fields.textOr(message, Tag.SECURITY_REQ_ID, "?"));
            list.setString(Tag.SECURITY_RESPONSE_ID, "L-" + start);
            list.setString(Tag.SECURITY_REQUEST_RESULT, "0");
            list.setString(Tag.TRANSACT_TIME, FixTime.timestamp(nowNs));
            list.setInt(Tag.TOT_NO_RELATED_SYM, universe.size());
            list.setString(Tag.LAST_FRAGMENT, end == universe.size() ? "Y" : "N");
            for (int i = start; i < end; i++) {
                list.addGroupRef(security(universe.get(i)));
            }
            sender.accept(list);
        }
    }

    /** Refuses a message as a whole: BusinessMessageReject(35=j). */
    void rejectMessage(Message message, int reason, String text) {
        Message reject = new Message();
        reject.getHeader().setString(Tag.MSG_TYPE, MsgType.BUSINESS_MESSAGE_REJECT);
        reject.setString(Tag.REF_SEQ_NUM, Fields.textOr(message.getHeader(), Tag.MSG_SEQ_NUM, "0"));
        reject.setString(Tag.REF_MSG_TYPE, Fields.textOr(message.getHeader(), Tag.MSG_TYPE, "?"));
        String id = Fields.optional(message, Tag.CL_ORD_ID);
        if (id != null) {
            reject.setString(Tag.BUSINESS_REJECT_REF_ID, id);
        }
        reject.setInt(Tag.BUSINESS_REJECT_REASON, reason);
        reject.setString(Tag.TEXT, text);
        sender.accept(reject);
    }

    private static Group security(Instrument instrument) {
        Group entry = new Group(Tag.NO_RELATED_SYM, Tag.SYMBOL, LIST_ORDER);
        entry.setString(Tag.SYMBOL, instrument.symbol());
        entry.setString(Tag.CONTRACT_MULTIPLIER, DecimalText.format(instrument.multiplier()));
        entry.setString(Tag.CURRENCY, instrument.currency());
        entry.setString(Tag.ROUND_LOT, DecimalText.format(instrument.sizeIncrement()));
        entry.setString(Tag.MIN_TRADE_VOL, DecimalText.format(instrument.minQuantity()));
        entry.setString(Tag.MIN_PRICE_INCREMENT, DecimalText.format(instrument.tickSize()));
        return entry;
    }

    private static TimeInForce timeInForce(Message message) throws MalformedField {
        String code = Fields.text(message, Tag.TIME_IN_FORCE, "TimeInForce");
        switch (code) {
            case "1":
                return TimeInForce.GTC;
            case "3":
                return TimeInForce.IOC;
            default:
                throw Fields.refused(Refusal.UNSUPPORTED, Tag.TIME_IN_FORCE, "TimeInForce", code);
        }
    }

    private static Side side(Message message) {
        return "2".equals(Fields.optional(message, Tag.SIDE)) ? Side.SELL : Side.BUY;
    }
}
