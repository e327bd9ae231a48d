package mnvh.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The longest pauses of a session; spans that overlap are one, with the length of the longest. One thread. */
final class LongestPauses {
    private static final Comparator<Pause> LONGEST_FIRST =
            Comparator.comparingLong(Pause::durationNs).reversed().thenComparingLong(Pause::startNs);

    private final int most;
    private final long leastNs;
    private final List<Pause> kept = new ArrayList<>();

    /**
     * @param most pauses that are kept
     * @param leastNs shortest that is
     */
    LongestPauses(int most, long leastNs) {
        this.most = most;
        this.leastNs = leastNs;
    }

    void add(Pause span) {
        Pause longest = span;
        long others = 0;
        for (int i = kept.size() - 1; i >= 0; i--) {
            Pause old = kept.get(i);
            if (old.overlaps(span)) {
                kept.remove(i);
                Pause shorter = old.durationNs() < longest.durationNs() ? old : longest;
                longest = shorter == old ? longest : old;
                others += shorter.spans();
            }
        }
        kept.add(longest.with(others));
        if (kept.size() > most) {
            kept.remove(kept.stream().max(LONGEST_FIRST).orElseThrow());
        }
    }

    /** @return length below which a pause would not be kept */
    long floorNs() {
        if (kept.size() < most) {
            return leastNs;
        }
        return kept.stream().max(LONGEST_FIRST).orElseThrow().durationNs();
    }

    /** @return longest first */
    List<Pause> all() {
        return kept.stream().sorted(LONGEST_FIRST).toList();
    }
}
