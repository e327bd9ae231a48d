package mnvh.study;

/**
 * One market from one seed: rho is positive for long enough to be judged, then it is negative by as much.
 *
 * @param delaySteps steps from the first of the trend until the factor is at most 0.1; {@link #NOT_SEEN} for none
 * @param alarmSteps steps with a factor below 0.5 while rho was positive
 * @param judgedSteps steps while rho was positive and every estimator ready
 * @param jumps steps, while rho was positive, in which the factor moved by at least a half
 * @param rhoSum sum of the estimated rho over the judged steps
 */
record ThrottleTrial(int delaySteps, int alarmSteps, int judgedSteps, int jumps, double rhoSum) {
    /** In the place of a delay: the trend ended before the throttle had shut. */
    static final int NOT_SEEN = Integer.MAX_VALUE;

    private static final double SHUT = 0.1;
    private static final double ALARM = 0.5;
    private static final double JUMP = 0.5;
    /** Lags of the edge at the leash of the study, past which every window is full. */
    private static final int SLACK_STEPS = 70;

    static ThrottleTrial run(ThrottleStudy.Setting setting, double rho, int windowSteps, long seed) {
        KnownMarket market = new KnownMarket(seed, setting.instruments());
        StudiedThrottle throttle = new StudiedThrottle(setting.instruments(), windowSteps, setting.costBps());
        double[] prices = new double[setting.instruments()];
        for (int k = 0; k < windowSteps + SLACK_STEPS; k++) {
            market.step(rho, prices);
            throttle.step(prices);
        }
        int alarms = 0;
        int jumps = 0;
        double rhoSum = 0;
        double before = Double.NaN;
        for (int k = 0; k < setting.judgedSteps(); k++) {
            market.step(rho, prices);
            double factor = throttle.step(prices);
            alarms += factor < ALARM ? 1 : 0;
            jumps += Math.abs(factor - before) >= JUMP ? 1 : 0;
            rhoSum += throttle.rho();
            before = factor;
        }
        int delay = 0;
        double factor = 1;
        while (factor > SHUT && delay < setting.trendWindows() * windowSteps) {
            market.step(-rho, prices);
            factor = throttle.step(prices);
            delay++;
        }
        return new ThrottleTrial(factor > SHUT ? NOT_SEEN : delay, alarms, setting.judgedSteps(), jumps, rhoSum);
    }
}
