package mnvh.fix;

import java.util.concurrent.atomic.AtomicLong;
import mnvh.event.CancelOrderSection;
import mnvh.event.EventHeader;
import mnvh.event.FrameReader;
import mnvh.event.NewOrderSection;
import mnvh.event.NoticeSection;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OutboundFrame;
import mnvh.event.ReplaceOrderSection;
import mnvh.event.SectionKind;
import mnvh.event.Venue;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;
import quickfix.Session;

/**
 * Orders out: the order sections of a frame as NewOrderSingle(35=D) and OrderCancelRequest(35=F).
 *
 * <p>Exit thread only. The two messages are reused; a send allocates a text. An order that cannot leave is
 * answered NOT_SENT, a cancel CANCEL_REJECTED, every replacement REPLACE_REJECTED, through {@link Answers}: nothing is
 * lost, nothing waits, and no order is replayed on a later logon.
 */
public final class FixVenue implements Venue {
    private final Universe universe;
    private final ClOrdIds ids;
    private final KillLane lane;
    private final FixSessionFlow flow;
    private final Answers answers;
    private final VenueTime time;
    private final FrameReader reader = new FrameReader();
    private final NewOrderSection newOrder = new NewOrderSection();
    private final CancelOrderSection cancel = new CancelOrderSection();
    private final ReplaceOrderSection replace = new ReplaceOrderSection();
    private final NoticeSection notice = new NoticeSection();
    private final RequestMessage orderMessage = new RequestMessage(MsgType.NEW_ORDER_SINGLE);
    private final RequestMessage cancelMessage = new RequestMessage(MsgType.ORDER_CANCEL_REQUEST);
    private final AtomicLong notSent = new AtomicLong();
    private volatile @Nullable Session session;
    private volatile boolean closed;
    private long sendingId;
    private long sendingOrigId;
    private int sendingInstrument;

    FixVenue(Universe universe, ClOrdIds ids, KillLane lane, FixSessionFlow flow, Answers answers, VenueTime time) {
        this.universe = universe;
        this.ids = ids;
        this.lane = lane;
        this.flow = flow;
        this.answers = answers;
        this.time = time;
    }

    void session(Session value) {
        session = value;
    }

    @Override
    public void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch) {
        reader.wrap(frame.buffer(), 0);
        while (reader.next()) {
            switch (reader.kind()) {
                case SectionKind.NEW_ORDER:
                    send(newOrder.wrap(frame.buffer(), reader.start()));
                    break;
                case SectionKind.CANCEL_ORDER:
                    send(cancel.wrap(frame.buffer(), reader.start()));
                    break;
                case SectionKind.REPLACE_ORDER:
                    refuse(replace.wrap(frame.buffer(), reader.start()));
                    break;
                case SectionKind.NOTICE:
                    lane.onNotice(EventHeader.cause(frame.buffer(), 0), notice.wrap(frame.buffer(), reader.start()));
                    break;
                default:
                    // Records for the journal alone.
                    break;
            }
        }
    }

    private void send(NewOrderSection order) {
        WireText body = orderMessage.body();
        ids.append(body.tag(Tag.CL_ORD_ID), order.clOrdId());
        body.put(WireText.SOH).field(Tag.HANDL_INST, '1');
        body.tag(Tag.ORDER_QTY).decimal(order.quantity()).put(WireText.SOH);
        body.field(Tag.ORD_TYPE, '2');
        body.tag(Tag.PRICE).decimal(order.price()).put(WireText.SOH);
        body.field(Tag.SIDE, order.side().fixCode());
        body.field(Tag.SYMBOL, universe.get(order.instrument()).symbol());
        body.field(Tag.TIME_IN_FORCE, order.timeInForce().fixCode());
        body.tag(Tag.TRANSACT_TIME).timestamp(time.nowNs()).put(WireText.SOH);
        // Between the check and the send the kill switch waits: it cancels what it knows, and that is then all.
        synchronized (lane) {
            if (lane.open()) {
                lane.leaving(order);
                send(orderMessage, order.clOrdId(), 0, order.instrument());
                return;
            }
        }
        about(orderMessage, order.clOrdId(), 0, order.instrument());
        answerNotSent("the kill switch is pulled");
    }

    /** A cancel of an order that the kill switch is cancelling is answered by the answer to that one. */
    private void send(CancelOrderSection request) {
        if (lane.working().cancelling(request.origClOrdId())) {
            return;
        }
        WireText body = cancelMessage.body();
        ids.append(body.tag(Tag.CL_ORD_ID), request.clOrdId());
        body.put(WireText.SOH);
        body.tag(Tag.ORDER_QTY).decimal(request.quantity()).put(WireText.SOH);
        ids.append(body.tag(Tag.ORIG_CL_ORD_ID), request.origClOrdId());
        body.put(WireText.SOH).field(Tag.SIDE, request.side().fixCode());
        body.field(Tag.SYMBOL, universe.get(request.instrument()).symbol());
        body.tag(Tag.TRANSACT_TIME).timestamp(time.nowNs()).put(WireText.SOH);
        send(cancelMessage, request.clOrdId(), request.origClOrdId(), request.instrument());
    }

    /** The dialect has no OrderCancelReplaceRequest(35=G): the order works on, and the core is told so. */
    private void refuse(ReplaceOrderSection request) {
        notSent.incrementAndGet();
        answer(
                request.clOrdId(),
                request.instrument(),
                OrderEventType.REPLACE_REJECTED,
                "replacement not sent: the dialect has no 35=G");
    }

    private void about(RequestMessage message, long id, long origId, int instrument) {
        message.about(id, origId, instrument);
        sendingId = id;
        sendingOrigId = origId;
        sendingInstrument = instrument;
    }

    private void send(RequestMessage message, long id, long origId, int instrument) {
        about(message, id, origId, instrument);
        Session current = session;
        if (closed || current == null || !flow.up()) {
            answerNotSent("session is down");
        } else if (!current.send(message)) {
            answerNotSent("session fell while sending");
        }
    }

    private void answerNotSent(String why) {
        notSent.incrementAndGet();
        if (sendingOrigId != 0) {
            answer(sendingOrigId, sendingInstrument, OrderEventType.CANCEL_REJECTED, "cancel not sent: " + why);
        } else {
            lane.working().ended(sendingId);
            answer(sendingId, sendingInstrument, OrderEventType.NOT_SENT, why);
        }
    }

    private void answer(long id, int instrument, OrderEventType type, String why) {
        long stampNs = time.nowNs();
        answers.offer(slot -> new OrderEvent()
                .begin(slot, stampNs)
                .clOrdId(id)
                .instrument(instrument)
                .type(type)
                .text(why));
    }

    /** @return orders, cancels and replacements that never left */
    long notSent() {
        return notSent.get();
    }

    /** From here on every order is answered NOT_SENT. */
    @Override
    public void close() {
        closed = true;
    }
}
