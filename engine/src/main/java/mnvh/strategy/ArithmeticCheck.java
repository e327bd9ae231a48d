package mnvh.strategy;

import java.util.SplittableRandom;

/**
 * Compares two forms of the step's arithmetic bit for bit, on ordinary and on nasty numbers of every length that
 * matters.
 *
 * <p>Nasty: zeros of both signs, weights of both signs and none, equal returns, returns that differ from R by its last
 * bits, the smallest and large numbers. Allocates; for the start, not for the hot path.
 */
final class ArithmeticCheck {
    private static final long SEED = 20_260_101L;
    private static final int LONGEST = 70;
    private static final int[] ALSO = {128, 200, 257};
    private static final int WARM_UP_ROUNDS = 20_000;
    /** Where index 0 stands in arrays that are read from an offset. */
    private static final int OFFSET = 3;

    private final StepArithmetic reference;
    private final StepArithmetic candidate;
    private final SplittableRandom random;

    ArithmeticCheck(StepArithmetic reference, StepArithmetic candidate, long seed) {
        this.reference = reference;
        this.candidate = candidate;
        this.random = new SplittableRandom(seed);
    }

    /** @return the first operation and length that differ, empty for none */
    static String firstDifference(StepArithmetic reference, StepArithmetic candidate) {
        ArithmeticCheck check = new ArithmeticCheck(reference, candidate, SEED);
        for (int count = 0; count <= LONGEST; count++) {
            String difference = check.differenceAt(count);
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        for (int count : ALSO) {
            String difference = check.differenceAt(count);
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return "";
    }

    /** @return the first operation that differs for {@code count} instruments, empty for none */
    String differenceAt(int count) {
        String at = " of " + count;
        for (int round = 0; round < 4; round++) {
            if (!returnsAgree(count)) {
                return "returns" + at;
            }
            double[] weight = numbers(count);
            double[] stepReturn = numbers(count);
            if (!divisionAgrees(weight, stepReturn, count)) {
                return "division" + at;
            }
            if (!sumsAgree(count)) {
                return "sums" + at;
            }
            if (!relativeAgrees(weight, stepReturn, count)) {
                return "relative returns" + at;
            }
            double mean = count == 0 ? 0.0 : stepReturn[count / 2];
            if (!same(
                    reference.weightedSquares(weight, stepReturn, mean, count),
                    candidate.weightedSquares(weight, stepReturn, mean, count))) {
                return "squares" + at;
            }
        }
        return "";
    }

    /** Calls every operation so often that the compiler is done with it before the first step, or nearly so. */
    static void warmUp(StepArithmetic form) {
        ArithmeticCheck check = new ArithmeticCheck(form, form, SEED);
        int count = LONGEST + 2;
        double[] weight = check.numbers(count);
        double[] stepReturn = new double[count];
        double[] out = new double[2 * count];
        double[] sums = new double[4];
        double[] marks = new double[count];
        double[] before = new double[count];
        for (int i = 0; i < count; i++) {
            marks[i] = 1_000_000 + check.random.nextInt(1000);
            before[i] = 1_000_000 + check.random.nextInt(1000);
        }
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            // With a rest and without one.
            int length = count - round % 2;
            form.returns(marks, 0, before, 0, stepReturn, length);
            double sum = form.sum(weight, length);
            double mean = form.divideAndDot(weight, 1 + sum * sum, stepReturn, out, length);
            form.relative(weight, stepReturn, mean, out, out, count - length, length);
            form.dots(weight, new int[4], stepReturn, 0, length, sums, 4);
            sums[0] = form.dot(weight, 0, stepReturn, 0, length) + form.weightedSquares(weight, out, mean, length);
        }
    }

    private boolean returnsAgree(int count) {
        double[] mark = new double[count + OFFSET];
        double[] before = new double[count + 1];
        for (int i = 0; i < count; i++) {
            // Whole numbers of up to 53 bits, as prices at 1e-8 are.
            before[i + 1] = 1 + (random.nextLong() >>> (11 + random.nextInt(52)));
            mark[i + OFFSET] = Math.rint(before[i + 1] * (random.nextInt(3) == 0 ? random.nextDouble() : 0.999));
        }
        double[] expected = new double[count];
        double[] actual = new double[count];
        reference.returns(mark, OFFSET, before, 1, expected, count);
        candidate.returns(mark, OFFSET, before, 1, actual, count);
        return same(expected, actual);
    }

    private boolean divisionAgrees(double[] weight, double[] stepReturn, int count) {
        double[] expected = new double[count];
        double[] inPlace = weight.clone();
        double divisor = 0.05 + random.nextDouble();
        double sum = reference.divideAndDot(weight, divisor, stepReturn, expected, count);
        return same(sum, candidate.divideAndDot(inPlace, divisor, stepReturn, inPlace, count))
                && same(expected, inPlace)
                && same(reference.sum(weight, count), candidate.sum(weight, count));
    }

    private boolean sumsAgree(int count) {
        int sums = 1 + random.nextInt(7);
        double[] a = numbers(sums * count + OFFSET);
        double[] b = numbers(count + 1);
        int[] from = new int[sums];
        for (int k = 0; k < sums; k++) {
            from[k] = OFFSET + (sums - 1 - k) * count;
        }
        double[] expected = new double[sums];
        double[] actual = new double[sums];
        reference.dots(a, from, b, 1, count, expected, sums);
        candidate.dots(a, from, b, 1, count, actual, sums);
        return same(expected, actual)
                && same(reference.dot(a, OFFSET, b, 1, count), candidate.dot(a, OFFSET, b, 1, count))
                && same(expected[sums - 1], reference.dot(a, OFFSET, b, 1, count));
    }

    private boolean relativeAgrees(double[] weight, double[] stepReturn, int count) {
        double portfolioReturn = count == 0 || random.nextInt(4) == 0 ? 0.0 : stepReturn[random.nextInt(count)];
        double[] near = stepReturn.clone();
        for (int i = 0; i < count; i++) {
            if (random.nextInt(3) == 0) {
                // Around the bound below which a difference is rounding, and at it.
                near[i] = portfolioReturn * (1 + (random.nextInt(17) - 8) * StepArithmetic.ROUNDING / 2);
            }
        }
        double[][] expected = new double[2][count + OFFSET];
        double[][] actual = new double[2][count + OFFSET];
        return same(
                        reference.relative(weight, near, portfolioReturn, expected[0], expected[1], OFFSET, count),
                        candidate.relative(weight, near, portfolioReturn, actual[0], actual[1], OFFSET, count))
                && same(expected[0], actual[0])
                && same(expected[1], actual[1]);
    }

    private double[] numbers(int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    private double number() {
        switch (random.nextInt(16)) {
            case 0:
                return 0.0;
            case 1:
                return -0.0;
            case 2:
                return 0.005;
            case 3:
                return Double.MIN_VALUE * (random.nextInt(9) - 4);
            case 4:
                return 1e12 * random.nextGaussian();
            default:
                return 0.01 * random.nextGaussian();
        }
    }

    private static boolean same(double[] expected, double[] actual) {
        for (int i = 0; i < expected.length; i++) {
            if (!same(expected[i], actual[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(double expected, double actual) {
        return Double.doubleToRawLongBits(expected) == Double.doubleToRawLongBits(actual);
    }
}
