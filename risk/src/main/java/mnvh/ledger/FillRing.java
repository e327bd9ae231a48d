package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.units.HotPath;

/**
 * Fills of one instrument in a ring of words, the oldest first; each with its fee and where that was booked.
 *
 * <p>{@link StraightFill} adds to it a few stores at a time, and may do so while {@link #plain}: up to an entry after
 * which there is something to do, be it only to go round. Core thread only; allocates nothing after construction.
 */
@HotPath
final class FillRing {
    private static final int ID = 0;
    private static final int QUANTITY = 1;
    private static final int PAID = 2;
    private static final int LOT_FEE = 3;
    private static final int TIME = 4;
    private static final int WIDTH = 5;

    /** Where the next entry begins; the word before this one is free. */
    private static final int TAIL = 1;
    /** Where the entry begins that has to be added with care. */
    private static final int STOP = 2;
    /** Time of the fill that came last. */
    private static final int LAST_NS = 3;
    /** Not 0 once a fill came that was older than the one before it. */
    private static final int DISORDERED = 4;
    /** Where the ring begins. */
    private static final int START = 5;
    /** Where the ring ends. */
    private static final int END = 6;
    /** Where the oldest entry begins. */
    private static final int HEAD = 7;
    /** Words of all this. */
    static final int HEADER = 8;

    private final long[] words;
    /** Where the header begins. */
    private final int at;

    private final int size;
    private final EntryFees fees;
    private final long[] removed = new long[WIDTH];

    /**
     * Keeps the fills in {@code memory}, none so far.
     *
     * @param size fills that it holds
     * @param header where the header is to begin
     * @param ring where the ring is to begin
     * @param usualPlace account and row of a fee by schedule, as {@link Charges} encodes them
     */
    FillRing(int size, long[] memory, int header, int ring, long usualPlace) {
        this.size = size;
        this.words = memory;
        this.at = header;
        this.fees = new EntryFees(1 + size, usualPlace);
        words[at + TAIL] = ring;
        words[at + STOP] = ring;
        words[at + LAST_NS] = Long.MIN_VALUE;
        words[at + START] = ring;
        words[at + END] = words[at + START] + wordsOf(size);
        words[at + HEAD] = ring;
    }

    /** @return words of a ring for so many fills; one entry stays free, so that full and empty differ */
    static int wordsOf(int size) {
        return (1 + size) * WIDTH;
    }

    /**
     * Tells whether the next fill may be added the plain way, if its fee is the lot's and stands at the usual place.
     *
     * @param words in which the ring stands
     * @param at where its header begins
     */
    static boolean plain(long[] words, int at) {
        return words[at + TAIL] != words[at + STOP];
    }

    /** Adds a fill the plain way. */
    static void add(long[] words, int at, long id, long quantity, long paid, long fee, long timestampNs) {
        int entry = (int) words[at + TAIL];
        write(words, at, entry, id, quantity, paid, fee, timestampNs);
        words[at + TAIL] = (long) entry + WIDTH;
    }

    private static void write(
            long[] words, int at, int entry, long id, long quantity, long paid, long lotFee, long timestampNs) {
        words[entry + ID] = id;
        words[entry + QUANTITY] = quantity;
        words[entry + PAID] = paid;
        words[entry + LOT_FEE] = lotFee;
        words[entry + TIME] = timestampNs;
        if (timestampNs < words[at + LAST_NS]) {
            words[at + DISORDERED] = 1;
        }
        words[at + LAST_NS] = timestampNs;
    }

    /**
     * Adds a fill, of which there is room for; {@link #plainUntil} is to follow.
     *
     * @param fee charged with it, in whatever currency; at the usual place it is the lot's
     * @param feePlace account and row of that fee, as {@link Charges} encodes them
     */
    void add(long id, long quantity, long paid, long lotFee, long timestampNs, long fee, long feePlace) {
        if (feePlace != fees.usualPlace()) {
            keepFeesApart();
        }
        int entry = (int) words[at + TAIL];
        write(words, at, entry, id, quantity, paid, lotFee, timestampNs);
        if (!fees.areUsual()) {
            fees.set(place(entry), fee, feePlace);
        }
        tail(slot(count() + 1));
    }

    /** The next fill is added with care. */
    private void tail(int entry) {
        words[at + TAIL] = entry;
        words[at + STOP] = entry;
    }

    /** Fills may be added the plain way as long as there are fewer than {@code due}, which is more than there are. */
    void plainUntil(int due) {
        if (fees.areUsual()) {
            int last = slot(due - 1);
            words[at + STOP] = last >= words[at + TAIL] ? last : words[at + END] - WIDTH;
        }
    }

    /** @return how many fills there are */
    int count() {
        int length = (int) (words[at + TAIL] - words[at + HEAD]);
        return (length < 0 ? length + wordsOf(size) : length) / WIDTH;
    }

    /** @return true when the next fill has no room */
    boolean full() {
        return count() == size;
    }

    /** @return true once a fill came that was older than the one before it */
    boolean disordered() {
        return words[at + DISORDERED] != 0;
    }

    /** Forgets the oldest fills. */
    void dropOldest(int fills) {
        words[at + HEAD] = slot(fills);
    }

    long id(int n) {
        return words[slot(n) + ID];
    }

    /** @return signed quantity of an entry */
    long quantity(int n) {
        return words[slot(n) + QUANTITY];
    }

    /** @return value of an entry at its price */
    long paid(int n) {
        return words[slot(n) + PAID];
    }

    /** @return what of the fee belongs to the lot */
    long lotFee(int n) {
        return words[slot(n) + LOT_FEE];
    }

    /** @return time of an entry */
    long timestampNs(int n) {
        return words[slot(n) + TIME];
    }

    /** @return the fee charged with an entry, in whatever currency */
    long fee(int n) {
        return fees.areUsual() ? lotFee(n) : fees.fee(place(slot(n)));
    }

    /** @return account and row of that fee, as {@link Charges} encodes them */
    long feePlace(int n) {
        return fees.areUsual() ? fees.usualPlace() : fees.place(place(slot(n)));
    }

    /** Takes an entry out; {@link #restore} puts it back as long as nothing else was done. */
    void remove(int n) {
        takeOut(slot(n));
        int count = count();
        for (int next = n + 1; next < count; next++) {
            copy(slot(next), slot(next - 1));
        }
        tail(slot(count - 1));
    }

    /** Puts the entry back that was removed last. */
    void restore(int n) {
        int count = count();
        for (int next = count; next > n; next--) {
            copy(slot(next - 1), slot(next));
        }
        putBack(slot(n));
        tail(slot(count + 1));
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

    /** Adds to the opening fee of an entry. */
    void addFee(int n, long fee) {
        keepFeesApart();
        int entry = slot(n);
        takeOut(entry);
        words[entry + LOT_FEE] = Math.addExact(words[entry + LOT_FEE], fee);
    }

    /** Puts back what {@link #replace} or {@link #addFee} changed last. */
    void unreplace(int n) {
        putBack(slot(n));
    }

    /** Fees stand beside the entries from now on. */
    private void keepFeesApart() {
        if (fees.areUsual()) {
            fees.keep();
            tail((int) words[at + TAIL]);
            for (int n = 0; n < count(); n++) {
                int entry = slot(n);
                fees.set(place(entry), words[entry + LOT_FEE], fees.usualPlace());
            }
        }
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

    /** Where the n-th entry begins, the oldest is 0; never more than one ring past the oldest. */
    private int slot(int n) {
        int entry = (int) words[at + HEAD] + n * WIDTH;
        return entry < words[at + END] ? entry : entry - wordsOf(size);
    }

    /** The entry's number in the ring. */
    private int place(int entry) {
        return (entry - (int) words[at + START]) / WIDTH;
    }

    /** Writes every fill with its fee, the oldest first. */
    void writeTo(StateWriter writer) {
        for (int n = 0; n < count(); n++) {
            writer.putLongs(words, slot(n), WIDTH);
            writer.putLong(fee(n));
            writer.putLong(feePlace(n));
        }
    }
}
