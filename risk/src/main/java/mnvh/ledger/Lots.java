package mnvh.ledger;

import mnvh.config.LotMethod;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * The open lots of one instrument, oldest first; a preallocated ring, closed from the end that the method names.
 *
 * <p>A lot is a quantity (positive) with what it cost in total (signed as the position's value) and the fees paid to
 * open it. Keeping the total and not a price makes the costs of partial closes sum to it to the last unit; when the
 * ring is full the two oldest lots become one, again with their totals. The average method keeps one lot. Core thread
 * only; allocates nothing after construction.
 */
@HotPath
public final class Lots implements Stateful {
    private static final int WORDS = 5;

    private final boolean newestFirst;
    private final long[] quantities;
    private final long[] costs;
    private final long[] fees;
    private final long[] openedNs;
    private final long[] ids;
    private final long[] words;
    private int head;
    private int count;
    private long cost;

    /** @param capacity lots kept apart, at least 1 */
    Lots(LotMethod method, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("lots per instrument must be at least 1, got " + capacity);
        }
        int kept = method == LotMethod.AVERAGE ? 1 : capacity;
        this.newestFirst = method == LotMethod.LIFO;
        this.quantities = new long[kept];
        this.costs = new long[kept];
        this.fees = new long[kept];
        this.openedNs = new long[kept];
        this.ids = new long[kept];
        this.words = new long[1 + WORDS * kept];
    }

    /** @return how many lots are open */
    public int count() {
        return count;
    }

    /** @return cost of all open lots at 10^-8, signed as the position's value */
    public long cost() {
        return cost;
    }

    /** @return quantity of the lot at {@code rank} (0 is the oldest) at 10^-8, positive */
    public long quantity(int rank) {
        return quantities[slot(rank)];
    }

    /** @return cost of the lot at {@code rank} at 10^-8, signed as the position's value */
    public long cost(int rank) {
        return costs[slot(rank)];
    }

    /** @return opening fees of the lot at {@code rank} at 10^-8, rebates negative */
    public long fees(int rank) {
        return fees[slot(rank)];
    }

    /** @return when the lot at {@code rank} was opened; of merged lots, the oldest */
    public long openedNs(int rank) {
        return openedNs[slot(rank)];
    }

    /** @return the fill that opened the lot at {@code rank}; of merged lots, the oldest */
    public long id(int rank) {
        return ids[slot(rank)];
    }

    /** Becomes what {@code other}, of the same method and capacity, is. */
    void copy(Lots other) {
        for (int rank = 0; rank < other.count; rank++) {
            int at = other.slot(rank);
            quantities[rank] = other.quantities[at];
            costs[rank] = other.costs[at];
            fees[rank] = other.fees[at];
            openedNs[rank] = other.openedNs[at];
            ids[rank] = other.ids[at];
        }
        head = 0;
        count = other.count;
        cost = other.cost;
    }

    /** Closes every lot. */
    void clear() {
        head = 0;
        count = 0;
        cost = 0;
    }

    /**
     * Cost that closing {@code quantity} would take out; changes nothing.
     *
     * @param quantity at 10^-8, at most what is open
     */
    long costOf(long quantity) {
        long left = quantity;
        long sum = 0;
        int at = first();
        while (left > 0) {
            if (left < quantities[at]) {
                return sum + share(costs[at], left, quantities[at]);
            }
            sum += costs[at];
            left -= quantities[at];
            at = next(at);
        }
        return sum;
    }

    /**
     * Closes {@code quantity}, at most what is open.
     *
     * @param closedCost what {@link #costOf} answered for it
     */
    void close(long quantity, long closedCost) {
        long left = quantity;
        long ofPart = closedCost;
        cost -= closedCost;
        while (left > 0) {
            int at = first();
            if (left < quantities[at]) {
                fees[at] -= share(fees[at], left, quantities[at]);
                costs[at] -= ofPart;
                quantities[at] -= left;
                return;
            }
            left -= quantities[at];
            ofPart -= costs[at];
            if (!newestFirst) {
                head = slot(1);
            }
            count--;
        }
    }

    /** Throws {@link ArithmeticException} where a lot with these fees could not be opened. */
    void admit(long lotFees) {
        if (count == quantities.length) {
            Math.addExact(fees[head], quantities.length == 1 ? lotFees : fees[slot(1)]);
        }
    }

    /**
     * Adds the newest lot; quantity and cost have been seen to fit beside the others.
     *
     * @param quantity at 10^-8, positive
     * @param lotCost what it cost at 10^-8, signed as the position's value
     * @param lotFees fees of opening it at 10^-8
     */
    void open(long id, long quantity, long lotCost, long lotFees, long timestampNs) {
        cost += lotCost;
        if (count == quantities.length) {
            if (count == 1) {
                merge(head, quantity, lotCost, lotFees);
                return;
            }
            int second = slot(1);
            merge(second, quantities[head], costs[head], fees[head]);
            openedNs[second] = openedNs[head];
            ids[second] = ids[head];
            head = second;
            count--;
        }
        int at = slot(count);
        quantities[at] = quantity;
        costs[at] = lotCost;
        fees[at] = lotFees;
        openedNs[at] = timestampNs;
        ids[at] = id;
        count++;
    }

    @Override
    public void writeTo(StateWriter writer) {
        int word = 1;
        for (int rank = 0; rank < count; rank++) {
            int at = slot(rank);
            words[word] = quantities[at];
            words[word + 1] = costs[at];
            words[word + 2] = fees[at];
            words[word + 3] = openedNs[at];
            words[word + 4] = ids[at];
            word += WORDS;
        }
        words[0] = count;
        writer.putLongs(words, word);
    }

    private void merge(int at, long quantity, long lotCost, long lotFees) {
        quantities[at] += quantity;
        costs[at] += lotCost;
        fees[at] += lotFees;
    }

    /** The slot that is closed first. */
    private int first() {
        return newestFirst ? slot(count - 1) : head;
    }

    /** The slot that is closed after {@code at}. */
    private int next(int at) {
        if (newestFirst) {
            return at == 0 ? quantities.length - 1 : at - 1;
        }
        return at + 1 == quantities.length ? 0 : at + 1;
    }

    private int slot(int rank) {
        int at = head + rank;
        return at < quantities.length ? at : at - quantities.length;
    }

    /** The part's share of an amount; the rest keeps the remainder, so that all shares sum to the amount. */
    static long share(long amount, long part, long whole) {
        return part == whole ? amount : FixedPoint.multiplyDivide(amount, part, whole, Rounding.HALF_EVEN);
    }
}
