package mnvh.strategy;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.MarkSource;
import mnvh.config.StepConfig;
import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/** A universe that is fed one price per instrument and step, with all the measuring parts wired as the core does. */
final class StepFixture {
    static final long SECOND = 1_000_000_000L;
    static final long INTERVAL = 60 * SECOND;
    static final long START = 1_700_000_040L * SECOND;

    final Universe universe;
    final CrossSection crossSection;
    final WeightScheme scheme;
    final PresentWeights weights;
    final RelativeReturns returns;
    private int steps;

    StepFixture(int instruments, WeightScheme scheme) {
        this.universe = universe(instruments);
        this.crossSection = new CrossSection(universe, config(MarkSource.LAST, 0.5), Double.POSITIVE_INFINITY);
        this.scheme = scheme;
        this.weights = new PresentWeights(instruments);
        this.returns = new RelativeReturns(crossSection, weights, 65);
    }

    static StepConfig config(MarkSource source, double quorum) {
        return new StepConfig(INTERVAL, 30 * SECOND, 0, quorum, source);
    }

    static Universe universe(int instruments) {
        List<Instrument> list = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            list.add(new Instrument(
                    i,
                    "S" + i,
                    InstrumentKind.LINEAR_PERP,
                    "USD",
                    1,
                    1,
                    FixedPoint.SCALE,
                    0,
                    Long.MAX_VALUE,
                    0,
                    FixedPoint.RATE_SCALE));
        }
        return new Universe(list);
    }

    static long fixed(double price) {
        return FixedPoint.fromDouble(price, Rounding.HALF_EVEN);
    }

    /** Feeds one price each, NaN for none, closes the step and measures it; false where it is skipped. */
    boolean step(double... prices) {
        long closeNs = START + steps * INTERVAL;
        steps++;
        for (int i = 0; i < prices.length; i++) {
            if (!Double.isNaN(prices[i])) {
                crossSection.onPrice(i, closeNs, 0, 0, fixed(prices[i]), 0, 0);
            }
        }
        crossSection.closeStep(closeNs);
        scheme.refresh(crossSection);
        boolean measured = crossSection.quorum() & weights.renormalise(scheme, crossSection);
        returns.onStep(measured);
        return measured;
    }
}
