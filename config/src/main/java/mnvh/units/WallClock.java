package mnvh.units;

import java.time.Instant;

/** The machine's clock; for feeds and operators only. */
public final class WallClock implements Clock {
    @Override
    public long nowNs() {
        Instant now = Instant.now();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }
}
