package mnvh.event;

/** Changes of the engine's state, and alarms. */
public enum Notice {
    /** The session ended in order; the value is the final state hash. */
    STOPPED,
    /** An operator or the daemon asked for it. */
    HALTED_BY_COMMAND,
    /** Only trades that reduce exposure pass. */
    PAUSED,
    /** Trading again. */
    RESUMED,
    /** Every position is being closed. */
    FLATTENING,
    /** No position is left; halted. */
    FLATTENED,
    /** The fall from peak equity reached its limit; halted. */
    DRAWDOWN_LIMIT,
    /** The loss of the UTC day reached its limit; halted. */
    DAILY_LOSS_LIMIT,
    /** Equity is zero or less; halted. */
    BANKRUPT,
    /** A ledger identity left a residual; halted. */
    IDENTITY_BROKEN,
    /** An ExecID(17) came again with other content; not booked; halted. */
    CONFLICTING_EXECUTION,
    /** An execution came again; not booked again. */
    REPEATED_EXECUTION,
    /** A fill names no order of ours; booked; halted. */
    ORPHAN_FILL,
    /** An order filled beyond its quantity; booked; halted. */
    OVERFILL,
    /** A fill on an order that had ended; booked. */
    LATE_FILL,
    /** A report contradicts an order's state; halted. */
    ORDER_CONTRADICTION,
    /** An execution report could not be read, so a fill may be missing; halted. */
    EXECUTION_UNREADABLE,
    /** A settlement boundary was charged before; not charged again. */
    FUNDING_REPEATED,
    /** Orders may leave. */
    SESSION_UP,
    /** No session; working orders are of unknown outcome. */
    SESSION_LOST;

    private static final Notice[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static Notice of(int ordinal) {
        return VALUES[ordinal];
    }
}
