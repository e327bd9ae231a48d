package mnvh.bench;

import java.util.function.BooleanSupplier;
import mnvh.event.FrameConsumer;
import mnvh.event.FrameReader;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;

/**
 * Stands where the venue stands: notes when the frame of a step arrives, and hands its orders to the load.
 *
 * <p>Frames come on the exit thread; {@link #steps} runs on the load's.
 */
final class StepExit implements FrameConsumer {
    private static final long WAIT_NS = 30_000_000_000L;
    private static final double[] PERCENTS = {50, 99, 99.9};
    /** Before, the estimators are not ready and nothing trades. */
    private static final int WARM_UP_STEPS = 50;

    private final HandlerLoad load;
    private final int instruments;
    private final FrameReader reader = new FrameReader();
    private long arrivedNs;
    private int frameBytes;
    private int done;
    private volatile long seen;

    StepExit(HandlerLoad load, int instruments) {
        this.load = load;
        this.instruments = instruments;
    }

    @Override
    public void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch) {
        long nowNs = System.nanoTime();
        load.onFrame(frame, sequence, endOfBatch);
        for (reader.wrap(frame.buffer(), 0); reader.next(); ) {
            if (reader.kind() == SectionKind.STEP) {
                arrivedNs = nowNs;
                frameBytes = frame.length();
                seen++;
                return;
            }
        }
    }

    /**
     * Runs steps: every instrument's quote, a pause until the core has taken them, then one more quote and the timer.
     *
     * @param idle says whether the core has taken everything
     * @return last quote to frame, p50, p99 and p99.9, ns
     */
    double[] steps(int count, int perSecond, BooleanSupplier idle) {
        Latencies taken = new Latencies(count);
        Pace pace = new Pace(perSecond);
        pace.start();
        long fills = load.fills();
        for (int i = 0; i < count; i++) {
            load.quotes();
            await(idle);
            long before = seen;
            long startNs = pace.await();
            load.quote(0, load.nowNs() - 500);
            load.timer();
            await(() -> seen > before);
            taken.add(arrivedNs - startNs);
            load.answers();
        }
        boolean warm = done >= WARM_UP_STEPS;
        done += count;
        if (warm && load.fills() - fills < (long) count * instruments / 2) {
            throw new BenchException((load.fills() - fills) + " fills in " + count + " steps");
        }
        return taken.percentiles(PERCENTS);
    }

    /** @return length of the last step's frame */
    int frameBytes() {
        return frameBytes;
    }

    private static void await(BooleanSupplier condition) {
        long startNs = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - startNs > WAIT_NS) {
                throw new IllegalStateException("the core has not answered for " + WAIT_NS / 1_000_000_000 + " s");
            }
            Thread.yield();
        }
    }
}
