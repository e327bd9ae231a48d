package mnvh.strategy;

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
    private final int instruments;
    private final long intervalNs;
    private final PriceColumn closed;
    private final PriceColumn open;
    private final PriceColumn ahead;
    private long anchorNs;
    private boolean started;

    StepPrices(int instruments, long intervalNs) {
        this.instruments = instruments;
        this.intervalNs = intervalNs;
        this.closed = new PriceColumn(instruments);
        this.open = new PriceColumn(instruments);
        this.ahead = new PriceColumn(instruments);
    }

    /** @return the prices of the last closed step, which only {@link #close} changes */
    PriceColumn closed() {
        return closed;
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
        if (!open.has(i) || stepOf(timestampNs) == stepOf(open.timestampNs[i])) {
            open.set(i, timestampNs, price, bid, ask);
        } else if (timestampNs > open.timestampNs[i]) {
            ahead.set(i, timestampNs, price, bid, ask);
        } else {
            // What was open lies ahead of this one; a price further ahead still is newer and stays.
            if (!ahead.has(i)) {
                ahead.copy(i, open);
            }
            open.set(i, timestampNs, price, bid, ask);
        }
    }

    /** Ends the step: the newest price stamped at or before {@code closeNs} becomes the closed one. */
    void close(long closeNs) {
        for (int i = 0; i < instruments; i++) {
            // Both may fall into this step where closes were left out, as over a weekend.
            for (int waiting = 0; waiting < 2 && open.has(i) && open.timestampNs[i] <= closeNs; waiting++) {
                closed.copy(i, open);
                open.copy(i, ahead);
                ahead.clear(i);
            }
        }
        anchorNs = closeNs;
        started = true;
    }

    /** @return 0 for the step that closes next and for late stamps, 1 for the one after; absolute before any close */
    private long stepOf(long timestampNs) {
        if (!started) {
            return Math.floorDiv(timestampNs - 1, intervalNs);
        }
        return timestampNs <= anchorNs ? 0 : (timestampNs - anchorNs - 1) / intervalNs;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLong(anchorNs);
        closed.writeTo(writer);
        open.writeTo(writer);
        ahead.writeTo(writer);
    }
}
