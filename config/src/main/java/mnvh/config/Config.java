package mnvh.config;

import org.jspecify.annotations.Nullable;

/**
 * One run, complete and immutable.
 *
 * @param version format of the file
 * @param mode what the run is for
 * @param universe its instruments
 * @param initialCash equity at the start, at 10^-8 of {@code currency}
 * @param currency reporting currency
 * @param step the synchronised step
 * @param strategy the update rule
 * @param selfFinancing how baskets are paid for
 * @param fees what fills cost
 * @param execution how orders are sent
 * @param lots lot accounting
 * @param risk the gate's limits
 * @param journal where the session is recorded
 * @param venue who is traded with
 * @param monitor the operator's endpoint
 * @param approval whether a start must be approved
 */
public record Config(
        int version,
        Mode mode,
        UniverseConfig universe,
        long initialCash,
        String currency,
        StepConfig step,
        StrategyConfig strategy,
        SelfFinancingConfig selfFinancing,
        FeeConfig fees,
        ExecutionConfig execution,
        LotsConfig lots,
        RiskConfig risk,
        JournalConfig journal,
        VenueConfig venue,
        MonitorConfig monitor,
        ApprovalConfig approval) {
    /** A start that nobody must approve. */
    public Config(
            int version,
            Mode mode,
            UniverseConfig universe,
            long initialCash,
            String currency,
            StepConfig step,
            StrategyConfig strategy,
            SelfFinancingConfig selfFinancing,
            FeeConfig fees,
            ExecutionConfig execution,
            LotsConfig lots,
            RiskConfig risk,
            JournalConfig journal,
            VenueConfig venue,
            MonitorConfig monitor) {
        this(
                version,
                mode,
                universe,
                initialCash,
                currency,
                step,
                strategy,
                selfFinancing,
                fees,
                execution,
                lots,
                risk,
                journal,
                venue,
                monitor,
                ApprovalConfig.NONE);
    }

    /** @return the same run with another drop copy, or none */
    public Config withDropCopy(@Nullable DropCopyConfig other) {
        return new Config(
                version,
                mode,
                universe,
                initialCash,
                currency,
                step,
                strategy,
                selfFinancing,
                fees,
                execution,
                lots,
                risk,
                journal,
                venue.withDropCopy(other),
                monitor,
                approval);
    }
}
