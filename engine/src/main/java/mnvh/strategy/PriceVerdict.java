package mnvh.strategy;

/** What became of a price update. */
public enum PriceVerdict {
    /** It marks its step, unless a newer one comes. */
    ACCEPTED("accepted"),
    /** Stamped at or before the last closed step: counted, and a candidate for the next step only. */
    LATE("stamped within a step that is closed"),
    /** Older than what is already held for its step; nothing changes. */
    OUT_OF_ORDER("older than the price held for its step"),
    /** The bid stands above the ask; nothing changes. */
    CROSSED("the bid stands above the ask"),
    /** The update lacks the price that marks; nothing changes. */
    ABSENT_SIDE("the price that marks the instrument is not given"),
    /** A price is negative; nothing changes. */
    NON_POSITIVE("a price is not positive"),
    /** Too far from the mark: quarantined until a later step confirms it. */
    JUMP("moved further than max_jump_sigma and awaits confirmation in a later step");

    private final String sentence;

    PriceVerdict(String sentence) {
        this.sentence = sentence;
    }

    /** @return the verdict in words */
    public String sentence() {
        return sentence;
    }
}
