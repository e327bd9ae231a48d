package mnvh.risk;

/** What the daemon may send. Ordinals are journaled. */
public enum TradingState {
    /** Any trade that the limits admit. */
    ACTIVE,
    /** Only trades that bring a position nearer to zero, and cancels. */
    REDUCING,
    /** Only cancels. */
    HALTED
}
