package mnvh.order;

import mnvh.units.HotPath;

/**
 * The executions and other records booked lately, so that one reported twice is booked once.
 *
 * <p>Keyed by event class, instrument and ExecID(17) as a 64-bit hash; the content's hash tells a repetition from a
 * conflict. To look changes nothing; {@link #remember} is for what is booked, so that what was refused can come again.
 * Remembers the newest {@code capacity} records in a table of its own, with key and content side by side: a general map
 * cost a fill six misses of the cache, this one two. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class SeenExecutions {
    private static final int SLOTS_PER_EXECUTION = 2;

    /** Keys, each followed by its content; 0 where a slot is free. */
    private final long[] slots;

    private final int mask;
    private final long[] ring;
    private int next;
    /** The record looked at last. */
    private long key;

    private long content;

    /** What a report is, compared with those booked before. */
    public enum Sighting {
        /** Never seen. */
        FIRST,
        /** The same execution again. */
        REPEATED,
        /** The same id with other content. */
        CONFLICTING
    }

    /** @param capacity executions remembered, at most 2^27 */
    public SeenExecutions(int capacity) {
        int count = Integer.highestOneBit(Math.max(1, capacity) * SLOTS_PER_EXECUTION - 1) << 1;
        slots = new long[2 * count];
        mask = count - 1;
        ring = new long[capacity];
    }

    /**
     * Looks for a record; {@link #with} adds its content, {@link #sighting} answers, {@link #remember} keeps it.
     *
     * @param eventClass told apart from every other class, not negative
     * @param owner instrument or currency
     * @param idHash ExecID(17), or whatever names the record, as a hash
     */
    public SeenExecutions look(int eventClass, int owner, long idHash) {
        key = mix(mix(idHash + owner) + eventClass) | 1;
        content = 0;
        return this;
    }

    /** Adds a number of the record's content; the order of the numbers counts. */
    public SeenExecutions with(long number) {
        content = mix(content + number);
        return this;
    }

    /** @return what the record looked at is; changes nothing */
    public Sighting sighting() {
        int at = slotOf(key);
        return slots[at] != key ? Sighting.FIRST : slots[at + 1] == content ? Sighting.REPEATED : Sighting.CONFLICTING;
    }

    /** Keeps the record looked at last, once it is booked; throws {@link IllegalStateException} where it was before. */
    public void remember() {
        int at = slotOf(key);
        if (slots[at] == key) {
            throw new IllegalStateException("a record is booked a second time");
        }
        if (ring[next] != 0) {
            forget(ring[next]);
            at = slotOf(key);
        }
        ring[next] = key;
        next = next + 1 == ring.length ? 0 : next + 1;
        slots[at] = key;
        slots[at + 1] = content;
    }

    /** @return where the key stands, or the free slot that ends its search */
    private int slotOf(long key) {
        int slot = home(key);
        while (slots[2 * slot] != key && slots[2 * slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return 2 * slot;
    }

    private int home(long key) {
        return (int) (key >>> 32) & mask;
    }

    /** Frees a key's slot and moves what was displaced past it back, so that no search ends early. */
    private void forget(long key) {
        int hole = slotOf(key) / 2;
        int slot = (hole + 1) & mask;
        while (slots[2 * slot] != 0) {
            int distance = (slot - home(slots[2 * slot])) & mask;
            if (distance >= ((slot - hole) & mask)) {
                slots[2 * hole] = slots[2 * slot];
                slots[2 * hole + 1] = slots[2 * slot + 1];
                hole = slot;
            }
            slot = (slot + 1) & mask;
        }
        slots[2 * hole] = 0;
    }

    /** The finaliser of splitmix64: every input bit reaches every output bit. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
