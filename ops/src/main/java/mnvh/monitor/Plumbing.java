package mnvh.monitor;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * What the monitor cannot read from the records, asked at each scrape.
 *
 * @param ingressFreeRatio fraction of the ingress ring that is free
 * @param journalBytes bytes of the session on disk
 * @param resendRequests FIX resend requests, both directions, since the start
 */
public record Plumbing(DoubleSupplier ingressFreeRatio, DoubleSupplier journalBytes, LongSupplier resendRequests) {
    /** Nothing is known: the gauges read NaN and the counter 0. */
    public static final Plumbing UNKNOWN = new Plumbing(() -> Double.NaN, () -> Double.NaN, () -> 0);
}
