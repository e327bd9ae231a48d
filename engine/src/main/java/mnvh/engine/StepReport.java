package mnvh.engine;

import mnvh.event.Column;
import mnvh.event.DenialSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.event.VarianceRatioSection;
import mnvh.ledger.Ledger;
import mnvh.risk.Basket;
import mnvh.risk.DenialListener;
import mnvh.risk.Verdict;
import mnvh.strategy.CrossSection;
import mnvh.units.HotPath;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a step saw and decided into its frame: one column per quantity, denials, and the step's own record.
 *
 * <p>A stage's column holds only the instruments that the stage changed, so the disk carries each number once. Core
 * thread only; allocates nothing after construction.
 */
@HotPath
final class StepReport implements DenialListener {
    private final StepSection step = new StepSection();
    private final DenialSection denial = new DenialSection();
    private final VarianceRatioSection ratio = new VarianceRatioSection();
    private final double[] writtenWeight;
    private final long[] nothing;
    private @Nullable OutboundFrame frame;

    StepReport(int instruments) {
        writtenWeight = new double[instruments];
        nothing = new long[instruments];
    }

    /** Points at the frame of the step in hand. */
    void into(OutboundFrame current) {
        frame = current;
    }

    @Override
    public void onDenial(int instrument, Verdict reason, long before, long after, long limit, long notional) {
        OutboundFrame current = frame;
        if (current == null) {
            throw new IllegalStateException("a denial outside a step: " + reason);
        }
        denial.wrap(current.buffer(), current.section(SectionKind.DENIAL, DenialSection.LENGTH))
                .instrument(instrument)
                .reason(reason.ordinal())
                .before(before)
                .after(after)
                .limit(limit)
                .notional(notional);
    }

    /** Writes every mark in force, returns and market betas of the present, and weights where they changed. */
    void writeCrossSection(
            CrossSection crossSection, long[] marks, StepEstimators estimators, Ledger ledger, OutboundFrame into) {
        int n = writtenWeight.length;
        boolean[] present = crossSection.present();
        into.columnOfChanges(Column.MARK, nothing, marks);
        into.columnOfPresent(Column.STEP_RETURN, present, crossSection.stepReturns());
        for (int i = 0; i < n; i++) {
            double weight = estimators.weights().weight(i);
            if (weight != writtenWeight[i]) {
                writtenWeight[i] = weight;
                into.column(Column.WEIGHT, i, weight);
            }
        }
        into.columnOfPresent(Column.MARKET_BETA, present, estimators.marketBetas());
        into.columnOfChanges(Column.POSITION, nothing, ledger.positions());
    }

    /** Writes the variance ratio of every horizon beside the throttle's. */
    void writeVarianceRatios(StepEstimators estimators, OutboundFrame into) {
        for (int h = 0; h < estimators.moreHorizons(); h++) {
            ratio.wrap(into.buffer(), into.section(SectionKind.VARIANCE_RATIO, VarianceRatioSection.LENGTH))
                    .horizonSteps(estimators.horizonSteps(h))
                    .ratio(estimators.varianceRatio(h));
        }
    }

    /** Writes the proposal and what each stage of the pipeline changed of it. */
    void writeStages(Basket basket, OutboundFrame into) {
        into.columnOfChanges(Column.PROPOSED, nothing, basket.proposed);
        into.columnOfChanges(Column.AFTER_BAND, basket.proposed, basket.afterBand);
        into.columnOfChanges(Column.AFTER_CLIPS, basket.afterBand, basket.afterClips);
        into.columnOfChanges(Column.AFTER_NEUTRALITY, basket.afterClips, basket.afterNeutrality);
        into.columnOfChanges(Column.AFTER_FINANCING, basket.afterNeutrality, basket.afterFinancing);
        into.columnOfChanges(Column.AFTER_RISK, basket.afterFinancing, basket.afterRisk);
        into.columnOfChanges(Column.QUANTITY, nothing, basket.quantity);
    }

    /** @return the step's own record, zeroed, to be filled */
    StepSection begin(OutboundFrame into) {
        return step.wrap(into.buffer(), into.section(SectionKind.STEP, StepSection.LENGTH));
    }
}
