package mnvh.backtest;

import mnvh.units.Side;

/**
 * An order that other limits would have changed.
 *
 * @param step number from 0
 * @param closeNs close of the step, event time
 * @param symbol its instrument
 * @param sent quantity that left at 10^-8, signed; 0 where no order did
 * @param under quantity under the other limits, signed; 0 for an order that is denied
 * @param sentPrice limit price that left at 10^-8; 0 without an order
 * @param underPrice limit price under the other limits; 0 without an order
 * @param notional of what left at the mark at 10^-8, signed; of what would have where nothing did
 * @param bound what bound it under the other limits
 */
public record RehearsedOrder(
        long step,
        long closeNs,
        String symbol,
        long sent,
        long under,
        long sentPrice,
        long underPrice,
        long notional,
        Bound bound) {

    /**
     * The check that bound an order, with its numbers.
     *
     * @param check a verdict's name, or GATE_FAILED; ADMITTED where the change follows from other orders' cuts
     * @param before what the check saw without the order
     * @param after what it saw with it
     * @param limit what it allows
     * @param unit of the three
     */
    public record Bound(String check, long before, long after, long limit, Unit unit) {}

    /** What the numbers of a check are. */
    public enum Unit {
        /** The check has none. */
        NONE,
        /** They count something. */
        COUNT,
        /** Decimals at 10^-8. */
        DECIMAL
    }

    /** What would have become of it. */
    public enum Change {
        /** The same quantity at another limit price. */
        REPRICED,
        /** Smaller. */
        SCALED,
        /** It would not have left. */
        DENIED,
        /** Larger, on the other side, or where no order left. */
        RAISED
    }

    /** @return what would have become of it */
    public Change change() {
        if (sent == under) {
            return Change.REPRICED;
        }
        if (under == 0) {
            return Change.DENIED;
        }
        boolean sameSide = sent != 0 && sent > 0 == under > 0;
        return sameSide && Math.abs(under) < Math.abs(sent) ? Change.SCALED : Change.RAISED;
    }

    /** @return side of what left, else of what would have */
    public Side side() {
        return Side.ofSigned(sent == 0 ? under : sent);
    }
}
