package mnvh.order;

import mnvh.event.DecisionSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.risk.Basket;
import mnvh.risk.Proof;
import mnvh.units.HotPath;

/** What the gate saw of a list that leaves, into the frame. Core thread only; allocates nothing after construction. */
@HotPath
public final class DecisionWriter {
    private final DecisionSection decision = new DecisionSection();

    /** Writes what the gate saw of the list whose orders follow. */
    public void write(Basket basket, long stepNumber, OutboundFrame into) {
        Proof proof = basket.proof;
        decision.wrap(into.buffer(), into.section(SectionKind.DECISION, DecisionSection.LENGTH))
                .step(stepNumber)
                .binding(basket.binding.ordinal())
                .neutrality(basket.neutrality.ordinal())
                .financingScale(basket.financingScale)
                .riskScale(basket.riskScale)
                .cashBefore(proof.cash.before())
                .cashAfter(proof.cash.after())
                .cashFloor(proof.cash.limit())
                .demand(proof.demand)
                .demandLeast(proof.demandLeast)
                .demandMost(proof.demandMost)
                .grossBefore(proof.gross.before())
                .grossAfter(proof.gross.after())
                .grossLimit(proof.gross.limit())
                .netBefore(proof.net.before())
                .netAfter(proof.net.after())
                .netLimit(proof.net.limit())
                .marketBetaBefore(proof.marketBeta.before())
                .marketBetaAfter(proof.marketBeta.after())
                .marketBetaLimit(proof.marketBeta.limit())
                .marginBefore(proof.margin.before())
                .marginAfter(proof.margin.after())
                .marginLimit(proof.margin.limit())
                .messages((int) proof.messages.after())
                .messagesLimit(count(proof.messages.limit()))
                .working((int) proof.working.after())
                .workingLimit(count(proof.working.limit()));
    }

    private static int count(long limit) {
        return (int) Math.min(Integer.MAX_VALUE, limit);
    }
}
