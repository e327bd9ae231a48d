package mnvh.daemon;

/** Which run stands behind which verb. */
final class Wiring {
    private Wiring() {}

    /** @return the production runs */
    static Runs runs() {
        return new Runs(new PaperRun(), new SimulateRun(), new BacktestRun(), new ReplayRun(), new BenchMeasuring());
    }
}
