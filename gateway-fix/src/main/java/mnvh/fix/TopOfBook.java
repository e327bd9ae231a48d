package mnvh.fix;

/** What is known of one instrument: prices and sizes at 10^-8, 0 for none. Mutable; one thread. */
final class TopOfBook {
    long bidPrice;
    long bidSize;
    long askPrice;
    long askSize;

    /** Of the latest update, 0 when it had none; never carried over. */
    long lastPrice;

    /** Of the latest update, 0 when it had none; never carried over. */
    long markPrice;

    /** Traded since the previous event; never carried over. */
    long volume;

    /** Whether an update changed anything. */
    boolean touched;

    /** Takes over another's two sides, but not its last price, mark and volume: those were reported with it. */
    void set(TopOfBook other) {
        bidPrice = other.bidPrice;
        bidSize = other.bidSize;
        askPrice = other.askPrice;
        askSize = other.askSize;
        lastPrice = 0;
        markPrice = 0;
        volume = 0;
        touched = false;
    }

    void clear() {
        bidPrice = 0;
        bidSize = 0;
        askPrice = 0;
        askSize = 0;
        lastPrice = 0;
        markPrice = 0;
        volume = 0;
        touched = false;
    }
}
