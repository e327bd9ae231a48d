package mnvh.vector;

import static mnvh.vector.Lanes.DOUBLES;
import static mnvh.vector.Lanes.LANES;
import static mnvh.vector.Lanes.WIDTH;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import mnvh.strategy.StepArithmetic;

/**
 * A step's arithmetic in vectors of four doubles, two of which are the eight lanes of a sum.
 *
 * <p>Single-threaded. Allocates nothing once compiled; interpreted, every operation makes an object.
 */
public final class VectorStepArithmetic implements StepArithmetic {
    private static final VectorSpecies<Long> LONGS = DOUBLES.withLanes(long.class);
    /** A relative return above this share of R is not rounding, whatever r: the exact bound is at most an eighth. */
    private static final double SUSPECT = 0x1p-40;

    private final Lanes lanes = new Lanes();
    private final VectorSums sums = new VectorSums(lanes);

    /** Refuses a machine of shorter vectors: the scalar form is faster there. */
    public VectorStepArithmetic() {
        int bits = DoubleVector.SPECIES_PREFERRED.vectorBitSize();
        if (bits < DOUBLES.vectorBitSize()) {
            throw new UnsupportedOperationException("vectors of " + bits + " bits");
        }
    }

    @Override
    public String description() {
        return "vectors of " + DOUBLES.vectorBitSize() + " bits";
    }

    @Override
    public StepArithmetic another() {
        return new VectorStepArithmetic();
    }

    @Override
    public void returns(double[] mark, int markFrom, double[] before, int beforeFrom, double[] out, int count) {
        int whole = count & -WIDTH;
        for (int i = 0; i < whole; i += WIDTH) {
            DoubleVector base = DoubleVector.fromArray(DOUBLES, before, beforeFrom + i);
            DoubleVector.fromArray(DOUBLES, mark, markFrom + i)
                    .sub(base)
                    .div(base)
                    .intoArray(out, i);
        }
        for (int i = whole; i < count; i++) {
            double base = before[beforeFrom + i];
            out[i] = (mark[markFrom + i] - base) / base;
        }
    }

    @Override
    public double sum(double[] values, int count) {
        return sums.sum(values, count);
    }

    @Override
    public double divideAndDot(double[] values, double divisor, double[] factor, double[] out, int count) {
        int whole = count & -LANES;
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector quotient = DoubleVector.fromArray(DOUBLES, values, i).div(divisor);
            quotient.intoArray(out, i);
            low = low.add(quotient.mul(DoubleVector.fromArray(DOUBLES, factor, i)));
            DoubleVector next =
                    DoubleVector.fromArray(DOUBLES, values, i + WIDTH).div(divisor);
            next.intoArray(out, i + WIDTH);
            high = high.add(next.mul(DoubleVector.fromArray(DOUBLES, factor, i + WIDTH)));
        }
        low.intoArray(lanes.values, 0);
        high.intoArray(lanes.values, WIDTH);
        for (int i = whole; i < count; i++) {
            out[i] = values[i] / divisor;
        }
        return lanes.fold(out, whole, factor, whole, count - whole);
    }

    @Override
    public double dot(double[] a, int aFrom, double[] b, int bFrom, int count) {
        return sums.dot(a, aFrom, b, bFrom, count);
    }

    @Override
    public void dots(double[] a, int[] aFrom, double[] b, int bFrom, int count, double[] out, int howMany) {
        int k = 0;
        if (count % LANES == 0) {
            for (; k + 1 < howMany; k += 2) {
                sums.dotTwo(a, aFrom[k], aFrom[k + 1], b, bFrom, count, out, k);
            }
        }
        for (; k < howMany; k++) {
            out[k] = sums.dot(a, aFrom[k], b, bFrom, count);
        }
    }

    @Override
    public double relative(
            double[] weight,
            double[] stepReturn,
            double portfolioReturn,
            double[] relative,
            double[] weighted,
            int from,
            int count) {
        int whole = count & -LANES;
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        // Doubles without a sign are in the order of their bits, and integers have the cheaper minimum.
        LongVector nearest = LongVector.broadcast(LONGS, Long.MAX_VALUE);
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector d = DoubleVector.fromArray(DOUBLES, stepReturn, i).sub(portfolioReturn);
            nearest = nearest.min(d.reinterpretAsLongs().and(Long.MAX_VALUE));
            DoubleVector product = DoubleVector.fromArray(DOUBLES, weight, i).mul(d);
            d.intoArray(relative, from + i);
            product.intoArray(weighted, from + i);
            low = low.add(product.mul(d));
            int j = i + WIDTH;
            DoubleVector next = DoubleVector.fromArray(DOUBLES, stepReturn, j).sub(portfolioReturn);
            nearest = nearest.min(next.reinterpretAsLongs().and(Long.MAX_VALUE));
            DoubleVector nextProduct =
                    DoubleVector.fromArray(DOUBLES, weight, j).mul(next);
            next.intoArray(relative, from + j);
            nextProduct.intoArray(weighted, from + j);
            high = high.add(nextProduct.mul(next));
        }
        low.intoArray(lanes.values, 0);
        high.intoArray(lanes.values, WIDTH);
        nearest.intoArray(lanes.bits, 0);
        for (int i = whole; i < count; i++) {
            relative[from + i] = stepReturn[i] - portfolioReturn;
            weighted[from + i] = weight[i] * relative[from + i];
        }
        // All are looked at one by one only where one may be rounding, which is hardly ever.
        double suspect = SUSPECT * Math.abs(portfolioReturn);
        boolean suspects = lanes.smallest() <= Double.doubleToRawLongBits(suspect);
        double rounding = ROUNDING * Math.abs(portfolioReturn);
        if (clearRounding(weight, stepReturn, rounding, relative, weighted, from, suspects ? 0 : whole, count)) {
            return sums.dot(weighted, from, relative, from, count);
        }
        return lanes.fold(weighted, from + whole, relative, from + whole, count - whole);
    }

    /** Looks at the instruments from {@code first} to {@code count}. @return true where there was any */
    private static boolean clearRounding(
            double[] weight,
            double[] stepReturn,
            double rounding,
            double[] relative,
            double[] weighted,
            int from,
            int first,
            int count) {
        boolean any = false;
        for (int i = first; i < count; i++) {
            if (Math.abs(relative[from + i]) <= rounding + ROUNDING * Math.abs(stepReturn[i])) {
                relative[from + i] = 0.0;
                weighted[from + i] = weight[i] * 0.0;
                any = true;
            }
        }
        return any;
    }

    @Override
    public double weightedSquares(double[] weight, double[] value, double mean, int count) {
        return sums.weightedSquares(weight, value, mean, count);
    }
}
