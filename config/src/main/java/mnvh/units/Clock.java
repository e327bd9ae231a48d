package mnvh.units;

/** Where feeds get the time; the core receives no clock, only stamped events. */
@FunctionalInterface
public interface Clock {
    /** @return nanoseconds since 1970-01-01T00:00:00Z */
    long nowNs();
}
