package mnvh.fix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mnvh.config.Regime;
import mnvh.config.SimulatorConfig;
import mnvh.config.VenueConfig;
import mnvh.event.CancelOrderSection;
import mnvh.event.NewOrderSection;
import mnvh.event.OutboundFrame;
import mnvh.event.ReplaceOrderSection;
import mnvh.event.SectionKind;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import mnvh.units.WallClock;
import mnvh.universe.Currencies;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/** What the loopback tests share: a universe, a configuration with names of its own, frames with one order. */
final class Loopback {
    static final long ONE = FixedPoint.SCALE;
    static final String PREFIX = "T1";

    private static final AtomicInteger SESSIONS = new AtomicInteger();

    private Loopback() {}

    /** Instruments S0, S1, ...: tick 0.01, increment 0.001, minimum 0.001. */
    static Universe universe(int size) {
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            instruments.add(new Instrument(
                    i,
                    "S" + i,
                    InstrumentKind.LINEAR_PERP,
                    "USD",
                    ONE / 100,
                    ONE / 1000,
                    ONE,
                    ONE / 1000,
                    1_000_000 * ONE,
                    0,
                    FixedPoint.RATE_SCALE / 10));
        }
        return new Universe(instruments);
    }

    /** A simulator at {@code speed} with three levels of 1,000 each, no latency to speak of, no random rejects. */
    static SimulatorConfig simulator(double speed) {
        return new SimulatorConfig(
                1, Regime.REVERT, 0, 0, 0, 1_000_000_000L, 3, 1000 * ONE, 4, 1_000_000, 0, 0, 0, speed);
    }

    /** A session that no other test has. */
    static VenueConfig venue(double speed, @Nullable Path passwordFile) {
        int number = SESSIONS.incrementAndGet();
        return new VenueConfig(
                "SIM",
                "FIX.4.4",
                "CLIENT" + number,
                "VENUE" + number,
                "127.0.0.1",
                0,
                5,
                passwordFile == null ? null : "alice",
                passwordFile,
                simulator(speed));
    }

    /** The same session, at the port that the other side listens on. */
    static VenueConfig at(VenueConfig venue, int port, @Nullable Path passwordFile) {
        return new VenueConfig(
                venue.name(),
                venue.beginString(),
                venue.senderCompId(),
                venue.targetCompId(),
                venue.host(),
                port,
                venue.heartbeatS(),
                venue.username(),
                passwordFile,
                venue.simulator());
    }

    static FixGateway gateway(VenueConfig venue, Universe universe, RecordingIngress ingress, Path folder) {
        return new FixGateway(
                venue,
                universe,
                Currencies.of(universe, "USD", List.of("EUR")),
                true,
                PREFIX,
                ingress,
                new WallClock(),
                folder,
                folder.resolve("messages.log"));
    }

    static OutboundFrame order(long id, int instrument, Side side, TimeInForce timeInForce, long quantity, long price) {
        OutboundFrame frame = new OutboundFrame(1024);
        frame.begin(1, 0);
        new NewOrderSection()
                .wrap(frame.buffer(), frame.section(SectionKind.NEW_ORDER, NewOrderSection.LENGTH))
                .clOrdId(id)
                .instrument(instrument)
                .side(side)
                .timeInForce(timeInForce)
                .quantity(quantity)
                .price(price);
        frame.conclude();
        return frame;
    }

    static OutboundFrame cancel(long id, long origId, int instrument, Side side, long quantity) {
        OutboundFrame frame = new OutboundFrame(1024);
        frame.begin(1, 0);
        new CancelOrderSection()
                .wrap(frame.buffer(), frame.section(SectionKind.CANCEL_ORDER, CancelOrderSection.LENGTH))
                .clOrdId(id)
                .origClOrdId(origId)
                .instrument(instrument)
                .side(side)
                .quantity(quantity);
        frame.conclude();
        return frame;
    }

    static OutboundFrame replacement(long id, long origId, int instrument, Side side, long quantity, long price) {
        OutboundFrame frame = new OutboundFrame(1024);
        frame.begin(1, 0);
        new ReplaceOrderSection()
                .wrap(frame.buffer(), frame.section(SectionKind.REPLACE_ORDER, ReplaceOrderSection.LENGTH))
                .clOrdId(id)
                .origClOrdId(origId)
                .instrument(instrument)
                .side(side)
                .quantity(quantity)
                .price(price);
        frame.conclude();
        return frame;
    }
}
