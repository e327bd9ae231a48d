package mnvh.daemon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import mnvh.config.Config;
import mnvh.config.ConfigLoader;
import mnvh.engine.DirectIngress;
import mnvh.event.EventHeader;
import mnvh.event.NewOrderSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.fix.FixGateway;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import mnvh.units.WallClock;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/** A process that leaves an order of every instrument at the venue, far below the market, and waits to be killed. */
final class RestingOrders {
    static final String PREFIX = "20260101T000000Z";

    private RestingOrders() {}

    /** Arguments: configuration, port, a folder for the session; the file {@code resting} in it says that all rest. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[2]);
        Config config = ConfigLoader.load(
                        Path.of(arguments[0]), List.of("venue.fix.port=" + arguments[1]), System.getenv())
                .config();
        Universe universe = new SimulatedMarket(config, null, null, null).universe();
        FixGateway gateway = new FixGateway(
                config.venue(),
                universe,
                Currencies.of(universe, config.currency(), List.of()),
                true,
                PREFIX,
                new DirectIngress(EventHeader.FIRST_EVENT, (slot, sequence, last) -> {}),
                new WallClock(),
                folder,
                folder.resolve("messages.log"));
        gateway.start();
        while (!gateway.status().up()) {
            LockSupport.parkNanos(10_000_000);
        }
        for (int i = 0; i < universe.size(); i++) {
            gateway.venue().onFrame(order(i + 1, i, universe), i + 1, true);
        }
        Path messages = folder.resolve("messages.log");
        while (Files.readString(messages)
                        .lines()
                        .filter(line -> line.contains("|150=0|"))
                        .count()
                < universe.size()) {
            LockSupport.parkNanos(10_000_000);
        }
        Files.createFile(folder.resolve("resting"));
        Thread.sleep(600_000);
    }

    private static OutboundFrame order(long id, int instrument, Universe universe) {
        OutboundFrame frame = new OutboundFrame(1024);
        frame.begin(1, 0);
        new NewOrderSection()
                .wrap(frame.buffer(), frame.section(SectionKind.NEW_ORDER, NewOrderSection.LENGTH))
                .clOrdId(id)
                .instrument(instrument)
                .side(Side.BUY)
                .timeInForce(TimeInForce.GTC)
                .quantity(1_000_000 * FixedPoint.SCALE)
                .price(100 * universe.get(instrument).tickSize());
        frame.conclude();
        return frame;
    }
}
