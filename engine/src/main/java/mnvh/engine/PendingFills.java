package mnvh.engine;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Fills that one of their two sources has told, oldest first; those that are late are a head of the list.
 *
 * <p>Core thread only; allocates nothing after construction.
 */
@HotPath
final class PendingFills implements Stateful {
    private final long[] idHash;
    /** Signed: positive buys. */
    private final long[] quantity;

    private final long[] price;
    private final long[] sequence;
    private final long[] timestampNs;
    private final long[] step;
    private final int[] instrument;
    private final int[] source;
    private int size;
    private int late;

    PendingFills(int most) {
        idHash = new long[most];
        quantity = new long[most];
        price = new long[most];
        sequence = new long[most];
        timestampNs = new long[most];
        step = new long[most];
        instrument = new int[most];
        source = new int[most];
    }

    boolean full() {
        return size == idHash.length;
    }

    int size() {
        return size;
    }

    /** @return how many are late, from the oldest on */
    int late() {
        return late;
    }

    /** Counts the oldest that is not late among those that are. */
    void expire() {
        late++;
    }

    /** Adds a fill, the newest; there must be room. @return its place, whose content {@link #content} adds */
    int add(long hash, int i, int toldBy, long atStep, long recordSequence, long recordNs) {
        idHash[size] = hash;
        instrument[size] = i;
        source[size] = toldBy;
        step[size] = atStep;
        sequence[size] = recordSequence;
        timestampNs[size] = recordNs;
        return size++;
    }

    /** @param signed quantity at 10^-8, positive for a buy */
    void content(int f, long signed, long at) {
        quantity[f] = signed;
        price[f] = at;
    }

    /** @return place of a fill, -1 for none; what came last is what is asked for first */
    int find(long hash, int i) {
        for (int f = size - 1; f >= 0; f--) {
            if (idHash[f] == hash && instrument[f] == i) {
                return f;
            }
        }
        return -1;
    }

    /** @return place of the oldest fill of an instrument that a source has told, -1 for none */
    int oldestOf(int i, int toldBy) {
        for (int f = 0; f < size; f++) {
            if (instrument[f] == i && source[f] == toldBy) {
                return f;
            }
        }
        return -1;
    }

    int instrument(int f) {
        return instrument[f];
    }

    int source(int f) {
        return source[f];
    }

    /** @return quantity at 10^-8, positive */
    long quantity(int f) {
        return Math.abs(quantity[f]);
    }

    /** @return steps closed when it was told */
    long step(int f) {
        return step[f];
    }

    /** @return inbound sequence of the record that told it */
    long sequence(int f) {
        return sequence[f];
    }

    /** @return event time of that record */
    long timestampNs(int f) {
        return timestampNs[f];
    }

    void remove(int f) {
        late -= f < late ? 1 : 0;
        size--;
        int behind = size - f;
        System.arraycopy(idHash, f + 1, idHash, f, behind);
        System.arraycopy(instrument, f + 1, instrument, f, behind);
        System.arraycopy(source, f + 1, source, f, behind);
        System.arraycopy(quantity, f + 1, quantity, f, behind);
        System.arraycopy(price, f + 1, price, f, behind);
        System.arraycopy(step, f + 1, step, f, behind);
        System.arraycopy(sequence, f + 1, sequence, f, behind);
        System.arraycopy(timestampNs, f + 1, timestampNs, f, behind);
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putInt(size);
        writer.putInt(late);
        for (int f = 0; f < size; f++) {
            writer.putLong(idHash[f]);
            writer.putInt(instrument[f]);
            writer.putInt(source[f]);
            writer.putLong(quantity[f]);
            writer.putLong(price[f]);
            writer.putLong(step[f]);
            writer.putLong(sequence[f]);
            writer.putLong(timestampNs[f]);
        }
    }
}
