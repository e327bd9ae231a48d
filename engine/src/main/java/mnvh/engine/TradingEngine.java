package mnvh.engine;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import mnvh.event.Egress;
import mnvh.event.EventConsumer;
import mnvh.event.EventSlot;
import mnvh.event.FrameConsumer;
import mnvh.event.Ingress;
import mnvh.event.OutboundFrame;

/**
 * The two rings and their two threads.
 *
 * <p>Inbound consumers run in their given order on the core thread, outbound ones in theirs on the exit thread: write
 * the journal first and it is written ahead by program order. The core waits only on the egress, and no egress consumer
 * waits on the ingress for ever, so there is no cycle of waits.
 */
public final class TradingEngine implements AutoCloseable {
    private static final int INGRESS_SLOTS = 8192;
    private static final int EGRESS_FRAMES = 64;
    private static final long DRAIN_SECONDS = 10;

    private final Disruptor<EventSlot> inbound;
    private final Disruptor<OutboundFrame> outbound;
    private final RingIngress ingress;
    private final HaltOnError halt;
    private final CountDownLatch running = new CountDownLatch(2);

    /**
     * @param frameCapacity bytes of the largest frame
     * @param firstSequence sequence of the first event
     * @param core builds the inbound consumers, in order, around the egress they write to
     * @param exits the outbound consumers, in order
     * @param onFailure told once, on the failing thread, of the first exception
     */
    public TradingEngine(
            int frameCapacity,
            long firstSequence,
            Function<Egress, List<EventConsumer>> core,
            List<FrameConsumer> exits,
            Consumer<Throwable> onFailure) {
        halt = new HaltOnError(onFailure);
        outbound = new Disruptor<>(
                () -> new OutboundFrame(frameCapacity),
                EGRESS_FRAMES,
                task -> new Thread(task, "mnvh-exit"),
                ProducerType.SINGLE,
                new BlockingWaitStrategy());
        outbound.setDefaultExceptionHandler(halt);
        FrameConsumer[] frames = exits.toArray(FrameConsumer[]::new);
        outbound.handleEventsWith(new Announced<>(running, (frame, position, endOfBatch) -> {
            if (halt.failed()) {
                return;
            }
            frame.sequence(position + 1);
            for (FrameConsumer consumer : frames) {
                consumer.onFrame(frame, position + 1, endOfBatch);
            }
        }));
        inbound = new Disruptor<>(
                EventSlot::new,
                INGRESS_SLOTS,
                task -> new Thread(task, "mnvh-core"),
                ProducerType.MULTI,
                new BlockingWaitStrategy());
        inbound.setDefaultExceptionHandler(halt);
        EventConsumer[] events =
                core.apply(new RingEgress(outbound.getRingBuffer())).toArray(EventConsumer[]::new);
        inbound.handleEventsWith(new Announced<>(running, (slot, position, endOfBatch) -> {
            if (halt.failed()) {
                return;
            }
            long sequence = position + firstSequence;
            slot.sequence(sequence);
            for (EventConsumer consumer : events) {
                consumer.onEvent(slot, sequence, endOfBatch);
            }
        }));
        ingress = new RingIngress(inbound.getRingBuffer(), firstSequence);
    }

    /**
     * Starts the exit thread, then the core thread, and returns once both run: a ring that is closed before its thread
     * ran counts as drained, and what was published into it would be lost.
     */
    public void start() {
        outbound.start();
        inbound.start();
        boolean interrupted = false;
        while (running.getCount() > 0) {
            try {
                running.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return the way in, for any thread */
    public Ingress ingress() {
        return ingress;
    }

    /** @return fraction of the ingress that is free; for metrics, never for decisions */
    public double ingressFreeRatio() {
        return inbound.getRingBuffer().remainingCapacity() / (double) INGRESS_SLOTS;
    }

    /** Waits until everything published was decided and sent, then stops both threads; feeds must be closed before. */
    @Override
    public void close() {
        shutdown(inbound);
        shutdown(outbound);
    }

    private static void shutdown(Disruptor<?> disruptor) {
        try {
            disruptor.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            disruptor.halt();
        }
    }

    /** A ring's handler that says when its thread runs. */
    private static final class Announced<T> implements EventHandler<T> {
        private final CountDownLatch running;
        private final EventHandler<T> handler;

        Announced(CountDownLatch running, EventHandler<T> handler) {
            this.running = running;
            this.handler = handler;
        }

        @Override
        public void onStart() {
            running.countDown();
        }

        @Override
        public void onEvent(T event, long position, boolean endOfBatch) throws Exception {
            handler.onEvent(event, position, endOfBatch);
        }
    }
}
