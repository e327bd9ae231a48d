package mnvh.strategy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the estimators claim to follow, from the definitions: double loops over a whole window of marks, nothing carried
 * from step to step, nothing taken from the estimators.
 *
 * <p>An instrument is present in step k where it has a mark at k and at k-1. Weights are given and constant.
 */
final class PlainDefinitions {
    /** A share of this size is lost in the rounding of any sum; older steps have less. */
    private static final double NEGLIGIBLE = 1e-20;

    private final long[][] marks;
    private final double[] weight;
    /** By instrument and step; NaN where it is not present. */
    private final double[][] stepReturn;
    /** w' and d by step and instrument; NaN where there is no d. */
    private final double[][] renormalised;

    private final double[][] relative;
    private final double[] portfolioReturn;
    private final Map<Integer, double[]> dispersions = new HashMap<>();
    /** By instrument and step: how many steps it has been present in up to then. */
    private final int[][] presences;

    PlainDefinitions(RecordedPanel panel, double[] weight) {
        this.marks = panel.marks();
        this.weight = weight;
        int steps = marks.length;
        int size = weight.length;
        stepReturn = new double[size][steps];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < steps; k++) {
                boolean there = k > 0 && marks[k][i] != 0 && marks[k - 1][i] != 0;
                stepReturn[i][k] = there ? (double) marks[k][i] / marks[k - 1][i] - 1 : Double.NaN;
            }
        }
        renormalised = new double[steps][size];
        relative = new double[steps][size];
        portfolioReturn = new double[steps];
        presences = new int[size][steps];
        for (int i = 0; i < size; i++) {
            for (int k = 1; k < steps; k++) {
                presences[i][k] = presences[i][k - 1] + (present(k, i) ? 1 : 0);
            }
        }
        for (int k = 0; k < steps; k++) {
            double total = 0;
            for (int i = 0; i < size; i++) {
                total += present(k, i) ? weight[i] : 0;
            }
            double mean = 0;
            for (int i = 0; i < size; i++) {
                renormalised[k][i] = present(k, i) ? weight[i] / total : 0;
                mean += present(k, i) ? renormalised[k][i] * stepReturn(k, i) : 0;
            }
            portfolioReturn[k] = k == 0 ? Double.NaN : mean;
            for (int i = 0; i < size; i++) {
                relative[k][i] = present(k, i) ? stepReturn(k, i) - mean : Double.NaN;
            }
        }
    }

    boolean present(int k, int i) {
        return !Double.isNaN(stepReturn[i][k]);
    }

    double stepReturn(int k, int i) {
        return stepReturn[i][k];
    }

    double portfolioReturn(int k) {
        return portfolioReturn[k];
    }

    private static double square(double value) {
        return value * value;
    }

    private boolean pair(int k, int i) {
        return k > 1 && present(k, i) && present(k - 1, i);
    }

    /** rho over the last {@code window} pairs of steps that end with {@code k}; NaN for fewer. */
    double rho(int k, int window) {
        if (k - window < 1) {
            return Double.NaN;
        }
        double product = 0;
        double square = 0;
        for (int j = k - window + 1; j <= k; j++) {
            for (int i = 0; i < weight.length; i++) {
                if (pair(j, i)) {
                    product += relative[j][i] * relative[j - 1][i];
                    square += relative[j - 1][i] * relative[j - 1][i];
                }
            }
        }
        return -product / square;
    }

    /** Standard error of {@link #rho}, the steps being the clusters. */
    double rhoStandardError(int k, int window) {
        if (k - window < 1) {
            return Double.NaN;
        }
        double rho = rho(k, window);
        double residuals = 0;
        double square = 0;
        for (int j = k - window + 1; j <= k; j++) {
            double residual = 0;
            for (int i = 0; i < weight.length; i++) {
                if (pair(j, i)) {
                    residual += relative[j - 1][i] * (relative[j][i] + rho * relative[j - 1][i]);
                    square += relative[j - 1][i] * relative[j - 1][i];
                }
            }
            residuals += residual * residual;
        }
        return Math.sqrt(residuals * window / (window - 1)) / square;
    }

    /** XSVar of step {@code k} for returns over {@code horizon} steps; NaN where nobody has one. */
    double dispersion(int k, int horizon) {
        double total = 0;
        double mean = 0;
        for (int i = 0; i < weight.length; i++) {
            if (throughout(k, i, horizon)) {
                total += weight[i];
                mean += weight[i] * ((double) marks[k][i] / marks[k - horizon][i] - 1);
            }
        }
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            if (throughout(k, i, horizon)) {
                double d = (double) marks[k][i] / marks[k - horizon][i] - 1 - mean / total;
                sum += weight[i] * d * d;
            }
        }
        return total == 0 ? Double.NaN : sum / total;
    }

    private boolean throughout(int k, int i, int horizon) {
        for (int j = k - horizon + 1; j <= k; j++) {
            if (j < 1 || !present(j, i)) {
                return false;
            }
        }
        return true;
    }

    /** {@link #dispersion} of every step, worked out once. */
    private double[] dispersions(int horizon) {
        return dispersions.computeIfAbsent(horizon, h -> {
            double[] all = new double[marks.length];
            for (int k = 0; k < all.length; k++) {
                all[k] = dispersion(k, h);
            }
            return all;
        });
    }

    /** Mean of {@link #dispersion} over the steps of the window that have one; NaN while less than half have. */
    double meanDispersion(int k, int horizon, int window) {
        if (k < window) {
            return Double.NaN;
        }
        double sum = 0;
        int count = 0;
        for (int j = k - window + 1; j <= k; j++) {
            double one = dispersions(horizon)[j];
            if (!Double.isNaN(one)) {
                sum += one;
                count++;
            }
        }
        return 2 * count < window ? Double.NaN : sum / count;
    }

    double varianceRatio(int k, int horizon, int window) {
        return meanDispersion(k, horizon, window) / (horizon * meanDispersion(k, 1, window));
    }

    /** c[lag] over the window; NaN while less than half of it has the lag. */
    double covariance(int k, int lag, int window) {
        if (k < window) {
            return Double.NaN;
        }
        double sum = 0;
        int count = 0;
        for (int j = k - window + 1; j <= k; j++) {
            if (j - lag < 1) {
                continue;
            }
            count++;
            for (int i = 0; i < weight.length; i++) {
                if (present(j, i) && present(j - lag, i)) {
                    sum += renormalised[j - lag][i] * relative[j - lag][i] * relative[j][i];
                }
            }
        }
        return 2 * count < window ? Double.NaN : -sum / count;
    }

    /** Standard deviation with n - 1 of an instrument's returns in the window; NaN for fewer than {@code least}. */
    double deviation(int k, int i, int window, int least) {
        double sum = 0;
        int count = 0;
        for (int j = Math.max(1, k - window + 1); j <= k; j++) {
            if (present(j, i)) {
                sum += stepReturn(j, i);
                count++;
            }
        }
        double square = 0;
        for (int j = Math.max(1, k - window + 1); j <= k; j++) {
            if (present(j, i)) {
                square += square(stepReturn(j, i) - sum / count);
            }
        }
        return count < least ? Double.NaN : Math.sqrt(square / (count - 1));
    }

    /** Root of the exponentially weighted mean square: the first {@code length} returns weigh the same. */
    double exponentialDeviation(int k, int i, int length, int least) {
        double[] share = shares(k, i, length);
        double sum = 0;
        for (int age = 0; age < share.length; age++) {
            sum += share[age] == 0 ? 0 : share[age] * square(stepReturn(k - age, i));
        }
        return presences[i][k] < least ? Double.NaN : Math.sqrt(sum);
    }

    /**
     * What each step weighs, the newest first, 0 where absent: (1-1/length)^age of the present steps over length, the
     * first {@code length} of them alike. Cut where that is negligible.
     */
    private double[] shares(int k, int i, int length) {
        double[] share = new double[k];
        int alike = Math.min(presences[i][k], length);
        double decay = 1;
        for (int age = 0; age < k; age++) {
            int at = presences[i][k - age];
            if (present(k - age, i)) {
                share[age] = decay / alike;
                decay *= at > alike ? 1 - 1.0 / length : 1;
            }
            if (decay < NEGLIGIBLE) {
                return Arrays.copyOf(share, age + 1);
            }
        }
        return share;
    }

    /** Who has returns in half of the window, at least two, that vary; null while the window is less than half full. */
    boolean @Nullable [] members(int k, int window) {
        int least = Math.max(2, (window + 1) / 2);
        boolean[] in = new boolean[weight.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = deviation(k, i, window, least) > 1e-7;
        }
        return k < least ? null : in;
    }

    /**
     * Ledoit and Wolf's covariance of {@code in}: the matrix, row after row, and the intensity behind it. An absent
     * return is 0, deviations are scaled by sqrt(T/c).
     */
    double[] shrunkCovariance(int k, boolean[] in, int window) {
        int first = Math.max(1, k - window + 1);
        int steps = k - first + 1;
        int n = 0;
        for (boolean one : in) {
            n += one ? 1 : 0;
        }
        double[][] x = new double[steps][n];
        for (int i = 0, a = 0; i < in.length; i++) {
            if (in[i]) {
                double sum = 0;
                int count = 0;
                for (int j = first; j <= k; j++) {
                    sum += present(j, i) ? stepReturn(j, i) : 0;
                    count += present(j, i) ? 1 : 0;
                }
                for (int j = first; j <= k; j++) {
                    double value = present(j, i) ? stepReturn(j, i) : 0;
                    x[j - first][a] = (value - sum / steps) * Math.sqrt((double) steps / count);
                }
                a++;
            }
        }
        double[][] s = new double[n][n];
        double mu = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                for (double[] row : x) {
                    s[a][b] += row[a] * row[b] / steps;
                }
            }
            mu += s[a][a] / n;
        }
        double distance = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                distance += square(s[a][b] - (a == b ? mu : 0)) / n;
            }
        }
        double noise = 0;
        for (double[] row : x) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    noise += square(row[a] * row[b] - s[a][b]) / ((double) steps * steps * n);
                }
            }
        }
        double intensity = n == 1 ? 1 : Math.min(distance, noise) / distance;
        double[] shrunk = new double[n * n + 1];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                shrunk[a * n + b] = (1 - intensity) * s[a][b] + (a == b ? intensity * mu : 0);
            }
        }
        shrunk[n * n] = intensity;
        return shrunk;
    }

    /** C^-1 1 / (1' C^-1 1) by elimination. */
    static double[] leastVariance(double[] covariance, int n) {
        double[][] system = new double[n][n + 1];
        for (int a = 0; a < n; a++) {
            System.arraycopy(covariance, a * n, system[a], 0, n);
            system[a][n] = 1;
        }
        for (int p = 0; p < n; p++) {
            for (int a = 0; a < n; a++) {
                double factor = a == p ? 0 : system[a][p] / system[p][p];
                for (int b = p; b <= n; b++) {
                    system[a][b] -= factor * system[p][b];
                }
            }
        }
        double[] solution = new double[n];
        double sum = 0;
        for (int a = 0; a < n; a++) {
            solution[a] = system[a][n] / system[a][a];
            sum += solution[a];
        }
        for (int a = 0; a < n; a++) {
            solution[a] /= sum;
        }
        return solution;
    }

    /** Least squares with an intercept on R and its estimation variance; NaN for fewer than {@code least} steps. */
    double[] regression(int k, int i, int window, int least) {
        double mx = 0;
        double my = 0;
        int count = 0;
        int first = Math.max(1, k - window + 1);
        for (int j = first; j <= k; j++) {
            if (present(j, i)) {
                mx += portfolioReturn[j];
                my += stepReturn(j, i);
                count++;
            }
        }
        double xx = 0;
        double xy = 0;
        for (int j = first; j <= k; j++) {
            if (present(j, i)) {
                xx += square(portfolioReturn[j] - mx / count);
                xy += (portfolioReturn[j] - mx / count) * (stepReturn(j, i) - my / count);
            }
        }
        double slope = xy / xx;
        double rest = 0;
        for (int j = first; j <= k; j++) {
            if (present(j, i)) {
                rest += square(stepReturn(j, i) - my / count - slope * (portfolioReturn[j] - mx / count));
            }
        }
        return count < least ? new double[] {Double.NaN, Double.NaN} : new double[] {slope, rest / (count - 2) / xx};
    }

    /** The same with weights that decay by 1 - 1/length, the first {@code length} steps weighing the same. */
    double[] exponentialRegression(int k, int i, int length, int least) {
        double[] share = shares(k, i, length);
        double mx = 0;
        double my = 0;
        double squares = 0;
        for (int age = 0; age < share.length; age++) {
            if (share[age] > 0) {
                mx += share[age] * portfolioReturn[k - age];
                my += share[age] * stepReturn(k - age, i);
                squares += share[age] * share[age];
            }
        }
        double xx = 0;
        double xy = 0;
        for (int age = 0; age < share.length; age++) {
            if (share[age] > 0) {
                xx += share[age] * square(portfolioReturn[k - age] - mx);
                xy += share[age] * (portfolioReturn[k - age] - mx) * (stepReturn(k - age, i) - my);
            }
        }
        double slope = xy / xx;
        double rest = 0;
        for (int age = 0; age < share.length; age++) {
            if (share[age] > 0) {
                rest += share[age] * square(stepReturn(k - age, i) - my - slope * (portfolioReturn[k - age] - mx));
            }
        }
        return presences[i][k] < least
                ? new double[] {Double.NaN, Double.NaN}
                : new double[] {slope, rest / (1 / squares - 2) / xx};
    }

    /** Slopes drawn towards 1, each by how uncertain it is; 1 where there is none. */
    static double[] shrunk(double[][] slopes) {
        double spread = 0;
        int count = 0;
        for (double[] slope : slopes) {
            if (!Double.isNaN(slope[0])) {
                spread += square(slope[0] - 1);
                count++;
            }
        }
        double[] betas = new double[slopes.length];
        for (int i = 0; i < betas.length; i++) {
            double share = spread / count / (spread / count + slopes[i][1]);
            betas[i] = Double.isNaN(slopes[i][0]) ? 1.0 : share * slopes[i][0] + (1 - share);
        }
        return betas;
    }
}
