package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import mnvh.config.FinancingMode;
import mnvh.config.NeutralityMode;
import org.junit.jupiter.api.Test;

/** The pipeline allocates nothing once it is warm; a control proves that the meter works. */
class RiskAllocationTest {
    private static final int RUNS = 200;
    /** As many as a large universe has. */
    private static final int SIZE = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long refusals;
    private long grossCuts;
    private long admitted;

    private BasketPipeline busyPipeline(RiskFixture desk) {
        desk.neutrality = NeutralityMode.DRIVER;
        desk.financing = FinancingMode.PROJECTION;
        desk.feeRate = rate("0.0005");
        desk.feeMinimum = money("0.01");
        desk.collar = rate("0.002");
        desk.maxGross = rate("0.2");
        desk.maxMargin = rate("0.1");
        desk.stress = rate("0.05");
        desk.maxOrder = money("400");
        for (int i = 0; i < SIZE; i++) {
            desk.asset(Integer.toString(20 + i), "0.01");
        }
        // A listener that only counts: the fixture's own one allocates.
        return desk.openWith((i, reason, before, after, limit, notional) -> {
            refusals++;
            grossCuts += reason == Verdict.CUT_GROSS ? 1 : 0;
        });
    }

    private void run(RiskFixture desk, BasketPipeline pipeline, int k) {
        Basket basket = desk.basket;
        basket.clear();
        for (int i = 0; i < basket.size(); i++) {
            basket.notional[i] = ((i * 7919L + k * 104_729L) % 1_000 - 500) * 100_000_000L;
            basket.signal[i] = basket.notional[i];
            desk.inputs.marketBeta[i] = 0.5 + 0.1 * (i % 12);
        }
        desk.inputs.nowNs++;
        admitted += pipeline.run(basket, desk.inputs) == Verdict.ADMITTED ? 1 : 0;
    }

    @Test
    void warmPipelineAllocatesNothing() {
        RiskFixture desk = new RiskFixture();
        BasketPipeline pipeline = busyPipeline(desk);
        for (int k = 0; k < RUNS; k++) {
            run(desk, pipeline, k);
        }
        assertTrue(refusals > grossCuts && grossCuts > 0, "the limits must bind");
        assertTrue(admitted > RUNS / 2, () -> "lists with proofs " + admitted);

        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        long meter = threads.getThreadAllocatedBytes(thread) - before;
        // The compiler may still allocate once on this thread; what the pipeline allocates, it allocates every time.
        long least = Long.MAX_VALUE;
        for (int batch = 0; batch < 4; batch++) {
            before = threads.getThreadAllocatedBytes(thread);
            for (int k = 0; k < RUNS; k++) {
                run(desk, pipeline, k);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before - meter);
        }
        assertEquals(0, least);

        before = threads.getThreadAllocatedBytes(thread);
        assertEquals(2, new long[] {refusals, refusals}.length);
        assertTrue(threads.getThreadAllocatedBytes(thread) - before > meter, "the meter must see an array");
    }
}
