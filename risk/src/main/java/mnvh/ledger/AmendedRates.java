package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Fee rates that took the place of the configuration's while a session runs, each from a time on.
 *
 * <p>All are kept, so that a fill that is corrected later is charged what held when it happened; there is room for
 * {@value #MOST} for each instrument and liquidity. Core thread only; allocates nothing after construction.
 */
@HotPath
final class AmendedRates implements Stateful {
    /** Changes of one rate that a session has room for. */
    static final int MOST = 16;

    private final int[] count;
    private final long[] sinceNs;
    private final long[] rate;

    /** @param rates how many there are, all as configured */
    AmendedRates(int rates) {
        count = new int[rates];
        sinceNs = new long[rates * MOST];
        rate = new long[rates * MOST];
    }

    /**
     * Amends rate {@code k} for what is stamped later than {@code afterNs}, which is no earlier than that of the one
     * before.
     *
     * @return false where there is no room, and nothing changed
     */
    boolean add(int k, long to, long afterNs) {
        if (count[k] == MOST) {
            return false;
        }
        int at = k * MOST + count[k]++;
        sinceNs[at] = afterNs;
        rate[at] = to;
        return true;
    }

    /** @return the newest rate, or {@code configured} where it was not amended */
    long newest(int k, long configured) {
        return count[k] == 0 ? configured : rate[k * MOST + count[k] - 1];
    }

    /** @return the rate for what is stamped {@code timestampNs}, or {@code configured} before the first amendment */
    long at(int k, long timestampNs, long configured) {
        for (int at = k * MOST + count[k] - 1; at >= k * MOST; at--) {
            if (timestampNs > sinceNs[at]) {
                return rate[at];
            }
        }
        return configured;
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int k = 0; k < count.length; k++) {
            for (int at = k * MOST; at < k * MOST + count[k]; at++) {
                writer.putInt(k);
                writer.putLong(sinceNs[at]);
                writer.putLong(rate[at]);
            }
        }
    }
}
