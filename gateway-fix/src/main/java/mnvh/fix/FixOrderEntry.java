package mnvh.fix;

import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.Ingress;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OrderStatus;
import mnvh.event.Refusal;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;
import quickfix.Message;

/**
 * Reports on orders in: 35=8, 9, 3 and j to {@link OrderEvent} and {@link FillEvent}.
 *
 * <p>A report names the order, not the cancel request: OrigClOrdID(41) where a cancel is answered, else ClOrdID(11). A
 * report on an order that is not ours has id 0 and says so in its text. Repeats (PossDupFlag(43), PossResend(97)) pass:
 * the core knows executions by ExecID(17). One thread at a time.
 */
final class FixOrderEntry {
    private static final int NO_INSTRUMENT = -1;
    /** CxlRejReason(102). */
    private static final int UNKNOWN_ORDER = 1;

    private final Universe universe;
    private final ReportFields fields;
    private final ReportedCommission reported;
    private final Ingress ingress;
    private final Refusals refusals;
    private final ClOrdIds ids;
    private final SentRequests sent;
    private final KillLane lane;
    private final WorkingAtVenue working;

    FixOrderEntry(
            Universe universe,
            Currencies currencies,
            Ingress ingress,
            VenueTime time,
            Refusals refusals,
            ClOrdIds ids,
            SentRequests sent,
            KillLane lane) {
        this.universe = universe;
        this.fields = new ReportFields(universe, time);
        this.reported = new ReportedCommission(currencies);
        this.ingress = ingress;
        this.refusals = refusals;
        this.ids = ids;
        this.sent = sent;
        this.lane = lane;
        this.working = lane.working();
    }

    /** ExecutionReport(35=8), by its ExecType(150). */
    void onExecutionReport(Message report) {
        try {
            String execType = Fields.text(report, Tag.EXEC_TYPE, "ExecType");
            if (execType.equals("I")) {
                onStatus(report);
                return;
            }
            switch (execType) {
                case "F":
                // Before FIX 4.3 a fill said how far it went; some venues of today still do.
                case "1":
                case "2":
                    publishFill(report);
                    break;
                case "0":
                    publishOrder(report, OrderEventType.NEW, 0);
                    break;
                case "4":
                    publishOrder(report, OrderEventType.CANCELED, 0);
                    break;
                case "6":
                    publishOrder(report, OrderEventType.PENDING_CANCEL, 0);
                    break;
                case "3":
                case "C":
                    publishOrder(report, OrderEventType.EXPIRED, 0);
                    break;
                case "8":
                    publishOrder(
                            report,
                            OrderEventType.REJECTED,
                            Fields.intOr(report, Tag.ORD_REJ_REASON, "OrdRejReason", 0));
                    break;
                case "A":
                    // Pending new: received, nothing decided; the order is already counted as working.
                    break;
                default:
                    // A bust or correction would change the books: the core halts rather than go on with wrong ones.
                    refusals.refuse(
                            Refusal.EXECUTION,
                            NO_INSTRUMENT,
                            "35=8 ExecType(150)=" + execType + " of " + Fields.textOr(report, Tag.CL_ORD_ID, "?"));
            }
        } catch (MalformedField e) {
            refusals.refuse(
                    Refusal.EXECUTION,
                    NO_INSTRUMENT,
                    "35=8 " + e.text() + " of " + Fields.textOr(report, Tag.CL_ORD_ID, "?"));
        }
    }

    /** OrderCancelReject(35=9). */
    void onCancelReject(Message reject) {
        try {
            String original = Fields.optional(reject, Tag.ORIG_CL_ORD_ID);
            String order = original == null ? Fields.text(reject, Tag.CL_ORD_ID, "ClOrdID") : original;
            int reason = Fields.intOr(reject, Tag.CXL_REJ_REASON, "CxlRejReason", 0);
            if (reason == UNKNOWN_ORDER) {
                lane.earlier().ended(order);
            }
            publishReject(OrderEventType.CANCEL_REJECTED, order, NO_INSTRUMENT, reason, reject);
        } catch (MalformedField e) {
            refusals.refuse(e.refusal(), NO_INSTRUMENT, "35=9 " + e.text());
        }
    }

    /**
     * Reject(35=3) or BusinessMessageReject(35=j): names a message of ours by MsgSeqNum(34), or by ClOrdID(11).
     *
     * @return false when it speaks of no order of ours
     */
    boolean onMessageReject(Message reject) {
        try {
            int reason = reject.isSetField(Tag.BUSINESS_REJECT_REASON)
                    ? Fields.intOr(reject, Tag.BUSINESS_REJECT_REASON, "BusinessRejectReason", 0)
                    : Fields.intOr(reject, Tag.SESSION_REJECT_REASON, "SessionRejectReason", 0);
            SentRequests.Request request = sent.find(Fields.intOr(reject, Tag.REF_SEQ_NUM, "RefSeqNum", 0));
            if (request.sequence() > 0) {
                publishReject(
                        request.cancel() ? OrderEventType.CANCEL_REJECTED : OrderEventType.REJECTED,
                        ids.text(request.orderId()),
                        request.instrument(),
                        reason,
                        reject);
                return true;
            }
            String reference = Fields.textOr(reject, Tag.BUSINESS_REJECT_REF_ID, "");
            boolean order = MsgType.NEW_ORDER_SINGLE.equals(Fields.optional(reject, Tag.REF_MSG_TYPE));
            if (order && ids.parse(reference) != ClOrdIds.FOREIGN) {
                publishReject(OrderEventType.REJECTED, reference, NO_INSTRUMENT, reason, reject);
                return true;
            }
        } catch (MalformedField e) {
            refusals.refuse(e.refusal(), NO_INSTRUMENT, "reject " + e.text());
        }
        return false;
    }

    /** An answer tells of no execution: one that cannot be read leaves the books as they are. */
    private void onStatus(Message report) {
        try {
            publishStatus(report);
        } catch (MalformedField e) {
            refusals.refuse(e.refusal(), NO_INSTRUMENT, "35=8 ExecType(150)=I " + e.text());
        }
    }

    /**
     * An answer to OrderMassStatusRequest(35=AF): of an order of ours it goes to the core; one that works and is not
     * ours is the kill lane's. That there is none says nothing.
     */
    private void publishStatus(Message report) throws MalformedField {
        String order = Fields.text(report, Tag.CL_ORD_ID, "ClOrdID");
        String code = Fields.text(report, Tag.ORD_STATUS, "OrdStatus");
        boolean ended = OrdStatus.ended(code);
        long id = ids.parse(order);
        if (id != ClOrdIds.FOREIGN) {
            if (ended) {
                working.ended(id);
            }
            publishOrder(report, OrderEventType.STATUS, OrdStatus.of(code), 0);
        } else if (!ended) {
            String symbol = Fields.text(report, Tag.SYMBOL, "Symbol");
            EarlierOrders.Entry told = new EarlierOrders.Entry(
                    order,
                    Fields.textOr(report, Tag.ORDER_ID, ""),
                    ClOrdIds.formed(order),
                    symbol,
                    fields.side(report),
                    Fields.size(report, Tag.ORDER_QTY, "OrderQty"));
            if (lane.told(told)) {
                refusals.refuse(Refusal.UNSUPPORTED, universe.indexOf(symbol), "works, not of this run: " + order);
            }
        }
    }

    /** What became of an earlier process's order concerns no order of the core's; its fills do, and go there. */
    private void publishEarlier(Message report, OrderEventType type, String order) {
        if (ends(type)) {
            lane.earlier().ended(order);
        }
        int instrument = universe.indexOf(Fields.textOr(report, Tag.SYMBOL, ""));
        refusals.refuse(Refusal.UNSUPPORTED, instrument, type + ", not of this run: " + order);
    }

    private static boolean ends(OrderEventType type) {
        return type == OrderEventType.CANCELED || type == OrderEventType.EXPIRED || type == OrderEventType.REJECTED;
    }

    private void publishOrder(Message report, OrderEventType type, int reason) throws MalformedField {
        publishOrder(report, type, OrderStatus.NONE, reason);
    }

    private void publishOrder(Message report, OrderEventType type, OrderStatus status, int reason)
            throws MalformedField {
        boolean answersCancel = type == OrderEventType.CANCELED || type == OrderEventType.PENDING_CANCEL;
        String order = answersCancel ? Fields.optional(report, Tag.ORIG_CL_ORD_ID) : null;
        if (order == null) {
            order = Fields.text(report, Tag.CL_ORD_ID, "ClOrdID");
        }
        if (lane.earlier().knows(order)) {
            publishEarlier(report, type, order);
            return;
        }
        long id = ids.parse(order);
        int instrument = fields.instrument(report);
        long cumulative = Fields.sizeOrZero(report, Tag.CUM_QTY, "CumQty");
        long leaves = Fields.sizeOrZero(report, Tag.LEAVES_QTY, "LeavesQty");
        long quantity = report.isSetField(Tag.ORDER_QTY) ? Fields.sizeOrZero(report, Tag.ORDER_QTY, "OrderQty") : 0;
        long price = Fields.priceOrZero(report, Tag.PRICE, "Price");
        String orderId = Fields.textOr(report, Tag.ORDER_ID, "");
        String text = Fields.textOr(report, Tag.TEXT, "");
        long stampNs = fields.transactTime(report);
        if (ends(type)) {
            working.ended(id);
        }
        EventSlot slot = ingress.claim();
        new OrderEvent()
                .begin(slot, stampNs)
                .clOrdId(id)
                .instrument(instrument)
                .type(type)
                .status(status)
                .cumQuantity(cumulative)
                .leavesQuantity(leaves)
                .quantity(quantity)
                .price(price)
                .reason(reason)
                .orderId(orderId)
                .text(id == ClOrdIds.FOREIGN ? foreign(order, text) : text);
        ingress.publish(slot);
    }

    private void publishFill(Message report) throws MalformedField {
        String order = Fields.text(report, Tag.CL_ORD_ID, "ClOrdID");
        long id = ids.parse(order);
        int instrument = fields.instrument(report);
        Side side = fields.side(report);
        long quantity = Fields.size(report, Tag.LAST_QTY, "LastQty");
        long price = Fields.price(report, Tag.LAST_PX, "LastPx");
        long cumulative = Fields.sizeOrZero(report, Tag.CUM_QTY, "CumQty");
        long leaves = Fields.sizeOrZero(report, Tag.LEAVES_QTY, "LeavesQty");
        String execId = Fields.text(report, Tag.EXEC_ID, "ExecID");
        String orderId = Fields.textOr(report, Tag.ORDER_ID, "");
        boolean charged = report.isSetField(Tag.COMMISSION);
        long commission = charged ? reported.amount(report, quantity) : 0;
        int currency = charged ? reported.currency(report, instrument) : 0;
        // Without LastLiquidityInd(851) the dearer side is assumed.
        String maker = String.valueOf(Liquidity.MAKER.fixCode());
        boolean added = maker.equals(Fields.optional(report, Tag.LAST_LIQUIDITY_IND));
        long stampNs = fields.transactTime(report);
        if (leaves == 0) {
            working.ended(id);
            lane.earlier().ended(order);
        }
        EventSlot slot = ingress.claim();
        new FillEvent()
                .begin(slot, stampNs)
                .clOrdId(id)
                .instrument(instrument)
                .side(side)
                .liquidity(added ? Liquidity.MAKER : Liquidity.TAKER)
                .hasCommission((byte) (charged ? 1 : 0))
                .commissionCurrency((byte) currency)
                .quantity(quantity)
                .price(price)
                .commission(commission)
                .cumQuantity(cumulative)
                .leavesQuantity(leaves)
                .execId(execId)
                .orderId(orderId);
        ingress.publish(slot);
    }

    private void publishReject(OrderEventType type, String order, int instrument, int reason, Message reject)
            throws MalformedField {
        long id = ids.parse(order);
        String orderId = Fields.textOr(reject, Tag.ORDER_ID, "");
        String text = Fields.textOr(reject, Tag.TEXT, "");
        long stampNs = fields.transactTime(reject);
        if (type == OrderEventType.CANCEL_REJECTED) {
            working.notCancelled(id);
        } else {
            working.ended(id);
        }
        EventSlot slot = ingress.claim();
        new OrderEvent()
                .begin(slot, stampNs)
                .clOrdId(id)
                .instrument(instrument)
                .type(type)
                .reason(reason)
                .orderId(orderId)
                .text(id == ClOrdIds.FOREIGN ? foreign(order, text) : text);
        ingress.publish(slot);
    }

    private static String foreign(String order, String text) {
        return "ClOrdID(11) '" + order + "' is not ours" + (text.isEmpty() ? "" : ": " + text);
    }
}
