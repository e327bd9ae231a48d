package mnvh.ledger;

import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.state.StateWriter;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * Position, open lots and realised profit of one instrument; a preallocated ring of lots, oldest first, closed from
 * the end that the method names.
 *
 * <p>A lot is a quantity (positive) with what it cost in total (signed as the position's value) and the fees paid to
 * open it. Keeping the total and not a price makes the costs of partial closes sum to it to the last unit; when the
 * ring is full the two oldest lots become one, again with their totals. The average method keeps one lot. Core thread
 * only; allocates nothing after construction.
 */
@HotPath
public final class Lots {
    private static final int QUANTITY = 0;
    private static final int COST = 1;
    private static final int FEES = 2;
    private static final int OPENED_NS = 3;
    private static final int ID = 4;
    private static final int WIDTH = 5;

    private final boolean newestFirst;
    private final int capacity;
    /** The ring, from {@link #start} to {@link #end}, the words of a lot side by side. */
    private final long[] words;

    private final int start;
    private final int end;
    /** Where the oldest lot begins. */
    private int head;

    private int count;
    private long cost;
    private long position;
    private long realised;

    /** Keeps the lots in a place of their own. */
    Lots(LotsConfig config) {
        this(config, new long[wordsOf(config)], 0);
    }

    /**
     * Keeps the lots in {@code memory}, from word {@code from} on: what trades side by side lies side by side.
     *
     * @param config method, and how many lots are kept apart
     */
    Lots(LotsConfig config, long[] memory, int from) {
        if (config.maxPerInstrument() < 1) {
            throw new IllegalArgumentException(
                    "lots per instrument must be at least 1, got " + config.maxPerInstrument());
        }
        this.newestFirst = config.method() == LotMethod.LIFO;
        this.capacity = kept(config);
        this.words = memory;
        this.start = from;
        this.end = from + capacity * WIDTH;
        this.head = from;
    }

    private static int kept(LotsConfig config) {
        return config.method() == LotMethod.AVERAGE ? 1 : config.maxPerInstrument();
    }

    /** @return words of memory that the lots of an instrument take */
    static int wordsOf(LotsConfig config) {
        return kept(config) * WIDTH;
    }

    /** @return how many lots are open */
    public int count() {
        return count;
    }

    /** @return cost of all open lots at 10^-8, signed as the position's value */
    public long cost() {
        return cost;
    }

    /** @return quantity held at 10^-8, negative when short */
    public long position() {
        return position;
    }

    /** @return profit of the lots closed so far at 10^-8, before fees */
    public long realised() {
        return realised;
    }

    /** @return quantity of the lot at {@code rank} (0 is the oldest) at 10^-8, positive */
    public long quantity(int rank) {
        return words[at(rank) + QUANTITY];
    }

    /** @return cost of the lot at {@code rank} at 10^-8, signed as the position's value */
    public long cost(int rank) {
        return words[at(rank) + COST];
    }

    /** @return opening fees of the lot at {@code rank} at 10^-8, rebates negative */
    public long fees(int rank) {
        return words[at(rank) + FEES];
    }

    /** @return when the lot at {@code rank} was opened; of merged lots, the oldest */
    public long openedNs(int rank) {
        return words[at(rank) + OPENED_NS];
    }

    /** @return the fill that opened the lot at {@code rank}; of merged lots, the oldest */
    public long id(int rank) {
        return words[at(rank) + ID];
    }

    /** Becomes what {@code other}, of the same method and capacity, is. */
    void copy(Lots other) {
        other.order(words, start);
        head = start;
        count = other.count;
        cost = other.cost;
        position = other.position;
        realised = other.realised;
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
            long open = words[at + QUANTITY];
            if (left < open) {
                return sum + share(words[at + COST], left, open);
            }
            sum += words[at + COST];
            left -= open;
            at = newestFirst ? older(at) : younger(at);
        }
        return sum;
    }

    /**
     * Closes {@code quantity}, at most what is open.
     *
     * @return the cost that it takes out
     */
    long close(long quantity) {
        long left = quantity;
        long closed = 0;
        while (left > 0) {
            int at = first();
            long open = words[at + QUANTITY];
            if (left < open) {
                long part = share(words[at + COST], left, open);
                words[at + FEES] -= share(words[at + FEES], left, open);
                words[at + COST] -= part;
                words[at + QUANTITY] = open - left;
                closed += part;
                break;
            }
            closed += words[at + COST];
            left -= open;
            count--;
            // A ring that is empty starts over: what is opened and closed all day then stays in the cache.
            head = count == 0 ? start : newestFirst ? head : younger(head);
        }
        cost -= closed;
        return closed;
    }

    /** @return true where a trade adds a lot and closes none */
    boolean opens(long delta) {
        return position == 0 || position < 0 == delta < 0;
    }

    /** Throws {@link ArithmeticException} where the cost does not fit with {@code closed} out and {@code opened} in. */
    void admitCost(long closed, long opened) {
        // The magnitude of the cost is taken later; the one number without a magnitude is refused now.
        Math.absExact(Math.addExact(cost - closed, opened));
    }

    /** Throws {@link ArithmeticException} where a lot with these fees could not be opened. */
    void admitFees(long lotFees) {
        if (count == capacity) {
            Math.addExact(words[head + FEES], count == 1 ? lotFees : words[younger(head) + FEES]);
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
        if (count == capacity) {
            if (count == 1) {
                merge(head, quantity, lotCost, lotFees);
                return;
            }
            int second = younger(head);
            merge(second, words[head + QUANTITY], words[head + COST], words[head + FEES]);
            words[second + OPENED_NS] = words[head + OPENED_NS];
            words[second + ID] = words[head + ID];
            head = second;
            count--;
        }
        int at = at(count);
        words[at + QUANTITY] = quantity;
        words[at + COST] = lotCost;
        words[at + FEES] = lotFees;
        words[at + OPENED_NS] = timestampNs;
        words[at + ID] = id;
        count++;
    }

    /** Takes over position and realised profit, which have been seen to fit. */
    void hold(long positionHeld, long profit) {
        position = positionHeld;
        realised = profit;
    }

    /** @return the magnitudes of position, cost and realised profit, or-ed */
    long sizes() {
        return Books.magnitude(position) | Books.magnitude(cost) | Books.magnitude(realised);
    }

    /**
     * Books a trade whose numbers have been seen to fit, as {@link LotMove} would.
     *
     * @param delta signed quantity, not zero
     * @param quantity its magnitude
     * @param paid value of it at the trade's price
     * @return profit of the lots that it closes, before fees
     */
    long trade(long id, long delta, long quantity, long paid, long fee, long timestampNs) {
        boolean opens = opens(delta);
        long held = position;
        position = held + delta;
        if (opens) {
            open(id, quantity, paid, fee, timestampNs);
            return 0;
        }
        long closing = Math.min(Math.abs(held), quantity);
        long closingPaid = share(paid, closing, quantity);
        long gain = -(close(closing) + closingPaid);
        realised += gain;
        if (closing < quantity) {
            open(id, quantity - closing, paid - closingPaid, fee - share(fee, closing, quantity), timestampNs);
        }
        return gain;
    }

    /** Books a fill; throws {@link ArithmeticException} where a number leaves 64 bits, and then is of no more use. */
    void fill(LotMove move, long id, long quantity, long paid, long lotFee, long timestampNs) {
        move.plan(this, quantity, paid, lotFee);
        hold(Math.addExact(position, quantity), Math.addExact(realised, move.gain()));
        move.apply(this, id, timestampNs);
    }

    /**
     * Writes the lots, oldest first; position and realised profit stand with the holdings.
     *
     * @param scratch at least one word more than {@link #wordsOf}
     */
    void writeTo(StateWriter writer, long[] scratch) {
        scratch[0] = count;
        order(scratch, 1);
        writer.putLongs(scratch, 1 + count * WIDTH);
    }

    /** Copies the words of all lots, oldest first. */
    private void order(long[] into, int from) {
        int length = count * WIDTH;
        int straight = Math.min(length, end - head);
        System.arraycopy(words, head, into, from, straight);
        System.arraycopy(words, start, into, from + straight, length - straight);
    }

    private void merge(int at, long quantity, long lotCost, long lotFees) {
        words[at + QUANTITY] += quantity;
        words[at + COST] += lotCost;
        words[at + FEES] += lotFees;
    }

    /** Where the lot begins that is closed first. */
    private int first() {
        return newestFirst ? at(count - 1) : head;
    }

    private int older(int at) {
        return at == start ? end - WIDTH : at - WIDTH;
    }

    private int younger(int at) {
        return at + WIDTH == end ? start : at + WIDTH;
    }

    private int at(int rank) {
        int at = head + rank * WIDTH;
        return at < end ? at : at - (end - start);
    }

    /** The part's share of an amount; the rest keeps the remainder, so that all shares sum to the amount. */
    static long share(long amount, long part, long whole) {
        return part == whole ? amount : FixedPoint.multiplyDivide(amount, part, whole, Rounding.HALF_EVEN);
    }
}
