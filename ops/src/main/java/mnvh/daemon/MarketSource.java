package mnvh.daemon;

/** What a simulator quotes. */
public enum MarketSource {
    /** Prices drawn from the configured seed. */
    SYNTHETIC,
    /** Prices of a panel of bars. */
    RECORDED
}
