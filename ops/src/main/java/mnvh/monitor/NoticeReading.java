package mnvh.monitor;

import mnvh.event.Notice;

/**
 * One notice of the core.
 *
 * @param name what it says
 * @param timestampNs event time of its cause
 * @param instrument index in the universe, -1 for none
 * @param value the number that caused it
 * @param limit what it was held against
 * @param stateAfter the engine's state after it
 */
public record NoticeReading(Notice name, long timestampNs, int instrument, long value, long limit, String stateAfter) {}
