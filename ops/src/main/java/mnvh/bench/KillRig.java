package mnvh.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import mnvh.config.Config;
import mnvh.config.VenueConfig;
import mnvh.engine.MnvhStepHandler;
import mnvh.engine.TradingEngine;
import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.EventHeader;
import mnvh.event.EventSlot;
import mnvh.event.FrameConsumer;
import mnvh.event.FrameReader;
import mnvh.event.Ingress;
import mnvh.event.OrderStateSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.fix.CancelsFirst;
import mnvh.fix.FixGateway;
import mnvh.fix.KillSweep;
import mnvh.order.OrderState;
import mnvh.units.WallClock;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/**
 * Both rings, the production handler and gateway, a venue over loopback, and a feed that keeps the ring full.
 *
 * <p>A trial lets the core send one order of every instrument, fills the ring, pulls the switch as the daemon does, and
 * waits for the venue; behind the trigger the feed closes steps in which the core would trade again.
 */
final class KillRig implements AutoCloseable {
    private static final String CLIENT = "KILLED";
    private static final String VENUE = "ECHO3";
    private static final double FULL = 0.02;
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(60);
    /** Beyond a minute of event time nobody asks how many of the last orders filled. */
    private static final int STEPS_APART = 61;

    private final int leastOrders;
    private final EchoVenue venue;
    private final TradingEngine engine;
    private final FixGateway gateway;
    private final HandlerLoad load;
    private final Orders orders = new Orders();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private int sentBefore;

    /** @param leastOrders orders that work before the switch is pulled, in every trial */
    KillRig(Universe universe, Config config, int leastOrders, Path folder) throws Exception {
        this.leastOrders = leastOrders;
        venue = new EchoVenue(universe, CLIENT, VENUE);
        venue.answering(true);
        CancelsFirst first = new CancelsFirst();
        engine = new TradingEngine(
                OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders()),
                EventHeader.FIRST_EVENT,
                egress -> List.of(first, new MnvhStepHandler(universe, config, egress)),
                List.of(orders),
                failure::set);
        VenueConfig there = new VenueConfig(
                "bench",
                "FIX.4.4",
                CLIENT,
                VENUE,
                "127.0.0.1",
                venue.port(),
                30,
                null,
                null,
                config.venue().simulator());
        gateway = new FixGateway(
                there,
                universe,
                Currencies.of(universe, config.currency(), List.of()),
                true,
                CLIENT,
                engine.ingress(),
                new WallClock(),
                folder,
                folder.resolve("messages.log"));
        first.of(gateway);
        orders.venue = gateway.venue();
        engine.start();
        gateway.start();
        await("a session", () -> gateway.status().up());
        load = new HandlerLoad(universe, config);
        load.into(engine.ingress());
        step();
    }

    /**
     * A trial's times, in nanoseconds from the trigger.
     *
     * @param writtenNs until the kernel had the last byte of the last cancel
     * @param venueNs until the venue had parsed a cancel of every order that worked
     * @param idleLateNs longest lateness of the idle thread meanwhile
     */
    record Trial(long writtenNs, long venueNs, long idleLateNs) {}

    Trial trial(IdleThread idle) throws Exception {
        // An order whose cancel the core has not seen would deny its successor as one that could meet it.
        await("end of the last trial's orders", () -> orders.alive.get() == 0);
        step();
        await("orders at the venue", () -> working() >= leastOrders && venue.working() == working());
        int worked = venue.working();
        Feed feed = new Feed();
        feed.start();
        await("a full ring", () -> engine.ingressFreeRatio() < FULL);

        idle.reset();
        long round = gateway.killSweep().round();
        long startNs = System.nanoTime();
        gateway.kill();
        feed.closing = true;
        orders.last = journalKill();
        await("every cancel", () -> venue.working() == 0);
        await("the end of the round", () -> gateway.killSweep().round() > round);
        KillSweep sweep = gateway.killSweep();
        require(sweep.cancels() >= worked, sweep.cancels() + " cancels for " + worked + " orders");
        Trial taken = new Trial(sweep.writtenNs() - startNs, venue.emptyNs() - startNs, Math.max(0, idle.longestNs()));

        await("steps behind the record", () -> feed.steps > 2);
        feed.end();
        await("an empty ring", () -> engine.ingressFreeRatio() == 1);
        require(orders.behind.get() == 0, orders.behind.get() + " orders behind the record of the kill switch");
        require(venue.received() == sentBefore + worked, "an order left after the kill switch was pulled");
        sentBefore += worked;
        orders.sent.set(sentBefore);
        orders.last = Long.MAX_VALUE;
        command(Command.RESET);
        command(Command.RESUME);
        await("the reset", () -> !gateway.killed());
        return taken;
    }

    private int working() {
        return orders.sent.get() - sentBefore;
    }

    /** As the daemon journals it: the record waits for room, the gateway does not. */
    private long journalKill() {
        Ingress ingress = engine.ingress();
        EventSlot slot = ingress.claim();
        long sequence = ingress.sequenceOf(slot);
        gateway.killJournaled(sequence);
        new CommandEvent().begin(slot, load.nowNs()).command(Command.KILL).reason("bench");
        ingress.publish(slot);
        return sequence;
    }

    private void command(Command command) {
        EventSlot slot = engine.ingress().claim();
        new CommandEvent().begin(slot, load.nowNs()).command(command).reason("bench");
        engine.ingress().publish(slot);
    }

    /** Closes a step; the next one is more than a minute of event time away. */
    private void step() {
        load.quotes();
        load.timer();
        for (int i = 0; i < STEPS_APART; i++) {
            load.answers();
        }
    }

    private void await(String what, BooleanSupplier met) {
        long startNs = System.nanoTime();
        while (!met.getAsBoolean()) {
            Throwable failed = failure.get();
            if (failed != null) {
                throw new IllegalStateException("the core failed: " + failed.getMessage(), failed);
            }
            require(System.nanoTime() - startNs < TIMEOUT_NS, "no " + what + " within a minute");
            LockSupport.parkNanos(50_000);
        }
    }

    private static void require(boolean held, String what) {
        if (!held) {
            throw new IllegalStateException(what);
        }
    }

    @Override
    public void close() {
        gateway.close();
        engine.close();
        venue.close();
    }

    /** Quotes without end; once told, a step after every round of them. */
    private final class Feed extends Thread {
        private volatile boolean closing;
        private volatile boolean ended;
        private volatile int steps;

        Feed() {
            super("bench-feed");
        }

        @Override
        public void run() {
            while (!ended) {
                if (closing) {
                    step();
                    steps++;
                } else {
                    load.quotes();
                }
            }
        }

        void end() throws InterruptedException {
            ended = true;
            join();
        }
    }

    /**
     * Counts the core's orders, those that still work and those that answer what came behind the kill switch, and hands
     * frames on.
     */
    private static final class Orders implements FrameConsumer {
        private final FrameReader reader = new FrameReader();
        private final OrderStateSection state = new OrderStateSection();
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicInteger alive = new AtomicInteger();
        private final AtomicInteger behind = new AtomicInteger();
        private volatile long last = Long.MAX_VALUE;
        private @Nullable FrameConsumer venue;

        @Override
        public void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch) {
            int count = 0;
            int ended = 0;
            for (reader.wrap(frame.buffer(), 0); reader.next(); ) {
                if (reader.kind() == SectionKind.NEW_ORDER) {
                    count++;
                } else if (reader.kind() == SectionKind.ORDER_STATE) {
                    state.wrap(frame.buffer(), reader.start());
                    ended += OrderState.of(state.to()).working() ? 0 : 1;
                }
            }
            alive.addAndGet(count - ended);
            sent.addAndGet(count);
            if (frame.cause() >= last) {
                behind.addAndGet(count);
            }
            FrameConsumer current = venue;
            if (current != null) {
                current.onFrame(frame, sequence, endOfBatch);
            }
        }
    }
}
