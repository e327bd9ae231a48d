package mnvh.risk;

import mnvh.units.HotPath;

/**
 * Between which numbers S of a list may be: {@code least <= S <= most}.
 *
 * <p>Source: method 5. Funded, it may take what cash there is above the floor, and raise any; in the strict modes it
 * takes nothing and raises at most the value of the largest increment in the list. Core thread only; allocates nothing.
 */
@HotPath
final class DemandBounds {
    private final SelfFinancing financing;
    private final Book book;

    /** Smallest S allowed at 10^-8; the smallest number for none. */
    long least;
    /** Largest S allowed at 10^-8; the largest number for none. */
    long most;

    DemandBounds(SelfFinancing financing, Book book) {
        this.financing = financing;
        this.book = book;
    }

    /** Takes the bounds of a list; {@code list} holds the unrounded trades that the orders stand for. */
    void of(long[] list) {
        if (financing.strict(book)) {
            least = -Repair.largestIncrement(book, list);
            most = 0;
        } else {
            least = Long.MIN_VALUE;
            most = financing.budget(book);
        }
    }

    /** @return true where a list with that S is paid for */
    boolean admit(long demand) {
        return demand >= least && demand <= most;
    }

    /** @return true where S has to be met in both directions */
    boolean strict() {
        return least != Long.MIN_VALUE;
    }

    /** @return cash once the orders that work have filled */
    long cash() {
        return Math.subtractExact(book.cash, book.workingDemand);
    }

    /** @return least cash that {@link #most} leaves; the smallest number for none */
    long floor() {
        return strict() || most == Long.MAX_VALUE ? Long.MIN_VALUE : Math.subtractExact(cash(), most);
    }
}
