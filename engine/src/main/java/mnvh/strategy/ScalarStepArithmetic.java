package mnvh.strategy;

import mnvh.stats.LaneSum;
import mnvh.units.HotPath;

/**
 * The reference: plain loops, eight sums side by side.
 *
 * <p>The lanes are written out because the compiler keeps eight variables in registers and no array. Single-threaded;
 * has no state; allocates nothing.
 */
@HotPath
public final class ScalarStepArithmetic implements StepArithmetic {
    /** A relative return above this share of R is not rounding, whatever r: the exact bound is at most an eighth. */
    private static final double SUSPECT = 0x1p-40;

    @Override
    public String description() {
        return "scalar";
    }

    @Override
    public StepArithmetic another() {
        return new ScalarStepArithmetic();
    }

    @Override
    public void returns(double[] mark, int markFrom, double[] before, int beforeFrom, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = (mark[markFrom + i] - before[beforeFrom + i]) / before[beforeFrom + i];
        }
    }

    @Override
    public double sum(double[] values, int count) {
        return LaneSum.sum(values, count);
    }

    @Override
    public double divideAndDot(double[] values, double divisor, double[] factor, double[] out, int count) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        double s4 = 0.0;
        double s5 = 0.0;
        double s6 = 0.0;
        double s7 = 0.0;
        int whole = count & -LaneSum.LANES;
        for (int i = 0; i < whole; i += LaneSum.LANES) {
            double q0 = values[i] / divisor;
            double q1 = values[i + 1] / divisor;
            double q2 = values[i + 2] / divisor;
            double q3 = values[i + 3] / divisor;
            double q4 = values[i + 4] / divisor;
            double q5 = values[i + 5] / divisor;
            double q6 = values[i + 6] / divisor;
            double q7 = values[i + 7] / divisor;
            out[i] = q0;
            out[i + 1] = q1;
            out[i + 2] = q2;
            out[i + 3] = q3;
            out[i + 4] = q4;
            out[i + 5] = q5;
            out[i + 6] = q6;
            out[i + 7] = q7;
            s0 += q0 * factor[i];
            s1 += q1 * factor[i + 1];
            s2 += q2 * factor[i + 2];
            s3 += q3 * factor[i + 3];
            s4 += q4 * factor[i + 4];
            s5 += q5 * factor[i + 5];
            s6 += q6 * factor[i + 6];
            s7 += q7 * factor[i + 7];
        }
        for (int i = whole; i < count; i++) {
            out[i] = values[i] / divisor;
        }
        int rest = count - whole;
        s0 += rest > 0 ? out[whole] * factor[whole] : 0.0;
        s1 += rest > 1 ? out[whole + 1] * factor[whole + 1] : 0.0;
        s2 += rest > 2 ? out[whole + 2] * factor[whole + 2] : 0.0;
        s3 += rest > 3 ? out[whole + 3] * factor[whole + 3] : 0.0;
        s4 += rest > 4 ? out[whole + 4] * factor[whole + 4] : 0.0;
        s5 += rest > 5 ? out[whole + 5] * factor[whole + 5] : 0.0;
        s6 += rest > 6 ? out[whole + 6] * factor[whole + 6] : 0.0;
        return LaneSum.fold(s0, s1, s2, s3, s4, s5, s6, s7);
    }

    @Override
    public double dot(double[] a, int aFrom, double[] b, int bFrom, int count) {
        return LaneSum.dot(a, aFrom, b, bFrom, count);
    }

    @Override
    public void dots(double[] a, int[] aFrom, double[] b, int bFrom, int count, double[] out, int howMany) {
        int k = 0;
        if (count % LaneSum.LANES == 0) {
            for (; k + 1 < howMany; k += 2) {
                dotTwo(a, aFrom[k], aFrom[k + 1], b, bFrom, count, out, k);
            }
        }
        for (; k < howMany; k++) {
            out[k] = LaneSum.dot(a, aFrom[k], b, bFrom, count);
        }
    }

    /** Two sums that share their second factor, which is then read once. */
    private static void dotTwo(
            double[] a, int oneFrom, int twoFrom, double[] b, int bFrom, int count, double[] out, int k) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        double s4 = 0.0;
        double s5 = 0.0;
        double s6 = 0.0;
        double s7 = 0.0;
        double t0 = 0.0;
        double t1 = 0.0;
        double t2 = 0.0;
        double t3 = 0.0;
        double t4 = 0.0;
        double t5 = 0.0;
        double t6 = 0.0;
        double t7 = 0.0;
        for (int i = 0; i < count; i += LaneSum.LANES) {
            int one = oneFrom + i;
            int two = twoFrom + i;
            int at = bFrom + i;
            s0 += a[one] * b[at];
            s1 += a[one + 1] * b[at + 1];
            s2 += a[one + 2] * b[at + 2];
            s3 += a[one + 3] * b[at + 3];
            s4 += a[one + 4] * b[at + 4];
            s5 += a[one + 5] * b[at + 5];
            s6 += a[one + 6] * b[at + 6];
            s7 += a[one + 7] * b[at + 7];
            t0 += a[two] * b[at];
            t1 += a[two + 1] * b[at + 1];
            t2 += a[two + 2] * b[at + 2];
            t3 += a[two + 3] * b[at + 3];
            t4 += a[two + 4] * b[at + 4];
            t5 += a[two + 5] * b[at + 5];
            t6 += a[two + 6] * b[at + 6];
            t7 += a[two + 7] * b[at + 7];
        }
        out[k] = LaneSum.fold(s0, s1, s2, s3, s4, s5, s6, s7);
        out[k + 1] = LaneSum.fold(t0, t1, t2, t3, t4, t5, t6, t7);
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
        double rounding = ROUNDING * Math.abs(portfolioReturn);
        // One comparison an instrument; the exact one only for what may be rounding.
        double suspect = SUSPECT * Math.abs(portfolioReturn);
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        double s4 = 0.0;
        double s5 = 0.0;
        double s6 = 0.0;
        double s7 = 0.0;
        int whole = count & -LaneSum.LANES;
        for (int i = 0; i < whole; i += LaneSum.LANES) {
            int at = from + i;
            double d0 = difference(stepReturn[i], portfolioReturn, suspect, rounding);
            double d1 = difference(stepReturn[i + 1], portfolioReturn, suspect, rounding);
            double d2 = difference(stepReturn[i + 2], portfolioReturn, suspect, rounding);
            double d3 = difference(stepReturn[i + 3], portfolioReturn, suspect, rounding);
            double d4 = difference(stepReturn[i + 4], portfolioReturn, suspect, rounding);
            double d5 = difference(stepReturn[i + 5], portfolioReturn, suspect, rounding);
            double d6 = difference(stepReturn[i + 6], portfolioReturn, suspect, rounding);
            double d7 = difference(stepReturn[i + 7], portfolioReturn, suspect, rounding);
            double w0 = weight[i] * d0;
            double w1 = weight[i + 1] * d1;
            double w2 = weight[i + 2] * d2;
            double w3 = weight[i + 3] * d3;
            double w4 = weight[i + 4] * d4;
            double w5 = weight[i + 5] * d5;
            double w6 = weight[i + 6] * d6;
            double w7 = weight[i + 7] * d7;
            relative[at] = d0;
            relative[at + 1] = d1;
            relative[at + 2] = d2;
            relative[at + 3] = d3;
            relative[at + 4] = d4;
            relative[at + 5] = d5;
            relative[at + 6] = d6;
            relative[at + 7] = d7;
            weighted[at] = w0;
            weighted[at + 1] = w1;
            weighted[at + 2] = w2;
            weighted[at + 3] = w3;
            weighted[at + 4] = w4;
            weighted[at + 5] = w5;
            weighted[at + 6] = w6;
            weighted[at + 7] = w7;
            s0 += w0 * d0;
            s1 += w1 * d1;
            s2 += w2 * d2;
            s3 += w3 * d3;
            s4 += w4 * d4;
            s5 += w5 * d5;
            s6 += w6 * d6;
            s7 += w7 * d7;
        }
        for (int i = whole; i < count; i++) {
            double d = difference(stepReturn[i], portfolioReturn, suspect, rounding);
            relative[from + i] = d;
            weighted[from + i] = weight[i] * d;
        }
        int rest = count - whole;
        int at = from + whole;
        s0 += rest > 0 ? weighted[at] * relative[at] : 0.0;
        s1 += rest > 1 ? weighted[at + 1] * relative[at + 1] : 0.0;
        s2 += rest > 2 ? weighted[at + 2] * relative[at + 2] : 0.0;
        s3 += rest > 3 ? weighted[at + 3] * relative[at + 3] : 0.0;
        s4 += rest > 4 ? weighted[at + 4] * relative[at + 4] : 0.0;
        s5 += rest > 5 ? weighted[at + 5] * relative[at + 5] : 0.0;
        s6 += rest > 6 ? weighted[at + 6] * relative[at + 6] : 0.0;
        return LaneSum.fold(s0, s1, s2, s3, s4, s5, s6, s7);
    }

    private static double difference(double r, double portfolioReturn, double suspect, double rounding) {
        double d = r - portfolioReturn;
        return Math.abs(d) <= suspect && Math.abs(d) <= rounding + ROUNDING * Math.abs(r) ? 0.0 : d;
    }

    @Override
    public double weightedSquares(double[] weight, double[] value, double mean, int count) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        double s4 = 0.0;
        double s5 = 0.0;
        double s6 = 0.0;
        double s7 = 0.0;
        int whole = count & -LaneSum.LANES;
        for (int i = 0; i < whole; i += LaneSum.LANES) {
            s0 += term(weight[i], value[i] - mean);
            s1 += term(weight[i + 1], value[i + 1] - mean);
            s2 += term(weight[i + 2], value[i + 2] - mean);
            s3 += term(weight[i + 3], value[i + 3] - mean);
            s4 += term(weight[i + 4], value[i + 4] - mean);
            s5 += term(weight[i + 5], value[i + 5] - mean);
            s6 += term(weight[i + 6], value[i + 6] - mean);
            s7 += term(weight[i + 7], value[i + 7] - mean);
        }
        int rest = count - whole;
        s0 += rest > 0 ? term(weight[whole], value[whole] - mean) : 0.0;
        s1 += rest > 1 ? term(weight[whole + 1], value[whole + 1] - mean) : 0.0;
        s2 += rest > 2 ? term(weight[whole + 2], value[whole + 2] - mean) : 0.0;
        s3 += rest > 3 ? term(weight[whole + 3], value[whole + 3] - mean) : 0.0;
        s4 += rest > 4 ? term(weight[whole + 4], value[whole + 4] - mean) : 0.0;
        s5 += rest > 5 ? term(weight[whole + 5], value[whole + 5] - mean) : 0.0;
        s6 += rest > 6 ? term(weight[whole + 6], value[whole + 6] - mean) : 0.0;
        return LaneSum.fold(s0, s1, s2, s3, s4, s5, s6, s7);
    }

    private static double term(double weight, double deviation) {
        return weight * (deviation * deviation);
    }
}
