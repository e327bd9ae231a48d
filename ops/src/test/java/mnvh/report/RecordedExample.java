package mnvh.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mnvh.config.Config;
import mnvh.config.ConfigLoader;
import mnvh.config.ConfigText;
import mnvh.engine.DirectEgress;
import mnvh.engine.DirectIngress;
import mnvh.engine.MnvhStepHandler;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.FundingEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.OutboundFrame;
import mnvh.event.TimerEvent;
import mnvh.journal.JournalWriter;
import mnvh.journal.SessionFolder;
import mnvh.units.DecimalText;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;

/**
 * Records the ledger's worked example with the real handler: marks 100 and 50; buy 10 A at 100.05; sell 20 B at 49.98;
 * marks 101 and 51; funding 1e-4 on both; sell 4 A at 100.95; fees 10 bp.
 */
final class RecordedExample {
    private static final Path CONFIG =
            Path.of(System.getProperty("mnvh.root", ".."), "config", "literal-backtest.yaml");
    private static final long START_NS = HandMadeSession.START_NS;

    private final DirectIngress ingress;
    private long nowNs = START_NS;
    private int fills;

    private RecordedExample(DirectIngress ingress) {
        this.ingress = ingress;
    }

    /** @return a configuration with the example's fees, as a session of the universe has it */
    static Config config(Universe universe) {
        Config loaded = ConfigLoader.load(CONFIG, List.of("fees.taker_bps=10"), Map.of())
                .config();
        return ConfigText.parse(ConfigText.write(loaded), universe);
    }

    /** @return the session's folder */
    static Path record(Path journalDir) {
        Universe universe = HandMadeSession.UNIVERSE;
        Config config = config(universe);
        try (SessionFolder session = SessionFolder.create(journalDir, "example");
                JournalWriter inbound = new JournalWriter(session.inbound());
                JournalWriter outbound = new JournalWriter(session.outbound())) {
            inbound.appendText(EventKind.CONFIG, 1, START_NS, ConfigText.write(config));
            inbound.appendText(EventKind.UNIVERSE, 2, START_NS, UniverseText.write(universe));
            int capacity =
                    OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders());
            MnvhStepHandler handler = new MnvhStepHandler(universe, config, new DirectEgress(capacity, outbound));
            new RecordedExample(new DirectIngress(EventHeader.FIRST_EVENT, inbound, handler)).run();
            return session.path();
        }
    }

    private void run() {
        step("100", "50");
        fill(0, Side.BUY, "10", "100.05");
        fill(1, Side.SELL, "20", "49.98");
        step("101", "51");
        funding(0, "101");
        funding(1, "51");
        fill(0, Side.SELL, "4", "100.95");
        step("101", "51");
    }

    private EventSlot claim() {
        nowNs += 1_000_000_000L;
        return ingress.claim();
    }

    private void step(String first, String second) {
        price(0, DecimalText.parse(first));
        price(1, DecimalText.parse(second));
        EventSlot slot = claim();
        new TimerEvent().begin(slot, nowNs).closeNs(nowNs);
        ingress.publish(slot);
    }

    private void price(int i, long price) {
        EventSlot slot = claim();
        new MarketDataEvent().begin(slot, nowNs).instrument(i).bidPrice(price).askPrice(price);
        ingress.publish(slot);
    }

    private void fill(int i, Side side, String quantity, String price) {
        EventSlot slot = claim();
        fills++;
        new FillEvent()
                .begin(slot, nowNs)
                .instrument(i)
                .side(side)
                .liquidity(Liquidity.TAKER)
                .quantity(DecimalText.parse(quantity))
                .price(DecimalText.parse(price))
                .execId("E" + fills);
        ingress.publish(slot);
    }

    private void funding(int i, String price) {
        EventSlot slot = claim();
        new FundingEvent()
                .begin(slot, nowNs)
                .instrument(i)
                .rate(DecimalText.parseRate("0.0001"))
                .price(DecimalText.parse(price))
                .boundaryNs(nowNs);
        ingress.publish(slot);
    }
}
