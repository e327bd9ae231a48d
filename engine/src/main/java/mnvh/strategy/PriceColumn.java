package mnvh.strategy;

import java.util.Arrays;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * One price with its time and quote per instrument, or none: then its time is {@link #NEVER} and the rest means
 * nothing.
 *
 * <p>Core thread only; allocates nothing once constructed.
 */
@HotPath
final class PriceColumn implements Stateful {
    /** Time of a price that does not exist; stamps before 1970 are negative and valid. */
    static final long NEVER = Long.MIN_VALUE;

    final long[] timestampNs;
    final long[] price;
    /** The same price as a double, for statistics; exact up to 2^53. */
    final double[] value;

    final long[] bid;
    final long[] ask;

    PriceColumn(int instruments) {
        timestampNs = new long[instruments];
        price = new long[instruments];
        value = new double[instruments];
        bid = new long[instruments];
        ask = new long[instruments];
        Arrays.fill(timestampNs, NEVER);
    }

    boolean has(int i) {
        return timestampNs[i] != NEVER;
    }

    void set(int i, long atNs, long markPrice, long bidPrice, long askPrice) {
        timestampNs[i] = atNs;
        price[i] = markPrice;
        value[i] = (double) markPrice;
        bid[i] = bidPrice;
        ask[i] = askPrice;
    }

    void copy(int i, PriceColumn from) {
        set(i, from.timestampNs[i], from.price[i], from.bid[i], from.ask[i]);
    }

    /** Simple returns of prices of more than 53 bits, above 90 million: only their difference is rounded, and once. */
    static void returns(long[] mark, int markFrom, long[] before, int beforeFrom, double[] out) {
        for (int i = 0; i < out.length; i++) {
            long base = before[beforeFrom + i];
            out[i] = (mark[markFrom + i] - base) / (double) base;
        }
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int i = 0; i < price.length; i++) {
            writer.putLong(timestampNs[i]);
            if (has(i)) {
                writer.putLong(price[i]);
                writer.putLong(bid[i]);
                writer.putLong(ask[i]);
            }
        }
    }
}
