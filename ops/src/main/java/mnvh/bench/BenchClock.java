package mnvh.bench;

/** What reading the clock costs, to be taken off where a part holds a reading. */
final class BenchClock {
    private static final int READS = 20_000;

    private BenchClock() {}

    /** @return mean nanoseconds of one {@link System#nanoTime} */
    static double readNs() {
        long startNs = System.nanoTime();
        long lastNs = startNs;
        for (int i = 0; i < READS; i++) {
            lastNs = System.nanoTime();
        }
        return (lastNs - startNs) / (double) READS;
    }
}
