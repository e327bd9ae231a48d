package mnvh.engine;

import java.util.Arrays;
import mnvh.event.Notice;
import mnvh.ledger.Ledger;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Tells when the funding of a position that is held does not come.
 *
 * <p>A boundary is due as long after the newest one as that came after the one before, and missed an eighth of that
 * later. Nothing is booked in its place: the last rate is no rate. Told once for each boundary. Core thread only;
 * allocates nothing after construction.
 */
@HotPath
final class FundingWatch implements Stateful {
    private static final long NONE = Long.MIN_VALUE;
    private static final long GRACE_SHARE = 8;

    private final Ledger ledger;
    private final EngineState engine;
    private final long[] newestNs;
    private final long[] dueNs;

    FundingWatch(Ledger ledger, EngineState engine, int instruments) {
        this.ledger = ledger;
        this.engine = engine;
        newestNs = new long[instruments];
        dueNs = new long[instruments];
        Arrays.fill(newestNs, NONE);
        Arrays.fill(dueNs, NONE);
    }

    /** Takes a boundary of instrument {@code i}, booked or not. */
    void onBoundary(int i, long boundaryNs) {
        if (boundaryNs <= newestNs[i]) {
            return;
        }
        dueNs[i] = newestNs[i] == NONE ? NONE : Math.addExact(boundaryNs, boundaryNs - newestNs[i]);
        newestNs[i] = boundaryNs;
    }

    /** Looks at what is due at the close of a step. */
    void onStep(long closeNs) {
        for (int i = 0; i < dueNs.length; i++) {
            if (dueNs[i] != NONE && closeNs > dueNs[i] + (dueNs[i] - newestNs[i]) / GRACE_SHARE) {
                if (ledger.position(i) != 0) {
                    engine.alarm(Notice.FUNDING_MISSING, i, dueNs[i]);
                }
                // The next one tells how it goes on.
                dueNs[i] = NONE;
            }
        }
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLongs(newestNs, newestNs.length);
        writer.putLongs(dueNs, dueNs.length);
    }
}
