package mnvh.venue;

/** What a {@link Market} says. Times are nanoseconds since 1970, never decreasing within a run. */
public interface MarketListener {
    /**
     * A new quote.
     *
     * @param instrument index in the universe
     * @param bid best bid at 10^-8, on a tick, below {@code ask}
     * @param ask best offer at 10^-8, on a tick
     * @param last last trade at 10^-8
     * @param tradedVolume quantity traded since the instrument's previous quote, at 10^-8
     */
    void onQuote(long timestampNs, int instrument, long bid, long ask, long last, long tradedVolume);

    /**
     * A funding settlement of one perpetual, charged on the position held into {@code boundaryNs}.
     *
     * @param rate at 10^-12; a long pays when it is positive
     * @param price settlement mark at 10^-8
     */
    void onFunding(long timestampNs, int instrument, long rate, long price, long boundaryNs);

    /** The step is over: everything stamped up to {@code closeNs} was emitted. */
    void onStepEnd(long closeNs);
}
