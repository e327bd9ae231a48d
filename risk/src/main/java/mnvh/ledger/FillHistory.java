package mnvh.ledger;

import mnvh.config.LotsConfig;
import mnvh.state.StateWriter;
import mnvh.units.HotPath;

/**
 * The latest fills of one instrument and the lots before them, so that any of them can be taken back.
 *
 * <p>A fill that never was leaves lots and realised profit as if only the others had been booked, in their order. For
 * that the lots are kept as they were before the oldest entry. They move on when the store, a ring, is full, to a copy
 * taken at a later entry, so that what is replayed is bounded and a fill costs a few stores. Core thread only;
 * allocates nothing after construction.
 */
@HotPath
final class FillHistory {
    /** What {@link #find} answers for a fill that cannot be taken back. */
    static final int NONE = -1;

    private static final int ID = 0;
    private static final int QUANTITY = 1;
    private static final int PAID = 2;
    private static final int LOT_FEE = 3;
    private static final int TIME = 4;
    private static final int FEE = 5;
    private static final int FEE_PLACE = 6;
    private static final int WIDTH = 8;

    private final int window;
    /** The ring, from {@link #start} to {@link #end}. */
    private final long[] entries;

    private final int start;
    private final int end;
    private final long[] removed = new long[WIDTH];
    private final LotMove move = new LotMove();
    /** Lots before the oldest entry. */
    private Lots base;
    /** Lots with all entries before {@link #laterAt}. */
    private Lots later;
    /** Entry before which {@link #later} was taken; 0 for none. */
    private int laterAt;
    /** No entry before this is in the window; those that are not only serve to rebuild. */
    private int first;

    private int count;
    /** How many entries there are when the next copy is due, or when the ring is full; 0 where that must be seen. */
    private int busyAt;
    /** Where the oldest entry begins. */
    private int head;
    /** Where the next entry begins. */
    private int tail;
    /** Time of the newest fill that was given up. */
    private long givenUpUntilNs = Long.MIN_VALUE;
    /** Time of the fill that came last. */
    private long lastNs = Long.MIN_VALUE;
    /** True once a fill came that was older than the one before it: then the newest has to be looked for. */
    private boolean disordered;

    /**
     * Keeps the fills in {@code memory}, from word {@code from} on.
     *
     * @param before empty lots, to become those before the oldest fill
     * @param between empty lots, to become those before a later one
     */
    FillHistory(LotsConfig config, long[] memory, int from, Lots before, Lots between) {
        window = config.history();
        entries = memory;
        start = from;
        end = from + wordsOf(config);
        head = start;
        tail = start;
        base = before;
        later = between;
    }

    /** @return words of memory that the fills of an instrument take */
    static int wordsOf(LotsConfig config) {
        // One more than two windows: the copy taken right after moving on then lies before the next window's start.
        return (2 * config.history() + 1) * WIDTH;
    }

    /**
     * Adds a fill that is booked; the oldest leaves the window when that is full.
     *
     * @param after the lots with it
     */
    void add(long id, long quantity, long paid, long lotFee, long timestampNs, long fee, long feePlace, Lots after) {
        int at = tail;
        entries[at + ID] = id;
        entries[at + QUANTITY] = quantity;
        entries[at + PAID] = paid;
        entries[at + LOT_FEE] = lotFee;
        entries[at + TIME] = timestampNs;
        entries[at + FEE] = fee;
        entries[at + FEE_PLACE] = feePlace;
        disordered |= timestampNs < lastNs;
        lastNs = timestampNs;
        tail = at + WIDTH == end ? start : at + WIDTH;
        if (++count >= busyAt) {
            keepUp(after);
        }
    }

    /** A window after the last copy of the lots comes the next; a full ring makes room. */
    private void keepUp(Lots after) {
        if (laterAt == 0 && count > window) {
            later.copy(after);
            laterAt = count;
        }
        if (tail == head) {
            moveOn();
        }
        busyAt = laterAt == 0 ? window + 1 : 2 * window + 1;
    }

    /** The first entry of the window; what has left it once stays out. */
    private int first() {
        return Math.max(first, count - window);
    }

    /** Gives up entries before the window. */
    private void moveOn() {
        first = first();
        int given = laterAt;
        if (given <= first) {
            Lots before = base;
            base = later;
            later = before;
        } else {
            given = first;
            for (int at = 0; at < given; at++) {
                apply(at, base);
            }
        }
        givenUpUntilNs = newestBefore(given);
        head = slot(given);
        first -= given;
        count -= given;
        laterAt = 0;
    }

    /** @return time of the newest fill that is given up or stands before entry {@code end} */
    private long newestBefore(int end) {
        if (end == 0) {
            return givenUpUntilNs;
        }
        long newestNs = Math.max(givenUpUntilNs, entries[slot(end - 1) + TIME]);
        for (int at = 0; disordered && at < end; at++) {
            newestNs = Math.max(newestNs, entries[slot(at) + TIME]);
        }
        return newestNs;
    }

    private void apply(int at, Lots lots) {
        int entry = slot(at);
        lots.fill(
                move,
                entries[entry + ID],
                entries[entry + QUANTITY],
                entries[entry + PAID],
                entries[entry + LOT_FEE],
                entries[entry + TIME]);
    }

    /** Forgets every fill, of an instrument that has ended. */
    void close() {
        laterAt = 0;
        first = 0;
        count = 0;
        busyAt = 0;
        head = start;
        tail = start;
        givenUpUntilNs = Long.MAX_VALUE;
    }

    /** @return where the fill stands in the window, or {@link #NONE} */
    int find(long id) {
        for (int at = count - 1; at >= first(); at--) {
            if (entries[slot(at) + ID] == id) {
                return at;
            }
        }
        return NONE;
    }

    /** @return signed quantity of an entry */
    long quantity(int at) {
        return entries[slot(at) + QUANTITY];
    }

    /** @return value of an entry at its price */
    long paid(int at) {
        return entries[slot(at) + PAID];
    }

    /** @return time of an entry */
    long timestampNs(int at) {
        return entries[slot(at) + TIME];
    }

    /** @return the fee charged with an entry, in whatever currency */
    long fee(int at) {
        return entries[slot(at) + FEE];
    }

    /** @return account and row of that fee, as {@link Charges} encodes them */
    long feePlace(int at) {
        return entries[slot(at) + FEE_PLACE];
    }

    /** @return true when the window holds every fill that is newer than {@code instantNs} */
    boolean reaches(long instantNs) {
        return newestBefore(first()) <= instantNs;
    }

    /** @return signed quantity of the window's fills that are newer than {@code instantNs} */
    long quantityAfter(long instantNs) {
        long sum = 0;
        for (int at = count - 1; at >= first(); at--) {
            sum += entries[slot(at) + TIME] > instantNs ? quantity(at) : 0;
        }
        return sum;
    }

    /** Writes what a later bust would find; it is no part of what a step is. */
    void writeTo(StateWriter writer, long[] scratch) {
        writer.putLong(base.position());
        writer.putLong(base.realised());
        base.writeTo(writer, scratch);
        for (int at = 0; at < count; at++) {
            System.arraycopy(entries, slot(at), removed, 0, WIDTH);
            writer.putLongs(removed, WIDTH);
        }
        writer.putInt(first());
        writer.putInt(laterAt);
        writer.putLong(givenUpUntilNs);
    }

    /** Takes an entry out; {@link #restore} puts it back as long as nothing else was done. */
    void remove(int at) {
        first = first();
        busyAt = 0;
        System.arraycopy(entries, slot(at), removed, 0, WIDTH);
        for (int next = at + 1; next < count; next++) {
            System.arraycopy(entries, slot(next), entries, slot(next - 1), WIDTH);
        }
        count--;
        tail = slot(count);
        laterAt -= at < laterAt ? 1 : 0;
    }

    /** Puts the entry back that was removed last. */
    void restore(int at) {
        for (int next = count; next > at; next--) {
            System.arraycopy(entries, slot(next - 1), entries, slot(next), WIDTH);
        }
        System.arraycopy(removed, 0, entries, slot(at), WIDTH);
        count++;
        tail = slot(count);
        laterAt += at < laterAt ? 1 : 0;
    }

    /** Puts another fill where one stands; its time stays. */
    void replace(int at, long id, long quantity, long paid, long lotFee, long fee, long feePlace) {
        int entry = slot(at);
        System.arraycopy(entries, entry, removed, 0, WIDTH);
        entries[entry + ID] = id;
        entries[entry + QUANTITY] = quantity;
        entries[entry + PAID] = paid;
        entries[entry + LOT_FEE] = lotFee;
        entries[entry + FEE] = fee;
        entries[entry + FEE_PLACE] = feePlace;
    }

    /** Puts back what {@link #replace} or {@link #addFee} changed last. */
    void unreplace(int at) {
        System.arraycopy(removed, 0, entries, slot(at), WIDTH);
    }

    /** Adds to the opening fee of an entry. */
    void addFee(int at, long fee) {
        int entry = slot(at);
        System.arraycopy(entries, entry, removed, 0, WIDTH);
        entries[entry + LOT_FEE] = Math.addExact(entries[entry + LOT_FEE], fee);
    }

    /**
     * Rebuilds lots, position and realised profit from the entries as they are.
     *
     * @param into receives them; throws {@link ArithmeticException} where a number leaves 64 bits
     */
    void rebuild(Lots into) {
        into.copy(base);
        for (int at = 0; at < count; at++) {
            if (at == laterAt && at != 0) {
                later.copy(into);
            }
            apply(at, into);
        }
        if (laterAt == count && laterAt != 0) {
            later.copy(into);
        }
    }

    /** Where the entry at a place begins; never more than one ring past the oldest. */
    private int slot(int at) {
        int entry = head + at * WIDTH;
        return entry < end ? entry : entry - (end - start);
    }
}
