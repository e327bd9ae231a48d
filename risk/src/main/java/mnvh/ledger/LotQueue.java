package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Int128;
import mnvh.units.Rounding;

/**
 * The open lots of one instrument, oldest first; a preallocated ring closed first in, first out.
 *
 * <p>A lot is a quantity (positive) with what it cost in total (positive when long, negative when short) and the fees
 * paid to open it. Keeping the total and not a price makes the costs of partial closes sum to it to the last unit; when
 * the ring is full the two oldest lots become one, again with their totals. Core thread only; allocates nothing after
 * construction.
 */
@HotPath
public final class LotQueue implements Stateful {
    private final long[] quantities;
    private final long[] costs;
    private final long[] fees;
    private final long[] openedNs;
    private final long[] words;
    private int head;
    private int count;
    private long cost;

    /** @param capacity lots kept apart, at least 1 */
    LotQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("lots per instrument must be at least 1, got " + capacity);
        }
        this.quantities = new long[capacity];
        this.costs = new long[capacity];
        this.fees = new long[capacity];
        this.openedNs = new long[capacity];
        this.words = new long[1 + 4 * capacity];
    }

    /** @return how many lots are open */
    public int count() {
        return count;
    }

    /** @return cost of all open lots at 10^-8, negative when short */
    public long cost() {
        return cost;
    }

    /** @return quantity of the lot at {@code rank} (0 is the oldest) at 10^-8, positive */
    public long quantity(int rank) {
        return quantities[slot(rank)];
    }

    /** @return cost of the lot at {@code rank} at 10^-8, negative when short */
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

    /** Takes the quantities of all open lots off {@code sum}. */
    void subtractQuantities(Int128 sum) {
        subtract(quantities, sum);
    }

    /** Takes the costs of all open lots off {@code sum}. */
    void subtractCosts(Int128 sum) {
        subtract(costs, sum);
    }

    private void subtract(long[] numbers, Int128 sum) {
        int end = head + count;
        sum.subtractAll(numbers, head, Math.min(end, numbers.length));
        sum.subtractAll(numbers, 0, Math.max(0, end - numbers.length));
    }

    /**
     * Cost that closing the oldest {@code quantity} would take out; changes nothing.
     *
     * @param quantity at 10^-8, at most what is open
     */
    long costOf(long quantity) {
        long left = quantity;
        long sum = 0;
        for (int rank = 0; left > 0; rank++) {
            int at = slot(rank);
            long part = Math.min(left, quantities[at]);
            sum += share(costs[at], part, quantities[at]);
            left -= part;
        }
        return sum;
    }

    /** Closes the oldest {@code quantity}, at most what is open. */
    void close(long quantity) {
        long left = quantity;
        while (left > 0) {
            long part = Math.min(left, quantities[head]);
            long partCost = share(costs[head], part, quantities[head]);
            fees[head] -= share(fees[head], part, quantities[head]);
            costs[head] -= partCost;
            cost -= partCost;
            quantities[head] -= part;
            left -= part;
            if (quantities[head] == 0) {
                head = slot(1);
                count--;
            }
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
     * @param lotCost what it cost at 10^-8, negative for a short
     * @param lotFees fees of opening it at 10^-8
     */
    void open(long quantity, long lotCost, long lotFees, long timestampNs) {
        cost += lotCost;
        if (count == quantities.length) {
            if (count == 1) {
                merge(head, quantity, lotCost, lotFees);
                return;
            }
            int second = slot(1);
            merge(second, quantities[head], costs[head], fees[head]);
            openedNs[second] = openedNs[head];
            head = second;
            count--;
        }
        int at = slot(count);
        quantities[at] = quantity;
        costs[at] = lotCost;
        fees[at] = lotFees;
        openedNs[at] = timestampNs;
        count++;
    }

    @Override
    public void writeTo(StateWriter writer) {
        int at = head;
        for (int rank = 0; rank < count; rank++) {
            int word = 1 + 4 * rank;
            words[word] = quantities[at];
            words[word + 1] = costs[at];
            words[word + 2] = fees[at];
            words[word + 3] = openedNs[at];
            at = at + 1 == quantities.length ? 0 : at + 1;
        }
        words[0] = count;
        writer.putLongs(words, 1 + 4 * count);
    }

    private void merge(int at, long quantity, long lotCost, long lotFees) {
        quantities[at] += quantity;
        costs[at] += lotCost;
        fees[at] += lotFees;
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
