package mnvh.monitor;

import java.util.List;

/**
 * What came in so far.
 *
 * @param sequence newest inbound sequence read
 * @param marketDataEvents market data events
 * @param marketDataReceivedNs when the edge received the newest, nanoseconds since 1970; 0 before any
 * @param session the venue session
 * @param fills executions reported
 * @param orderEvents reports that are not fills, by ordinal of {@link mnvh.event.OrderEventType}
 * @param refused malformed inputs refused at the edge
 * @param commands commands of the operator
 */
public record InboundReading(
        long sequence,
        long marketDataEvents,
        long marketDataReceivedNs,
        SessionReading session,
        long fills,
        List<Long> orderEvents,
        long refused,
        long commands) {}
