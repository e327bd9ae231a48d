package mnvh.venue;

import mnvh.universe.Universe;

/** A source of quotes and funding that owns its time. One thread. */
public interface Market {
    /** @return the instruments that {@link MarketListener} names by index */
    Universe universe();

    /** @return the instant before the first event, nanoseconds since 1970; steps follow it */
    long startNs();

    /** @return nominal length of a step in nanoseconds */
    long stepNs();

    /**
     * Emits one step's events in time order, its end last.
     *
     * @return false, with nothing emitted, at the end of the data
     */
    boolean nextStep(MarketListener listener);
}
