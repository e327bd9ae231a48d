package mnvh.event;

/** What became of a synchronised step. */
public enum StepOutcome {
    /** The first marks: no returns yet. */
    FIRST,
    /** Too few instruments present; marks were booked, nothing was proposed. */
    QUORUM_MISSED,
    /** The present weights sum to less than 0.05. */
    WEIGHTS_VANISHED,
    /** Halted, stopped, without a session, or without the worth of a currency that is held. */
    NOT_ACTIVE,
    /** The throttle is shut and the book is flat. */
    NOTHING_PROPOSED,
    /** Everything proposed was denied. */
    DENIED,
    /** Orders were sent. */
    TRADED;

    private static final StepOutcome[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static StepOutcome of(int ordinal) {
        return VALUES[ordinal];
    }
}
