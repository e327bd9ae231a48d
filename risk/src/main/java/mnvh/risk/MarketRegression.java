package mnvh.risk;

import mnvh.state.StateWriter;

/**
 * Least squares of every instrument's step return on the benchmark's, with an intercept, over a past of some kind.
 *
 * <p>Core thread only; allocates nothing after construction.
 */
interface MarketRegression {
    /** Below this share of its raw moment, the benchmark's variation is rounding. */
    double STILL = 1.0e-12;

    /**
     * Takes a closed step; an instrument that is absent keeps its regression as it is.
     *
     * @param stepReturn one per instrument, read where present; NaN counts as absent
     * @param benchmarkReturn the benchmark's simple return, not NaN
     */
    void push(boolean[] present, double[] stepReturn, double benchmarkReturn);

    /**
     * Regresses.
     *
     * @param slope takes one per instrument; NaN for too few steps, or where the benchmark has not moved
     * @param variance takes the slope's estimation variance, not below 0; NaN where the slope is
     * @return how many instruments have a slope
     */
    int regress(double[] slope, double[] variance);

    /** Writes the past that is kept. */
    void writePast(StateWriter writer);

    /** Writes an instrument's moments. */
    void writeMoments(int i, StateWriter writer);
}
