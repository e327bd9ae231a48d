package mnvh.journal;

import mnvh.event.EventConsumer;
import mnvh.event.EventSlot;
import mnvh.units.HotPath;

/**
 * Journals a whole ring batch as one excerpt, then hands its events on: nothing is acted on before it is on disk.
 *
 * <p>Slots are kept until their batch ends, so they must stay untouched until then, as a ring's do until its consumer's
 * sequence moves. Core thread only. Allocates nothing after construction.
 */
@HotPath
public final class WriteAhead implements EventConsumer {
    private static final int MOST = JournalFormat.BATCH_BYTES / EventSlot.CAPACITY;

    private final JournalWriter journal;
    private final EventConsumer[] next;
    private final EventSlot[] slots = new EventSlot[MOST];
    private final long[] sequences = new long[MOST];
    private int waiting;

    /** @param next called in this order for every event, once it is on disk */
    public WriteAhead(JournalWriter journal, EventConsumer... next) {
        this.journal = journal;
        this.next = next.clone();
    }

    @Override
    public void onEvent(EventSlot slot, long sequence, boolean endOfBatch) {
        journal.stage(slot.buffer(), slot.length(), sequence);
        slots[waiting] = slot;
        sequences[waiting] = sequence;
        waiting++;
        if (endOfBatch || waiting == MOST) {
            journal.commit();
            release(endOfBatch);
        }
    }

    private void release(boolean endOfBatch) {
        int count = waiting;
        waiting = 0;
        for (int i = 0; i < count; i++) {
            boolean last = endOfBatch && i == count - 1;
            for (int k = 0; k < next.length; k++) {
                next[k].onEvent(slots[i], sequences[i], last);
            }
        }
    }
}
