package mnvh.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.MarketDataEvent;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.SessionEvent;
import mnvh.event.SessionRole;
import mnvh.event.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * Counters of the inbound stream: one writer, any readers.
 *
 * <p>Ordered stores suffice, for a reader that is a moment late reads the number before. Allocates nothing but the text
 * of a session event, since it may run on the core thread.
 */
final class InboundCounters {
    private final MarketDataEvent marketData = new MarketDataEvent();
    private final OrderEvent order = new OrderEvent();
    private final SessionEvent session = new SessionEvent();
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong marketDataEvents = new AtomicLong();
    private final AtomicLong marketDataReceivedNs = new AtomicLong();
    private final AtomicLong fills = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong commands = new AtomicLong();
    private final AtomicLongArray orderEvents = new AtomicLongArray(OrderEventType.values().length);
    private volatile @Nullable SessionReading newestSession;
    private long sessionChanges;

    void count(EventSlot slot, long newSequence) {
        sequence.lazySet(newSequence);
        switch (slot.kind()) {
            case EventKind.MARKET_DATA -> countMarketData(slot);
            case EventKind.ORDER -> countOrder(slot);
            case EventKind.SESSION -> countSession(slot);
            case EventKind.FILL -> increment(fills);
            case EventKind.COMMAND -> increment(commands);
            case EventKind.REFUSED -> increment(refused);
            default -> {
                // Timers, instrument status and what moves money without a fill show in the frames that they cause.
            }
        }
    }

    private void countMarketData(EventSlot slot) {
        increment(marketDataEvents);
        long received = marketData.wrap(slot.buffer(), 0).receivedNs();
        marketDataReceivedNs.lazySet(received == 0 ? slot.timestampNs() : received);
    }

    private void countOrder(EventSlot slot) {
        int type = order.wrap(slot.buffer(), 0).type().ordinal();
        orderEvents.lazySet(type, orderEvents.getPlain(type) + 1);
    }

    private void countSession(EventSlot slot) {
        session.wrap(slot.buffer(), 0);
        if (session.role() != SessionRole.TRADING) {
            return;
        }
        sessionChanges++;
        newestSession = new SessionReading(session.state(), session.text(), slot.timestampNs(), sessionChanges);
    }

    private static void increment(AtomicLong counter) {
        counter.lazySet(counter.getPlain() + 1);
    }

    /** @return the counters now; any thread */
    InboundReading reading() {
        SessionReading read = newestSession;
        List<Long> reports = new ArrayList<>(orderEvents.length());
        for (int i = 0; i < orderEvents.length(); i++) {
            reports.add(orderEvents.get(i));
        }
        return new InboundReading(
                sequence.get(),
                marketDataEvents.get(),
                marketDataReceivedNs.get(),
                read == null ? new SessionReading(SessionState.DOWN, "not logged on yet", 0, 0) : read,
                fills.get(),
                List.copyOf(reports),
                refused.get(),
                commands.get());
    }
}
