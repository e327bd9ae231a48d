package mnvh.engine;

import mnvh.event.Column;
import mnvh.event.DenialSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
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
    private final double[] writtenWeight;
    private @Nullable OutboundFrame frame;

    StepReport(int instruments) {
        writtenWeight = new double[instruments];
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

    /** Writes marks and returns of the present instruments, weights where they changed, and market betas. */
    void writeCrossSection(CrossSection crossSection, StepEstimators estimators, Ledger ledger, OutboundFrame into) {
        int n = writtenWeight.length;
        for (int i = 0; i < n; i++) {
            if (crossSection.present(i)) {
                into.column(Column.MARK, i, crossSection.mark(i));
            }
        }
        for (int i = 0; i < n; i++) {
            if (crossSection.present(i)) {
                into.column(Column.STEP_RETURN, i, crossSection.stepReturn(i));
            }
        }
        for (int i = 0; i < n; i++) {
            double weight = estimators.weights().weight(i);
            if (weight != writtenWeight[i]) {
                writtenWeight[i] = weight;
                into.column(Column.WEIGHT, i, weight);
            }
        }
        for (int i = 0; i < n; i++) {
            if (crossSection.present(i)) {
                into.column(Column.MARKET_BETA, i, estimators.marketBeta(i));
            }
        }
        for (int i = 0; i < n; i++) {
            if (ledger.position(i) != 0) {
                into.column(Column.POSITION, i, ledger.position(i));
            }
        }
    }

    /** Writes the proposal and what each stage of the pipeline changed of it. */
    void writeStages(Basket basket, OutboundFrame into) {
        for (int i = 0; i < basket.size(); i++) {
            if (basket.proposed[i] != 0) {
                into.column(Column.PROPOSED, i, basket.proposed[i]);
            }
        }
        writeChanged(Column.AFTER_BAND, basket.proposed, basket.afterBand, into);
        writeChanged(Column.AFTER_CLIPS, basket.afterBand, basket.afterClips, into);
        writeChanged(Column.AFTER_NEUTRALITY, basket.afterClips, basket.afterNeutrality, into);
        writeChanged(Column.AFTER_FINANCING, basket.afterNeutrality, basket.afterFinancing, into);
        writeChanged(Column.AFTER_RISK, basket.afterFinancing, basket.afterRisk, into);
        for (int i = 0; i < basket.size(); i++) {
            if (basket.quantity[i] != 0) {
                into.column(Column.QUANTITY, i, basket.quantity[i]);
            }
        }
    }

    private static void writeChanged(int column, long[] before, long[] after, OutboundFrame into) {
        for (int i = 0; i < before.length; i++) {
            if (before[i] != after[i]) {
                into.column(column, i, after[i]);
            }
        }
    }

    /** @return the step's own record, zeroed, to be filled */
    StepSection begin(OutboundFrame into) {
        return step.wrap(into.buffer(), into.section(SectionKind.STEP, StepSection.LENGTH));
    }
}
