package mnvh.fix;

/**
 * A round of the kill switch's cancels: how many, and how long.
 *
 * @param round number of the round, 0 for none yet
 * @param cancels cancels that were sent
 * @param triggerNs {@link System#nanoTime} when it was asked for
 * @param writtenNs the same when the kernel was seen to have the last byte of the last cancel
 */
public record KillSweep(long round, int cancels, long triggerNs, long writtenNs) {
    static final KillSweep NONE = new KillSweep(0, 0, 0, 0);
}
