package mnvh.engine;

import java.util.Arrays;
import mnvh.event.BreakCause;
import mnvh.event.EventSlot;
import mnvh.event.FillCopyEvent;
import mnvh.event.FillEvent;
import mnvh.event.Notice;
import mnvh.event.OutboundFrame;
import mnvh.event.PositionReportEvent;
import mnvh.order.SeenExecutions;
import mnvh.order.SeenExecutions.Sighting;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Holds every fill of ours against its second source, the drop copy.
 *
 * <p>What the order session tells is booked, what the drop copy tells is compared: the same ExecID(17) with another
 * side, quantity or price halts. A fill that one of both alone has told through so many closed steps is a break. One
 * that is booked ends when its copy comes, or when the venue reports the position that the books have; one that is not
 * ends when the order session tells it, for a position can agree although two such fills are missing. Core thread only;
 * allocates nothing after construction.
 */
@HotPath
final class FillSources implements Stateful {
    private static final int ORDER_SESSION = 0;
    private static final int DROP_COPY = 1;
    private static final int SOURCES = 2;
    private static final int REMEMBERED = 1 << 16;
    private static final int MOST_PENDING = 1 << 12;

    private final Reconciler reconciler;
    private final EngineState engine;
    private final Halt halt;
    private final int withinSteps;
    private final SeenExecutions[] seen = new SeenExecutions[SOURCES];
    private final PendingFills pending;
    private final FillCopyEvent copy = new FillCopyEvent();
    private final PositionReportEvent position = new PositionReportEvent();
    /** Quantity that is late, by source and instrument; also of fills that there is no room to know one by one. */
    private final long[][] overdue = new long[SOURCES][];
    /** Times of the fills that are remembered, in a ring. */
    private final long[] bookedNs;

    private int nextBooked;
    /** Fills up to this time may be forgotten: their copies say nothing. */
    private long horizonNs = Long.MIN_VALUE;

    private long steps;
    /** The report in hand. */
    private int instrument;

    private long idHash;
    private long quantity;
    private long price;
    private long clOrdId;

    /** @param withinSteps closed steps after which one source is too few, 0 where there is no drop copy */
    FillSources(Reconciler reconciler, EngineState engine, Halt halt, int instruments, int withinSteps) {
        this.reconciler = reconciler;
        this.engine = engine;
        this.halt = halt;
        this.withinSteps = withinSteps;
        int remembered = withinSteps == 0 ? 1 : REMEMBERED;
        for (int source = 0; source < SOURCES; source++) {
            seen[source] = new SeenExecutions(remembered);
            overdue[source] = new long[instruments];
        }
        bookedNs = new long[remembered];
        Arrays.fill(bookedNs, Long.MIN_VALUE);
        pending = new PendingFills(withinSteps == 0 ? 1 : MOST_PENDING);
    }

    /** Takes a fill that was booked; one on no order of ours has halted already. */
    void onFill(FillEvent fill, EventSlot slot, OutboundFrame frame) {
        if (withinSteps > 0 && fill.clOrdId() != 0) {
            instrument = fill.instrument();
            idHash = fill.execIdHash();
            quantity = fill.side().sign() * fill.quantity();
            price = fill.price();
            clOrdId = fill.clOrdId();
            if (told(ORDER_SESSION, DROP_COPY, slot, frame)) {
                horizonNs = Math.max(horizonNs, bookedNs[nextBooked]);
                bookedNs[nextBooked] = slot.timestampNs();
                nextBooked = nextBooked + 1 == bookedNs.length ? 0 : nextBooked + 1;
            }
        }
    }

    /** Takes what the drop copy tells; throws {@link IllegalArgumentException} where the run has none. */
    void onCopy(EventSlot slot, OutboundFrame frame) {
        copy.wrap(slot.buffer(), 0);
        instrument = copy.instrument();
        if (withinSteps == 0 || instrument < 0 || instrument >= overdue[DROP_COPY].length) {
            throw new IllegalArgumentException("no drop copy of instrument " + instrument + " in this run");
        }
        idHash = copy.execIdHash();
        quantity = copy.side().sign() * copy.quantity();
        price = copy.price();
        clOrdId = copy.clOrdId();
        told(DROP_COPY, ORDER_SESSION, slot, frame);
    }

    /** A source that tells the same again says nothing new. @return true when it tells it for the first time */
    private boolean told(int source, int other, EventSlot slot, OutboundFrame frame) {
        switch (sighting(source)) {
            case REPEATED -> {
                return false;
            }
            case CONFLICTING -> {
                halt.now(Notice.CONFLICTING_EXECUTION, instrument, clOrdId, frame);
                return false;
            }
            default -> seen[source].remember();
        }
        switch (sighting(other)) {
            case CONFLICTING -> halt.now(Notice.CONFLICTING_EXECUTION, instrument, clOrdId, frame);
            case REPEATED -> forget(pending.find(idHash, instrument));
            default -> await(source, slot);
        }
        return true;
    }

    /** @return what the report in hand is to those of a source */
    private Sighting sighting(int source) {
        return seen[source]
                .look(source, instrument, idHash)
                .with(quantity)
                .with(price)
                .sighting();
    }

    private void await(int source, EventSlot slot) {
        if (source == DROP_COPY && slot.timestampNs() <= horizonNs) {
            return;
        }
        if (pending.full()) {
            forgetOldest();
        }
        int f = pending.add(idHash, instrument, source, steps, slot.sequence(), slot.timestampNs());
        pending.content(f, quantity, price);
    }

    /** Ends the wait of a fill, and with it what it was late by. @param f -1 for none */
    private void forget(int f) {
        if (f < 0) {
            return;
        }
        int i = pending.instrument(f);
        int source = pending.source(f);
        boolean late = f < pending.late();
        long filled = pending.quantity(f);
        pending.remove(f);
        if (late) {
            overdue[source][i] -= filled;
            reconciler.late(cause(source), i, overdue[source][i], 0, 0);
        }
    }

    /** What there is no room for is late at once, and is not known one by one any more. */
    private void forgetOldest() {
        int i = pending.instrument(0);
        int source = pending.source(0);
        if (pending.late() == 0) {
            overdue[source][i] = Math.addExact(overdue[source][i], pending.quantity(0));
            reconciler.late(cause(source), i, overdue[source][i], pending.sequence(0), pending.timestampNs(0));
        }
        pending.remove(0);
    }

    /** A fill that was taken back or changed waits for nothing more: its copy is of what it was. */
    void onCorrected(int i, long refIdHash) {
        int f = pending.find(refIdHash, i);
        if (f >= 0 && pending.source(f) == ORDER_SESSION) {
            forget(f);
        }
    }

    /** Counts a closed step, and tells the fills that are late by now. */
    void onStep() {
        steps++;
        int before = pending.late();
        while (pending.late() < pending.size() && steps - pending.step(pending.late()) >= withinSteps) {
            int f = pending.late();
            long[] of = overdue[pending.source(f)];
            of[pending.instrument(f)] = Math.addExact(of[pending.instrument(f)], pending.quantity(f));
            pending.expire();
        }
        if (pending.late() > before) {
            tell(ORDER_SESSION);
            tell(DROP_COPY);
        }
    }

    private void tell(int source) {
        for (int i = 0; i < overdue[source].length; i++) {
            int f = overdue[source][i] == 0 ? -1 : pending.oldestOf(i, source);
            if (f >= 0) {
                reconciler.late(cause(source), i, overdue[source][i], pending.sequence(f), pending.timestampNs(f));
            }
        }
    }

    private static BreakCause cause(int source) {
        return source == ORDER_SESSION ? BreakCause.FILL_UNCOPIED : BreakCause.FILL_UNBOOKED;
    }

    /** The venue holds what the books hold: the report is the second source of what is booked and late. */
    void onAgreedPosition(EventSlot slot) {
        int i = position.wrap(slot.buffer(), 0).instrument();
        if (overdue[ORDER_SESSION][i] == 0) {
            return;
        }
        for (int f = pending.late() - 1; f >= 0; f--) {
            if (pending.instrument(f) == i && pending.source(f) == ORDER_SESSION) {
                pending.remove(f);
            }
        }
        overdue[ORDER_SESSION][i] = 0;
        reconciler.late(BreakCause.FILL_UNCOPIED, i, 0, 0, 0);
    }

    /** Tells what still waits when the session ends, and is not late. */
    void onEnd() {
        int waiting = pending.size() - pending.late();
        if (waiting > 0) {
            engine.alarm(Notice.FILLS_UNCONFIRMED, -1, waiting);
        }
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLong(steps);
        writer.putLong(horizonNs);
        pending.writeTo(writer);
    }
}
