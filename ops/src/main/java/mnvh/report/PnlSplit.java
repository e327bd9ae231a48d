package mnvh.report;

/** What the profit of a session is split by. */
public enum PnlSplit {
    /** By instrument, with what belongs to none. */
    INSTRUMENT,
    /** By reason. */
    COMPONENT,
    /** By day in UTC. */
    DAY,
    /** By the fills that opened what was held. */
    LOT
}
