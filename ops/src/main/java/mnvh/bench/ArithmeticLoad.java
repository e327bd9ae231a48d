package mnvh.bench;

import java.util.SplittableRandom;
import mnvh.strategy.StepArithmetic;

/** Steps of one universe through one form of the arithmetic; two loads of one size see the same prices. */
final class ArithmeticLoad {
    private static final long SEED = 5;
    private static final long LOWEST = 1_000_000_000L;
    private static final int SPAN = 1 << 30;
    private static final int MOVE = 1_000_000;

    private final int size;
    private final StepArithmetic arithmetic;
    private final double[][] marks;
    private final double[] target;
    private final double[] weight;
    private final double[] stepReturn;
    private final double[] relative;
    private final double[] weighted;
    private final double[] dividend;
    private final double[] divisor;
    private final double[] quotient;
    private final double[] other;
    private double dispersion;

    ArithmeticLoad(int size, StepArithmetic arithmetic) {
        this.size = size;
        this.arithmetic = arithmetic;
        this.marks = new double[2][size];
        this.target = new double[size];
        this.weight = new double[size];
        this.stepReturn = new double[size];
        this.relative = new double[size];
        this.weighted = new double[size];
        this.dividend = new double[size];
        this.divisor = new double[size];
        this.quotient = new double[size];
        this.other = new double[size];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < size; i++) {
            marks[0][i] = LOWEST + random.nextInt(SPAN);
            marks[1][i] = marks[0][i] + random.nextInt(MOVE) - MOVE / 2;
            target[i] = random.nextDouble() - 0.1;
            dividend[i] = random.nextDouble();
            divisor[i] = 1 + random.nextDouble();
        }
    }

    /** @return ns per step */
    double[] steps(int steps) {
        double sum = 0;
        int at = 0;
        long startNs = System.nanoTime();
        for (int k = 0; k < steps; k++) {
            // Steps there and back differ, so that no result of the last one can stand in for this one's.
            sum += step(marks[k & 1], marks[1 - (k & 1)]) + weighted[at];
            at = at + 1 == size ? 0 : at + 1;
        }
        double ns = System.nanoTime() - startNs;
        Consumed.number = Double.doubleToRawLongBits(sum);
        step(marks[1], marks[0]);
        return new double[] {ns / steps};
    }

    private double step(double[] mark, double[] before) {
        arithmetic.returns(mark, 0, before, 0, stepReturn, size);
        double sum = arithmetic.sum(target, size);
        double portfolioReturn = arithmetic.divideAndDot(target, sum, stepReturn, weight, size);
        dispersion = arithmetic.relative(weight, stepReturn, portfolioReturn, relative, weighted, 0, size);
        return dispersion;
    }

    /** @return ns per step of two divisions per instrument */
    double[] divisions(int steps) {
        double sum = 0;
        int at = 0;
        long startNs = System.nanoTime();
        for (int k = 0; k < steps; k++) {
            divide(dividend, divisor, quotient);
            divide(divisor, quotient, other);
            sum += other[at];
            at = at + 1 == size ? 0 : at + 1;
        }
        double ns = System.nanoTime() - startNs;
        Consumed.number = Double.doubleToRawLongBits(sum);
        return new double[] {ns / steps};
    }

    private static void divide(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] / b[i];
        }
    }

    /** @return what the last step left that differs from {@code other}'s in any bit, empty for nothing */
    String differenceFrom(ArithmeticLoad other) {
        if (!same(dispersion, other.dispersion)) {
            return "dispersion of " + size;
        }
        for (int i = 0; i < size; i++) {
            if (!same(stepReturn[i], other.stepReturn[i])
                    || !same(weight[i], other.weight[i])
                    || !same(relative[i], other.relative[i])
                    || !same(weighted[i], other.weighted[i])) {
                return "instrument " + i + " of " + size;
            }
        }
        return "";
    }

    private static boolean same(double a, double b) {
        return Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b);
    }
}
