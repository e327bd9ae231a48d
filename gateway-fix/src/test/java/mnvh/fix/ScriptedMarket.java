package mnvh.fix;

import mnvh.universe.Universe;
import mnvh.venue.Market;
import mnvh.venue.MarketListener;

/**
 * Quotes that a reader can compute: instrument i at quote number k is bid 100 + i + k ticks, ask one tick above, last
 * at the bid with volume k + 1; one funding of instrument 0 in the second step.
 */
final class ScriptedMarket implements Market {
    static final long START_NS = 1_700_000_000_000_000_000L;
    static final long STEP_NS = 3_600_000_000_000L;
    static final long TICK = Loopback.ONE / 100;

    private final Universe universe;
    private final int steps;
    private final int quotesPerStep;
    private int step;

    ScriptedMarket(Universe universe, int steps, int quotesPerStep) {
        this.universe = universe;
        this.steps = steps;
        this.quotesPerStep = quotesPerStep;
    }

    static long bid(int instrument, int quote) {
        return (100 + instrument) * Loopback.ONE + quote * TICK;
    }

    static long closeNs(int step) {
        return START_NS + (step + 1) * STEP_NS;
    }

    @Override
    public Universe universe() {
        return universe;
    }

    @Override
    public long startNs() {
        return START_NS;
    }

    @Override
    public long stepNs() {
        return STEP_NS;
    }

    @Override
    public boolean nextStep(MarketListener listener) {
        if (step == steps) {
            return false;
        }
        long openNs = START_NS + step * STEP_NS;
        for (int k = 0; k < quotesPerStep; k++) {
            long stampNs = openNs + (k + 1) * STEP_NS / quotesPerStep;
            int quote = step * quotesPerStep + k;
            for (int i = 0; i < universe.size(); i++) {
                long bid = bid(i, quote);
                listener.onQuote(stampNs, i, bid, bid + TICK, bid, (quote + 1) * Loopback.ONE);
            }
        }
        if (step == 1) {
            listener.onFunding(closeNs(1), 0, 123_456_789L, bid(0, 0), closeNs(1));
        }
        listener.onStepEnd(closeNs(step));
        step++;
        return true;
    }
}
