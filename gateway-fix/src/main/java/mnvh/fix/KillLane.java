package mnvh.fix;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import mnvh.event.NewOrderSection;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.units.Side;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;
import quickfix.Session;

/**
 * The kill switch at the wire: from its trigger on no order leaves, and every order that works is cancelled.
 *
 * <p>It waits for no ring, no journal and not for the core: a thread of its own sends the cancels, and the trigger
 * waits at most for the one order that is being written. The core hears of the switch as a command of its stream, and
 * of the orders stopped here by their NOT_SENT; its own cancels of the same orders are not sent twice. Only frames that
 * answer a command behind the trigger's open the lane again: a reset wholly, a flatten for as long as it closes. Orders
 * that an earlier process left, which the venue tells of at every logon, are cancelled the same way.
 */
final class KillLane implements AutoCloseable {

    /** Longest that the core is held for cancels, and that their way to the kernel is followed. */
    static final long HOLD_NS = 100_000_000;

    private static final long DRAIN_POLL_NS = 20_000;
    private static final long AGAIN_NS = 1_000_000_000;
    private static final long FAILED_NS = 200_000_000;
    private static final int NO_INSTRUMENT = -1;

    private final Universe universe;
    private final ClOrdIds ids;
    private final FixSessionFlow flow;
    private final VenueTime time;
    private final FixWire wire;
    private final WorkingAtVenue working = new WorkingAtVenue();
    private final EarlierOrders earlier = new EarlierOrders();
    private final RequestMessage message = new RequestMessage(MsgType.ORDER_CANCEL_REQUEST);
    private final AtomicLong asked = new AtomicLong();
    private final Thread thread = new Thread(this::run, "fix-kill");
    private volatile boolean killed;
    private volatile boolean closing;
    private volatile boolean ended;
    private volatile @Nullable Session session;
    private int unjournaled;
    private long triggerSequence;
    private volatile long triggerNs;
    private volatile long holdUntilNs;
    private volatile KillSweep swept = KillSweep.NONE;
    private long rounds;
    private long earlierCancels;

    KillLane(Universe universe, ClOrdIds ids, FixSessionFlow flow, VenueTime time, FixWire wire) {
        this.universe = universe;
        this.ids = ids;
        this.flow = flow;
        this.time = time;
        this.wire = wire;
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
    }

    void start() {
        thread.start();
    }

    void session(Session value) {
        session = value;
    }

    /** @return the orders that may work */
    WorkingAtVenue working() {
        return working;
    }

    /** @return the orders of earlier processes that the venue told of */
    EarlierOrders earlier() {
        return earlier;
    }

    /**
     * Hears of a working order that is not of this run. One that an earlier run of this program left is cancelled: its
     * book is gone, and whoever owns none must not trade. Any other is cancelled while the switch is pulled.
     *
     * @return true when it was not known
     */
    boolean told(EarlierOrders.Entry order) {
        boolean news = earlier.told(order);
        LockSupport.unpark(thread);
        return news;
    }

    /** @return true from the trigger until the reset */
    boolean killed() {
        return killed;
    }

    /**
     * Pulls the switch; returns before the cancels are sent. Any thread, any number of times.
     *
     * <p>{@link #journaled} has to follow, once the command's place in the inbound stream is known.
     */
    void trigger() {
        // Seen by the next order without a lock; the lock is then free after the one being written.
        killed = true;
        closing = false;
        synchronized (this) {
            unjournaled++;
            killed = true;
            closing = false;
        }
        sessionUp();
    }

    /** Says where in the inbound stream a trigger will be; what answers a later command may open the lane. */
    synchronized void journaled(long sequence) {
        unjournaled--;
        triggerSequence = Math.max(triggerSequence, sequence);
    }

    /** Has the working orders cancelled, again after a session that fell: its cancels may be lost. */
    void sessionUp() {
        if (killed) {
            triggerNs = System.nanoTime();
            if (flow.up()) {
                holdUntilNs = (triggerNs + HOLD_NS) | 1;
            }
            asked.incrementAndGet();
            LockSupport.unpark(thread);
        }
    }

    /** @return true when an order may leave; asked, and the order sent, under this object's lock */
    boolean open() {
        return !killed || closing;
    }

    /** Notes an order that is about to leave. */
    void leaving(NewOrderSection order) {
        working.add(new WorkingAtVenue.Entry(order.clOrdId(), order.instrument(), order.side(), order.quantity()));
    }

    /** Follows the core: what it says in answer to a command behind the newest trigger. Exit thread. */
    void onNotice(long causeSequence, NoticeSection notice) {
        Notice code = Notice.of(notice.code());
        if (code == Notice.KILLED) {
            pulledInTheStream(causeSequence);
            return;
        }
        synchronized (this) {
            if (!killed || unjournaled > 0 || causeSequence <= triggerSequence) {
                return;
            }
            if (code == Notice.KILL_RESET) {
                killed = false;
                closing = false;
            } else if (code == Notice.FLATTENING) {
                closing = true;
            } else if (notice.stateAfter() == NoticeSection.HALTED) {
                closing = false;
            }
        }
    }

    /** The answer to a trigger of ours is no news; one to a command that came some other way pulls the switch. */
    private void pulledInTheStream(long causeSequence) {
        synchronized (this) {
            if (killed && (unjournaled > 0 || causeSequence <= triggerSequence)) {
                return;
            }
            killed = true;
            closing = false;
        }
        sessionUp();
    }

    private void run() {
        long done = 0;
        while (!ended) {
            long now = asked.get();
            boolean failed = false;
            if (now != done) {
                done = now;
                failed = guarded(this::sweep);
                if (asked.get() == done) {
                    holdUntilNs = 0;
                }
            }
            failed |= guarded(this::cancelEarlier);
            if (failed) {
                // What did not leave is asked for again: a lane whose thread has ended would cancel nothing any more.
                asked.incrementAndGet();
                LockSupport.parkNanos(this, FAILED_NS);
            } else if (asked.get() == done) {
                LockSupport.parkNanos(this, earlier.isEmpty() ? Long.MAX_VALUE : AGAIN_NS);
            }
        }
    }

    /** @return true where it threw, which is logged */
    private boolean guarded(Runnable part) {
        try {
            part.run();
            return false;
        } catch (RuntimeException e) {
            Session current = session;
            if (current != null) {
                current.getLog().onErrorEvent("kill switch: " + e);
            }
            return true;
        }
    }

    private void sweep() {
        List<WorkingAtVenue.Entry> orders;
        // No order is between its check and its send any more: what is to be cancelled is all known.
        synchronized (this) {
            orders = working.cancelling();
        }
        rounds++;
        AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();
        wire.together(() -> {
            for (WorkingAtVenue.Entry order : orders) {
                try {
                    cancel(order);
                } catch (RuntimeException e) {
                    // One that cannot be cancelled keeps no other from it.
                    working.notCancelled(order.clOrdId());
                    first.compareAndSet(null, e);
                }
            }
        });
        while (cancelling() && !wire.drained()) {
            LockSupport.parkNanos(DRAIN_POLL_NS);
        }
        swept = new KillSweep(rounds, orders.size(), triggerNs, System.nanoTime());
        Session current = session;
        if (current != null) {
            long tookUs = (swept.writtenNs() - swept.triggerNs()) / 1000;
            current.getLog().onEvent("kill switch: " + orders.size() + " cancels after " + tookUs + " us");
        }
        RuntimeException failure = first.get();
        if (failure != null) {
            throw failure;
        }
    }

    /** @return true while cancels are on their way to the kernel, {@link #HOLD_NS} at most; any thread */
    boolean cancelling() {
        long until = holdUntilNs;
        return until != 0 && System.nanoTime() - until < 0;
    }

    /** @return the newest round of cancels; any thread */
    KillSweep swept() {
        return swept;
    }

    private void cancelEarlier() {
        if (!earlier.isEmpty() && flow.up()) {
            List<EarlierOrders.Entry> due = earlier.due(killed, System.nanoTime());
            wire.together(() -> due.forEach(this::cancel));
        }
    }

    private void cancel(EarlierOrders.Entry order) {
        WireText body = message.body();
        ids.appendKillOfEarlier(body.tag(Tag.CL_ORD_ID), ++earlierCancels);
        body.put(WireText.SOH);
        if (!order.orderId().isEmpty()) {
            body.field(Tag.ORDER_ID, order.orderId());
        }
        body.tag(Tag.ORDER_QTY).decimal(order.quantity()).put(WireText.SOH);
        body.field(Tag.ORIG_CL_ORD_ID, order.clOrdId())
                .field(Tag.SIDE, order.side().fixCode());
        body.field(Tag.SYMBOL, order.symbol());
        body.tag(Tag.TRANSACT_TIME).timestamp(time.nowNs()).put(WireText.SOH);
        message.about(0, 0, NO_INSTRUMENT);
        Session current = session;
        if (current == null || !current.send(message)) {
            earlier.notSent(order.clOrdId());
        }
    }

    private void cancel(WorkingAtVenue.Entry order) {
        RequestMessage request = message;
        WireText body = request.body();
        ids.appendKill(body.tag(Tag.CL_ORD_ID), rounds, order.clOrdId());
        body.put(WireText.SOH);
        body.tag(Tag.ORDER_QTY).decimal(order.quantity()).put(WireText.SOH);
        ids.append(body.tag(Tag.ORIG_CL_ORD_ID), order.clOrdId());
        Side side = order.side();
        body.put(WireText.SOH).field(Tag.SIDE, side.fixCode());
        body.field(Tag.SYMBOL, universe.get(order.instrument()).symbol());
        body.tag(Tag.TRANSACT_TIME).timestamp(time.nowNs()).put(WireText.SOH);
        request.about(order.clOrdId(), order.clOrdId(), order.instrument());
        Session current = session;
        if (current == null || !flow.up() || !current.send(request)) {
            working.notCancelled(order.clOrdId());
        }
    }

    @Override
    public void close() {
        ended = true;
        LockSupport.unpark(thread);
    }
}
