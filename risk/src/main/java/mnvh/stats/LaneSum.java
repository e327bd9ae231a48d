package mnvh.stats;

import mnvh.units.HotPath;

/**
 * A sum over instruments whose bits depend on nothing but the values and their indices.
 *
 * <p>Eight lanes, lane = index mod 8, folded as {@code ((0+4)+(2+6))+((1+5)+(3+7))}; no fused multiply-add. Indices are
 * added in ascending order. An absent instrument adds +0.0, which leaves every lane's bits as they are (a lane starts
 * at +0.0 and can therefore never be -0.0), so it may as well be left out. A scalar loop, a vector loop and every JDK
 * give the same bits.
 *
 * <p>Single-threaded. Allocates nothing.
 */
@HotPath
public final class LaneSum {
    /** How many partial sums there are. */
    public static final int LANES = 8;

    private double lane0;
    private double lane1;
    private double lane2;
    private double lane3;
    private double lane4;
    private double lane5;
    private double lane6;
    private double lane7;

    /** Starts a new sum. */
    public void clear() {
        lane0 = 0.0;
        lane1 = 0.0;
        lane2 = 0.0;
        lane3 = 0.0;
        lane4 = 0.0;
        lane5 = 0.0;
        lane6 = 0.0;
        lane7 = 0.0;
    }

    /**
     * Adds one instrument's value.
     *
     * @param index the instrument's index, not negative; callers go through them in ascending order
     * @param value a product is rounded to double before it is added
     */
    public void add(int index, double value) {
        switch (index & (LANES - 1)) {
            case 0:
                lane0 += value;
                break;
            case 1:
                lane1 += value;
                break;
            case 2:
                lane2 += value;
                break;
            case 3:
                lane3 += value;
                break;
            case 4:
                lane4 += value;
                break;
            case 5:
                lane5 += value;
                break;
            case 6:
                lane6 += value;
                break;
            default:
                lane7 += value;
        }
    }

    /**
     * The sum of values, with the bits of {@link #add} called for each index in turn.
     *
     * @param count how many indices, from 0; past the last multiple of eight they still go to their lanes: no tail sum
     */
    public static double sum(double[] values, int count) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        double s4 = 0.0;
        double s5 = 0.0;
        double s6 = 0.0;
        double s7 = 0.0;
        int whole = count & -LANES;
        for (int i = 0; i < whole; i += LANES) {
            s0 += values[i];
            s1 += values[i + 1];
            s2 += values[i + 2];
            s3 += values[i + 3];
            s4 += values[i + 4];
            s5 += values[i + 5];
            s6 += values[i + 6];
            s7 += values[i + 7];
        }
        int rest = count - whole;
        s0 += rest > 0 ? values[whole] : 0.0;
        s1 += rest > 1 ? values[whole + 1] : 0.0;
        s2 += rest > 2 ? values[whole + 2] : 0.0;
        s3 += rest > 3 ? values[whole + 3] : 0.0;
        s4 += rest > 4 ? values[whole + 4] : 0.0;
        s5 += rest > 5 ? values[whole + 5] : 0.0;
        s6 += rest > 6 ? values[whole + 6] : 0.0;
        return fold(s0, s1, s2, s3, s4, s5, s6, s7);
    }

    /**
     * The sum of products, with the bits of {@link #add} called for each index in turn.
     *
     * @param aFrom where index 0 stands in {@code a}
     * @param bFrom where index 0 stands in {@code b}
     * @param count how many indices; past the last multiple of eight they still go to their lanes: no tail sum
     */
    public static double dot(double[] a, int aFrom, double[] b, int bFrom, int count) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        double s4 = 0.0;
        double s5 = 0.0;
        double s6 = 0.0;
        double s7 = 0.0;
        int whole = count & -LANES;
        for (int i = 0; i < whole; i += LANES) {
            int at = aFrom + i;
            int bt = bFrom + i;
            s0 += a[at] * b[bt];
            s1 += a[at + 1] * b[bt + 1];
            s2 += a[at + 2] * b[bt + 2];
            s3 += a[at + 3] * b[bt + 3];
            s4 += a[at + 4] * b[bt + 4];
            s5 += a[at + 5] * b[bt + 5];
            s6 += a[at + 6] * b[bt + 6];
            s7 += a[at + 7] * b[bt + 7];
        }
        int rest = count - whole;
        int at = aFrom + whole;
        int bt = bFrom + whole;
        s0 += rest > 0 ? a[at] * b[bt] : 0.0;
        s1 += rest > 1 ? a[at + 1] * b[bt + 1] : 0.0;
        s2 += rest > 2 ? a[at + 2] * b[bt + 2] : 0.0;
        s3 += rest > 3 ? a[at + 3] * b[bt + 3] : 0.0;
        s4 += rest > 4 ? a[at + 4] * b[bt + 4] : 0.0;
        s5 += rest > 5 ? a[at + 5] * b[bt + 5] : 0.0;
        s6 += rest > 6 ? a[at + 6] * b[bt + 6] : 0.0;
        return fold(s0, s1, s2, s3, s4, s5, s6, s7);
    }

    /** @return the folded sum of what was added since {@link #clear}; +0.0 for nothing */
    public double total() {
        return fold(lane0, lane1, lane2, lane3, lane4, lane5, lane6, lane7);
    }

    /** @return the eight lanes as one number, in the only order there is */
    public static double fold(double s0, double s1, double s2, double s3, double s4, double s5, double s6, double s7) {
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }
}
