package mnvh.fix;

import java.util.LinkedHashMap;
import java.util.Map;
import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import mnvh.units.Side;

/**
 * The client's order ids, texts on the wire and numbers in the matching engine, with what reports repeat of an order.
 *
 * <p>A text keeps its number, so that the engine sees a duplicate as one. The latest {@link #REMEMBERED} are kept. One
 * thread.
 */
final class SimulatorOrders {
    static final int REMEMBERED = 1 << 17;

    /** An order or a cancel request as it was asked for. */
    static final class Entry {
        final long number;
        final String clOrdId;
        final String symbol;
        final Side side;
        private long value;

        Entry(long number, String clOrdId, String symbol, Side side) {
            this.number = number;
            this.clOrdId = clOrdId;
            this.symbol = symbol;
            this.side = side;
        }

        /** Adds an execution. @return AvgPx(6) at 10^-8, for {@code cumulative} executed so far */
        long averagePrice(long quantity, long price, long cumulative) {
            value = Math.addExact(value, FixedPoint.multiply(quantity, price, Rounding.HALF_EVEN));
            return FixedPoint.divide(value, cumulative, Rounding.HALF_EVEN);
        }

        /** @return AvgPx(6) at 10^-8 of what was executed; 0 for nothing */
        long averagePrice(long cumulative) {
            return cumulative == 0 ? 0 : FixedPoint.divide(value, cumulative, Rounding.HALF_EVEN);
        }
    }

    private final Map<String, Entry> byText = new LinkedHashMap<>();
    private final Map<Long, Entry> byNumber = new LinkedHashMap<>();
    private long numbers;

    /** @return the entry of this text, made now if it is new */
    Entry entry(String clOrdId, String symbol, Side side) {
        Entry known = byText.get(clOrdId);
        if (known != null) {
            return known;
        }
        Entry entry = new Entry(++numbers, clOrdId, symbol, side);
        byText.put(clOrdId, entry);
        byNumber.put(entry.number, entry);
        if (byText.size() > REMEMBERED) {
            Entry oldest = byText.values().iterator().next();
            byText.remove(oldest.clOrdId);
            byNumber.remove(oldest.number);
        }
        return entry;
    }

    /** @return the entry of an engine's number; one without a symbol when it was forgotten */
    Entry entry(long number) {
        Entry known = byNumber.get(number);
        return known != null ? known : new Entry(number, "FORGOTTEN-" + number, "?", Side.BUY);
    }
}
