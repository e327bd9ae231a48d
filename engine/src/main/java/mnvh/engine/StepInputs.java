package mnvh.engine;

import java.util.Arrays;
import mnvh.risk.DrawdownLimit;
import mnvh.risk.Limits;
import mnvh.risk.RiskInputs;
import mnvh.strategy.CrossSection;
import mnvh.units.HotPath;
import mnvh.units.Term;

/** Gathers what a list is judged by besides books and working orders. Core thread only; allocates nothing later on. */
@HotPath
final class StepInputs {
    private final CrossSection crossSection;
    private final StepEstimators estimators;
    private final DrawdownLimit drawdown;
    private final Limits limits;
    private final Portfolio portfolio;
    private final EngineState engine;
    private final Reconciler reconciler;
    private final boolean volumesWanted;
    private final RiskInputs inputs;
    private final boolean[] halted;

    /** @param volumesWanted true to gather recent volumes also where no limit reads them */
    StepInputs(
            CrossSection crossSection,
            StepEstimators estimators,
            DrawdownLimit drawdown,
            Limits limits,
            Portfolio portfolio,
            EngineState engine,
            Reconciler reconciler,
            boolean volumesWanted) {
        int size = crossSection.present().length;
        this.crossSection = crossSection;
        this.estimators = estimators;
        this.drawdown = drawdown;
        this.limits = limits;
        this.portfolio = portfolio;
        this.engine = engine;
        this.reconciler = reconciler;
        this.volumesWanted = volumesWanted;
        this.inputs = new RiskInputs(size);
        this.halted = new boolean[size];
    }

    /** @return which instruments the venue does not trade; live */
    boolean[] halted() {
        return halted;
    }

    /**
     * Gathers for a list that is decided now.
     *
     * @param equity W at 10^-8
     * @return the inputs; the same object every time
     */
    RiskInputs gather(long nowNs, long equity) {
        int size = halted.length;
        System.arraycopy(crossSection.present(), 0, inputs.present, 0, size);
        System.arraycopy(estimators.marketBetas(), 0, inputs.marketBeta, 0, size);
        System.arraycopy(estimators.weights().weights(), 0, inputs.weight, 0, size);
        for (int i = 0; i < size; i++) {
            inputs.tradable[i] = !halted[i]
                    && !reconciler.blocked(i)
                    && !crossSection.quarantined(i)
                    && !portfolio.ledger().settled(i);
        }
        if (volumesWanted || limits.maxParticipationRatio() != Term.NONE) {
            crossSection.recentVolumes(inputs.recentVolume);
        }
        System.arraycopy(crossSection.markTimes(), 0, inputs.priceNs, 0, size);
        inputs.closing = engine.flattening();
        if (inputs.closing) {
            // Nothing is traded for neutrality's sake, least of all against what is kept from being closed.
            Arrays.fill(inputs.weight, 0.0);
        }
        inputs.state = engine.tradingState();
        inputs.equity = equity;
        inputs.peakEquity = drawdown.peakEquity();
        inputs.dayStartEquity = drawdown.dayStartEquity();
        inputs.messagesLastSecond = portfolio.orders().messagesLastSecond(nowNs);
        inputs.ordersRecently = portfolio.orders().ordersLastMinute(nowNs);
        inputs.fillsRecently = portfolio.orders().fillsLastMinute(nowNs);
        inputs.nowNs = nowNs;
        return inputs;
    }
}
