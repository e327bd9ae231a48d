package mnvh.venue;

import java.util.Arrays;
import mnvh.config.Regime;
import mnvh.config.SimulatorConfig;
import mnvh.config.StepConfig;
import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/**
 * A seeded factor model: {@code price = base * anchor * (1 + displacement)}, without end.
 *
 * <p>The anchor takes the common return times the instrument's market beta (0.5 to 1.5) and is drawn weakly back to 1,
 * so that a run of any length stays in range. The idiosyncratic part, with {@code v} the configured volatility per step
 * and {@code theta} the configured reversion:
 *
 * <ul>
 *   <li>REVERT: {@code displacement' = (1 - theta) * displacement + v * sqrt((2 - theta) / 2) * normal}: idiosyncratic
 *       returns have standard deviation v and lag-one autocorrelation -theta/2, so rho is about theta/2;
 * <li>TREND: the anchor takes an idiosyncratic return {@code u' = theta * u + v * sqrt(1 - theta^2) * normal}: the same
 *        standard deviation, autocorrelation theta, rho about -theta.
 * </ul>
 *
 * <p>Within a step prices follow a Brownian bridge to the step's end, so what a step does not depend on
 * {@code quotes_per_step}. Spreads and volumes revert to their means. Every kind of draw has its own stream and a
 * regime takes as many as the other. Only + - * / and sqrt, and StrictMath: the same on every JDK. One thread.
 * Allocates nothing per step.
 */
public final class SyntheticMarket implements Market {
    private static final double ANCHOR_PULL = 0.0002;
    private static final double LARGEST_MOVE = 0.5;
    private static final double LARGEST_PERSISTENCE = 0.95;
    private static final double LOWEST_ANCHOR = 0.05;
    private static final double HIGHEST_ANCHOR = 20;

    private final Universe universe;
    private final SimulatorConfig config;
    private final long stepNs;
    private final long startNs;
    private final Generator steps;
    private final Generator paths;
    private final Generator volumes;
    private final Generator fundings;
    private final double[] base;
    private final double[] marketBeta;
    private final double[] anchor;
    private final double[] displacement;
    private final double[] trend;
    private final double[] fair;
    private final double[] target;
    private final double[] spreadLevel;
    private final double[] volumeLevel;
    private final long[] latest;
    private Regime regime;
    private long step;

    /** @param startNs start of the run; steps close at multiples of the interval after it */
    public SyntheticMarket(Universe universe, SimulatorConfig config, StepConfig stepConfig, long startNs) {
        this.universe = universe;
        this.config = config;
        this.stepNs = stepConfig.intervalNs();
        this.startNs = startNs - Math.floorMod(startNs, stepNs);
        this.steps = new Generator(config.seed(), Generator.STEP);
        this.paths = new Generator(config.seed(), Generator.PATH);
        this.volumes = new Generator(config.seed(), Generator.VOLUME);
        this.fundings = new Generator(config.seed(), Generator.FUNDING);
        this.regime = config.regime();
        int n = universe.size();
        base = new double[n];
        marketBeta = new double[n];
        anchor = new double[n];
        displacement = new double[n];
        trend = new double[n];
        fair = new double[n];
        target = new double[n];
        spreadLevel = new double[n];
        volumeLevel = new double[n];
        latest = new long[n];
        Generator statics = new Generator(config.seed(), Generator.STATIC);
        double kept = 1 - config.reversion();
        double stationary = kept < 1 ? innovation() / Math.sqrt(1 - kept * kept) : 0;
        for (int i = 0; i < n; i++) {
            // Prices of 20,000 to 100,000 ticks: a tick is 0.1 to 0.5 basis points.
            base[i] = FixedPoint.toDouble(universe.get(i).tickSize()) * (20_000 + 80_000 * statics.uniform());
            marketBeta[i] = 0.5 + statics.uniform();
            displacement[i] = bounded(stationary * statics.normal());
            fair[i] = base[i] * (1 + displacement[i]);
        }
        Arrays.fill(anchor, 1);
        Arrays.fill(spreadLevel, 1);
        Arrays.fill(volumeLevel, 1);
    }

    /** Switches the behaviour of idiosyncratic returns from the next step on. */
    void regime(Regime value) {
        if (value != regime) {
            regime = value;
            Arrays.fill(trend, 0);
        }
    }

    @Override
    public Universe universe() {
        return universe;
    }

    @Override
    public long startNs() {
        return startNs;
    }

    @Override
    public long stepNs() {
        return stepNs;
    }

    @Override
    public boolean nextStep(MarketListener listener) {
        long openNs = startNs + step * stepNs;
        drawTargets();
        int quotes = config.quotesPerStep();
        long fromNs = openNs;
        for (int q = 1; q <= quotes; q++) {
            long atNs = openNs + stepNs * q / quotes;
            settle(listener, fromNs, atNs - 1);
            for (int i = 0; i < base.length; i++) {
                quote(listener, atNs, i, quotes - q + 1);
            }
            settle(listener, atNs - 1, atNs);
            fromNs = atNs;
        }
        listener.onStepEnd(openNs + stepNs);
        step++;
        return true;
    }

    /** Draws where every price stands at the end of the step. */
    private void drawTargets() {
        double common = config.factorVolatility() * steps.normal();
        double kept = 1 - config.reversion();
        double persistence = Math.min(config.reversion(), LARGEST_PERSISTENCE);
        double shock = config.idiosyncraticVolatility() * Math.sqrt(1 - persistence * persistence);
        for (int i = 0; i < base.length; i++) {
            double draw = steps.normal();
            double move = 1 + bounded(marketBeta[i] * common);
            if (regime == Regime.REVERT) {
                displacement[i] = bounded(kept * displacement[i] + innovation() * draw);
            } else {
                trend[i] = bounded(persistence * trend[i] + shock * draw);
                move *= 1 + trend[i];
            }
            double pulled = anchor[i] * move;
            anchor[i] = Math.max(LOWEST_ANCHOR, Math.min(HIGHEST_ANCHOR, pulled + ANCHOR_PULL * (1 - pulled)));
            target[i] = base[i] * anchor[i] * (1 + displacement[i]);
            spreadLevel[i] = within(0.5, 2, 0.8 * spreadLevel[i] + 0.2 + 0.1 * volumes.normal());
            volumeLevel[i] = within(0.2, 5, 0.9 * volumeLevel[i] + 0.1 + 0.2 * volumes.normal());
        }
    }

    private double innovation() {
        return config.idiosyncraticVolatility() * Math.sqrt((2 - config.reversion()) / 2);
    }

    /** @param remaining quotes of this step that are still to come, this one included; the last one hits the target */
    private void quote(MarketListener listener, long atNs, int i, int remaining) {
        Instrument instrument = universe.get(i);
        double perQuote = stepVolatility(i) / Math.sqrt(config.quotesPerStep());
        double noise = fair[i] * perQuote * paths.normal() * Math.sqrt((remaining - 1.0) / remaining);
        double before = fair[i];
        double after = before + (target[i] - before) / remaining + noise;
        long tick = instrument.tickSize();
        double lowest = FixedPoint.toDouble(tick);
        fair[i] = within(Math.max(lowest, 0.5 * before), 2 * before, after);
        long price = FixedPoint.fromDouble(fair[i], Rounding.HALF_EVEN);
        long spreadRate = FixedPoint.multiplyDivide(
                config.spreadRate(),
                FixedPoint.fromDouble(spreadLevel[i], Rounding.HALF_EVEN),
                FixedPoint.SCALE,
                Rounding.HALF_EVEN);
        latest[i] = price;
        listener.onQuote(
                atNs,
                i,
                Spread.bid(price, spreadRate, tick),
                Spread.ask(price, spreadRate, tick),
                Math.max(tick, price - price % tick),
                volume(instrument, before, perQuote));
    }

    private double stepVolatility(int i) {
        double common = marketBeta[i] * config.factorVolatility();
        return Math.sqrt(common * common + config.idiosyncraticVolatility() * config.idiosyncraticVolatility());
    }

    /** A mean of four times the whole depth a step, more when the price moves. */
    private long volume(Instrument instrument, double before, double perQuote) {
        int i = instrument.index();
        double surprise = perQuote > 0 ? Math.abs(fair[i] / before - 1) / perQuote : 1;
        double money = 4.0 * config.depthLevels() * FixedPoint.toDouble(config.levelNotional());
        double activity = volumeLevel[i] * (0.5 + Math.min(surprise, 4)) / config.quotesPerStep();
        double contracts = money * activity / fair[i] / FixedPoint.toDouble(instrument.multiplier());
        return instrument.truncateToIncrement(FixedPoint.fromDouble(Math.min(contracts, 1e9), Rounding.TOWARDS_ZERO));
    }

    /** Emits the funding of boundaries after {@code afterNs} up to and including {@code untilNs}. */
    private void settle(MarketListener listener, long afterNs, long untilNs) {
        long every = config.fundingIntervalNs();
        if (every <= 0) {
            return;
        }
        for (long boundary = (Math.floorDiv(afterNs, every) + 1) * every; boundary <= untilNs; boundary += every) {
            for (int i = 0; i < latest.length; i++) {
                if (universe.get(i).kind() == InstrumentKind.LINEAR_PERP && latest[i] > 0) {
                    double rate = bounded(config.fundingVolatility() * fundings.normal());
                    listener.onFunding(
                            boundary, i, (long) Math.rint(rate * FixedPoint.RATE_SCALE), latest[i], boundary);
                }
            }
        }
    }

    private static double bounded(double move) {
        return within(-LARGEST_MOVE, LARGEST_MOVE, move);
    }

    private static double within(double lowest, double highest, double value) {
        return Math.max(lowest, Math.min(highest, value));
    }
}
