package mnvh.strategy;

import java.util.Arrays;
import mnvh.units.HotPath;

/**
 * Who is there: valid at a close, and present, which is valid at two closes in a row.
 *
 * <p>Core thread only. Allocates nothing after construction. Source: method.md section 1.
 */
@HotPath
final class Presence {
    private final int size;
    private final long stalenessLimitNs;
    private final boolean[] halted;
    private final boolean[] valid;
    private final boolean[] present;
    private int haltedCount;
    private int validCount;
    private int presentCount;

    Presence(int instruments, long stalenessLimitNs) {
        this.size = instruments;
        this.stalenessLimitNs = stalenessLimitNs;
        this.halted = new boolean[instruments];
        this.valid = new boolean[instruments];
        this.present = new boolean[instruments];
    }

    void setHalted(int i, boolean isHalted) {
        if (halted[i] != isHalted) {
            halted[i] = isHalted;
            haltedCount += isHalted ? 1 : -1;
        }
    }

    /**
     * Judges a close.
     *
     * @param marks of the closed step
     * @param oldestNs stamp of the oldest mark where {@code renewed}
     * @param renewed true where every instrument has a mark of this very step
     */
    void onClose(long closesNs, PriceColumn marks, JumpGate jumps, boolean renewed, long oldestNs) {
        long oldestAgeNs = closesNs - oldestNs;
        boolean allFresh = renewed && oldestAgeNs >= 0 && oldestAgeNs <= stalenessLimitNs;
        if (allFresh && haltedCount == 0 && jumps.empty() && validCount == size) {
            if (presentCount < size) {
                presentCount = size;
                Arrays.fill(present, true);
            }
            return;
        }
        validCount = 0;
        presentCount = 0;
        for (int i = 0; i < size; i++) {
            boolean wasValid = valid[i];
            boolean isValid = marks.has(i)
                    && closesNs - marks.timestampNs[i] <= stalenessLimitNs
                    && !halted[i]
                    && !jumps.quarantined(i, closesNs);
            valid[i] = isValid;
            present[i] = isValid && wasValid;
            validCount += isValid ? 1 : 0;
            presentCount += isValid && wasValid ? 1 : 0;
        }
    }

    /** @return true where nobody is absent */
    boolean everyone() {
        return presentCount == size;
    }

    int count() {
        return presentCount;
    }

    /** @return one per instrument; a view that the next close overwrites */
    boolean[] present() {
        return present;
    }

    /** Writes 0.0 where an instrument is absent. */
    void clearAbsent(double[] values) {
        for (int i = 0; i < size; i++) {
            if (!present[i]) {
                values[i] = 0.0;
            }
        }
    }

    /** @return an instrument's state as one number */
    int flags(int i) {
        return (halted[i] ? 4 : 0) + (valid[i] ? 2 : 0) + (present[i] ? 1 : 0);
    }
}
