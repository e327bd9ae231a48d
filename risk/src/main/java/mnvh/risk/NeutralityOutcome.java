package mnvh.risk;

/** What the neutrality stage did. Ordinals are journaled. */
public enum NeutralityOutcome {
    /** Neutrality is switched off, or nothing can trade. */
    NONE,
    /** The list leaves the exposure within the band. */
    WITHIN_BAND,
    /** Market betas are too alike: the beta condition was dropped. */
    LOW_DISPERSION,
    /** The list returns the exposure to zero. */
    CORRECTED,
    /** The correction was bounded by max_correction_ratio or by the clips, or financing scaled one side after it. */
    BOUNDED,
    /** No hedge instrument can trade: the beta limit holds the book. */
    UNAVAILABLE
}
