package mnvh.engine;

import mnvh.event.Notice;
import mnvh.event.OutboundFrame;
import mnvh.units.HotPath;

/** Stops trading for a reason and cancels what works. Core thread only; allocates nothing. */
@HotPath
final class Halt {
    private final EngineState engine;
    private final Portfolio portfolio;
    private long nowNs;

    Halt(EngineState engine, Portfolio portfolio) {
        this.engine = engine;
        this.portfolio = portfolio;
    }

    /** Notes the time of the event in hand. */
    void at(long eventNs) {
        nowNs = eventNs;
    }

    /** Halts. */
    void now(Notice reason, int instrument, long value, OutboundFrame frame) {
        now(reason, instrument, value, 0, frame);
    }

    /** Halts for a value and what it was held against. */
    void now(Notice reason, int instrument, long value, long limit, OutboundFrame frame) {
        engine.halt(reason, instrument, value, limit);
        cancelAll(frame);
    }

    /** Cancels what works. */
    void cancelAll(OutboundFrame frame) {
        portfolio.orders().cancelAll(nowNs, frame);
    }
}
