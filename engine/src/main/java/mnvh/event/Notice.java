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
    /** The fall from peak equity reached its limit; halted, unless all is being closed. */
    DRAWDOWN_LIMIT,
    /** The loss of the UTC day reached its limit; halted, unless all is being closed. */
    DAILY_LOSS_LIMIT,
    /** Equity is zero or less; halted, unless all is being closed. */
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
    SESSION_LOST,
    /** A record cannot be booked: beyond 64 bits, on a settled instrument, or without meaning; halted. */
    BOOKING_REFUSED,
    /** The venue took a fill back. */
    TRADE_BUSTED,
    /** The venue put another fill in the place of one. */
    TRADE_CORRECTED,
    /** A bust or correction of a fill that is unknown or too old; nothing booked. */
    CORRECTION_UNKNOWN,
    /** A fee of a fill that is unknown or too old; booked in suspense. */
    FEE_UNKNOWN_FILL,
    /** A correction, fee or cash movement came again; not booked again. */
    RECORD_REPEATED,
    /** The id of a correction, fee or cash movement came again with other content; not booked; halted. */
    RECORD_CONFLICTING,
    /** A settlement boundary older than the last one booked, and not known to be booked itself; nothing booked. */
    FUNDING_OUT_OF_ORDER,
    /** A fill from before a boundary, the value, that was funded without it; booked, the funding stays as it is. */
    FUNDED_WITHOUT_FILL,
    /** The position at a funding boundary is not known any more; nothing booked. */
    FUNDING_UNKNOWN,
    /** The instrument has no funding, or cannot be borrowed; nothing booked. */
    CARRY_NOT_APPLICABLE,
    /** Money came from outside, or left; no part of any return. */
    CASH_EXTERNAL,
    /** A conversion without an index price in time; nothing booked. */
    CONVERSION_DENIED,
    /** An index price older than the one in force; not used. */
    INDEX_PRICE_OLD,
    /** A currency has no index price in time: equity is not known, and nothing is traded. */
    EQUITY_UNKNOWN,
    /** An instrument ended; what was held is closed at its settlement price. */
    SETTLED,
    /** The venue's balance differs from the wallet; the difference, the value, is in suspense; reducing. */
    BALANCE_BREAK,
    /** The venue's position differs, the value, from the books', the limit; nothing new is traded in it. */
    POSITION_BREAK,
    /** An operator explained this value of a difference, which is booked; the limit is what is left of it. */
    BREAK_EXPLAINED,
    /** The venue could not tell; that is not the same as nothing. */
    REPORT_FAILED,
    /** A report from before a change of what it reports; not compared. */
    REPORT_STALE,
    /** The venue's commission, which is booked, differs from the schedule's fee by the value, more than the limit. */
    FEE_DIFFERENCE,
    /** For want of an index price the commission's difference to the schedule's fee, the value, is not known. */
    FEE_DIFFERENCE_UNKNOWN,
    /** A UTC day began, and the traded notional of the days before, the value, brought other rates. */
    FEE_TIER,
    /** Traded notional counts for nothing in the fee tiers: its currency never had an index price. */
    FEE_VOLUME_UNKNOWN,
    /** Logged on, what was missed is being fetched; no order leaves until the session is up. */
    SESSION_RECONCILING,
    /** The session lost its sequence and waits for a person; halted. */
    SESSION_SEQUENCE_LOST,
    /** An order's outcome became unknown while the session is up; reducing. */
    ORDER_UNKNOWN,
    /** The venue knows no such order, which does not say that it never traded; of unknown outcome, reducing. */
    ORDER_NOT_FOUND,
    /** An order of unknown outcome was closed on evidence; the value is its id, the limit what it filled. */
    ORDER_CLOSED,
    /** No order is of unknown outcome any more. */
    ORDERS_KNOWN,
    /** The venue's total of fees or funding differs, the value, from the books', the limit; nothing booked. */
    TOTAL_BREAK,
    /**
     * What is unexplained, the value, has passed the limit, up or down, because an index price changed, or because a
     * wallet report holds what a total had told.
     */
    UNEXPLAINED_LIMIT,
    /** An operator's explanation of the value does not fit what is open, the limit; nothing booked. */
    RESOLUTION_REFUSED,
    /** An operator's explanation came again; not booked again. */
    RESOLUTION_REPEATED,
    /** A report agrees again: a difference ended, and this value, if any, left suspense. */
    BREAK_AGREED,
    /** A fill of no later than a boundary that is funded, the value, was taken back or changed; the funding stays. */
    FUNDED_FILL_CHANGED,
    /**
     * Fees over gross profit, the value, stay beyond their target, the limit, though the no-trade band is at its end;
     * the largest value where there is no gross profit.
     */
    FEE_BUDGET_OUT_OF_REACH,
    /** Fees over gross profit, the value, came back to their target. */
    FEE_BUDGET_IN_REACH,
    /** The gate itself failed at the step of this number: no order of it leaves; halted. */
    GATE_FAILED,
    /** The kill switch was pulled; halted, and only a reset lets it trade again. */
    KILLED,
    /** A named person lifted the kill switch; halted until resumed. */
    KILL_RESET,
    /** Not resumed: the kill switch is pulled, and a reset comes first. */
    STILL_KILLED,
    /**
     * While everything is being closed: why this instrument cannot be, the value, an ordinal of {@link CloseObstacle};
     * 0 when nothing is in the way any more. It is closed as soon as that is so.
     */
    CLOSING_BLOCKED,
    /** So many lists of orders, the value, left without a person's word, and no more may; halted until resumed. */
    REPEATED_EXECUTIONS,
    /** A limit, margin factor or fee rate was the limit, and is the value from now on. */
    TERM_CHANGED,
    /** A limit, margin factor or fee rate cannot be the value; nothing changed. */
    TERM_REFUSED,
    /**
     * The funding of a position that was held did not come at its boundary, the value, and at so many from there on,
     * the limit; nothing is booked for it.
     */
    FUNDING_MISSING,
    /** The drop copy has not told in time what is booked; so much of it now, the value, and before, the limit. */
    FILL_UNCOPIED,
    /** Only the drop copy has told fills, nothing booked; so much of them now, the value, and before, the limit. */
    FILL_UNBOOKED,
    /** The session ended while so many fills, the value, had one source of two, not yet late. */
    FILLS_UNCONFIRMED,
    /** The drop copy is logged on. */
    DROP_COPY_UP,
    /** The drop copy is not logged on; fills will lack their second source. */
    DROP_COPY_DOWN;

    private static final Notice[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static Notice of(int ordinal) {
        return VALUES[ordinal];
    }
}
