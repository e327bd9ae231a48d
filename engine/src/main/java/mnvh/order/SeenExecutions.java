package mnvh.order;

import mnvh.units.HotPath;
import org.agrona.collections.Long2LongHashMap;

/**
 * The executions booked lately, so that one reported twice is booked once.
 *
 * <p>Keyed by instrument and ExecID(17) as a 64-bit hash; the content's hash tells a repetition from a conflict.
 * Remembers the newest {@code capacity} executions. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class SeenExecutions {
    private static final long ABSENT = 0;

    private final Long2LongHashMap contents;
    private final long[] ring;
    private int next;

    /** What a report is, compared with those booked before. */
    public enum Sighting {
        /** Never seen. */
        FIRST,
        /** The same execution again. */
        REPEATED,
        /** The same id with other content. */
        CONFLICTING
    }

    /** @param capacity executions remembered */
    public SeenExecutions(int capacity) {
        contents = new Long2LongHashMap(capacity * 2, 0.55f, ABSENT);
        ring = new long[capacity];
    }

    /** @return what the execution is; a first sighting is remembered */
    public Sighting see(int instrument, long execIdHash, long side, long quantity, long price) {
        long key = mix(execIdHash + instrument);
        long content = mix(mix(mix(side) + quantity) + price) | 1;
        long known = contents.get(key);
        if (known != ABSENT) {
            return known == content ? Sighting.REPEATED : Sighting.CONFLICTING;
        }
        if (ring[next] != 0) {
            contents.remove(ring[next]);
        }
        ring[next] = key;
        next = next + 1 == ring.length ? 0 : next + 1;
        contents.put(key, content);
        return Sighting.FIRST;
    }

    /** The finaliser of splitmix64: every input bit reaches every output bit. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
