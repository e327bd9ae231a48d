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
 * <p>All of it stands in words: a header, and a ring that may stand elsewhere. What a fill goes through is told the
 * words and where the header begins, so that {@link StraightFill} reaches everything through one base.
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

    /** Quantity held, negative when short. */
    static final int POSITION = 0;
    /** Cost of all open lots, signed as the position's value. */
    static final int TOTAL_COST = 1;
    /** Profit of the lots closed so far. */
    static final int REALISED = 2;
    /** How many lots are open. */
    private static final int COUNT = 3;
    /** Where the oldest lot begins. */
    private static final int OLDEST = 4;
    /** Where the ring begins. */
    private static final int START = 5;
    /** Where the ring ends. */
    private static final int END = 6;
    /** 1 where the newest lot is closed first. */
    private static final int NEWEST_FIRST = 7;
    /** Words of all this. */
    static final int HEADER = 8;

    private final long[] words;
    /** Where the header begins. */
    private final int at;

    /** Keeps the lots in a place of their own. */
    Lots(LotsConfig config) {
        this(config, new long[HEADER + wordsOf(config)], 0, HEADER);
    }

    /**
     * Keeps the lots in {@code memory}, empty.
     *
     * @param config method, and how many lots are kept apart
     * @param header where the header is to begin
     * @param ring where the ring is to begin
     */
    Lots(LotsConfig config, long[] memory, int header, int ring) {
        if (config.maxPerInstrument() < 1) {
            throw new IllegalArgumentException(
                    "lots per instrument must be at least 1, got " + config.maxPerInstrument());
        }
        this.words = memory;
        this.at = header;
        words[at + OLDEST] = ring;
        words[at + START] = ring;
        words[at + END] = words[at + START] + wordsOf(config);
        words[at + NEWEST_FIRST] = config.method() == LotMethod.LIFO ? 1 : 0;
    }

    /** @return words of the ring */
    static int wordsOf(LotsConfig config) {
        return (config.method() == LotMethod.AVERAGE ? 1 : config.maxPerInstrument()) * WIDTH;
    }

    /** @return how many lots are open */
    public int count() {
        return count(words, at);
    }

    /** @return cost of all open lots at 10^-8, signed as the position's value */
    public long cost() {
        return words[at + TOTAL_COST];
    }

    /** @return quantity held at 10^-8, negative when short */
    public long position() {
        return words[at + POSITION];
    }

    /** @return profit of the lots closed so far at 10^-8, before fees */
    public long realised() {
        return words[at + REALISED];
    }

    /** @return quantity of the lot at {@code rank} (0 is the oldest) at 10^-8, positive */
    public long quantity(int rank) {
        return words[lot(words, at, rank) + QUANTITY];
    }

    /** @return cost of the lot at {@code rank} at 10^-8, signed as the position's value */
    public long cost(int rank) {
        return words[lot(words, at, rank) + COST];
    }

    /** @return opening fees of the lot at {@code rank} at 10^-8, rebates negative */
    public long fees(int rank) {
        return words[lot(words, at, rank) + FEES];
    }

    /** @return when the lot at {@code rank} was opened; of merged lots, the oldest */
    public long openedNs(int rank) {
        return words[lot(words, at, rank) + OPENED_NS];
    }

    /** @return the fill that opened the lot at {@code rank}; of merged lots, the oldest */
    public long id(int rank) {
        return words[lot(words, at, rank) + ID];
    }

    /** Becomes what {@code other}, of the same method and capacity, is. */
    void copy(Lots other) {
        int start = (int) words[at + START];
        other.order(words, start);
        words[at + OLDEST] = start;
        words[at + COUNT] = other.words[other.at + COUNT];
        words[at + TOTAL_COST] = other.words[other.at + TOTAL_COST];
        words[at + POSITION] = other.words[other.at + POSITION];
        words[at + REALISED] = other.words[other.at + REALISED];
    }

    /**
     * Cost that closing {@code quantity} would take out; changes nothing.
     *
     * @param quantity at 10^-8, at most what is open
     */
    long costOf(long quantity) {
        long left = quantity;
        long sum = 0;
        int lot = first(words, at);
        while (left > 0) {
            long open = words[lot + QUANTITY];
            if (left < open) {
                return sum + share(words[lot + COST], left, open);
            }
            sum += words[lot + COST];
            left -= open;
            lot = words[at + NEWEST_FIRST] != 0 ? older(words, at, lot) : younger(words, at, lot);
        }
        return sum;
    }

    /** Closes {@code quantity}, at most what is open. */
    void close(long quantity) {
        close(words, at, quantity);
    }

    /** @return the cost that it takes out */
    private static long close(long[] words, int at, long quantity) {
        long left = quantity;
        long closed = 0;
        while (left > 0) {
            int lot = first(words, at);
            long open = words[lot + QUANTITY];
            if (left < open) {
                long part = share(words[lot + COST], left, open);
                words[lot + FEES] -= share(words[lot + FEES], left, open);
                words[lot + COST] -= part;
                words[lot + QUANTITY] = open - left;
                closed += part;
                break;
            }
            closed += words[lot + COST];
            left -= open;
            drop(words, at);
        }
        words[at + TOTAL_COST] -= closed;
        return closed;
    }

    /** The lot that is closed first is no more. */
    private static void drop(long[] words, int at) {
        long count = words[at + COUNT] - 1;
        words[at + COUNT] = count;
        if (count == 0) {
            // A ring that is empty starts over: what is opened and closed all day then stays in the cache.
            words[at + OLDEST] = words[at + START];
        } else if (words[at + NEWEST_FIRST] == 0) {
            words[at + OLDEST] = younger(words, at, (int) words[at + OLDEST]);
        }
    }

    /** @return true where a trade adds a lot and closes none */
    boolean opens(long delta) {
        return opens(position(), delta);
    }

    private static boolean opens(long position, long delta) {
        return position == 0 || position < 0 == delta < 0;
    }

    /** Throws {@link ArithmeticException} where the cost does not fit with {@code closed} out and {@code opened} in. */
    void admitCost(long closed, long opened) {
        // The magnitude of the cost is taken later; the one number without a magnitude is refused now.
        Math.absExact(Math.addExact(cost() - closed, opened));
    }

    /** Throws {@link ArithmeticException} where a lot with these fees could not be opened. */
    void admitFees(long lotFees) {
        if (full(words, at)) {
            Math.addExact(fees(0), count() == 1 ? lotFees : fees(1));
        }
    }

    private static boolean full(long[] words, int at) {
        return words[at + COUNT] * WIDTH == words[at + END] - words[at + START];
    }

    /**
     * Adds the newest lot; quantity and cost have been seen to fit beside the others.
     *
     * @param quantity at 10^-8, positive
     * @param lotCost what it cost at 10^-8, signed as the position's value
     * @param lotFees fees of opening it at 10^-8
     */
    void open(long id, long quantity, long lotCost, long lotFees, long timestampNs) {
        open(words, at, id, quantity, lotCost, lotFees, timestampNs);
    }

    private static void open(
            long[] words, int at, long id, long quantity, long lotCost, long lotFees, long timestampNs) {
        words[at + TOTAL_COST] += lotCost;
        if (full(words, at) && !makeRoom(words, at, quantity, lotCost, lotFees)) {
            return;
        }
        int count = count(words, at);
        int lot = lot(words, at, count);
        words[lot + QUANTITY] = quantity;
        words[lot + COST] = lotCost;
        words[lot + FEES] = lotFees;
        words[lot + OPENED_NS] = timestampNs;
        words[lot + ID] = id;
        words[at + COUNT] = 1L + count;
    }

    /** Makes one lot of the two oldest, where there are two. @return false where the one lot there is takes the new */
    private static boolean makeRoom(long[] words, int at, long quantity, long lotCost, long lotFees) {
        int oldest = (int) words[at + OLDEST];
        if (words[at + COUNT] == 1) {
            merge(words, oldest, quantity, lotCost, lotFees);
            return false;
        }
        int second = younger(words, at, oldest);
        merge(words, second, words[oldest + QUANTITY], words[oldest + COST], words[oldest + FEES]);
        words[second + OPENED_NS] = words[oldest + OPENED_NS];
        words[second + ID] = words[oldest + ID];
        words[at + OLDEST] = second;
        words[at + COUNT]--;
        return true;
    }

    /** Takes over position and realised profit, which have been seen to fit. */
    void hold(long positionHeld, long profit) {
        words[at + POSITION] = positionHeld;
        words[at + REALISED] = profit;
    }

    /** @return the magnitudes of position, cost and realised profit, or-ed */
    static long sizes(long[] words, int at) {
        return Books.magnitude(words[at + POSITION])
                | Books.magnitude(words[at + TOTAL_COST])
                | Books.magnitude(words[at + REALISED]);
    }

    /**
     * Books a trade whose numbers have been seen to fit, as {@link LotMove} would.
     *
     * @param words in which the lots stand
     * @param at where their header begins
     * @param delta signed quantity, not zero
     * @param quantity its magnitude
     * @param paid value of it at the trade's price
     * @return profit of the lots that it closes, before fees
     */
    static long trade(long[] words, int at, long id, long delta, long quantity, long paid, long fee, long timestampNs) {
        long held = words[at + POSITION];
        words[at + POSITION] = held + delta;
        if (opens(held, delta)) {
            open(words, at, id, quantity, paid, fee, timestampNs);
            return 0;
        }
        long closing = Math.min(Math.abs(held), quantity);
        long closingPaid = share(paid, closing, quantity);
        long gain = -(close(words, at, closing) + closingPaid);
        words[at + REALISED] += gain;
        if (closing < quantity) {
            long lotFee = fee - share(fee, closing, quantity);
            open(words, at, id, quantity - closing, paid - closingPaid, lotFee, timestampNs);
        }
        return gain;
    }

    /** Books a fill; throws {@link ArithmeticException} where a number leaves 64 bits, and then is of no more use. */
    void fill(LotMove move, long id, long quantity, long paid, long lotFee, long timestampNs) {
        move.plan(this, quantity, paid, lotFee);
        hold(Math.addExact(position(), quantity), Math.addExact(realised(), move.gain()));
        move.apply(this, id, timestampNs);
    }

    /**
     * Writes the lots, oldest first; position and realised profit stand with the holdings.
     *
     * @param scratch at least one word more than {@link #wordsOf}
     */
    void writeTo(StateWriter writer, long[] scratch) {
        scratch[0] = count();
        order(scratch, 1);
        writer.putLongs(scratch, 1 + count() * WIDTH);
    }

    /** Copies the words of all lots, oldest first. */
    private void order(long[] into, int from) {
        int oldest = (int) words[at + OLDEST];
        int length = count() * WIDTH;
        int straight = Math.min(length, (int) words[at + END] - oldest);
        System.arraycopy(words, oldest, into, from, straight);
        System.arraycopy(words, (int) words[at + START], into, from + straight, length - straight);
    }

    private static void merge(long[] words, int lot, long quantity, long lotCost, long lotFees) {
        words[lot + QUANTITY] += quantity;
        words[lot + COST] += lotCost;
        words[lot + FEES] += lotFees;
    }

    private static int count(long[] words, int at) {
        return (int) words[at + COUNT];
    }

    /** Where the lot begins that is closed first. */
    private static int first(long[] words, int at) {
        return words[at + NEWEST_FIRST] != 0 ? lot(words, at, count(words, at) - 1) : (int) words[at + OLDEST];
    }

    private static int older(long[] words, int at, int lot) {
        return (lot == words[at + START] ? (int) words[at + END] : lot) - WIDTH;
    }

    private static int younger(long[] words, int at, int lot) {
        int next = lot + WIDTH;
        return next == words[at + END] ? (int) words[at + START] : next;
    }

    /** Where the lot at a rank begins; the rank is at most the capacity. */
    private static int lot(long[] words, int at, int rank) {
        int lot = (int) words[at + OLDEST] + rank * WIDTH;
        return lot < words[at + END] ? lot : lot - (int) (words[at + END] - words[at + START]);
    }

    /** The part's share of an amount; the rest keeps the remainder, so that all shares sum to the amount. */
    static long share(long amount, long part, long whole) {
        return part == whole ? amount : FixedPoint.multiplyDivide(amount, part, whole, Rounding.HALF_EVEN);
    }
}
