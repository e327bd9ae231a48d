package mnvh.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How soon the throttle shuts when reversion turns into trend, and how often it does while nothing has turned.
 *
 * <p>For every level of rho and every window the same seeds, so that rows differ by nothing but what they name.
 */
public final class ThrottleStudy {
    private static final double P90 = 0.9;

    /**
     * What every trial has in common.
     *
     * @param seed of the first trial; the next have the next ones
     * @param trials markets per row
     * @param instruments of a market
     * @param judgedSteps steps with positive rho that are judged
     * @param trendWindows how many windows the trend lasts
     * @param costBps fee and half spread, basis points, for the edge factor
     */
    public record Setting(long seed, int trials, int instruments, int judgedSteps, int trendWindows, double costBps) {}

    /**
     * One level of rho with one window.
     *
     * @param rho before the switch; after it is minus that
     * @param windowSteps window of the estimators
     * @param meanRho mean of the estimates before the switch
     * @param delayMedian steps until the factor is at most 0.1; NaN where half the trials never came to it
     * @param delayP90 the same for nine of ten
     * @param unseen trials that never came to it
     * @param falseAlarmRatio steps with a factor below 0.5 over the steps with positive rho
     * @param jumpsPerThousand steps of a thousand with positive rho in which the factor moved by at least a half
     */
    public record Row(
            double rho,
            int windowSteps,
            double meanRho,
            double delayMedian,
            double delayP90,
            int unseen,
            double falseAlarmRatio,
            double jumpsPerThousand) {}

    private ThrottleStudy() {}

    /** @return a row for every rho and, within it, every window */
    public static List<Row> run(Setting setting, List<Double> rhos, List<Integer> windows) {
        List<Row> rows = new ArrayList<>();
        for (double rho : rhos) {
            for (int window : windows) {
                rows.add(row(setting, rho, window));
            }
        }
        return rows;
    }

    private static Row row(Setting setting, double rho, int window) {
        int[] delay = new int[setting.trials()];
        long alarms = 0;
        long jumps = 0;
        long judged = 0;
        int unseen = 0;
        double rhoSum = 0;
        for (int t = 0; t < delay.length; t++) {
            ThrottleTrial trial = ThrottleTrial.run(setting, rho, window, setting.seed() + t);
            delay[t] = trial.delaySteps();
            unseen += trial.delaySteps() == ThrottleTrial.NOT_SEEN ? 1 : 0;
            alarms += trial.alarmSteps();
            jumps += trial.jumps();
            judged += trial.judgedSteps();
            rhoSum += trial.rhoSum();
        }
        Arrays.sort(delay);
        return new Row(
                rho,
                window,
                rhoSum / judged,
                quantile(delay, 0.5),
                quantile(delay, P90),
                unseen,
                alarms / (double) judged,
                1000.0 * jumps / judged);
    }

    /** The smallest delay that the share of the trials does not exceed; NaN where that is none. */
    private static double quantile(int[] sorted, double share) {
        int delay = sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
        return delay == ThrottleTrial.NOT_SEEN ? Double.NaN : delay;
    }
}
