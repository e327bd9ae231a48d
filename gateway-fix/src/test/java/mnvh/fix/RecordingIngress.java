package mnvh.fix;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mnvh.event.CommandEvent;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.Ingress;
import mnvh.event.MarketDataEvent;
import mnvh.event.OrderEvent;
import mnvh.event.RefusedEvent;
import mnvh.event.SessionEvent;

/** Keeps copies of what was published, for a test to take one by one. */
final class RecordingIngress implements Ingress {
    private static final long DEADLINE_S = 20;

    private final BlockingQueue<EventSlot> published = new LinkedBlockingQueue<>();
    private final List<EventSlot> taken = new ArrayList<>();
    private final AtomicLong claims = new AtomicLong();

    @Override
    public EventSlot claim() {
        EventSlot slot = new EventSlot();
        slot.claim(claims.incrementAndGet());
        return slot;
    }

    /** The first event has the sequence 1001. */
    @Override
    public long sequenceOf(EventSlot claimed) {
        return 1000 + claimed.claim();
    }

    @Override
    public void publish(EventSlot slot) {
        published.add(slot);
    }

    /** @return place in the stream of the event that was taken last */
    long lastSequence() {
        return sequenceOf(taken.get(taken.size() - 1));
    }

    /** @return the next event, whatever it is */
    EventSlot next() throws InterruptedException {
        EventSlot slot = published.poll(DEADLINE_S, TimeUnit.SECONDS);
        if (slot == null) {
            return fail("no event within " + DEADLINE_S + " s; so far " + taken.size());
        }
        taken.add(slot);
        return slot;
    }

    /** @return the next event of this kind; those before it are passed over */
    EventSlot next(int kind) throws InterruptedException {
        EventSlot slot = next();
        while (slot.kind() != kind) {
            slot = next();
        }
        return slot;
    }

    MarketDataEvent nextQuote() throws InterruptedException {
        return new MarketDataEvent().wrap(next(EventKind.MARKET_DATA).buffer(), 0);
    }

    OrderEvent nextOrder() throws InterruptedException {
        return new OrderEvent().wrap(next(EventKind.ORDER).buffer(), 0);
    }

    FillEvent nextFill() throws InterruptedException {
        return new FillEvent().wrap(next(EventKind.FILL).buffer(), 0);
    }

    SessionEvent nextSession() throws InterruptedException {
        return new SessionEvent().wrap(next(EventKind.SESSION).buffer(), 0);
    }

    RefusedEvent nextRefusal() throws InterruptedException {
        return new RefusedEvent().wrap(next(EventKind.REFUSED).buffer(), 0);
    }

    CommandEvent nextCommand() throws InterruptedException {
        return new CommandEvent().wrap(next(EventKind.COMMAND).buffer(), 0);
    }
}
