package mnvh.daemon;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mnvh.config.Config;
import mnvh.config.ConfigLoader;
import mnvh.fix.FixSimulator;

/** The FIX simulator alone: listens, quotes once somebody has subscribed, ends with its data, its time or a signal. */
final class SimulateRun implements Run<SimulateOptions> {
    @Override
    public ExitCode run(SimulateOptions options, Screen screen) throws Exception {
        Config config = ConfigLoader.load(options.config(), options.sets(), System.getenv())
                .config();
        SimulatedMarket market = new SimulatedMarket(config, options.data(), options.from(), options.to());
        try (StopSignal signal = new StopSignal();
                FixSimulator simulator = new FixSimulator(config.venue(), market.open(), market.commissions())) {
            if (options.keepOrders()) {
                simulator.keepOrders();
            }
            if (options.loseCopies()) {
                simulator.loseCopies();
            }
            simulator.start();
            screen.out()
                    .println("simulator listens on " + config.venue().host() + ":" + simulator.port() + ", "
                            + market.universe().size() + " instruments");
            screen.out().flush();
            CountDownLatch dataEnded = new CountDownLatch(1);
            Thread watch = new Thread(
                    () -> {
                        try {
                            simulator.awaitEnd();
                            dataEnded.countDown();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "mnvh-simulator-end");
            watch.setDaemon(true);
            watch.start();
            long deadline = options.durationNs() == 0 ? Long.MAX_VALUE : System.nanoTime() + options.durationNs();
            while (!signal.received() && dataEnded.getCount() > 0 && remaining(deadline) > 0) {
                dataEnded.await(
                        Math.min(remaining(deadline), TimeUnit.MILLISECONDS.toNanos(100)), TimeUnit.NANOSECONDS);
            }
            watch.interrupt();
            screen.out()
                    .println("simulator ended: "
                            + (signal.received()
                                    ? "signal"
                                    : dataEnded.getCount() == 0 ? "end of the market" : "duration"));
            screen.out().flush();
            return signal.received() ? ExitCode.INTERRUPTED : ExitCode.OK;
        }
    }

    private static long remaining(long deadline) {
        return deadline == Long.MAX_VALUE ? Long.MAX_VALUE : deadline - System.nanoTime();
    }
}
