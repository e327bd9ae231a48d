package mnvh.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import mnvh.config.Config;
import mnvh.universe.Universe;

/** The gateway's send on its thread, and an order's round trip over loopback, beside plain QuickFIX/J. */
public final class FixBenchmark implements Benchmark {
    private static final int SENDS_PER_S = 5_000;
    private static final int SENDS = 1_000;
    private static final int ROUND_TRIPS = 2_000;
    private static final int BASKET = 30;
    private static final long NEEDED_BYTES = 256L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "fix";
    }

    @Override
    public String summary() {
        return "gateway send and FIX round trip over loopback beside plain QuickFIX/J";
    }

    @Override
    public void run(Meter meter) throws Exception {
        Universe universe = BenchRun.universe(1);
        Config config = BenchRun.config(universe, false);
        try (BenchFolder folder = BenchFolder.open(name(), NEEDED_BYTES);
                EchoVenue here = new EchoVenue(universe, "BENCH", "ECHO");
                EchoVenue there = new EchoVenue(universe, "PLAIN", "ECHO2");
                GatewayClient gateway =
                        new GatewayClient(universe, config, "BENCH", "ECHO", here.port(), folder.path());
                PlainClient plain = new PlainClient("PLAIN", "ECHO2", there.port())) {
            sends(meter, gateway, plain);
            here.answering(true);
            there.answering(true);
            roundTrips(meter, gateway, plain);
        }
    }

    private void sends(Meter meter, GatewayClient gateway, PlainClient plain) throws Exception {
        int count = meter.count(SENDS);
        int baskets = meter.count(SENDS / 10);
        Samples[][] taken = meter.sideBySide(
                "gateway send", () -> send(gateway, count), () -> send(plain, count), () -> baskets(gateway, baskets));
        meter.figure(Figure.of("gateway send of one order, p50", Unit.NS, taken[0][0])
                .against("plain send of a new message", taken[1][0])
                .aiming(Goal.most(5_000)));
        meter.figure(Figure.of("gateway send of one order, p99", Unit.NS, taken[0][1])
                .against("plain send of a new message", taken[1][1]));
        meter.figure(Figure.of("gateway send of one order, allocated", Unit.BYTES, taken[0][2])
                .against("plain send of a new message", taken[1][2])
                .aiming(Goal.most(2_048)));
        meter.figure(Figure.of("gateway send of a basket of 30, each order, p50", Unit.NS, taken[2][0]));
    }

    private double[] send(FixClient client, int count) {
        Latencies taken = new Latencies(count);
        Pace pace = new Pace(SENDS_PER_S);
        long thread = Thread.currentThread().getId();
        long allocated = threads.getThreadAllocatedBytes(thread);
        pace.start();
        for (int i = 0; i < count; i++) {
            long startNs = pace.await();
            client.send();
            taken.add(System.nanoTime() - startNs);
        }
        double each = (threads.getThreadAllocatedBytes(thread) - allocated) / (double) count;
        double[] times = taken.percentiles(50, 99);
        return new double[] {times[0], times[1], each};
    }

    private static double[] baskets(GatewayClient gateway, int count) {
        Latencies taken = new Latencies(count);
        Pace pace = new Pace(SENDS_PER_S / BASKET);
        pace.start();
        for (int i = 0; i < count; i++) {
            long startNs = pace.await();
            gateway.send(BASKET);
            taken.add((System.nanoTime() - startNs) / BASKET);
        }
        return taken.percentiles(50);
    }

    private static void roundTrips(Meter meter, GatewayClient gateway, PlainClient plain) throws Exception {
        int count = meter.count(ROUND_TRIPS);
        Samples[][] taken =
                meter.sideBySide("FIX round trip", () -> roundTrips(gateway, count), () -> roundTrips(plain, count));
        meter.figure(Figure.of("FIX round trip, order out, report in, p50", Unit.NS, taken[0][0])
                .against("plain QuickFIX/J, memory store, no log", taken[1][0])
                .aiming(Goal.mostTimesLimit(1)));
        meter.figure(Figure.of("FIX round trip, order out, report in, p99", Unit.NS, taken[0][1])
                .against("plain QuickFIX/J, memory store, no log", taken[1][1]));
    }

    private static double[] roundTrips(FixClient client, int count) throws InterruptedException {
        Latencies taken = new Latencies(count);
        for (int i = 0; i < count; i++) {
            taken.add(client.roundTrip());
        }
        return taken.percentiles(50, 99);
    }
}
