package mnvh.units;

/** A clock that moves when it is told to. */
public final class ManualClock implements Clock {
    private volatile long nowNs;

    public ManualClock(long startNs) {
        this.nowNs = startNs;
    }

    @Override
    public long nowNs() {
        return nowNs;
    }

    /** Moves the clock to {@code timestampNs}; it never moves back. */
    public void advanceTo(long timestampNs) {
        if (timestampNs < nowNs) {
            throw new IllegalArgumentException("clock would move back from " + nowNs + " to " + timestampNs);
        }
        nowNs = timestampNs;
    }
}
