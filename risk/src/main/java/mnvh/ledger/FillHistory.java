package mnvh.ledger;

import mnvh.config.LotsConfig;
import mnvh.state.StateWriter;
import mnvh.units.HotPath;

/**
 * The latest fills of one instrument and the lots before them, so that any of them can be taken back.
 *
 * <p>A fill that never was leaves lots and realised profit as if only the others had been booked, in their order. For
 * that the lots are kept as they were before the oldest entry. They move on when the ring is full, to a copy taken at a
 * later entry, so that what is replayed is bounded and a fill costs a few stores. Core thread only; allocates nothing
 * after construction.
 */
@HotPath
final class FillHistory {
    /** What {@link #find} answers for a fill that cannot be taken back. */
    static final int NONE = -1;

    /** Windows that fit the ring: lots are copied once in all but one of them. */
    private static final int WINDOWS = 8;

    private final int window;
    private final int size;
    /** How many entries there are when the lots are copied. */
    private final int copyAt;

    private final FillRing ring;
    private final LotMove move = new LotMove();
    /** Lots before the oldest entry. */
    private Lots base;
    /** Lots with all entries before {@link #laterAt}. */
    private Lots later;
    /** Entry before which {@link #later} was taken; 0 for none. */
    private int laterAt;
    /** The same before an entry was removed last. */
    private int laterAtBefore;
    /** No entry before this is in the window; those that are not only serve to rebuild. */
    private int first;

    /** Time of the newest fill that was given up. */
    private long givenUpUntilNs = Long.MIN_VALUE;

    /**
     * Keeps the fills in {@code memory}, none so far.
     *
     * @param header where the header is to begin, of {@link FillRing#HEADER} words
     * @param start where the ring is to begin
     * @param usualPlace account and row of a fee by schedule, as {@link Charges} encodes them
     */
    FillHistory(LotsConfig config, long[] memory, int header, int start, long usualPlace) {
        window = config.history();
        size = size(config);
        copyAt = (WINDOWS - 1) * window + 1;
        ring = new FillRing(size, memory, header, start, usualPlace);
        base = new Lots(config);
        later = new Lots(config);
        ring.plainUntil(copyAt);
    }

    /** @return words of the ring */
    static int wordsOf(LotsConfig config) {
        return FillRing.wordsOf(size(config));
    }

    private static int size(LotsConfig config) {
        // One more than the windows: the copy taken right after moving on then lies before the next window's start.
        return WINDOWS * config.history() + 1;
    }

    /**
     * Adds a fill that is booked; the oldest leaves the window when that is full.
     *
     * @param fee charged with it, in whatever currency; at the usual place it is the lot's
     * @param feePlace account and row of that fee, as {@link Charges} encodes them
     * @param after the lots with it
     */
    void add(long id, long quantity, long paid, long lotFee, long timestampNs, long fee, long feePlace, Lots after) {
        ring.add(id, quantity, paid, lotFee, timestampNs, fee, feePlace);
        // Windows after the last copy of the lots comes the next; a full ring makes room.
        if (laterAt == 0 && ring.count() >= copyAt) {
            later.copy(after);
            laterAt = ring.count();
        }
        if (ring.full()) {
            moveOn();
        }
        ring.plainUntil(laterAt == 0 ? copyAt : size);
    }

    /** The first entry of the window; what has left it once stays out. */
    private int first() {
        return Math.max(first, ring.count() - window);
    }

    /** Gives up the entries before the copy of the lots, all of which have left the window. */
    private void moveOn() {
        first = first() - laterAt;
        Lots before = base;
        base = later;
        later = before;
        givenUpUntilNs = newestBefore(laterAt);
        ring.dropOldest(laterAt);
        laterAt = 0;
    }

    /** @return time of the newest fill that is given up or stands before entry {@code end} */
    private long newestBefore(int end) {
        if (end == 0) {
            return givenUpUntilNs;
        }
        long newestNs = Math.max(givenUpUntilNs, ring.timestampNs(end - 1));
        for (int n = 0; ring.disordered() && n < end; n++) {
            newestNs = Math.max(newestNs, ring.timestampNs(n));
        }
        return newestNs;
    }

    /** Forgets every fill, of an instrument that has ended. */
    void close() {
        laterAt = 0;
        first = 0;
        ring.dropOldest(ring.count());
        givenUpUntilNs = Long.MAX_VALUE;
    }

    /** @return where the fill stands in the window, or {@link #NONE} */
    int find(long id) {
        for (int n = ring.count() - 1; n >= first(); n--) {
            if (ring.id(n) == id) {
                return n;
            }
        }
        return NONE;
    }

    /** @return the fills, by the place that {@link #find} tells */
    FillRing fills() {
        return ring;
    }

    /** @return true when the window holds every fill that is newer than {@code instantNs} */
    boolean reaches(long instantNs) {
        return newestBefore(first()) <= instantNs;
    }

    /** @return signed quantity of the window's fills that are newer than {@code instantNs} */
    long quantityAfter(long instantNs) {
        long sum = 0;
        for (int n = ring.count() - 1; n >= first(); n--) {
            sum += ring.timestampNs(n) > instantNs ? ring.quantity(n) : 0;
        }
        return sum;
    }

    /** Writes what a later bust would find; it is no part of what a step is. */
    void writeTo(StateWriter writer, long[] scratch) {
        writer.putLong(base.position());
        writer.putLong(base.realised());
        base.writeTo(writer, scratch);
        ring.writeTo(writer);
        writer.putInt(first());
        writer.putInt(laterAt);
        writer.putLong(givenUpUntilNs);
    }

    /** Takes an entry out; {@link #restore} puts it back as long as nothing else was done. */
    void remove(int n) {
        first = first();
        ring.remove(n);
        laterAtBefore = laterAt;
        laterAt -= n < laterAt ? 1 : 0;
    }

    /** Puts the entry back that was removed last. */
    void restore(int n) {
        ring.restore(n);
        laterAt = laterAtBefore;
    }

    /**
     * Rebuilds lots, position and realised profit from the entries as they are.
     *
     * @param into receives them; throws {@link ArithmeticException} where a number leaves 64 bits
     */
    void rebuild(Lots into) {
        into.copy(base);
        int count = ring.count();
        for (int n = 0; n < count; n++) {
            if (n == laterAt && n != 0) {
                later.copy(into);
            }
            into.fill(move, ring.id(n), ring.quantity(n), ring.paid(n), ring.lotFee(n), ring.timestampNs(n));
        }
        if (laterAt == count && laterAt != 0) {
            later.copy(into);
        }
    }
}
