package mnvh.stats;

import java.util.Arrays;
import mnvh.state.StateHash;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Covariance of the instruments' returns over a window of steps, shrunk towards a scaled identity.
 *
 * <pre>
 *   S  = X'X/T          x demeaned over the window, T its steps
 *   mu = tr S / n       d2 = ||S - mu I||^2 / n      b2 = min(d2, sum_t ||x_t x_t' - S||^2 / (T^2 n))
 *   shrunk = (1 - b2/d2) S + (b2/d2) mu I             norms Frobenius
 * </pre>
 *
 * <p>n counts the instruments that are in: those with returns in half of the window, at least two, that vary. A step in
 * which one of them is absent counts as a return of 0 for it, and its deviations are scaled by sqrt(T/c), c the steps
 * in which it was there, so that absences do not make it look calm; the matrix stays one of a covariance. Steps without
 * a single return are left out.
 *
 * <p>Sums of products follow the window by adding what enters and subtracting what leaves; second ones only ever add
 * and take over when the ring comes round, so rounding never accumulates past one window. Every other sum runs over
 * instruments in lanes as {@link LaneSum} has it, over the rows of a matrix in ascending order, over steps from the
 * oldest to the newest. Single-threaded. Allocates nothing after construction. A step costs n (n+1) / 2 products.
 * Source: Ledoit and Wolf (2004); method.md section 2.1.
 */
@HotPath
public final class ShrinkageCovariance implements Stateful {
    /** What rounding may leave of a constant series after returns of up to 1 have left the window. */
    private static final double VARIANCE_RESIDUE = 1e-15;

    private final int size;
    private final int window;
    private final int minimumCount;
    /** One row per step; 0 where an instrument was absent. */
    private final double[] ring;

    private final boolean[] ringPresent;
    private final int[] count;
    private final double[] sum;
    private final double[] freshSum;
    /** Lower triangles, row after row. */
    private final double[] product;

    private final double[] freshProduct;
    private final StateHash pushed = new StateHash();
    private int next;
    private int steps;

    private final int[] member;
    private final double[] mean;
    private final double[] scale;
    private final double[] deviation;
    private final double[] matrix;
    private int members;
    private double intensity = Double.NaN;

    /**
     * @param instruments how many series
     * @param windowSteps T once the window is full, at least 2
     */
    public ShrinkageCovariance(int instruments, int windowSteps) {
        if (windowSteps < 2) {
            throw new IllegalArgumentException("a covariance over " + windowSteps + " steps");
        }
        size = instruments;
        window = windowSteps;
        minimumCount = Math.max(2, (windowSteps + 1) / 2);
        ring = new double[Math.multiplyExact(windowSteps, instruments)];
        ringPresent = new boolean[ring.length];
        count = new int[instruments];
        sum = new double[instruments];
        freshSum = new double[instruments];
        product = new double[Math.multiplyExact(instruments, instruments + 1) / 2];
        freshProduct = new double[product.length];
        member = new int[instruments];
        mean = new double[instruments];
        scale = new double[instruments];
        deviation = new double[instruments];
        matrix = new double[Math.multiplyExact(instruments, instruments)];
    }

    /**
     * Takes one step.
     *
     * @param present whether the instrument has a return
     * @param stepReturn one per instrument, simple return of the closed step
     */
    public void onStep(boolean[] present, double[] stepReturn) {
        int row = next * size;
        boolean anyone = false;
        for (int i = 0; i < size; i++) {
            anyone |= present[i];
        }
        if (!anyone) {
            return;
        }
        for (int i = 0; i < size; i++) {
            deviation[i] = present[i] ? stepReturn[i] : 0.0;
            count[i] += (present[i] ? 1 : 0) - (ringPresent[row + i] ? 1 : 0);
            ringPresent[row + i] = present[i];
            sum[i] = (sum[i] - ring[row + i]) + deviation[i];
            freshSum[i] += deviation[i];
        }
        for (int i = 0; i < size; i++) {
            turn(i, row);
        }
        pushed.putDoubles(deviation, 0, size);
        System.arraycopy(deviation, 0, ring, row, size);
        steps = Math.min(window, steps + 1);
        next++;
        if (next == window) {
            next = 0;
            renew(sum, freshSum);
            renew(product, freshProduct);
        }
    }

    /** One row of the triangle; no branch, the compiler makes vectors of it. */
    private void turn(int i, int row) {
        int at = i * (i + 1) / 2;
        double left = ring[row + i];
        double entered = deviation[i];
        for (int j = 0; j <= i; j++) {
            product[at + j] = (product[at + j] - left * ring[row + j]) + entered * deviation[j];
            freshProduct[at + j] += entered * deviation[j];
        }
    }

    private static void renew(double[] sum, double[] fresh) {
        System.arraycopy(fresh, 0, sum, 0, sum.length);
        Arrays.fill(fresh, 0.0);
    }

    /**
     * Computes the shrunk matrix of the window as it stands.
     *
     * @return how many instruments are in; 0 while the window is less than half full, for NOT_READY
     */
    public int estimate() {
        members = 0;
        intensity = Double.NaN;
        if (steps < minimumCount) {
            return 0;
        }
        for (int i = 0; i < size; i++) {
            double average = sum[i] / steps;
            double variance = product[i * (i + 1) / 2 + i] / steps - average * average;
            if (count[i] >= minimumCount && variance > VARIANCE_RESIDUE) {
                member[members] = i;
                mean[members] = average;
                scale[members] = Math.sqrt(steps / (double) count[i]);
                members++;
            }
        }
        if (members > 0) {
            covariances();
            shrink();
        }
        return members;
    }

    private void covariances() {
        for (int a = 0; a < members; a++) {
            int at = member[a] * (member[a] + 1) / 2;
            for (int b = 0; b <= a; b++) {
                double raw = product[at + member[b]] / steps - mean[a] * mean[b];
                double scaled = raw * (scale[a] * scale[b]);
                matrix[a * members + b] = scaled;
                matrix[b * members + a] = scaled;
            }
        }
    }

    private void shrink() {
        double trace = 0;
        for (int a = 0; a < members; a++) {
            trace += matrix[a * members + a];
        }
        double mu = trace / members;
        double squares = 0;
        for (int a = 0; a < members; a++) {
            squares += LaneSum.dot(matrix, a * members, matrix, a * members, members);
        }
        double noise = (fourthPowers() - steps * squares) / ((double) steps * steps * members);
        for (int a = 0; a < members; a++) {
            matrix[a * members + a] -= mu;
        }
        double distance = 0;
        for (int a = 0; a < members; a++) {
            distance += LaneSum.dot(matrix, a * members, matrix, a * members, members);
        }
        distance /= members;
        // A matrix that is the target already is its own shrinkage.
        intensity = distance > 0 ? Math.min(distance, Math.max(0.0, noise)) / distance : 1.0;
        double kept = 1.0 - intensity;
        for (int a = 0; a < members; a++) {
            for (int b = 0; b < members; b++) {
                matrix[a * members + b] *= kept;
            }
            matrix[a * members + a] += mu;
        }
    }

    /** @return sum over the window's steps of ||x_t||^4 */
    private double fourthPowers() {
        double total = 0;
        int row = steps < window ? 0 : next;
        for (int step = 0; step < steps; step++) {
            int from = row * size;
            for (int a = 0; a < members; a++) {
                deviation[a] = (ring[from + member[a]] - mean[a]) * scale[a];
            }
            double square = LaneSum.dot(deviation, 0, deviation, 0, members);
            total += square * square;
            row = row + 1 == window ? 0 : row + 1;
        }
        return total;
    }

    /** @return how many instruments the last estimate is of */
    public int members() {
        return members;
    }

    /** @return index of the last estimate's {@code a}-th instrument, ascending */
    public int member(int a) {
        return member[a];
    }

    /** @return the last estimate: {@link #members} rows of as many; a view that the next one overwrites, read only */
    public double[] matrix() {
        return matrix;
    }

    /** @return b2/d2 of the last estimate, 0 to 1; NaN for NOT_READY */
    public double intensity() {
        return intensity;
    }

    /** Writes sums and counts, and for the ring a digest of every row that was ever pushed. */
    @Override
    public void writeTo(StateWriter writer) {
        writer.putInt(next);
        writer.putInt(steps);
        writer.putLong(pushed.value());
        for (int i = 0; i < size; i++) {
            writer.putInt(count[i]);
            writer.putDouble(sum[i]);
            writer.putDouble(freshSum[i]);
        }
        for (int k = 0; k < product.length; k++) {
            writer.putDouble(product[k]);
            writer.putDouble(freshProduct[k]);
        }
    }
}
