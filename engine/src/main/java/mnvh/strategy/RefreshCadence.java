package mnvh.strategy;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * When weights are computed anew: at each step until they are ready, then every so many steps. Core thread only;
 * allocates nothing after construction.
 */
@HotPath
final class RefreshCadence implements Stateful {
    private final int refreshSteps;
    private boolean ready;
    private int stepsSince;

    /** @param refreshSteps steps between two computations; throws {@link IllegalArgumentException} below 1 */
    RefreshCadence(int refreshSteps) {
        if (refreshSteps < 1) {
            throw new IllegalArgumentException("refresh_steps must be at least 1, got " + refreshSteps);
        }
        this.refreshSteps = refreshSteps;
    }

    /** Counts a step. @return true where the weights are to be computed with it */
    boolean onStep() {
        stepsSince++;
        return !ready || stepsSince >= refreshSteps;
    }

    /** The weights were computed; where they are not ready, they are again at the next step. */
    void computed(boolean areReady) {
        ready = areReady;
        if (ready) {
            stepsSince = 0;
        }
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putInt(ready ? 1 : 0);
        writer.putInt(stepsSince);
    }
}
