package mnvh.stats;

import java.util.Arrays;
import mnvh.units.HotPath;

/**
 * The portfolio of least variance among those whose weights sum to 1, signs free or none below 0.
 *
 * <pre>
 *   free:       w = C^-1 1 / (1' C^-1 1)
 *   long only:  w = y / (1' y)     y = argmin y'Cy/2 - 1'y over y not below 0
 * </pre>
 *
 * <p>By Cholesky's factor, rows ascending, inner products in lanes as {@link LaneSum} has them. Long only goes by
 * active sets (Lawson and Hanson 1974): who comes out below 0 is left out, and taken back in, the one with the steepest
 * gradient and the lowest index first, while that lowers the variance. It ends at the optimum; should rounding keep it
 * from ending, the last list that meets the signs stands after three solutions for each instrument. Single-threaded.
 * Allocates nothing after construction.
 */
@HotPath
public final class MinimumVariance {
    /** Gradient, as a share of the 1 that it is measured against, that is rounding. */
    private static final double STEEP = 1e-10;

    /** A pivot below this share of its diagonal element is rounding. */
    private static final double SINGULAR = 1e-13;

    private final double[] factor;
    private final double[] solution;
    private final double[] held;
    private final int[] passive;
    private final boolean[] isPassive;
    private int passives;

    /** @param most largest number of instruments */
    public MinimumVariance(int most) {
        factor = new double[Math.multiplyExact(most, most)];
        solution = new double[most];
        held = new double[most];
        passive = new int[most];
        isPassive = new boolean[most];
    }

    /**
     * Solves.
     *
     * @param covariance {@code count} rows of as many, symmetric
     * @param longOnly whether no weight may be below 0
     * @param weight takes {@code count} weights that sum to 1; untouched where the result is false
     * @return false where the matrix is not positive definite
     */
    public boolean solve(double[] covariance, int count, boolean longOnly, double[] weight) {
        Arrays.fill(isPassive, 0, count, true);
        Arrays.fill(held, 0, count, 0.0);
        list(count);
        if (!solvePassive(covariance, count)) {
            return false;
        }
        if (longOnly && !(dropNegatives(covariance, count) && takeBack(covariance, count))) {
            return false;
        }
        if (!longOnly) {
            keepSolution();
        }
        double total = LaneSum.sum(held, count);
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            weight[i] = held[i] / total;
        }
        return true;
    }

    /** Leaves out who comes out below 0 until nobody does: a place to start from. */
    private boolean dropNegatives(double[] covariance, int count) {
        while (lowest() <= 0) {
            for (int a = 0; a < passives; a++) {
                isPassive[passive[a]] = solution[a] > 0;
            }
            list(count);
            if (!solvePassive(covariance, count)) {
                return false;
            }
        }
        keepSolution();
        return true;
    }

    private boolean takeBack(double[] covariance, int count) {
        for (int solved = 0; solved < 3 * count; ) {
            int entering = steepest(covariance, count);
            if (entering < 0) {
                return true;
            }
            isPassive[entering] = true;
            list(count);
            boolean reached = false;
            while (!reached && solved < 3 * count) {
                solved++;
                if (!solvePassive(covariance, count)) {
                    return false;
                }
                reached = lowest() > 0;
                if (reached) {
                    keepSolution();
                } else if (!stepTowardsSolution()) {
                    // Who was taken in would leave at once: what the gradient promised was rounding.
                    return true;
                }
                list(count);
            }
        }
        return true;
    }

    /** @return who is left out and whose weight would lower the variance most; -1 for nobody */
    private int steepest(double[] covariance, int count) {
        int best = -1;
        double most = STEEP;
        for (int i = 0; i < count; i++) {
            if (!isPassive[i]) {
                double gradient = 1.0 - LaneSum.dot(covariance, i * count, held, 0, count);
                if (gradient > most) {
                    most = gradient;
                    best = i;
                }
            }
        }
        return best;
    }

    /**
     * Goes as far towards the solution as no weight falls below 0, and leaves out who is then at 0.
     *
     * @return false where that is no way at all
     */
    private boolean stepTowardsSolution() {
        double share = 1.0;
        for (int a = 0; a < passives; a++) {
            share = Math.min(share, reach(a));
        }
        for (int a = 0; a < passives; a++) {
            int i = passive[a];
            held[i] = reach(a) <= share ? 0.0 : held[i] + share * (solution[a] - held[i]);
            isPassive[i] = held[i] > 0;
        }
        return share > 0;
    }

    /** @return share of the way to the solution at which a weight is 0; infinite where it is not on the way */
    private double reach(int a) {
        double now = held[passive[a]];
        return solution[a] > 0 ? Double.POSITIVE_INFINITY : now > 0 ? now / (now - solution[a]) : 0.0;
    }

    private void list(int count) {
        passives = 0;
        for (int i = 0; i < count; i++) {
            if (isPassive[i]) {
                passive[passives] = i;
                passives++;
            }
        }
    }

    private void keepSolution() {
        for (int a = 0; a < passives; a++) {
            held[passive[a]] = solution[a];
        }
    }

    private double lowest() {
        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a < passives; a++) {
            least = Math.min(least, solution[a]);
        }
        return least;
    }

    /** Solves C y = 1 over the passive ones. @return false where their matrix is not positive definite */
    private boolean solvePassive(double[] covariance, int count) {
        int n = passives;
        for (int a = 0; a < n; a++) {
            int from = passive[a] * count;
            for (int b = 0; b <= a; b++) {
                double rest = covariance[from + passive[b]] - LaneSum.dot(factor, a * n, factor, b * n, b);
                if (b < a) {
                    factor[a * n + b] = rest / factor[b * n + b];
                } else if (rest > covariance[from + passive[a]] * SINGULAR) {
                    factor[a * n + a] = Math.sqrt(rest);
                } else {
                    return false;
                }
            }
            solution[a] = (1.0 - LaneSum.dot(factor, a * n, solution, 0, a)) / factor[a * n + a];
        }
        for (int a = n - 1; a >= 0; a--) {
            solution[a] /= factor[a * n + a];
            for (int b = 0; b < a; b++) {
                solution[b] -= factor[a * n + b] * solution[a];
            }
        }
        return true;
    }
}
