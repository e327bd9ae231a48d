package mnvh.monitor;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * What the monitor cannot read from the records, asked at each scrape.
 *
 * @param ingressFreeRatio fraction of the ingress ring that is free
 * @param journalBytes bytes of the session on disk
 * @param resendRequests FIX resend requests, both directions, since the start
 * @param dropCopyUp 1 while the drop copy is logged on, 0 while it is not, NaN where there is none
 * @param killed whether the kill switch is pulled
 */
public record Plumbing(
        DoubleSupplier ingressFreeRatio,
        DoubleSupplier journalBytes,
        LongSupplier resendRequests,
        DoubleSupplier dropCopyUp,
        BooleanSupplier killed) {
    /** Nothing is known: the gauges read NaN, the counter 0 and the switch not pulled. */
    public static final Plumbing UNKNOWN =
            new Plumbing(() -> Double.NaN, () -> Double.NaN, () -> 0, () -> Double.NaN, () -> false);
}
