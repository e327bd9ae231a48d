package mnvh.stats;

/**
 * The figures by which an equity curve is judged, for reports.
 *
 * <p>Returns are simple, {@code E[t] / E[t-1] - 1}. The curve ends where equity is no longer positive: what follows a
 * bankruptcy is not a return. A figure that is not defined is NaN, which reports print as n/a.
 *
 * @param steps how many returns there are
 * @param finalRatio last equity over the first
 * @param cagr {@code (E[T]/E[0])^(ppy/T) - 1}; NaN where the last equity is not positive
 * @param volatility standard deviation (n - 1) times the root of the periods per year; NaN below 2 returns
 * @param sharpe mean over standard deviation times the root of the periods per year, risk-free rate 0; NaN where the
 *     deviation is 0
 * @param hitRate positive returns over returns that are not 0; NaN where all are 0
 * @param skewness {@code m3 / m2^1.5}, population moments; NaN where m2 is 0
 * @param kurtosis {@code m4 / m2^2}, population moments, 3 for a normal law; NaN where m2 is 0
 * @param maxDrawdown largest {@code 1 - E/peak}
 * @param maxDrawdownSteps steps from that drawdown's peak until equity is back at it, or to the end; 0 without drawdown
 */
public record Performance(
        int steps,
        double finalRatio,
        double cagr,
        double volatility,
        double sharpe,
        double hitRate,
        double skewness,
        double kurtosis,
        double maxDrawdown,
        int maxDrawdownSteps) {

    /**
     * @param equity the curve with its start, finite, the first one positive
     * @param periodsPerYear steps in a year, positive
     */
    public static Performance of(double[] equity, double periodsPerYear) {
        if (equity.length == 0 || !(equity[0] > 0) || !(periodsPerYear > 0)) {
            throw new IllegalArgumentException("an equity curve needs a positive start and periods per year");
        }
        int last = 0;
        while (last + 1 < equity.length && equity[last] > 0) {
            last++;
            if (!Double.isFinite(equity[last])) {
                throw new IllegalArgumentException("equity " + last + " is " + equity[last]);
            }
        }
        double finalRatio = equity[last] / equity[0];
        double[] returns = new double[last];
        int positive = 0;
        int negative = 0;
        double sum = 0;
        for (int t = 0; t < last; t++) {
            returns[t] = equity[t + 1] / equity[t] - 1;
            positive += returns[t] > 0 ? 1 : 0;
            negative += returns[t] < 0 ? 1 : 0;
            sum += returns[t];
        }
        double mean = sum / last;
        double square = 0;
        double cube = 0;
        double fourth = 0;
        for (double value : returns) {
            double d = value - mean;
            square += d * d;
            cube += d * d * d;
            fourth += d * d * d * d;
        }
        double m2 = square / last;
        double deviation = last < 2 ? Double.NaN : Math.sqrt(square / (last - 1));
        double annual = Math.sqrt(periodsPerYear);
        int[] drawdown = deepestDrawdown(equity, last);
        double peak = equity[drawdown[0]];
        return new Performance(
                last,
                finalRatio,
                finalRatio > 0 && last > 0 ? StrictMath.pow(finalRatio, periodsPerYear / last) - 1 : Double.NaN,
                deviation * annual,
                deviation > 0 ? mean / deviation * annual : Double.NaN,
                positive + negative == 0 ? Double.NaN : positive / (double) (positive + negative),
                m2 > 0 ? cube / last / (m2 * Math.sqrt(m2)) : Double.NaN,
                m2 > 0 ? fourth / last / (m2 * m2) : Double.NaN,
                1 - equity[drawdown[1]] / peak,
                drawdown[2] - drawdown[0]);
    }

    /** @return peak, trough and end of the deepest drawdown, as steps; the first one among equals */
    private static int[] deepestDrawdown(double[] equity, int last) {
        int peak = 0;
        int[] deepest = new int[3];
        double depth = 0;
        boolean open = false;
        for (int t = 0; t <= last; t++) {
            if (equity[t] >= equity[peak]) {
                // Back at the peak: the drawdown that is still open, if any, ends here.
                if (open) {
                    deepest[2] = t;
                    open = false;
                }
                peak = t;
            } else if (1 - equity[t] / equity[peak] > depth) {
                depth = 1 - equity[t] / equity[peak];
                deepest[0] = peak;
                deepest[1] = t;
                open = true;
            }
        }
        if (open) {
            deepest[2] = last;
        }
        return deepest;
    }
}
