package mnvh.monitor;

/** Why something paused, as far as a record tells. */
public enum Cause {
    /** A pause of the garbage collector: every Java thread stands. */
    GC("GC"),
    /** A stop of every Java thread for another reason, or the way to a stop and out of it. */
    SAFEPOINT("safepoint"),
    /** The thread waited for memory that the collector had to free first. */
    ALLOCATION_STALL("allocation stall"),
    /** The thread waited for a lock that another held. */
    LOCK("lock"),
    /** The core waited for room in the egress, which the exit thread had not emptied. */
    EGRESS_FULL("egress full"),
    /** The thread was found blocked in the kernel, as for a disk. */
    DISK("blocked in the kernel"),
    /** The thread could have run and no CPU was given to it. */
    SCHEDULER("scheduler"),
    /** The thread faulted on pages; how long that took is not recorded. */
    PAGE_FAULT("page fault"),
    /** The thread itself was computing. */
    OWN_WORK("own work"),
    /** Something ran at the same time and may have taken a CPU; it never explains a pause alone. */
    BESIDE("beside"),
    /** No record overlaps enough of it. */
    UNKNOWN("unknown");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    /** @return the word in reports */
    public String label() {
        return label;
    }
}
