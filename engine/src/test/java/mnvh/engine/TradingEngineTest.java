package mnvh.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mnvh.event.EventHeader;
import mnvh.event.EventSlot;
import mnvh.event.FrameConsumer;
import mnvh.event.Ingress;
import mnvh.event.OutboundFrame;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import org.junit.jupiter.api.Test;

/** The rings: order of sequences, the way through both, and what happens when a thread's work fails. */
class TradingEngineTest {
    private static final int CAPACITY = OutboundFrame.capacityFor(2, 10);
    private static final FrameConsumer NOTHING = (frame, sequence, endOfBatch) -> {};

    private final List<Long> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch failed = new CountDownLatch(1);

    private void fail(Throwable cause) {
        failures.add(cause);
        failed.countDown();
    }

    private static void publish(Ingress ingress) {
        EventSlot slot = ingress.claim();
        new SessionEvent().begin(slot, 1).state(SessionState.UP).text(Long.toString(ingress.sequenceOf(slot)));
        ingress.publish(slot);
    }

    @Test
    void eventsAndFramesCarryDenseSequencesAndCloseDrainsBothRings() {
        List<String> foretold = Collections.synchronizedList(new ArrayList<>());
        List<Long> frames = Collections.synchronizedList(new ArrayList<>());
        try (TradingEngine engine = new TradingEngine(
                CAPACITY,
                EventHeader.FIRST_EVENT,
                egress -> List.of((slot, sequence, endOfBatch) -> {
                    seen.add(sequence);
                    foretold.add(new SessionEvent().wrap(slot.buffer(), 0).text());
                    OutboundFrame frame = egress.claim();
                    frame.begin(sequence, slot.timestampNs());
                    frame.conclude();
                    egress.publish(frame);
                }),
                List.of((frame, sequence, endOfBatch) -> frames.add(frame.cause() * 1000 + sequence)),
                this::fail)) {
            engine.start();
            for (int i = 0; i < 200; i++) {
                publish(engine.ingress());
            }
        }
        assertEquals(200, seen.size());
        assertEquals(EventHeader.FIRST_EVENT, seen.get(0));
        assertEquals(seen.stream().map(String::valueOf).toList(), foretold, "known when a slot is claimed");
        assertEquals(EventHeader.FIRST_EVENT + 199, seen.get(199));
        assertEquals(200, frames.size());
        assertEquals((EventHeader.FIRST_EVENT + 199) * 1000 + 200, frames.get(199));
        assertTrue(failures.isEmpty());
    }

    @Test
    void exceptionInTheCoreStopsAllDecisionsAndIsToldOnce() throws InterruptedException {
        IllegalStateException broken = new IllegalStateException("cash drift 3");
        try (TradingEngine engine = new TradingEngine(
                CAPACITY,
                EventHeader.FIRST_EVENT,
                egress -> List.of((slot, sequence, endOfBatch) -> {
                    seen.add(sequence);
                    if (sequence == EventHeader.FIRST_EVENT + 1) {
                        throw broken;
                    }
                }),
                List.of(NOTHING),
                this::fail)) {
            engine.start();
            for (int i = 0; i < 20_000; i++) {
                publish(engine.ingress());
            }
            assertTrue(failed.await(10, TimeUnit.SECONDS));
        }
        // More events than the ring holds went in after it: no producer was left waiting, and none of them was decided.
        assertEquals(2, seen.size());
        assertEquals(1, failures.size());
        assertSame(broken, failures.get(0));
    }

    @Test
    void exceptionOnTheExitThreadStopsTheCoreToo() throws InterruptedException {
        try (TradingEngine engine = new TradingEngine(
                CAPACITY,
                EventHeader.FIRST_EVENT,
                egress -> List.of((slot, sequence, endOfBatch) -> {
                    seen.add(sequence);
                    OutboundFrame frame = egress.claim();
                    frame.begin(sequence, 1);
                    frame.conclude();
                    egress.publish(frame);
                }),
                List.of((frame, sequence, endOfBatch) -> {
                    throw new IllegalStateException("no space left");
                }),
                this::fail)) {
            engine.start();
            publish(engine.ingress());
            assertTrue(failed.await(10, TimeUnit.SECONDS));
            int decided = seen.size();
            publish(engine.ingress());
            publish(engine.ingress());
            assertEquals(1, decided);
        }
        assertEquals(1, seen.size(), "nothing is decided after the journal failed");
        assertEquals(1, failures.size());
    }
}
