package mnvh.strategy;

import mnvh.config.MarkSource;
import mnvh.config.StepConfig;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.stats.EwmaVolatility;
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/**
 * The universe's prices at one instant: marks, step returns and who is present.
 *
 * <p>The mark of step k is the last valid price with event time at or before T[k]; a price from after T[k] waits for
 * its own step, a late one never changes a closed step. Valid at T[k]: not older than the staleness limit, not halted,
 * not in quarantine. Present: valid at both T[k-1] and T[k]. Only returns of closed steps are given out: the newest
 * price closes the return and is the price at which orders are sized.
 *
 * <p>An update whose bid stands above its ask is refused whatever the mark source; equal bid and ask (a locked book)
 * is a valid price, for its mid is where both sides would trade.
 *
 * <p>Core thread only. Allocates nothing after construction. Source: method.md section 1.
 */
@HotPath
public final class CrossSection implements Stateful {
    private static final int VOLATILITY_LENGTH_STEPS = 50;
    private static final int VOLATILITY_MINIMUM_STEPS = 20;

    private final int size;
    private final StepArithmetic arithmetic;
    private final double quorumRatio;
    private final MarkSource markSource;
    private final Presence presence;
    private final StepPrices prices;
    private final JumpGate jumps;
    private final RecentVolume volumes;
    private final EwmaVolatility volatility;
    private final double[] stepReturn;
    private final long[] verdicts = new long[PriceVerdict.values().length];
    private long lateCount;
    private long closeNs = PriceColumn.NEVER;

    /**
     * @param step interval, staleness limit, quorum and mark source
     * @param maxJumpSigma largest believable move in the instrument's own volatility, positive; infinite for none
     */
    public CrossSection(Universe universe, StepConfig step, double maxJumpSigma) {
        this(universe, step, maxJumpSigma, StepArithmetic.chosen());
    }

    /** The same with an arithmetic of the caller's choice, which all that measure these steps share. */
    CrossSection(Universe universe, StepConfig step, double maxJumpSigma, StepArithmetic arithmetic) {
        if (step.intervalNs() <= 0 || !(maxJumpSigma > 0)) {
            throw new IllegalArgumentException(
                    "step interval " + step.intervalNs() + " and max_jump_sigma " + maxJumpSigma + " must be positive");
        }
        this.size = universe.size();
        this.arithmetic = arithmetic;
        this.presence = new Presence(size, step.stalenessLimitNs());
        this.quorumRatio = step.quorumRatio();
        this.markSource = step.markSource();
        this.prices = new StepPrices(size, step.intervalNs());
        this.jumps = new JumpGate(size, step.intervalNs(), maxJumpSigma);
        this.volumes = new RecentVolume(size);
        this.volatility = new EwmaVolatility(size, VOLATILITY_LENGTH_STEPS, VOLATILITY_MINIMUM_STEPS);
        this.stepReturn = new double[size];
    }

    /**
     * Takes one update. Prices are at 1e-8, 0 where the venue gave none; the volume counts whatever the verdict.
     *
     * @param timestampNs event time
     * @param volume quantity traded since the instrument's previous update, at 1e-8
     * @return ACCEPTED, or why the price does not mark the step it is stamped in
     */
    public PriceVerdict onPrice(int i, long timestampNs, long bid, long ask, long last, long venueMark, long volume) {
        volumes.add(i, volume);
        PriceVerdict verdict = judge(i, timestampNs, bid, ask, last, venueMark);
        verdicts[verdict.ordinal()]++;
        return verdict;
    }

    private PriceVerdict judge(int i, long timestampNs, long bid, long ask, long last, long venueMark) {
        if ((bid | ask | last | venueMark) < 0) {
            return PriceVerdict.NON_POSITIVE;
        }
        if (bid > ask && ask > 0) {
            return PriceVerdict.CROSSED;
        }
        long price = markOf(bid, ask, last, venueMark);
        if (price == 0) {
            return PriceVerdict.ABSENT_SIDE;
        }
        boolean late = timestampNs <= closeNs;
        if (late) {
            lateCount++;
        }
        if (!prices.admits(i, timestampNs)) {
            return late ? PriceVerdict.LATE : PriceVerdict.OUT_OF_ORDER;
        }
        if (!jumps.passes(i, timestampNs, price, closeNs, prices.closed(), volatility.value(i))) {
            return PriceVerdict.JUMP;
        }
        prices.take(i, timestampNs, price, bid, ask);
        return late ? PriceVerdict.LATE : PriceVerdict.ACCEPTED;
    }

    private long markOf(long bid, long ask, long last, long venueMark) {
        switch (markSource) {
            case MID:
                // Half of an odd sum falls between two units of 1e-8 and goes to the lower one.
                return bid == 0 || ask == 0 ? 0 : bid + ((ask - bid) >> 1);
            case LAST:
                return last;
            default:
                return venueMark;
        }
    }

    /** Takes an instrument out from the next close on, or lets it back in. */
    public void setHalted(int i, boolean isHalted) {
        presence.setHalted(i, isHalted);
    }

    /**
     * Closes the step.
     *
     * @param closesNs T[k], after the previous one; throws {@link IllegalStateException} where it is not
     */
    public void closeStep(long closesNs) {
        if (closesNs <= closeNs) {
            throw new IllegalStateException("step closes at " + closesNs + ", the last one closed at " + closeNs);
        }
        boolean renewed = prices.close(closesNs);
        volumes.closeStep();
        presence.onClose(closesNs, prices.closed(), jumps, renewed, prices.oldestNs());
        computeReturns();
        clearAbsent(stepReturn);
        if (presence.everyone()) {
            volatility.onWholeStep(stepReturn);
        } else {
            volatility.onStep(presence.present(), stepReturn);
        }
        closeNs = closesNs;
    }

    private void computeReturns() {
        PriceColumn marks = prices.closed();
        PriceColumn before = prices.previous();
        if (prices.exactInDoubles()) {
            arithmetic.returns(marks.value, 0, before.value, 0, stepReturn, size);
        } else {
            PriceColumn.returns(marks.price, 0, before.price, 0, stepReturn);
        }
    }

    /** Writes 0.0 where an instrument is absent. */
    void clearAbsent(double[] values) {
        if (!presence.everyone()) {
            presence.clearAbsent(values);
        }
    }

    /** @return the arithmetic of these steps */
    StepArithmetic arithmetic() {
        return arithmetic;
    }

    /** @return how many instruments there are */
    public int size() {
        return size;
    }

    /** @return last valid mark with event time at or before T[k], at 1e-8; 0 where there never was one */
    public long mark(int i) {
        return prices.closed().price[i];
    }

    /** @return the marks; a view until the next close, to be read only */
    public long[] marks() {
        return prices.closed().price;
    }

    /** @return event times of the marks; a view until the next close, to be read only */
    public long[] markTimes() {
        return prices.closed().timestampNs;
    }

    /** @return the marks as doubles; a view until the next close, to be read only */
    double[] markValues() {
        return prices.closed().value;
    }

    /** @return true while doubles hold all marks exactly */
    boolean exactInDoubles() {
        return prices.exactInDoubles();
    }

    /** @return best bid that came with the mark, at 1e-8; 0 for none */
    public long bid(int i) {
        return prices.closed().bid[i];
    }

    /** @return best offer that came with the mark, at 1e-8; 0 for none */
    public long ask(int i) {
        return prices.closed().ask[i];
    }

    /** @return true where the instrument was valid at both T[k-1] and T[k] */
    public boolean present(int i) {
        return presence.present()[i];
    }

    /** @return who is present, one per instrument; a view that the next close overwrites, to be read only */
    public boolean[] present() {
        return presence.present();
    }

    /** @return simple return m[k]/m[k-1] - 1 of the closed step; 0 where absent */
    public double stepReturn(int i) {
        return stepReturn[i];
    }

    /** @return the step returns, 0 where absent; a view that the next close overwrites, to be read only */
    public double[] stepReturns() {
        return stepReturn;
    }

    /** @return how many instruments are present */
    public int presentCount() {
        return presence.count();
    }

    /** @return true where no instrument is absent */
    public boolean everyonePresent() {
        return presence.everyone();
    }

    /** @return true where enough instruments are present for the step to trade */
    public boolean quorum() {
        return presence.count() > 0 && presence.count() >= quorumRatio * size;
    }

    /** @return mean quantity per step over the last eight closed steps, at 1e-8; -1 where no volume is known */
    public long recentVolume(int i) {
        return volumes.mean(i);
    }

    /** Writes {@link #recentVolume} of every instrument, one each. */
    public void recentVolumes(long[] out) {
        volumes.means(out);
    }

    /** Writes half the quoted spread over the mark, one each; NaN where absent or without a spread. */
    public void halfSpreads(double[] out) {
        QuotedSpread.halves(prices.closed(), presence.present(), out);
    }

    /** @return quantity traded in the closed step, at 1e-8; 0 where none is known */
    public long stepVolume(int i) {
        return volumes.last(i);
    }

    /** @return exponentially weighted volatility per step, about 50 steps long; NaN below 20 returns */
    public double volatility(int i) {
        return volatility.value(i);
    }

    /** @return true where the last price awaits confirmation */
    public boolean quarantined(int i) {
        return jumps.quarantined(i, closeNs);
    }

    /** @return how many prices came stamped at or before a closed step */
    public long lateCount() {
        return lateCount;
    }

    /** @return how many updates ended with {@code verdict} since the start */
    long count(PriceVerdict verdict) {
        return verdicts[verdict.ordinal()];
    }

    /** @return how many updates changed nothing since the start; a late one that changed nothing is not among them */
    public long refusedCount() {
        long refused = 0;
        for (int v = PriceVerdict.OUT_OF_ORDER.ordinal(); v < verdicts.length; v++) {
            refused += verdicts[v];
        }
        return refused;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLong(closeNs);
        writer.putLong(lateCount);
        for (long count : verdicts) {
            writer.putLong(count);
        }
        prices.writeTo(writer);
        jumps.writeTo(writer);
        volumes.writeTo(writer);
        volatility.writeTo(writer);
        for (int i = 0; i < size; i++) {
            writer.putInt(presence.flags(i));
            writer.putDouble(stepReturn[i]);
        }
    }
}
