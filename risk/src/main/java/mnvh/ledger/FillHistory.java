package mnvh.ledger;

import mnvh.config.LotsConfig;
import mnvh.state.StateWriter;
import mnvh.units.HotPath;

/**
 * The latest fills of one instrument and the lots before them, so that any of them can be taken back.
 *
 * <p>A fill that never was leaves lots and realised profit as if only the others had been booked, in their order. For
 * that the lots are kept as they were before the oldest entry. They move on when the store is full, to a copy taken at
 * a later entry, so that what is replayed is bounded and a fill costs a few stores. Core thread only; allocates nothing
 * after construction.
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
    private final int capacity;
    private final long[] entries;
    private final long[] removed = new long[WIDTH];
    private final LotState base;
    private final LotState later;
    private final LotMove move = new LotMove();
    /** Entry before which {@link #later} was taken; 0 for none. */
    private int laterAt;
    /** First entry of the window; those before it only serve to rebuild. */
    private int first;

    private int count;
    /** Time of the newest fill that was given up; those between it and the window still stand before {@link #first}. */
    private long givenUpUntilNs = Long.MIN_VALUE;

    FillHistory(LotsConfig config) {
        window = config.history();
        // One more than three windows: the copy taken right after moving on then lies before the next window's start.
        capacity = 3 * window + 1;
        entries = new long[capacity * WIDTH];
        base = new LotState(config);
        later = new LotState(config);
    }

    /**
     * Adds a fill that is booked; the oldest leaves the window when that is full.
     *
     * @param after position, lots and realised profit with it
     */
    void add(
            long id, long quantity, long paid, long lotFee, long timestampNs, long fee, long feePlace, LotState after) {
        if (count == capacity) {
            moveOn();
        }
        int at = count * WIDTH;
        entries[at + ID] = id;
        entries[at + QUANTITY] = quantity;
        entries[at + PAID] = paid;
        entries[at + LOT_FEE] = lotFee;
        entries[at + TIME] = timestampNs;
        entries[at + FEE] = fee;
        entries[at + FEE_PLACE] = feePlace;
        count++;
        if (count - first > window) {
            first++;
        }
        if (laterAt == 0 && count > window) {
            later.copy(after);
            laterAt = count;
        }
    }

    /** Gives up entries before the window. */
    private void moveOn() {
        int given = laterAt;
        if (given != 0 && given <= first) {
            base.copy(later);
        } else {
            given = first;
            for (int at = 0; at < given; at++) {
                apply(at, base);
            }
        }
        givenUpUntilNs = newestBefore(given);
        System.arraycopy(entries, given * WIDTH, entries, 0, (count - given) * WIDTH);
        first -= given;
        count -= given;
        laterAt = 0;
    }

    /** @return time of the newest fill that is given up or stands before entry {@code end} */
    private long newestBefore(int end) {
        long newestNs = givenUpUntilNs;
        for (int at = 0; at < end; at++) {
            newestNs = Math.max(newestNs, entries[at * WIDTH + TIME]);
        }
        return newestNs;
    }

    private void apply(int at, LotState state) {
        int entry = at * WIDTH;
        state.fill(
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
        givenUpUntilNs = Long.MAX_VALUE;
    }

    /** @return where the fill stands in the window, or {@link #NONE} */
    int find(long id) {
        for (int at = count - 1; at >= first; at--) {
            if (entries[at * WIDTH + ID] == id) {
                return at;
            }
        }
        return NONE;
    }

    /** @return signed quantity of an entry */
    long quantity(int at) {
        return entries[at * WIDTH + QUANTITY];
    }

    /** @return value of an entry at its price */
    long paid(int at) {
        return entries[at * WIDTH + PAID];
    }

    /** @return the fee charged with an entry, in whatever currency */
    long fee(int at) {
        return entries[at * WIDTH + FEE];
    }

    /** @return account and row of that fee, as {@link Charges} encodes them */
    long feePlace(int at) {
        return entries[at * WIDTH + FEE_PLACE];
    }

    /** @return true when the window holds every fill that is newer than {@code instantNs} */
    boolean reaches(long instantNs) {
        return newestBefore(first) <= instantNs;
    }

    /** @return signed quantity of the window's fills that are newer than {@code instantNs} */
    long quantityAfter(long instantNs) {
        long sum = 0;
        for (int at = count - 1; at >= first; at--) {
            sum += entries[at * WIDTH + TIME] > instantNs ? quantity(at) : 0;
        }
        return sum;
    }

    /** Writes what a later bust would find; it is no part of what a step is. */
    void writeTo(StateWriter writer) {
        writer.putLongs(entries, count * WIDTH);
        writer.putInt(first);
        writer.putInt(laterAt);
        writer.putLong(givenUpUntilNs);
    }

    /** Takes an entry out; {@link #restore} puts it back as long as nothing else was done. */
    void remove(int at) {
        System.arraycopy(entries, at * WIDTH, removed, 0, WIDTH);
        System.arraycopy(entries, (at + 1) * WIDTH, entries, at * WIDTH, (count - at - 1) * WIDTH);
        count--;
        laterAt -= at < laterAt ? 1 : 0;
    }

    /** Puts the entry back that was removed last. */
    void restore(int at) {
        System.arraycopy(entries, at * WIDTH, entries, (at + 1) * WIDTH, (count - at) * WIDTH);
        System.arraycopy(removed, 0, entries, at * WIDTH, WIDTH);
        count++;
        laterAt += at < laterAt ? 1 : 0;
    }

    /** Puts another fill where one stands; its time stays. */
    void replace(int at, long id, long quantity, long paid, long lotFee, long fee, long feePlace) {
        int entry = at * WIDTH;
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
        System.arraycopy(removed, 0, entries, at * WIDTH, WIDTH);
    }

    /** Adds to the opening fee of an entry. */
    void addFee(int at, long fee) {
        System.arraycopy(entries, at * WIDTH, removed, 0, WIDTH);
        entries[at * WIDTH + LOT_FEE] = Math.addExact(entries[at * WIDTH + LOT_FEE], fee);
    }

    /**
     * Rebuilds lots, position and realised profit from the entries as they are.
     *
     * @param into receives them; throws {@link ArithmeticException} where a number leaves 64 bits
     */
    void rebuild(LotState into) {
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
}
