package mnvh.daemon;

import mnvh.backtest.BacktestOptions;

/**
 * The runs behind the verbs.
 *
 * @param paper real FIX against a simulator
 * @param simulate the simulator alone
 * @param backtest a panel of bars through the production handler
 * @param replay a recorded session once more
 * @param bench figures of this machine
 */
public record Runs(
        Run<PaperOptions> paper,
        Run<SimulateOptions> simulate,
        Run<BacktestOptions> backtest,
        Run<ReplayOptions> replay,
        Run<BenchOptions> bench) {}
