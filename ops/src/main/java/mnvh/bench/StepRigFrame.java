package mnvh.bench;

import mnvh.event.Column;
import mnvh.event.DenialSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.ledger.Ledger;
import mnvh.ledger.LedgerListener;
import mnvh.risk.Basket;
import mnvh.risk.DenialListener;
import mnvh.risk.Verdict;
import mnvh.strategy.CrossSection;
import mnvh.units.Component;

/** What a step writes into its frame, written as the step writes it. One thread. */
final class StepRigFrame implements LedgerListener, DenialListener {
    private final OutboundFrame frame;
    private final double[] writtenWeight;
    private final long[] nothing;
    private final StepSection section = new StepSection();
    private final DenialSection denial = new DenialSection();

    StepRigFrame(OutboundFrame frame, int size) {
        this.frame = frame;
        this.writtenWeight = new double[size];
        this.nothing = new long[size];
    }

    @Override
    public void onComponent(Component component, int instrument, int currency, long amount) {
        frame.component(component, instrument, currency, amount);
    }

    @Override
    public void onDenial(int instrument, Verdict reason, long before, long after, long limit, long notional) {
        denial.wrap(frame.buffer(), frame.section(SectionKind.DENIAL, DenialSection.LENGTH))
                .instrument(instrument)
                .reason(reason.ordinal())
                .before(before)
                .after(after)
                .limit(limit)
                .notional(notional);
    }

    void writeCrossSection(CrossSection crossSection, StepRigEstimators estimators, Ledger ledger) {
        boolean[] present = crossSection.present();
        frame.columnOfChanges(Column.MARK, nothing, crossSection.marks());
        frame.columnOfPresent(Column.STEP_RETURN, present, crossSection.stepReturns());
        for (int i = 0; i < writtenWeight.length; i++) {
            double weight = estimators.weights.weight(i);
            if (weight != writtenWeight[i]) {
                writtenWeight[i] = weight;
                frame.column(Column.WEIGHT, i, weight);
            }
        }
        frame.columnOfPresent(Column.MARKET_BETA, present, estimators.marketBeta.marketBetas());
        frame.columnOfChanges(Column.POSITION, nothing, ledger.positions());
    }

    void writeStages(Basket basket) {
        frame.columnOfChanges(Column.PROPOSED, nothing, basket.proposed);
        frame.columnOfChanges(Column.AFTER_BAND, basket.proposed, basket.afterBand);
        frame.columnOfChanges(Column.AFTER_CLIPS, basket.afterBand, basket.afterClips);
        frame.columnOfChanges(Column.AFTER_NEUTRALITY, basket.afterClips, basket.afterNeutrality);
        frame.columnOfChanges(Column.AFTER_FINANCING, basket.afterNeutrality, basket.afterFinancing);
        frame.columnOfChanges(Column.AFTER_RISK, basket.afterFinancing, basket.afterRisk);
        frame.columnOfChanges(Column.QUANTITY, nothing, basket.quantity);
    }

    /** The step's own record, with the numbers that differ from run to run. */
    void writeStep(long step, long closeNs, int outcome, Basket basket, Ledger ledger, long stateHash) {
        section.wrap(frame.buffer(), frame.section(SectionKind.STEP, StepSection.LENGTH))
                .step(step)
                .closeNs(closeNs)
                .outcome(outcome)
                .orders(basket.orders)
                .rounds(basket.rounds)
                .equity(ledger.equity())
                .cash(ledger.cash())
                .positionValue(ledger.positionValue())
                .marginUsed(basket.marginUsed)
                .cashDemand(basket.cashDemand)
                .stateHash(stateHash);
        frame.conclude();
    }
}
