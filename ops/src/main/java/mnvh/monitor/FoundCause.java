package mnvh.monitor;

/**
 * A cause that a record shows for a pause.
 *
 * @param cause what kind
 * @param what which one: the collector's name, the operation, the thread
 * @param overlapNs how much of the pause it covers; 0 where the record has no duration
 * @param exact true where the record says when it was; false where the overlap is the most it can have been
 */
public record FoundCause(Cause cause, String what, long overlapNs, boolean exact) {}
