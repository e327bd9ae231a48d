package mnvh.engine;

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
 * side, quantity or price halts. A fill that one of both alone has told through so many closed steps is a break, which
 * ends when the other tells it too, or when the venue reports the position that the books have. Core thread only;
 * allocates nothing after construction.
 */
@HotPath
final class FillSources implements Stateful {
    private static final int ORDER_SESSION = 0;
    private static final int DROP_COPY = 1;
    private static final int REMEMBERED = 1 << 16;
    private static final int MOST_PENDING = 1 << 12;

    private final Reconciler reconciler;
    private final Halt halt;
    private final int withinSteps;
    private final SeenExecutions seen;
    private final PendingFills pending;
    private final FillCopyEvent copy = new FillCopyEvent();
    private final PositionReportEvent position = new PositionReportEvent();
    /** Quantity that is late, by instrument; also of fills that nothing more is known of, for want of room. */
    private final long[] overdue;

    private long steps;
    /** The report in hand. */
    private int instrument;

    private long idHash;
    private int sign;
    private long quantity;
    private long price;
    private long clOrdId;

    /** @param withinSteps closed steps after which one source is too few, 0 where there is no drop copy */
    FillSources(Reconciler reconciler, Halt halt, int instruments, int withinSteps) {
        this.reconciler = reconciler;
        this.halt = halt;
        this.withinSteps = withinSteps;
        seen = new SeenExecutions(withinSteps == 0 ? 1 : REMEMBERED);
        pending = new PendingFills(withinSteps == 0 ? 1 : MOST_PENDING);
        overdue = new long[instruments];
    }

    /** Takes a fill that was booked; one on no order of ours has halted already. */
    void onFill(FillEvent fill, EventSlot slot, OutboundFrame frame) {
        if (withinSteps > 0 && fill.clOrdId() != 0) {
            instrument = fill.instrument();
            idHash = fill.execIdHash();
            sign = fill.side().sign();
            quantity = fill.quantity();
            price = fill.price();
            clOrdId = fill.clOrdId();
            told(ORDER_SESSION, DROP_COPY, slot, frame);
        }
    }

    /** Takes what the drop copy tells; throws {@link IllegalArgumentException} where the run has none. */
    void onCopy(EventSlot slot, OutboundFrame frame) {
        copy.wrap(slot.buffer(), 0);
        instrument = copy.instrument();
        if (withinSteps == 0 || instrument < 0 || instrument >= overdue.length) {
            throw new IllegalArgumentException("no drop copy of instrument " + instrument + " in this run");
        }
        idHash = copy.execIdHash();
        sign = copy.side().sign();
        quantity = copy.quantity();
        price = copy.price();
        clOrdId = copy.clOrdId();
        told(DROP_COPY, ORDER_SESSION, slot, frame);
    }

    /** A source that tells the same again says nothing new. */
    private void told(int source, int other, EventSlot slot, OutboundFrame frame) {
        switch (sighting(other)) {
            case CONFLICTING -> halt.now(Notice.CONFLICTING_EXECUTION, instrument, clOrdId, frame);
            case REPEATED -> matched();
            default -> {}
        }
        Sighting before = sighting(source);
        if (before == Sighting.CONFLICTING) {
            halt.now(Notice.CONFLICTING_EXECUTION, instrument, clOrdId, frame);
        }
        if (before == Sighting.FIRST) {
            seen.remember();
            if (sighting(other) == Sighting.FIRST) {
                await(slot);
            }
        }
    }

    /** @return what the report in hand is to those of a source, which is looked at by this */
    private Sighting sighting(int source) {
        return seen.look(source, instrument, idHash)
                .with(sign)
                .with(quantity)
                .with(price)
                .sighting();
    }

    private void matched() {
        int f = pending.find(idHash, instrument);
        if (f < 0) {
            return;
        }
        boolean late = f < pending.late();
        pending.remove(f);
        if (late) {
            overdue[instrument] -= quantity;
            reconciler.unmatched(instrument, overdue[instrument], 0, 0);
        }
    }

    private void await(EventSlot slot) {
        if (pending.full()) {
            forgetOldest();
        }
        pending.add(idHash, instrument, quantity, steps, slot.sequence(), slot.timestampNs());
    }

    /** What there is no room for is late at once, and stays so until the venue reports the position. */
    private void forgetOldest() {
        int of = pending.instrument(0);
        if (pending.late() == 0) {
            overdue[of] = Math.addExact(overdue[of], pending.quantity(0));
            reconciler.unmatched(of, overdue[of], pending.sequence(0), pending.timestampNs(0));
        }
        pending.remove(0);
    }

    /** Counts a closed step, and tells the fills that are late by now. */
    void onStep() {
        steps++;
        boolean more = false;
        while (pending.late() < pending.size() && steps - pending.step(pending.late()) >= withinSteps) {
            int f = pending.expire();
            int of = pending.instrument(f);
            overdue[of] = Math.addExact(overdue[of], pending.quantity(f));
            more = true;
        }
        for (int i = 0; more && i < overdue.length; i++) {
            int f = overdue[i] == 0 ? -1 : pending.oldestOf(i);
            if (f >= 0) {
                reconciler.unmatched(i, overdue[i], pending.sequence(f), pending.timestampNs(f));
            }
        }
    }

    /** The venue holds what the books hold: a position with every fill that is late, or without it, as booked. */
    void onAgreedPosition(EventSlot slot) {
        int i = position.wrap(slot.buffer(), 0).instrument();
        if (overdue[i] == 0) {
            return;
        }
        for (int f = pending.late() - 1; f >= 0; f--) {
            if (pending.instrument(f) == i) {
                pending.remove(f);
            }
        }
        overdue[i] = 0;
        reconciler.unmatched(i, 0, 0, 0);
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLong(steps);
        pending.writeTo(writer);
    }
}
