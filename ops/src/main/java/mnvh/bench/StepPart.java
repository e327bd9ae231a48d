package mnvh.bench;

/** A part of the step, in the order of the step. */
enum StepPart {
    /** Closing the cross-section: marks, returns, presence. */
    CROSS_SECTION("cross-section close"),
    /** Marking the ledger, with the components in the frame. */
    MARKS("ledger marks"),
    /** Checking every account. */
    IDENTITY("identity check"),
    /** Weights, relative returns, reversion, dispersion, edge, cost, market betas, throttle. */
    ESTIMATORS("estimators and throttle"),
    /** The update rule. */
    CONTROLLER("controller"),
    /** Inputs of the gate, then every stage and the proofs. */
    PIPELINE("pipeline and gate"),
    /** Sending the orders into the frame. */
    ORDERS("order submit"),
    /** Columns of cross-section and stages, and the step's own record. */
    FRAME("frame columns"),
    /** Hash of ledger and orders. */
    HASH("state hash");

    private final String text;

    StepPart(String text) {
        this.text = text;
    }

    /** @return as figures name it */
    String text() {
        return text;
    }
}
