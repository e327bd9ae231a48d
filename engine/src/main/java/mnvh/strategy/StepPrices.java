package mnvh.strategy;

import java.util.Arrays;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Sorts prices by the step their stamp falls into, so that a step never sees a price from after its close.
 *
 * <p>A closed step's marks do not change. What arrives waits in two places: the step that closes next, and, for stamps
 * past that close, the newest of any later step. Within a step the newest stamp wins, of equal stamps the last arrival.
 * Steps are counted from the last close; before the first close, from UTC multiples of the interval.
 *
 * <p>Core thread only. Allocates nothing after construction.
 */
@HotPath
final class StepPrices implements Stateful {
    /** A double holds whole numbers of this many bits. */
    private static final int DOUBLE_BITS = 53;

    private final int instruments;
    private final long intervalNs;
    private final PriceColumn ahead;
    private PriceColumn previous;
    private PriceColumn closed;
    private PriceColumn open;
    private int aheadCount;
    /** All bits that any price has had. */
    private long bits;

    private long oldestNs;
    private long anchorNs;
    private boolean started;

    StepPrices(int instruments, long intervalNs) {
        this.instruments = instruments;
        this.intervalNs = intervalNs;
        this.previous = new PriceColumn(instruments);
        this.closed = new PriceColumn(instruments);
        this.open = new PriceColumn(instruments);
        this.ahead = new PriceColumn(instruments);
    }

    /** @return the prices of the last closed step; the next {@link #close} puts others in their place */
    PriceColumn closed() {
        return closed;
    }

    /** @return what were the closed prices before the last {@link #close}; of them only the price is kept up */
    PriceColumn previous() {
        return previous;
    }

    /** @return stamp of the oldest closed price, after a {@link #close} that renewed all of them */
    long oldestNs() {
        return oldestNs;
    }

    /** @return true while doubles have held every price exactly, and so hold differences exactly too */
    boolean exactInDoubles() {
        return bits >>> DOUBLE_BITS == 0;
    }

    /** @return true where no newer price stands for the step that {@code timestampNs} falls into */
    boolean admits(int i, long timestampNs) {
        if (timestampNs < closed.timestampNs[i]) {
            return false;
        }
        if (!open.has(i)) {
            return true;
        }
        long step = stepOf(timestampNs);
        long openStep = stepOf(open.timestampNs[i]);
        if (step == openStep) {
            return timestampNs >= open.timestampNs[i];
        }
        return step < openStep || timestampNs >= ahead.timestampNs[i];
    }

    /** Takes a price that {@link #admits} lets in. */
    void take(int i, long timestampNs, long price, long bid, long ask) {
        bits |= price;
        if (!open.has(i) || stepOf(timestampNs) == stepOf(open.timestampNs[i])) {
            open.set(i, timestampNs, price, bid, ask);
        } else if (timestampNs > open.timestampNs[i]) {
            aheadCount += ahead.has(i) ? 0 : 1;
            ahead.set(i, timestampNs, price, bid, ask);
        } else {
            // What was open lies ahead of this one; a price further ahead still is newer and stays.
            if (!ahead.has(i)) {
                ahead.copy(i, open);
                aheadCount++;
            }
            open.set(i, timestampNs, price, bid, ask);
        }
    }

    /**
     * Ends the step: the newest price stamped at or before {@code closeNs} becomes the closed one.
     *
     * @return true where every instrument had a new one
     */
    boolean close(long closeNs) {
        anchorNs = closeNs;
        started = true;
        boolean renewed = aheadCount == 0 && allWithin(closeNs);
        if (renewed) {
            turn();
        } else {
            System.arraycopy(closed.price, 0, previous.price, 0, instruments);
            System.arraycopy(closed.value, 0, previous.value, 0, instruments);
            for (int i = 0; i < instruments; i++) {
                long openNs = open.timestampNs[i];
                if (openNs <= closeNs && openNs != PriceColumn.NEVER) {
                    closeOne(i, closeNs);
                }
            }
        }
        return renewed;
    }

    private boolean allWithin(long closeNs) {
        long oldest = Long.MAX_VALUE;
        long newest = Long.MIN_VALUE;
        long[] stamps = open.timestampNs;
        for (int i = 0; i < stamps.length; i++) {
            oldest = Math.min(oldest, stamps[i]);
            newest = Math.max(newest, stamps[i]);
        }
        oldestNs = oldest;
        return oldest != PriceColumn.NEVER && newest <= closeNs;
    }

    /** The open prices become the closed ones as a whole, without a copy. */
    private void turn() {
        PriceColumn free = previous;
        previous = closed;
        closed = open;
        open = free;
        Arrays.fill(open.timestampNs, PriceColumn.NEVER);
    }

    private void closeOne(int i, long closeNs) {
        closed.copy(i, open);
        open.timestampNs[i] = PriceColumn.NEVER;
        if (ahead.has(i)) {
            open.copy(i, ahead);
            ahead.timestampNs[i] = PriceColumn.NEVER;
            aheadCount--;
            // Both may fall into this step where closes were left out, as over a weekend.
            if (open.timestampNs[i] <= closeNs) {
                closed.copy(i, open);
                open.timestampNs[i] = PriceColumn.NEVER;
            }
        }
    }

    /** @return 0 for the step that closes next and for late stamps, 1 for the one after; absolute before any close */
    private long stepOf(long timestampNs) {
        if (!started) {
            return Math.floorDiv(timestampNs - 1, intervalNs);
        }
        long sinceNs = timestampNs - anchorNs - 1;
        // A 64-bit division costs more than the rest of an update, and nearly every stamp is one of the open step.
        return timestampNs <= anchorNs || (sinceNs < intervalNs && sinceNs >= 0) ? 0 : sinceNs / intervalNs;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLong(anchorNs);
        closed.writeTo(writer);
        open.writeTo(writer);
        ahead.writeTo(writer);
    }
}
