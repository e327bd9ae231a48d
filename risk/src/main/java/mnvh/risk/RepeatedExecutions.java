package mnvh.risk;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * How many lists of orders have left since a person last said that they may.
 *
 * <p>A strategy that goes wrong does so list after list. At {@code max_repeated_executions} the next one waits for a
 * person. Core thread only; allocates nothing.
 */
@HotPath
public final class RepeatedExecutions implements Stateful {
    private final Limits limits;
    private long lists;

    public RepeatedExecutions(Limits limits) {
        this.limits = limits;
    }

    /** Counts a list of which an order has left. */
    public void onList() {
        lists++;
    }

    /** A person says that lists may go on leaving. */
    public void acknowledge() {
        lists = 0;
    }

    /** @return lists since a person's word */
    public long lists() {
        return lists;
    }

    /** @return true when no further list may leave */
    public boolean reached() {
        return lists >= limits.maxRepeatedExecutions();
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLong(lists);
    }
}
