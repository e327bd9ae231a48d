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
 * later, where anything was held at it. Nothing is booked in its place: the last rate is no rate. Each is told once,
 * and the next one due as long after it. Core thread only; allocates nothing after construction.
 */
@HotPath
final class FundingWatch implements Stateful {
    private static final long NONE = Long.MIN_VALUE;
    private static final long GRACE_SHARE = 8;
    /** Boundaries that one step looks at, however close together a venue puts them; the next step looks at more. */
    private static final int MOST_AT_ONCE = 64;

    private final Ledger ledger;
    private final EngineState engine;
    private final long[] newestNs;
    private final long[] spacingNs;
    private final long[] dueNs;

    FundingWatch(Ledger ledger, EngineState engine, int instruments) {
        this.ledger = ledger;
        this.engine = engine;
        newestNs = new long[instruments];
        spacingNs = new long[instruments];
        dueNs = new long[instruments];
        Arrays.fill(newestNs, NONE);
        Arrays.fill(dueNs, NONE);
    }

    /** Takes a boundary of instrument {@code i}, booked or not. */
    void onBoundary(int i, long boundaryNs) {
        if (boundaryNs <= newestNs[i]) {
            return;
        }
        spacingNs[i] = newestNs[i] == NONE ? 0 : boundaryNs - newestNs[i];
        newestNs[i] = boundaryNs;
        dueNs[i] = boundaryNs;
        next(i);
    }

    /** Looks at what is due at the close of a step. */
    void onStep(long closeNs) {
        for (int i = 0; i < dueNs.length; i++) {
            long firstNs = NONE;
            long missed = 0;
            for (int n = 0; n < MOST_AT_ONCE && missed(i, closeNs); n++) {
                if (ledger.positionAt(i, dueNs[i]) != 0) {
                    firstNs = missed == 0 ? dueNs[i] : firstNs;
                    missed++;
                }
                next(i);
            }
            if (missed > 0) {
                engine.alarm(Notice.FUNDING_MISSING, i, firstNs, missed);
            }
        }
    }

    private boolean missed(int i, long closeNs) {
        return dueNs[i] != NONE && closeNs - dueNs[i] > spacingNs[i] / GRACE_SHARE;
    }

    /** One boundary tells no spacing, and none is due beyond the end of time. */
    private void next(int i) {
        boolean known = spacingNs[i] > 0 && dueNs[i] <= Long.MAX_VALUE - spacingNs[i];
        dueNs[i] = known ? dueNs[i] + spacingNs[i] : NONE;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLongs(newestNs, newestNs.length);
        writer.putLongs(spacingNs, spacingNs.length);
        writer.putLongs(dueNs, dueNs.length);
    }
}
