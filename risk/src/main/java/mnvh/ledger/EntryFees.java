package mnvh.ledger;

import mnvh.units.HotPath;

/**
 * The fees of a history's entries, with the place where each was booked.
 *
 * <p>As long as every fee is the lot's and stands at the usual place, nothing is kept: then an entry is smaller, and
 * what a fill writes is less. Core thread only; allocates nothing after construction.
 */
@HotPath
final class EntryFees {
    private final long usualPlace;
    private final long[] fee;
    private final long[] place;
    private boolean usual = true;
    private long removedFee;
    private long removedPlace;

    /**
     * @param size entries
     * @param usualPlace account and row of a fee by schedule, as {@link Charges} encodes them
     */
    EntryFees(int size, long usualPlace) {
        this.usualPlace = usualPlace;
        this.fee = new long[size];
        this.place = new long[size];
    }

    /** @return account and row of a fee by schedule, as {@link Charges} encodes them */
    long usualPlace() {
        return usualPlace;
    }

    /** @return true while none are kept, because each is the lot's and stands at the usual place */
    boolean areUsual() {
        return usual;
    }

    /** Fees are kept from now on. */
    void keep() {
        usual = false;
    }

    /** Keeps the fee of an entry. */
    void set(int entry, long amount, long bookedAt) {
        fee[entry] = amount;
        place[entry] = bookedAt;
    }

    /** @return the fee of an entry */
    long fee(int entry) {
        return fee[entry];
    }

    /** @return account and row of the fee of an entry */
    long place(int entry) {
        return place[entry];
    }

    void copy(int from, int to) {
        set(to, fee[from], place[from]);
    }

    /** Remembers one. */
    void takeOut(int entry) {
        removedFee = fee[entry];
        removedPlace = place[entry];
    }

    /** Puts back what was remembered last. */
    void putBack(int entry) {
        set(entry, removedFee, removedPlace);
    }
}
