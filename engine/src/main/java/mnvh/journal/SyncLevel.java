package mnvh.journal;

/** When the journal's bytes are forced to the device. */
public enum SyncLevel {
    /** Never: records survive the death of the process. */
    PROCESS,
    /** By time, on a thread of its own: records older than the interval survive loss of power. */
    INTERVAL,
    /** Before an append returns: what was acted on survives loss of power. */
    ALWAYS
}
