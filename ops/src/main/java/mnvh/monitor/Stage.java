package mnvh.monitor;

/**
 * A part of an event's way that is timed; every part by one clock, {@code System.nanoTime()} of the process.
 *
 * <p>The way starts where the FIX edge publishes a decoded event: the socket and QuickFIX/J's parser come before, and
 * what QuickFIX/J and the kernel do with an order comes after {@link #SEND}.
 */
public enum Stage {
    /** One market data event in the handler. */
    MARKET_DATA("market-data", "market data event, handler alone"),
    /** One synchronised step in the handler. */
    STEP("step", "step, handler alone"),
    /** Any other event in the handler: fills, reports, funding, commands. */
    OTHER("other", "other event, handler alone"),
    /** From the edge's publication until the handler starts: wake-up, batch before it, write-ahead journal. */
    QUEUE("queue", "published to handler, journal included"),
    /** From the publication of the event that caused an order until its frame is at the venue's door. */
    EVENT_TO_ORDER("event-to-order", "published to its order at the venue's door"),
    /** From the publication of the newest market data before that event until the same moment. */
    TICK_TO_ORDER("tick-to-order", "newest tick to the order at the venue's door"),
    /** Encoding and sending all orders of one frame, on the exit thread. */
    SEND("send", "sending the orders of one frame"),
    /** The core's wait for a free frame; next to nothing while the exit thread keeps up. */
    EGRESS_WAIT("egress-wait", "core waiting for a free frame, if any"),
    /** How late a thread wakes that asks for a millisecond; recorded only where it is watched. */
    HICCUP("hiccup", "lateness of a thread that sleeps 1 ms");

    private final String label;
    private final String description;

    Stage(String label, String description) {
        this.label = label;
        this.description = description;
    }

    /** @return the word in metrics and reports */
    public String label() {
        return label;
    }

    /** @return what is timed, a few words */
    public String description() {
        return description;
    }
}
