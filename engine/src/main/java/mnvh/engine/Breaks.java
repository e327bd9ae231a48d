package mnvh.engine;

import mnvh.event.BreakCause;
import mnvh.event.BreakSection;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * The open differences to the venue, oldest first, each with its number, its age, its cause and what is left of it.
 *
 * <p>A break's number is the sequence of the record that raised it, of late fills that of the oldest, so that the same
 * records raise the same breaks. Every change is written into the frame in hand. Differences in cash have a limit of
 * their own; of positions, of the fills of an instrument and of totals there is at most one for each. Core thread only;
 * allocates nothing after construction.
 */
@HotPath
final class Breaks implements Stateful {
    private static final int TOTALS = 2;
    /** A position, its fills that lack their copy, and copies that lack their fill. */
    private static final int OF_INSTRUMENT = 3;

    private final Outbox outbox;
    private final int mostInCash;
    private final long[] id;
    private final long[] firstNs;
    private final long[] amount;
    private final int[] cause;
    /** Instrument of a position or fill, currency of everything else. */
    private final int[] owner;

    private int size;
    private int inCash;

    /**
     * @param mostInCash differences in cash that can be open at once, at most {@link BreakSection#MOST_IN_FRAME}
     * @param instruments size of the universe
     * @param currencies of the run
     */
    Breaks(Outbox outbox, int mostInCash, int instruments, int currencies) {
        if (mostInCash > BreakSection.MOST_IN_FRAME) {
            throw new IllegalArgumentException(mostInCash + " open breaks do not fit into a frame");
        }
        this.outbox = outbox;
        this.mostInCash = mostInCash;
        int most = mostInCash + OF_INSTRUMENT * instruments + TOTALS * currencies;
        this.id = new long[most];
        this.firstNs = new long[most];
        this.amount = new long[most];
        this.cause = new int[most];
        this.owner = new int[most];
    }

    /** Throws {@link IllegalArgumentException} where one more difference in cash cannot be kept. */
    void requireRoom() {
        if (inCash == mostInCash) {
            throw new IllegalArgumentException("risk.max_open_breaks: " + mostInCash + " differences are open");
        }
    }

    /** @return how many are open */
    int size() {
        return size;
    }

    /** @return place of the break with this number, -1 for none */
    int indexOf(long number) {
        for (int b = 0; b < size; b++) {
            if (id[b] == number) {
                return b;
            }
        }
        return -1;
    }

    /** @return place of the oldest break with this cause and owner, -1 for none */
    int find(BreakCause of, int whose) {
        for (int b = 0; b < size; b++) {
            if (cause[b] == of.ordinal() && owner[b] == whose) {
                return b;
            }
        }
        return -1;
    }

    /** @return number of a break */
    long id(int b) {
        return id[b];
    }

    BreakCause cause(int b) {
        return BreakCause.of(cause[b]);
    }

    /** @return instrument of a position or fill, currency of everything else */
    int owner(int b) {
        return owner[b];
    }

    /** @return what the venue has more and is not explained, never 0 */
    long amount(int b) {
        return amount[b];
    }

    /** Opens a break; there must be room. */
    void open(long number, long timestampNs, BreakCause why, int whose, long difference) {
        id[size] = number;
        firstNs[size] = timestampNs;
        cause[size] = why.ordinal();
        owner[size] = whose;
        inCash += why.booked() ? 1 : 0;
        size++;
        set(size - 1, difference);
    }

    /** Sets what is left of a break; one of which nothing is left is closed. */
    void set(int b, long left) {
        amount[b] = left;
        outbox.difference(id[b], firstNs[b], cause(b), owner[b], left);
        if (left == 0) {
            remove(b);
        }
    }

    private void remove(int b) {
        inCash -= cause(b).booked() ? 1 : 0;
        size--;
        int behind = size - b;
        System.arraycopy(id, b + 1, id, b, behind);
        System.arraycopy(firstNs, b + 1, firstNs, b, behind);
        System.arraycopy(amount, b + 1, amount, b, behind);
        System.arraycopy(cause, b + 1, cause, b, behind);
        System.arraycopy(owner, b + 1, owner, b, behind);
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putInt(size);
        for (int b = 0; b < size; b++) {
            writer.putLong(id[b]);
            writer.putLong(firstNs[b]);
            writer.putLong(amount[b]);
            writer.putInt(cause[b]);
            writer.putInt(owner[b]);
        }
    }
}
