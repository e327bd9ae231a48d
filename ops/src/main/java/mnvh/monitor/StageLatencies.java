package mnvh.monitor;

/**
 * One histogram per {@link Stage}; each is written by the one thread that its stage runs on, and read by any.
 *
 * <p>Handler and queue by the core thread, orders by the exit thread, hiccups by the thread that has them.
 */
public final class StageLatencies {
    private final LatencyHistogram[] histograms = new LatencyHistogram[Stage.values().length];

    /** All empty. */
    public StageLatencies() {
        for (int i = 0; i < histograms.length; i++) {
            histograms[i] = new LatencyHistogram();
        }
    }

    /** @return the stage's histogram, for its writer */
    public LatencyHistogram of(Stage stage) {
        return histograms[stage.ordinal()];
    }

    /** @return the stage at this moment; any thread */
    public LatencyReading reading(Stage stage) {
        return of(stage).reading();
    }
}
