package mnvh.risk;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * Gives back or takes single increments until {@code -L <= S <= 0}, L the largest increment's notional in the list.
 *
 * <p>Source: method 3, step 7. Rounding towards zero leaves S within one increment per order. Instruments are visited
 * by descending increment value, ties by index; each gives back, or takes at most one increment beyond the unrounded
 * trade, while |S| falls and the interval is not left again. Where that ends outside the interval, the first single
 * move, else the first pair of moves, that lands inside it is made. Core thread only; allocates nothing after
 * construction.
 */
@HotPath
final class Repair {
    private static final int MOVES_PER_VISIT = 16;
    private static final int GIVES_PER_VISIT = 3;

    private final Book book;
    private final int[] order;
    private final long[] giveDemand;
    private final long[] takeDemand;
    private final boolean[] canGive;
    private final boolean[] canTake;
    private long cashDemand;
    private long largestIncrement;

    Repair(Book book) {
        this.book = book;
        order = new int[book.size];
        giveDemand = new long[book.size];
        takeDemand = new long[book.size];
        canGive = new boolean[book.size];
        canTake = new boolean[book.size];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    /** @return S of the rounded orders, fees included */
    static long cashDemand(Book book, long[] quantity) {
        long demand = 0;
        for (int i = 0; i < quantity.length; i++) {
            if (quantity[i] != 0) {
                demand = Math.addExact(
                        demand, Math.addExact(book.value(i, quantity[i]), book.feeOfQuantity(i, quantity[i])));
            }
        }
        return demand;
    }

    /** @return L: value of the largest increment among the trades of {@code x} */
    static long largestIncrement(Book book, long[] x) {
        long largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = x[i] == 0 ? largest : Math.max(largest, book.increment(i));
        }
        return largest;
    }

    /**
     * Repairs {@code quantity}, the rounding of {@code x}.
     *
     * @param dropped true when orders were dropped; what they leave in S is for another round, not for repair
     * @return true when S ended within [-L, 0]
     */
    boolean apply(Clips clips, long[] x, long[] quantity, boolean dropped) {
        cashDemand = cashDemand(book, quantity);
        largestIncrement = largestIncrement(book, x);
        if (dropped && Math.absExact(cashDemand) > increments(x)) {
            return false;
        }
        sort();
        for (int at = 0; at < order.length && cashDemand != 0; at++) {
            visit(clips, x, quantity, order[at]);
        }
        if (inside(cashDemand)) {
            return true;
        }
        for (int i = 0; i < order.length; i++) {
            price(clips, x, quantity, i);
        }
        return single(x, quantity) || pair(x, quantity);
    }

    /** What rounding alone can leave in S. */
    private long increments(long[] x) {
        long sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum = x[i] == 0 ? sum : Math.addExact(sum, book.increment(i));
        }
        return sum;
    }

    private boolean inside(long demand) {
        return demand <= 0 && demand >= -largestIncrement;
    }

    /** Insertion sort: the order of the last call is nearly that of this one. */
    private void sort() {
        for (int at = 1; at < order.length; at++) {
            int moving = order[at];
            int to = at;
            while (to > 0 && after(order[to - 1], moving)) {
                order[to] = order[to - 1];
                to--;
            }
            order[to] = moving;
        }
    }

    private boolean after(int left, int right) {
        long difference = book.increment(left) - book.increment(right);
        return difference < 0 || (difference == 0 && left > right);
    }

    private void visit(Clips clips, long[] x, long[] quantity, int i) {
        if (x[i] == 0) {
            return;
        }
        // Fees and rebates make one change not quite what it was meant to be; the next is of what that left.
        for (int k = 0; k < GIVES_PER_VISIT; k++) {
            giveMany(quantity, i, x[i] > 0);
        }
        for (int moves = 0; moves < MOVES_PER_VISIT; moves++) {
            price(clips, x, quantity, i);
            boolean give = x[i] > 0 == cashDemand > 0;
            long change = give ? giveDemand[i] : takeDemand[i];
            boolean possible = give ? canGive[i] : canTake[i];
            long after = Math.addExact(cashDemand, change);
            // Once inside, a smaller |S| on the other side of zero is no improvement.
            if (!possible
                    || Math.absExact(after) >= Math.absExact(cashDemand)
                    || (inside(cashDemand) && !inside(after))) {
                return;
            }
            move(x, quantity, i, give);
        }
    }

    /** Gives back in one go the whole increments that fit into |S|: one by one could take millions of moves. */
    private void giveMany(long[] quantity, int i, boolean buy) {
        if (quantity[i] == 0 || buy != cashDemand > 0) {
            return;
        }
        long increment = book.universe.get(i).sizeIncrement();
        // Of the quantity itself: the value of one small increment is rounded, and a million times its error is much.
        long fitting = book.quantityWorth(i, Math.absExact(cashDemand)) / increment - 2;
        long held = Math.absExact(quantity[i]) / increment;
        long given = Math.min(fitting, held - 1);
        if (given <= MOVES_PER_VISIT - 4) {
            return;
        }
        long left = buy ? quantity[i] - given * increment : quantity[i] + given * increment;
        long change = Math.subtractExact(demandOf(i, left), demandOf(i, quantity[i]));
        if (Math.absExact(change) > Math.absExact(cashDemand)) {
            // A rebate goes with what is given back, so less of it fits.
            given = FixedPoint.multiplyDivide(given, Math.absExact(cashDemand), Math.absExact(change), Rounding.FLOOR)
                    - 2;
            left = buy ? quantity[i] - given * increment : quantity[i] + given * increment;
            change = Math.subtractExact(demandOf(i, left), demandOf(i, quantity[i]));
        }
        if (given > 0
                && OrderSizes.fits(book, i, left)
                && Math.absExact(Math.addExact(cashDemand, change)) < Math.absExact(cashDemand)) {
            quantity[i] = left;
            cashDemand = Math.addExact(cashDemand, change);
        }
    }

    private long demandOf(int i, long quantity) {
        return Math.addExact(book.value(i, quantity), book.feeOfQuantity(i, quantity));
    }

    /**
     * What giving back or taking one increment of instrument {@code i} would change in S, and whether it may be done.
     */
    private void price(Clips clips, long[] x, long[] quantity, int i) {
        canGive[i] = false;
        canTake[i] = false;
        if (x[i] == 0) {
            return;
        }
        long step = x[i] > 0
                ? book.universe.get(i).sizeIncrement()
                : -book.universe.get(i).sizeIncrement();
        long now = demandOf(i, quantity[i]);
        if (quantity[i] != 0) {
            long less = quantity[i] - step;
            canGive[i] = less == 0 || OrderSizes.fits(book, i, less);
            giveDemand[i] = Math.subtractExact(demandOf(i, less), now);
        }
        // Beyond the unrounded trade by less than an increment: what is on it or past it may not take.
        if (Math.absExact(book.value(i, quantity[i])) < Math.absExact(x[i])) {
            long more = Math.addExact(quantity[i], step);
            long value = book.value(i, more);
            canTake[i] = OrderSizes.fits(book, i, more) && clips.clamp(i, value) == value;
            takeDemand[i] = Math.subtractExact(demandOf(i, more), now);
        }
    }

    private void move(long[] x, long[] quantity, int i, boolean give) {
        long step = book.universe.get(i).sizeIncrement();
        quantity[i] += x[i] > 0 == give ? -step : step;
        cashDemand = Math.addExact(cashDemand, give ? giveDemand[i] : takeDemand[i]);
    }

    private boolean single(long[] x, long[] quantity) {
        for (int i : order) {
            for (int kind = 0; kind < 2; kind++) {
                if (can(i, kind) && inside(Math.addExact(cashDemand, demand(i, kind)))) {
                    move(x, quantity, i, kind == 0);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean pair(long[] x, long[] quantity) {
        for (int i : order) {
            for (int kind = 0; kind < 2; kind++) {
                if (can(i, kind) && second(x, quantity, i, kind)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean second(long[] x, long[] quantity, int first, int firstKind) {
        long demand = Math.addExact(cashDemand, demand(first, firstKind));
        for (int j : order) {
            for (int kind = 0; kind < 2; kind++) {
                if (j != first && can(j, kind) && inside(Math.addExact(demand, demand(j, kind)))) {
                    move(x, quantity, first, firstKind == 0);
                    move(x, quantity, j, kind == 0);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean can(int i, int kind) {
        return kind == 0 ? canGive[i] : canTake[i];
    }

    private long demand(int i, int kind) {
        return kind == 0 ? giveDemand[i] : takeDemand[i];
    }
}
