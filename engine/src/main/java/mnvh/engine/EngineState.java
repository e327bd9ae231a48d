package mnvh.engine;

import mnvh.event.Notice;
import mnvh.risk.TradingState;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Whether the engine may trade: its state, the venue session, and whether the session has ended.
 *
 * <p>Every change is announced through the outbox. A halt stays until it is resumed, the kill switch until it is reset;
 * a stop is final. Core thread only.
 */
@HotPath
final class EngineState implements Stateful {
    private final Outbox outbox;
    private TradingState state = TradingState.ACTIVE;
    private boolean restricted;
    private boolean ordersUnknown;
    private boolean sessionUp;
    private boolean flattening;
    private boolean killed;
    private boolean stopping;
    private boolean stopped;

    EngineState(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @return the state the gate sees */
    TradingState tradingState() {
        return (restricted || ordersUnknown) && state == TradingState.ACTIVE ? TradingState.REDUCING : state;
    }

    /** Lets only trades pass that reduce exposure for as long as the books are not explained, and says why. */
    void restrict(boolean unexplained, Notice reason, int instrument, long value, long limit) {
        TradingState before = tradingState();
        restricted = unexplained;
        outbox.notice(reason, instrument, value, limit, before, tradingState());
    }

    /** Lets only trades pass that reduce exposure for as long as an order's outcome is unknown, and says why. */
    void ordersUnknown(boolean some, Notice reason, int instrument, long value) {
        TradingState before = tradingState();
        ordersUnknown = some;
        outbox.notice(reason, instrument, value, 0, before, tradingState());
    }

    /** @return true while an order's outcome is unknown */
    boolean ordersUnknown() {
        return ordersUnknown;
    }

    /** @return true when a step may send orders */
    boolean mayTrade() {
        return sessionUp && !stopping && state != TradingState.HALTED;
    }

    /** @return true while the kill switch is set */
    boolean killed() {
        return killed;
    }

    /** @return true while every position is being closed */
    boolean flattening() {
        return flattening;
    }

    /** @return true once the end was asked for: nothing new is sent, what works is still booked */
    boolean stopping() {
        return stopping;
    }

    /** @return true once the session has ended */
    boolean stopped() {
        return stopped;
    }

    /** Stops trading for a reason; a second reason is announced too. */
    void halt(Notice reason, int instrument, long value, long limit) {
        announce(reason, instrument, value, limit, TradingState.HALTED);
        flattening = false;
    }

    /** Lets only trades pass that reduce exposure. */
    void pause() {
        announce(Notice.PAUSED, -1, 0, 0, state == TradingState.HALTED ? state : TradingState.REDUCING);
    }

    /**
     * Halts, and keeps every order of the strategy from leaving until it is reset. Positions can still be closed, for
     * that an operator asks by itself.
     */
    void kill() {
        killed = true;
        halt(Notice.KILLED, -1, 0, 0);
    }

    /** Lifts the kill switch; what is halted stays so until resumed. */
    void reset() {
        if (killed) {
            killed = false;
            announce(Notice.KILL_RESET, -1, 0, 0, state);
        }
    }

    /** Trades again, unless the kill switch is pulled. @return false where it is */
    boolean resume() {
        if (killed) {
            announce(Notice.STILL_KILLED, -1, 0, 0, state);
            return false;
        }
        flattening = false;
        announce(Notice.RESUMED, -1, 0, 0, TradingState.ACTIVE);
        return true;
    }

    /** Closes every position, then halts. */
    void flatten() {
        flattening = true;
        announce(Notice.FLATTENING, -1, 0, 0, TradingState.REDUCING);
    }

    /** Asks for the end: no further order is sent. */
    void beginStop() {
        stopping = true;
    }

    /** Ends the session: nothing works any more, and nothing is read any more. */
    void stopped(long stateHash) {
        stopped = true;
        announce(Notice.STOPPED, -1, stateHash, 0, state);
    }

    /** Notes that orders may leave. */
    void sessionUp() {
        sessionUp = true;
        announce(Notice.SESSION_UP, -1, 0, 0, state);
    }

    /**
     * Notes that no order can leave, and why.
     *
     * @param marked orders whose outcome is unknown from now on
     */
    void sessionDown(Notice reason, int marked) {
        sessionUp = false;
        ordersUnknown(ordersUnknown || marked > 0, reason, -1, marked);
    }

    /** Raises an alarm that changes nothing. */
    void alarm(Notice alarm, int instrument, long value) {
        announce(alarm, instrument, value, 0, state);
    }

    /** Raises an alarm about a value and what it was held against. */
    void alarm(Notice alarm, int instrument, long value, long limit) {
        announce(alarm, instrument, value, limit, state);
    }

    private void announce(Notice notice, int instrument, long value, long limit, TradingState next) {
        TradingState before = tradingState();
        state = next;
        outbox.notice(notice, instrument, value, limit, before, tradingState());
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putInt(state.ordinal());
        writer.putInt((sessionUp ? 1 : 0)
                | (flattening ? 2 : 0)
                | (stopping ? 4 : 0)
                | (stopped ? 8 : 0)
                | (restricted ? 16 : 0)
                | (ordersUnknown ? 32 : 0)
                | (killed ? 64 : 0));
    }
}
