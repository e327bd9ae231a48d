package mnvh.audit;

import org.jspecify.annotations.Nullable;

/** Told by {@link AuditBooks} what it does, as it does it. Reads; changes nothing. */
public interface AuditListener {
    /** Listens to nothing. */
    AuditListener NONE = new AuditListener() {};

    /** A fill stands as the newest of its instrument; that of a settlement has neither id nor time. */
    default void booked(int instrument, StandingFill fill) {}

    /**
     * The newest fill of that id is replaced in its place.
     *
     * @param fill what stands there from now on; null when it was taken back
     */
    default void replaced(int instrument, long id, @Nullable StandingFill fill) {}

    /** What every row of a currency gained since the last time is translated at this rate, component by component. */
    default void translated(int currency, Exact rate) {}
}
