package mnvh.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mnvh.config.Config;
import mnvh.config.ConfigLoader;
import mnvh.config.ConfigText;
import mnvh.engine.DirectEgress;
import mnvh.engine.DirectIngress;
import mnvh.engine.MnvhStepHandler;
import mnvh.event.BalanceReportEvent;
import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.CorrectionType;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.OutboundFrame;
import mnvh.event.ResolutionEvent;
import mnvh.event.SettlementEvent;
import mnvh.event.TimerEvent;
import mnvh.event.TradeCorrectionEvent;
import mnvh.journal.JournalWriter;
import mnvh.journal.SessionFolder;
import mnvh.ledger.Account;
import mnvh.units.DecimalText;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;

/**
 * Records what a test says with the real handler, over the {@link RecordedStorm}'s universe; takers pay 10 bp, a second
 * passes before each event.
 */
final class RecordedScript {
    private static final Path CONFIG =
            Path.of(System.getProperty("mnvh.root", ".."), "config", "literal-backtest.yaml");
    private static final long SECOND_NS = 1_000_000_000L;

    private final DirectIngress ingress;
    private long nowNs = HandMadeSession.START_NS;
    private int corrections;

    private RecordedScript(DirectIngress ingress) {
        this.ingress = ingress;
    }

    /** @return the session's folder */
    static Path record(Path journalDir, List<String> sets, Consumer<RecordedScript> script) {
        Universe universe = RecordedStorm.universe();
        Config loaded = ConfigLoader.load(CONFIG, sets, Map.of()).config();
        String text = ConfigText.write(loaded);
        Config config = ConfigText.parse(text, universe);
        long startNs = HandMadeSession.START_NS;
        try (SessionFolder session = SessionFolder.create(journalDir, "script");
                JournalWriter inbound = new JournalWriter(session.inbound());
                JournalWriter outbound = new JournalWriter(session.outbound())) {
            inbound.appendText(EventKind.CONFIG, 1, startNs, text);
            inbound.appendText(EventKind.UNIVERSE, 2, startNs, UniverseText.write(universe));
            int capacity =
                    OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders());
            MnvhStepHandler handler = new MnvhStepHandler(universe, config, new DirectEgress(capacity, outbound));
            script.accept(new RecordedScript(new DirectIngress(EventHeader.FIRST_EVENT, inbound, handler)));
            return session.path();
        }
    }

    private EventSlot claim() {
        nowNs += SECOND_NS;
        return ingress.claim();
    }

    /** The next event comes so much later. */
    void pass(long seconds) {
        nowNs += seconds * SECOND_NS;
    }

    void step(int instrument, String price) {
        EventSlot slot = claim();
        long parsed = DecimalText.parse(price);
        new MarketDataEvent()
                .begin(slot, nowNs)
                .instrument(instrument)
                .bidPrice(parsed)
                .askPrice(parsed);
        ingress.publish(slot);
        slot = claim();
        new TimerEvent().begin(slot, nowNs).closeNs(nowNs);
        ingress.publish(slot);
    }

    void fill(String execId, int instrument, Side side, String quantity, String price) {
        EventSlot slot = claim();
        new FillEvent()
                .begin(slot, nowNs)
                .instrument(instrument)
                .side(side)
                .liquidity(Liquidity.TAKER)
                .quantity(DecimalText.parse(quantity))
                .price(DecimalText.parse(price))
                .execId(execId);
        ingress.publish(slot);
    }

    void bust(String execId, int instrument) {
        EventSlot slot = claim();
        corrections++;
        new TradeCorrectionEvent()
                .begin(slot, nowNs)
                .instrument(instrument)
                .type(CorrectionType.BUST)
                .execId("B" + corrections)
                .execRefId(execId);
        ingress.publish(slot);
    }

    /** An operator asks, by a clock that is so much ahead of the venue's. */
    void command(Command command, long secondsAhead) {
        EventSlot slot = claim();
        new CommandEvent()
                .begin(slot, nowNs + secondsAhead * SECOND_NS)
                .command(command)
                .operator("alice")
                .reason("maintenance");
        ingress.publish(slot);
    }

    void settle(int instrument, String price) {
        EventSlot slot = claim();
        new SettlementEvent().begin(slot, nowNs).instrument(instrument).price(DecimalText.parse(price));
        ingress.publish(slot);
    }

    /** What the venue says of the reporting currency's wallet. @return inbound sequence of the report */
    long balance(String balance) {
        EventSlot slot = claim();
        new BalanceReportEvent().begin(slot, nowNs).balance(DecimalText.parse(balance));
        ingress.publish(slot);
        return ingress.sequence();
    }

    void resolve(long breakId, Account account, String amount, String id) {
        EventSlot slot = claim();
        new ResolutionEvent()
                .begin(slot, nowNs)
                .breakId(breakId)
                .account(account.ordinal())
                .amount(DecimalText.parse(amount))
                .operator("script")
                .resolutionId(id);
        ingress.publish(slot);
    }
}
