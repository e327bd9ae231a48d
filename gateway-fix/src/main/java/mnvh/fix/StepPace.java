package mnvh.fix;

/**
 * When, on the wall, a simulated instant is due; the simulator owns time and this is how fast it goes.
 *
 * <p>A step takes {@code stepNs / speed} of wall time, but at least {@code minStepWallNs}. Where simulated time is
 * faster than the wall's, a step starts quiet, for half of that least time: no market data, and simulated time stands
 * still but for the latency of orders, so that those decided at the last close are matched and answered before the next
 * prices; the data take the rest. Otherwise a client would be outrun: at 14,400 times, 5 ms on the wall are more than a
 * minute. Wall times are {@link System#nanoTime()}. One thread.
 */
final class StepPace {
    private final long stepNs;
    private final long stepWallNs;
    private final long quietWallNs;
    private long openNs;
    private long startWallNs;

    /**
     * @param stepNs nominal simulated length of a step
     * @param speed simulated seconds per second
     * @param minStepWallNs least wall time of a step; 0 for none
     */
    StepPace(long stepNs, double speed, long minStepWallNs) {
        if (stepNs <= 0 || !(speed > 0) || minStepWallNs < 0) {
            throw new IllegalArgumentException(
                    "step " + stepNs + " ns at speed " + speed + ", at least " + minStepWallNs);
        }
        this.stepNs = stepNs;
        long atSpeed = (long) Math.min(stepNs / speed, Long.MAX_VALUE / 4.0);
        this.stepWallNs = Math.max(atSpeed, minStepWallNs);
        this.quietWallNs = speed > 1 || atSpeed < minStepWallNs ? minStepWallNs / 2 : 0;
    }

    /** Starts the first step at {@code simulatedNs}. */
    void start(long simulatedNs, long wallNs) {
        openNs = simulatedNs;
        startWallNs = wallNs;
    }

    /** Starts the step that follows a close. */
    void next(long closeNs, long wallNs) {
        openNs = closeNs;
        long planned = startWallNs + stepWallNs;
        // A late step is caught up with only where nothing must stay quiet, and only when it is less than a step late.
        startWallNs = quietWallNs == 0 && wallNs - planned < stepWallNs ? planned : wallNs;
    }

    /** @return when an event stamped {@code simulatedNs} is due; a hole in the data takes no longer than a step */
    long wallOf(long simulatedNs) {
        double share = Math.max(0, Math.min(1.0, (double) (simulatedNs - openNs) / stepNs));
        return startWallNs + quietWallNs + (long) (share * (stepWallNs - quietWallNs));
    }

    /** @return true in the quiet time, when simulated time stands still but for the answers to what is asked */
    boolean quietAt(long wallNs) {
        return wallNs - startWallNs < quietWallNs;
    }

    /** @return the simulated time at {@code wallNs} */
    long simulatedAt(long wallNs) {
        long elapsed = wallNs - startWallNs;
        if (elapsed < quietWallNs) {
            return openNs;
        }
        long rest = stepWallNs - quietWallNs;
        return rest == 0 ? openNs + stepNs : openNs + (long) ((double) (elapsed - quietWallNs) / rest * stepNs);
    }

    /** @return wall time of a step */
    long stepWallNs() {
        return stepWallNs;
    }
}
