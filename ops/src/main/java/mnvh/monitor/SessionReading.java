package mnvh.monitor;

import mnvh.event.SessionState;

/**
 * The venue session.
 *
 * @param state what it is
 * @param text why
 * @param sinceNs event time of the change, nanoseconds since 1970; 0 before the first
 * @param changes session events so far
 */
public record SessionReading(SessionState state, String text, long sinceNs, long changes) {}
