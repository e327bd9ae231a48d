package mnvh.ledger;

import java.util.Arrays;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * The boundaries up to which each instrument or currency is charged, and the latest of those that were booked.
 *
 * <p>Boundaries are booked in order. One that is not newer than the last is either a repetition or one that was missed,
 * which only the boundaries themselves can tell: {@value #REMEMBERED} of each are kept, more than a day of hourly
 * funding. They follow from what was booked and are no part of the state of a step. Core thread only; allocates nothing
 * after construction.
 */
@HotPath
final class Boundaries implements Stateful {
    private static final int REMEMBERED = 32;

    private final long[] untilNs;
    private final long[] booked;
    private final long[] count;

    /** @param owners instruments or currencies */
    Boundaries(int owners) {
        untilNs = new long[owners];
        Arrays.fill(untilNs, Long.MIN_VALUE);
        booked = new long[owners * REMEMBERED];
        count = new long[owners];
    }

    /** @return BOOKED where the boundary may be booked, else REPEATED or OUT_OF_ORDER */
    CarryOutcome look(int owner, long boundaryNs) {
        if (boundaryNs > untilNs[owner]) {
            return CarryOutcome.BOOKED;
        }
        long known = Math.min(count[owner], REMEMBERED);
        for (int n = 0; n < known; n++) {
            if (booked[owner * REMEMBERED + n] == boundaryNs) {
                return CarryOutcome.REPEATED;
            }
        }
        return CarryOutcome.OUT_OF_ORDER;
    }

    /** @return the newest boundary that is booked; the smallest number before the first */
    long untilNs(int owner) {
        return untilNs[owner];
    }

    /** Notes that a boundary, newer than every one before, is booked. */
    void book(int owner, long boundaryNs) {
        untilNs[owner] = boundaryNs;
        booked[owner * REMEMBERED + (int) (count[owner] % REMEMBERED)] = boundaryNs;
        count[owner]++;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLongs(untilNs, untilNs.length);
    }
}
