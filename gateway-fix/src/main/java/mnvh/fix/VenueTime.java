package mnvh.fix;

import java.util.concurrent.atomic.AtomicLong;
import mnvh.units.Clock;

/**
 * The time of events that carry no stamp of the venue.
 *
 * <p>Live it is the receive time. Against a venue that owns time, as the simulator does, it is the latest stamp seen,
 * so that a lost session is not journaled years after the quote before it. Any thread.
 */
final class VenueTime implements Clock {
    private final Clock clock;
    private final boolean venueOwnsTime;
    private final AtomicLong latestNs = new AtomicLong(Long.MIN_VALUE);

    VenueTime(Clock clock, boolean venueOwnsTime) {
        this.clock = clock;
        this.venueOwnsTime = venueOwnsTime;
    }

    /** Notes a stamp of the venue and returns it. */
    long seen(long timestampNs) {
        if (venueOwnsTime && timestampNs > latestNs.get()) {
            latestNs.accumulateAndGet(timestampNs, Math::max);
        }
        return timestampNs;
    }

    @Override
    public long nowNs() {
        long latest = latestNs.get();
        return latest == Long.MIN_VALUE ? clock.nowNs() : latest;
    }

    /** @return the machine's time, for latencies */
    long receivedNs() {
        return clock.nowNs();
    }
}
