package mnvh.vector;

import static mnvh.vector.Lanes.DOUBLES;
import static mnvh.vector.Lanes.LANES;
import static mnvh.vector.Lanes.WIDTH;

import jdk.incubator.vector.DoubleVector;

/**
 * Sums over instruments in eight lanes.
 *
 * <p>What is left after the last whole group of eight is added to its lanes one by one. Single-threaded; allocates
 * nothing once compiled.
 */
final class VectorSums {
    private final Lanes lanes;

    VectorSums(Lanes lanes) {
        this.lanes = lanes;
    }

    double sum(double[] values, int count) {
        int whole = count & -LANES;
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = 0; i < whole; i += LANES) {
            low = low.add(DoubleVector.fromArray(DOUBLES, values, i));
            high = high.add(DoubleVector.fromArray(DOUBLES, values, i + WIDTH));
        }
        low.intoArray(lanes.values, 0);
        high.intoArray(lanes.values, WIDTH);
        for (int i = whole; i < count; i++) {
            lanes.values[i - whole] += values[i];
        }
        return lanes.fold();
    }

    double dot(double[] a, int aFrom, double[] b, int bFrom, int count) {
        int whole = count & -LANES;
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = 0; i < whole; i += LANES) {
            low = low.add(
                    DoubleVector.fromArray(DOUBLES, a, aFrom + i).mul(DoubleVector.fromArray(DOUBLES, b, bFrom + i)));
            high = high.add(DoubleVector.fromArray(DOUBLES, a, aFrom + i + WIDTH)
                    .mul(DoubleVector.fromArray(DOUBLES, b, bFrom + i + WIDTH)));
        }
        low.intoArray(lanes.values, 0);
        high.intoArray(lanes.values, WIDTH);
        return lanes.fold(a, aFrom + whole, b, bFrom + whole, count - whole);
    }

    /** Two sums that share their second factor, which is then read once; for whole groups of eight. */
    void dotTwo(double[] a, int oneFrom, int twoFrom, double[] b, int bFrom, int count, double[] out, int k) {
        DoubleVector oneLow = DoubleVector.zero(DOUBLES);
        DoubleVector oneHigh = DoubleVector.zero(DOUBLES);
        DoubleVector twoLow = DoubleVector.zero(DOUBLES);
        DoubleVector twoHigh = DoubleVector.zero(DOUBLES);
        for (int i = 0; i < count; i += LANES) {
            DoubleVector low = DoubleVector.fromArray(DOUBLES, b, bFrom + i);
            DoubleVector high = DoubleVector.fromArray(DOUBLES, b, bFrom + i + WIDTH);
            oneLow = oneLow.add(DoubleVector.fromArray(DOUBLES, a, oneFrom + i).mul(low));
            oneHigh = oneHigh.add(
                    DoubleVector.fromArray(DOUBLES, a, oneFrom + i + WIDTH).mul(high));
            twoLow = twoLow.add(DoubleVector.fromArray(DOUBLES, a, twoFrom + i).mul(low));
            twoHigh = twoHigh.add(
                    DoubleVector.fromArray(DOUBLES, a, twoFrom + i + WIDTH).mul(high));
        }
        oneLow.intoArray(lanes.values, 0);
        oneHigh.intoArray(lanes.values, WIDTH);
        twoLow.intoArray(lanes.values, LANES);
        twoHigh.intoArray(lanes.values, LANES + WIDTH);
        out[k] = lanes.fold(0);
        out[k + 1] = lanes.fold(LANES);
    }

    double weightedSquares(double[] weight, double[] value, double mean, int count) {
        int whole = count & -LANES;
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector deviation = DoubleVector.fromArray(DOUBLES, value, i).sub(mean);
            low = low.add(DoubleVector.fromArray(DOUBLES, weight, i).mul(deviation.mul(deviation)));
            DoubleVector next =
                    DoubleVector.fromArray(DOUBLES, value, i + WIDTH).sub(mean);
            high = high.add(DoubleVector.fromArray(DOUBLES, weight, i + WIDTH).mul(next.mul(next)));
        }
        low.intoArray(lanes.values, 0);
        high.intoArray(lanes.values, WIDTH);
        for (int i = whole; i < count; i++) {
            double deviation = value[i] - mean;
            lanes.values[i - whole] += weight[i] * (deviation * deviation);
        }
        return lanes.fold();
    }
}
