package mnvh.risk;

import mnvh.config.RiskConfig;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;

/**
 * Fall from peak equity and loss of the UTC day: what reaches a limit halts trading.
 *
 * <p>The day's loss counts from the day's first equity. Equity that is not positive halts under any limit. Core thread
 * only; allocates nothing.
 */
@HotPath
public final class DrawdownLimit implements Stateful {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final Limits risk;
    private boolean started;
    private long day;
    private long peakEarned;
    private long dayStartEarned;
    private long equity;
    /** Came from outside: in equity, and in what it is held against. */
    private long external;

    public DrawdownLimit(Limits risk) {
        this.risk = risk;
    }

    /**
     * Takes one reading of equity.
     *
     * @param nowNs event time
     * @param currentEquity W at 10^-8
     * @return ADMITTED, or the limit that was reached: halt
     */
    public Verdict onEquity(long nowNs, long currentEquity) {
        return onEquity(nowNs, currentEquity, 0);
    }

    /**
     * The same where money has come from outside: it lifts peak and start of the day with it, and is no profit.
     *
     * @param cameIn since the start, negative where more has left
     */
    public Verdict onEquity(long nowNs, long currentEquity, long cameIn) {
        long earned = Math.subtractExact(currentEquity, cameIn);
        long today = Math.floorDiv(nowNs, DAY_NS);
        // Event time never turns back a day: a late stamp belongs to the day that runs.
        if (!started || today > day) {
            day = today;
            dayStartEarned = earned;
        }
        peakEarned = started ? Math.max(peakEarned, earned) : earned;
        equity = currentEquity;
        external = cameIn;
        started = true;
        return judge(risk, peakEquity(), dayStartEquity(), equity);
    }

    /** @return the highest equity so far at 10^-8; 0 before the first reading */
    public long peakEquity() {
        return Math.addExact(peakEarned, external);
    }

    /** @return first equity of the UTC day at 10^-8; 0 before the first reading */
    public long dayStartEquity() {
        return Math.addExact(dayStartEarned, external);
    }

    /** @return fall from the peak as a fraction of the peak; 0 before the first reading */
    public double drawdown() {
        long peak = peakEquity();
        return peak <= 0 ? 0.0 : FixedPoint.toDouble(peak - equity) / FixedPoint.toDouble(peak);
    }

    static Verdict judge(Limits risk, long peak, long dayStart, long equity) {
        if (equity <= 0) {
            return Verdict.DENIED_BANKRUPT;
        }
        if (reached(risk.maxDrawdownRatio(), peak, equity)) {
            return Verdict.DENIED_DRAWDOWN;
        }
        return reached(risk.maxDailyLossRatio(), dayStart, equity) ? Verdict.DENIED_DAILY_LOSS : Verdict.ADMITTED;
    }

    private static boolean reached(long ratio, long from, long equity) {
        return ratio != RiskConfig.NONE
                && from > equity
                && Math.subtractExact(from, equity) >= Book.ofAmount(from, ratio);
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putInt(started ? 1 : 0);
        writer.putLong(day);
        writer.putLong(peakEarned);
        writer.putLong(dayStartEarned);
        writer.putLong(equity);
        writer.putLong(external);
    }
}
