package mnvh.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import mnvh.stats.LaneSum;

/**
 * Eight lanes that have left their two vectors, and their fold, which is that of {@link LaneSum}.
 *
 * <p>They pass through memory because a vector that is handed to a method becomes an object wherever the compiler does
 * not inline the call. Single-threaded; allocates nothing after construction.
 */
final class Lanes {
    static final int LANES = LaneSum.LANES;
    /** Vectors of 512 bits are no faster: the divider is no wider, and each of their loads touches two cache lines. */
    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;

    static final int WIDTH = LANES / 2;

    /** Up to two groups of eight. */
    final double[] values = new double[2 * LANES];

    /** Room for one vector of integers. */
    final long[] bits = new long[WIDTH];

    /** @return the first group's sum */
    double fold() {
        return fold(0);
    }

    /** @return the sum of the group that starts at {@code from} */
    double fold(int from) {
        return LaneSum.fold(
                values[from],
                values[from + 1],
                values[from + 2],
                values[from + 3],
                values[from + 4],
                values[from + 5],
                values[from + 6],
                values[from + 7]);
    }

    /** @return the first group's sum after {@code rest} products more, fewer than eight, each to its lane */
    double fold(double[] a, int aFrom, double[] b, int bFrom, int rest) {
        for (int i = 0; i < rest; i++) {
            values[i] += a[aFrom + i] * b[bFrom + i];
        }
        return fold(0);
    }

    /** @return the smallest of the integers */
    long smallest() {
        return Math.min(Math.min(bits[0], bits[1]), Math.min(bits[2], bits[3]));
    }
}
