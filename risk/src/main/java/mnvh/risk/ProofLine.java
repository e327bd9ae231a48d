package mnvh.risk;

import mnvh.units.HotPath;

/** A number before and after a list of orders, and the limit it was held against. Core thread only. */
@HotPath
public final class ProofLine {
    private long before;
    private long after;
    private long limit;

    void set(long without, long with, long allowed) {
        before = without;
        after = with;
        limit = allowed;
    }

    /** @return without the list */
    public long before() {
        return before;
    }

    /** @return with it */
    public long after() {
        return after;
    }

    /** @return what was allowed */
    public long limit() {
        return limit;
    }
}
