package mnvh.monitor;

/**
 * Something that the JVM recorded.
 *
 * @param cause what kind
 * @param what its name, as the JVM gives it
 * @param thread whom it held up; empty for every Java thread
 * @param startNs of {@code System.nanoTime()}
 * @param endNs of {@code System.nanoTime()}
 */
public record StopRecord(Cause cause, String what, String thread, long startNs, long endNs) {
    /** @return how much of {@code [fromNs, toNs]} it covers */
    long overlapNs(long fromNs, long toNs) {
        return Math.max(0, Math.min(endNs, toNs) - Math.max(startNs, fromNs));
    }
}
