package mnvh.risk;

import java.util.Arrays;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Remembers the last admitted intent of every instrument: the same quantity at the same event time is a duplicate.
 *
 * <p>A stamp of zero or less names no intent. Core thread only; allocates nothing after construction.
 */
@HotPath
final class Duplicates implements Stateful {
    private final long[] stampNs;
    private final long[] quantity;

    Duplicates(int size) {
        stampNs = new long[size];
        quantity = new long[size];
        Arrays.fill(stampNs, Long.MIN_VALUE);
    }

    boolean repeats(int i, long nowNs, long signedQuantity) {
        return nowNs > 0 && stampNs[i] == nowNs && quantity[i] == signedQuantity;
    }

    void admitted(int i, long nowNs, long signedQuantity) {
        stampNs[i] = nowNs;
        quantity[i] = signedQuantity;
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int i = 0; i < stampNs.length; i++) {
            writer.putLong(stampNs[i]);
            writer.putLong(quantity[i]);
        }
    }
}
