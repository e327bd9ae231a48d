package mnvh.bench;

import java.util.concurrent.atomic.AtomicLongArray;

/** The least a hand-over between two threads costs here: both spin on a number that the other one writes. */
final class PingPong {
    // Far apart, so that each number has a cache line of its own.
    private static final int PING = 16;
    private static final int PONG = 48;
    private static final int SIZE = 64;
    private static final long END = -1;

    private PingPong() {}

    /** @return half of the round trip, p50 and p99, ns */
    static double[] halfRoundTrips(int count) throws InterruptedException {
        AtomicLongArray table = new AtomicLongArray(SIZE);
        Thread partner = new Thread(() -> answer(table), "bench-pong");
        partner.setDaemon(true);
        partner.start();
        Latencies taken = new Latencies(count);
        for (int i = 1; i <= count; i++) {
            long startNs = System.nanoTime();
            table.set(PING, i);
            while (table.get(PONG) != i) {
                Thread.onSpinWait();
            }
            taken.add((System.nanoTime() - startNs) / 2);
        }
        table.set(PING, END);
        partner.join();
        return taken.percentiles(50, 99);
    }

    private static void answer(AtomicLongArray table) {
        long last = 0;
        while (last != END) {
            long now = table.get(PING);
            if (now == last) {
                Thread.onSpinWait();
            } else {
                last = now;
                table.set(PONG, now);
            }
        }
    }
}
