package mnvh.bench;

/** Lets one thread work at a fixed rate: it spins until the next turn is due. Allocates nothing. */
final class Pace {
    private final long intervalNs;
    private long dueNs;

    /** @param perSecond turns in a second; 0 for as many as can be */
    Pace(int perSecond) {
        intervalNs = perSecond == 0 ? 0 : 1_000_000_000L / perSecond;
    }

    /** Starts the clock: the first turn is due now. */
    void start() {
        dueNs = System.nanoTime();
    }

    /** Waits for the next turn. @return the time, one that is late is not made up for */
    long await() {
        long nowNs = System.nanoTime();
        while (nowNs < dueNs) {
            Thread.onSpinWait();
            nowNs = System.nanoTime();
        }
        dueNs = Math.max(dueNs + intervalNs, nowNs);
        return nowNs;
    }
}
