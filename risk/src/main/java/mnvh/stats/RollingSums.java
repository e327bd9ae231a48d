package mnvh.stats;

import java.util.Arrays;
import mnvh.state.StateHash;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Column sums over the last rows that were pushed: one row per step, one column per instrument, lag or quantity.
 *
 * <p>A sum follows the window by adding what enters and subtracting what leaves. A second sum only ever adds; when the
 * ring comes round it holds exactly the window and takes over, so rounding never accumulates past one window.
 *
 * <p>Single-threaded. Allocates nothing after construction. A push costs one pass over the columns.
 */
@HotPath
public final class RollingSums implements Stateful {
    private final int rows;
    private final int columns;
    private final double[] ring;
    private final boolean[] rowWhole;
    private final double[] sum;
    private final double[] fresh;
    private final int[] count;
    private final StateHash pushed = new StateHash();
    private int next;
    private boolean full;

    /**
     * @param rows length of the window in steps, at least 1
     * @param columns width of a row, at least 1
     */
    public RollingSums(int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a window of " + rows + " rows by " + columns + " columns");
        }
        this.rows = rows;
        this.columns = columns;
        this.ring = new double[Math.multiplyExact(rows, columns)];
        this.rowWhole = new boolean[rows];
        this.sum = new double[columns];
        this.fresh = new double[columns];
        this.count = new int[columns];
        Arrays.fill(ring, Double.NaN);
    }

    /** Pushes one row, which the oldest one leaves for; NaN stands for a value that does not exist. */
    public void push(double[] row) {
        int base = next * columns;
        boolean whole = whole(row);
        pushed.putDoubles(row, 0, columns);
        if (whole && rowWhole[next]) {
            replace(sum, ring, base, row, columns);
            accumulate(fresh, row, columns);
        } else {
            pushWithHoles(row, base);
        }
        System.arraycopy(row, 0, ring, base, columns);
        rowWhole[next] = whole;
        next++;
        if (next == rows) {
            next = 0;
            full = true;
            System.arraycopy(fresh, 0, sum, 0, columns);
            Arrays.fill(fresh, 0.0);
        }
    }

    private boolean whole(double[] row) {
        for (int c = 0; c < columns; c++) {
            if (Double.isNaN(row[c])) {
                return false;
            }
        }
        return true;
    }

    private static void replace(double[] sum, double[] ring, int base, double[] row, int columns) {
        for (int c = 0; c < columns; c++) {
            sum[c] = (sum[c] - ring[base + c]) + row[c];
        }
    }

    private static void accumulate(double[] sum, double[] row, int columns) {
        for (int c = 0; c < columns; c++) {
            sum[c] += row[c];
        }
    }

    private void pushWithHoles(double[] row, int base) {
        for (int c = 0; c < columns; c++) {
            double leaving = ring[base + c];
            double entering = row[c];
            if (!Double.isNaN(leaving)) {
                sum[c] -= leaving;
                count[c]--;
            }
            if (!Double.isNaN(entering)) {
                sum[c] += entering;
                fresh[c] += entering;
                count[c]++;
            }
        }
    }

    /** @return true once as many rows were pushed as the window is long */
    public boolean full() {
        return full;
    }

    /** @return how many values of {@code column} stand in the window */
    public int count(int column) {
        return count[column];
    }

    /** @return true when the window is full and at least half of it holds a value of {@code column} */
    public boolean ready(int column) {
        return full && 2 * count[column] >= rows;
    }

    /** @return the sum of the values of {@code column} in the window; 0 for none */
    public double sum(int column) {
        return sum[column];
    }

    /** @return the mean of the values of {@code column} in the window; NaN for none */
    public double mean(int column) {
        return count[column] == 0 ? Double.NaN : sum[column] / count[column];
    }

    /** Writes sums and counts, and for the ring a digest of every row that was ever pushed. */
    @Override
    public void writeTo(StateWriter writer) {
        writer.putInt(next);
        writer.putLong(pushed.value());
        for (int c = 0; c < columns; c++) {
            writer.putDouble(sum[c]);
            writer.putDouble(fresh[c]);
            writer.putInt(count[c]);
        }
    }
}
