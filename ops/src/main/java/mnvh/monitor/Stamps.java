package mnvh.monitor;

import java.util.Arrays;
import mnvh.units.HotPath;

/**
 * When the entry at a position of a ring was published.
 *
 * <p>Written before the ring's own publication and read after its consumer saw it, which orders the two; a later entry
 * takes a place only once the ring's does. Must be as long as the ring or longer: a position that does not match reads
 * as unknown. Allocates nothing after construction.
 */
@HotPath
final class Stamps {
    private static final long NONE = -1;

    private final long[] positions;
    private final long[] stampNs;
    private final int mask;

    /** @param size a power of two */
    Stamps(int size) {
        positions = new long[size];
        stampNs = new long[size];
        mask = size - 1;
        Arrays.fill(positions, NONE);
    }

    void put(long position, long atNs) {
        int place = (int) position & mask;
        positions[place] = position;
        stampNs[place] = atNs;
    }

    /** @return true where the position's stamp is still held */
    boolean has(long position) {
        return positions[(int) position & mask] == position;
    }

    /** @return the stamp; only where {@link #has} */
    long at(long position) {
        return stampNs[(int) position & mask];
    }
}
