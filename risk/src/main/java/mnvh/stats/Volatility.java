package mnvh.stats;

import mnvh.state.Stateful;

/** How much each instrument's returns vary, over a past of some kind. Single-threaded; allocates nothing. */
public interface Volatility extends Stateful {
    /**
     * Takes one step.
     *
     * @param present whether the instrument has a return
     * @param stepReturn one per instrument, simple return of the closed step
     */
    void onStep(boolean[] present, double[] stepReturn);

    /** @return volatility per step; NaN while returns are too few */
    double value(int instrument);
}
