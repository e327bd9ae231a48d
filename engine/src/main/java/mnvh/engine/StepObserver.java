package mnvh.engine;

import mnvh.risk.Basket;
import mnvh.risk.BasketPipeline;
import mnvh.risk.RiskInputs;

/**
 * Looks on while steps are decided, and has no say: whatever it does, the same is decided and recorded.
 *
 * <p>What it is handed is the handler's own, to be read within the call and never written. An observer that throws
 * would end the session, so it does not. Called on the core thread; one of a session that trades allocates nothing.
 */
public interface StepObserver {
    /** Nobody looks on. */
    StepObserver NONE = new StepObserver() {
        @Override
        public boolean onPipeline(BasketPipeline pipeline) {
            return false;
        }

        @Override
        public void onBooks(long step, long closeNs, long equity, long external, boolean trading) {}

        @Override
        public void onList(Basket basket, RiskInputs inputs) {}
    };

    /**
     * Handed what decides on every list, once, before the first event.
     *
     * @return true to find recent volumes among the inputs also where no limit of the session reads them
     */
    boolean onPipeline(BasketPipeline pipeline);

    /**
     * The books of a step are closed and the session's own loss limits were judged.
     *
     * @param step from 0
     * @param equity W at 10^-8
     * @param external money that came in since the start at 10^-8, negative where more has left
     * @param trading false while halted and while everything is being closed: no loss limit halts then
     */
    void onBooks(long step, long closeNs, long equity, long external, boolean trading);

    /**
     * A list was decided and none of its orders works yet: ledger and working orders are as they were for the decision.
     *
     * @param basket the proposal and what became of it
     * @param inputs what it was judged by
     */
    void onList(Basket basket, RiskInputs inputs);
}
