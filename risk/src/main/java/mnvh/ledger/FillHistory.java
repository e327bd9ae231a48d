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
    private static final int WIDTH = 5;

    /** Where the next entry begins. */
    private static final int TAIL = 0;

    private static final int COUNT = 1;
    /** How many entries there are when the next copy is due, or when the ring is full; 0 where each is looked at. */
    private static final int BUSY_AT = 2;
    /** Time of the fill that came last. */
    private static final int LAST_NS = 3;
    /** Not 0 once a fill came that was older than the one before it: then the newest has to be looked for. */
    private static final int DISORDERED = 4;
    /** Where the ring begins. */
    private static final int START = 5;
    /** Where the ring ends. */
    private static final int END = 6;
    /** Words of all this, and one to fill the line. */
    static final int HEADER = 8;

    /** Windows that fit the ring: lots are copied once in all but one of them. */
    private static final int WINDOWS = 8;

    private final int window;
    /** How many entries there are when the lots are copied. */
    private final int copyAt;

    private final long[] words;
    /** Where the header begins. */
    private final int at;

    private final EntryFees fees;
    private final long[] removed = new long[WIDTH];
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

    /** Where the oldest entry begins. */
    private int head;
    /** Time of the newest fill that was given up. */
    private long givenUpUntilNs = Long.MIN_VALUE;

    /**
     * Keeps the fills in {@code memory}, none so far.
     *
     * @param header where the header is to begin
     * @param ring where the ring is to begin
     * @param usualPlace account and row of a fee by schedule, as {@link Charges} encodes them
     */
    FillHistory(LotsConfig config, long[] memory, int header, int ring, long usualPlace) {
        window = config.history();
        copyAt = (WINDOWS - 1) * window + 1;
        words = memory;
        at = header;
        head = ring;
        fees = new EntryFees(entries(config), usualPlace);
        base = new Lots(config);
        later = new Lots(config);
        words[at + TAIL] = ring;
        words[at + LAST_NS] = Long.MIN_VALUE;
        words[at + START] = ring;
        words[at + END] = words[at + START] + wordsOf(config);
    }

    /** @return words of the ring */
    static int wordsOf(LotsConfig config) {
        return entries(config) * WIDTH;
    }

    private static int entries(LotsConfig config) {
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
        if (feePlace != fees.usualPlace()) {
            keepFeesApart();
        }
        int entry = (int) words[at + TAIL];
        boolean busy = add(words, at, id, quantity, paid, lotFee, timestampNs);
        if (!fees.areUsual()) {
            fees.set(place(entry), fee, feePlace);
        }
        if (busy) {
            keepUp(after);
        }
    }

    /**
     * Adds a fill whose fee is the lot's and stands at the usual place.
     *
     * @param words in which the history stands
     * @param at where its header begins
     * @return true where {@link #addedUsual} must follow
     */
    static boolean add(long[] words, int at, long id, long quantity, long paid, long fee, long timestampNs) {
        int entry = (int) words[at + TAIL];
        words[entry + ID] = id;
        words[entry + QUANTITY] = quantity;
        words[entry + PAID] = paid;
        words[entry + LOT_FEE] = fee;
        words[entry + TIME] = timestampNs;
        if (timestampNs < words[at + LAST_NS]) {
            words[at + DISORDERED] = 1;
        }
        words[at + LAST_NS] = timestampNs;
        int next = entry + WIDTH;
        words[at + TAIL] = next == words[at + END] ? words[at + START] : next;
        long count = words[at + COUNT] + 1;
        words[at + COUNT] = count;
        return count >= words[at + BUSY_AT];
    }

    /** Does what is due after the last fill, one with the usual fee. */
    void addedUsual(Lots after) {
        if (!fees.areUsual()) {
            int entry = slot(count() - 1);
            fees.set(place(entry), words[entry + LOT_FEE], fees.usualPlace());
        }
        keepUp(after);
    }

    private int count() {
        return (int) words[at + COUNT];
    }

    /** Fees stand beside the entries from now on. */
    private void keepFeesApart() {
        if (fees.areUsual()) {
            fees.keep();
            words[at + BUSY_AT] = 0;
            for (int n = 0; n < count(); n++) {
                int entry = slot(n);
                fees.set(place(entry), words[entry + LOT_FEE], fees.usualPlace());
            }
        }
    }

    /** Windows after the last copy of the lots comes the next; a full ring makes room. */
    private void keepUp(Lots after) {
        if (laterAt == 0 && count() >= copyAt) {
            later.copy(after);
            laterAt = count();
        }
        if (words[at + TAIL] == head) {
            moveOn();
        }
        words[at + BUSY_AT] = !fees.areUsual() ? 0 : laterAt == 0 ? copyAt : copyAt + window;
    }

    /** The first entry of the window; what has left it once stays out. */
    private int first() {
        return Math.max(first, count() - window);
    }

    /** Gives up the entries before the copy of the lots, all of which have left the window. */
    private void moveOn() {
        first = first() - laterAt;
        Lots before = base;
        base = later;
        later = before;
        givenUpUntilNs = newestBefore(laterAt);
        head = slot(laterAt);
        words[at + COUNT] -= laterAt;
        laterAt = 0;
    }

    /** @return time of the newest fill that is given up or stands before entry {@code end} */
    private long newestBefore(int end) {
        if (end == 0) {
            return givenUpUntilNs;
        }
        long newestNs = Math.max(givenUpUntilNs, timestampNs(end - 1));
        for (int n = 0; words[at + DISORDERED] != 0 && n < end; n++) {
            newestNs = Math.max(newestNs, timestampNs(n));
        }
        return newestNs;
    }

    private void apply(int n, Lots lots) {
        int entry = slot(n);
        lots.fill(
                move,
                words[entry + ID],
                words[entry + QUANTITY],
                words[entry + PAID],
                words[entry + LOT_FEE],
                words[entry + TIME]);
    }

    /** Forgets every fill, of an instrument that has ended. */
    void close() {
        laterAt = 0;
        first = 0;
        words[at + COUNT] = 0;
        givenUpUntilNs = Long.MAX_VALUE;
    }

    /** @return where the fill stands in the window, or {@link #NONE} */
    int find(long id) {
        for (int n = count() - 1; n >= first(); n--) {
            if (words[slot(n) + ID] == id) {
                return n;
            }
        }
        return NONE;
    }

    /** @return signed quantity of an entry */
    long quantity(int n) {
        return words[slot(n) + QUANTITY];
    }

    /** @return value of an entry at its price */
    long paid(int n) {
        return words[slot(n) + PAID];
    }

    /** @return time of an entry */
    long timestampNs(int n) {
        return words[slot(n) + TIME];
    }

    /** @return the fee charged with an entry, in whatever currency */
    long fee(int n) {
        int entry = slot(n);
        return fees.areUsual() ? words[entry + LOT_FEE] : fees.fee(place(entry));
    }

    /** @return account and row of that fee, as {@link Charges} encodes them */
    long feePlace(int n) {
        return fees.areUsual() ? fees.usualPlace() : fees.place(place(slot(n)));
    }

    /** @return true when the window holds every fill that is newer than {@code instantNs} */
    boolean reaches(long instantNs) {
        return newestBefore(first()) <= instantNs;
    }

    /** @return signed quantity of the window's fills that are newer than {@code instantNs} */
    long quantityAfter(long instantNs) {
        long sum = 0;
        for (int n = count() - 1; n >= first(); n--) {
            sum += timestampNs(n) > instantNs ? quantity(n) : 0;
        }
        return sum;
    }

    /** Writes what a later bust would find; it is no part of what a step is. */
    void writeTo(StateWriter writer, long[] scratch) {
        writer.putLong(base.position());
        writer.putLong(base.realised());
        base.writeTo(writer, scratch);
        for (int n = 0; n < count(); n++) {
            System.arraycopy(words, slot(n), removed, 0, WIDTH);
            writer.putLongs(removed, WIDTH);
            writer.putLong(fee(n));
            writer.putLong(feePlace(n));
        }
        writer.putInt(first());
        writer.putInt(laterAt);
        writer.putLong(givenUpUntilNs);
    }

    /** Takes an entry out; {@link #restore} puts it back as long as nothing else was done. */
    void remove(int n) {
        first = first();
        words[at + BUSY_AT] = 0;
        takeOut(slot(n));
        for (int next = n + 1; next < count(); next++) {
            copy(slot(next), slot(next - 1));
        }
        resize(count() - 1);
        laterAtBefore = laterAt;
        laterAt -= n < laterAt ? 1 : 0;
    }

    /** Puts the entry back that was removed last. */
    void restore(int n) {
        for (int next = count(); next > n; next--) {
            copy(slot(next - 1), slot(next));
        }
        putBack(slot(n));
        resize(count() + 1);
        laterAt = laterAtBefore;
    }

    private void resize(int count) {
        words[at + COUNT] = count;
        words[at + TAIL] = slot(count);
    }

    /** Puts another fill where one stands; its time stays. */
    void replace(int n, long id, long quantity, long paid, long lotFee, long fee, long feePlace) {
        keepFeesApart();
        int entry = slot(n);
        takeOut(entry);
        words[entry + ID] = id;
        words[entry + QUANTITY] = quantity;
        words[entry + PAID] = paid;
        words[entry + LOT_FEE] = lotFee;
        fees.set(place(entry), fee, feePlace);
    }

    /** Puts back what {@link #replace} or {@link #addFee} changed last. */
    void unreplace(int n) {
        putBack(slot(n));
    }

    /** Adds to the opening fee of an entry. */
    void addFee(int n, long fee) {
        keepFeesApart();
        int entry = slot(n);
        takeOut(entry);
        words[entry + LOT_FEE] = Math.addExact(words[entry + LOT_FEE], fee);
    }

    private void takeOut(int entry) {
        System.arraycopy(words, entry, removed, 0, WIDTH);
        fees.takeOut(place(entry));
    }

    private void putBack(int entry) {
        System.arraycopy(removed, 0, words, entry, WIDTH);
        fees.putBack(place(entry));
    }

    private void copy(int from, int to) {
        System.arraycopy(words, from, words, to, WIDTH);
        fees.copy(place(from), place(to));
    }

    /**
     * Rebuilds lots, position and realised profit from the entries as they are.
     *
     * @param into receives them; throws {@link ArithmeticException} where a number leaves 64 bits
     */
    void rebuild(Lots into) {
        into.copy(base);
        for (int n = 0; n < count(); n++) {
            if (n == laterAt && n != 0) {
                later.copy(into);
            }
            apply(n, into);
        }
        if (laterAt == count() && laterAt != 0) {
            later.copy(into);
        }
    }

    /** Where the n-th entry begins, the oldest is 0; never more than one ring past the oldest. */
    private int slot(int n) {
        int entry = head + n * WIDTH;
        return entry < words[at + END] ? entry : entry - (int) (words[at + END] - words[at + START]);
    }

    /** The entry's number in the ring. */
    private int place(int entry) {
        return (entry - (int) words[at + START]) / WIDTH;
    }
}
