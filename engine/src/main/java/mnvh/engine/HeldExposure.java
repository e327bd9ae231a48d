package mnvh.engine;

import mnvh.event.Column;
import mnvh.event.OutboundFrame;
import mnvh.event.StepSection;
import mnvh.ledger.Ledger;
import mnvh.risk.Liquidation;
import mnvh.risk.Margins;
import mnvh.risk.ReportedNotional;
import mnvh.stats.LaneSum;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/**
 * What the positions at a step come to in the reporting currency: gross, net, beta, margin and how far liquidation is.
 *
 * <p>Where that cannot be told - an inverse contract gains otherwise than in proportion, a currency has no index price
 * - its distance, and the account's, reads 0: the side on which nobody feels safe. Core thread only; allocates nothing
 * after construction.
 */
@HotPath
final class HeldExposure {
    /** A ratio at 10^-12 per unit of one at 10^-8. */
    private static final long CUT = FixedPoint.RATE_SCALE / FixedPoint.SCALE;

    private final Universe universe;
    private final Ledger ledger;
    private final ReportedNotional notional;
    private final Liquidation liquidation;
    private final long[] value;
    private final double[] exposed;
    private final boolean[] untold;

    HeldExposure(Universe universe, Ledger ledger, Margins margins) {
        this.universe = universe;
        this.ledger = ledger;
        this.notional = new ReportedNotional(universe, ledger);
        this.liquidation = new Liquidation(universe, margins);
        this.value = new long[universe.size()];
        this.exposed = new double[universe.size()];
        this.untold = new boolean[universe.size()];
    }

    /** Measures what is held now. @param equity W at the same marks at 10^-8 */
    void measure(long equity) {
        for (int i = 0; i < value.length; i++) {
            long position = ledger.position(i);
            boolean known = position == 0 || notional.known(i);
            value[i] = position == 0 || !known ? 0 : notional.of(i, position, ledger.markPrice(i));
            untold[i] = position != 0 && (!known || universe.get(i).kind().inverse());
            exposed[i] = FixedPoint.toDouble(value[i]);
        }
        liquidation.measure(value, equity);
    }

    /** Writes each distance below 1, of instruments that are held. */
    void writeDistances(OutboundFrame frame) {
        for (int i = 0; i < value.length; i++) {
            if (untold[i]) {
                frame.column(Column.LIQUIDATION_DISTANCE, i, 0);
            } else if (liquidation.distance(i) < Liquidation.UNREACHED) {
                frame.column(Column.LIQUIDATION_DISTANCE, i, liquidation.distance(i) / CUT);
            }
        }
    }

    /** Writes exposures and margin into the step's record. */
    void write(StepSection step) {
        long gross = 0;
        long net = 0;
        boolean told = true;
        for (int i = 0; i < value.length; i++) {
            gross = Math.addExact(gross, Math.absExact(value[i]));
            net = Math.addExact(net, value[i]);
            told &= !untold[i];
        }
        step.gross(gross)
                .net(net)
                .maintenanceMargin(liquidation.maintenance())
                .liquidationDistance(told ? liquidation.distance() : 0);
    }

    /** @return sum of market beta times value at the marks, as a double */
    double beta(double[] marketBetas) {
        return LaneSum.dot(marketBetas, 0, exposed, 0, exposed.length);
    }
}
