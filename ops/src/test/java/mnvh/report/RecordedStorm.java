package mnvh.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import mnvh.config.Config;
import mnvh.config.ConfigLoader;
import mnvh.config.ConfigText;
import mnvh.engine.DirectEgress;
import mnvh.engine.DirectIngress;
import mnvh.engine.MnvhStepHandler;
import mnvh.event.AccrualEvent;
import mnvh.event.AccrualType;
import mnvh.event.BalanceReportEvent;
import mnvh.event.BreakSection;
import mnvh.event.CashEvent;
import mnvh.event.CashType;
import mnvh.event.CorrectionType;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FeeEvent;
import mnvh.event.FillEvent;
import mnvh.event.FrameReader;
import mnvh.event.FundingEvent;
import mnvh.event.IndexPriceEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.OutboundFrame;
import mnvh.event.PositionReportEvent;
import mnvh.event.ReportStatus;
import mnvh.event.ResolutionEvent;
import mnvh.event.SectionKind;
import mnvh.event.SettlementEvent;
import mnvh.event.TermEvent;
import mnvh.event.TimerEvent;
import mnvh.event.TradeCorrectionEvent;
import mnvh.journal.JournalWriter;
import mnvh.journal.SessionFolder;
import mnvh.units.FeeKind;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.units.Term;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;

/**
 * Records a session of the real handler in which everything happens that touches the books: fills in four kinds of
 * instrument and three currencies, corrections, late fees, carry, cash, index prices, reports, a settlement; some of it
 * twice, some of it senseless. The last event is a report of a position, which changes no books.
 */
public final class RecordedStorm {
    private static final Path CONFIG =
            Path.of(System.getProperty("mnvh.root", ".."), "config", "literal-backtest.yaml");
    private static final long ONE = FixedPoint.SCALE;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long START_NS = 1_767_571_200_000_000_000L;
    private static final long[] PRICES = {100 * ONE, 50_000 * ONE, 40 * ONE, 250 * ONE};
    private static final int FUTURE = 3;
    /** Events of two steps with all prices and nothing else. */
    private static final int OPENING = 2 * (PRICES.length + 1);

    private final Random random;
    private final DirectIngress ingress;
    private final List<Integer> fillInstruments = new ArrayList<>();
    private final Map<Long, Long> breaks;
    private List<Long> resolution = List.of();
    private long nowNs = START_NS;

    private RecordedStorm(long seed, DirectIngress ingress, Map<Long, Long> breaks) {
        this.random = new Random(seed);
        this.ingress = ingress;
        this.breaks = breaks;
    }

    /** Keeps what is open, by its number. */
    private static void note(OutboundFrame frame, Map<Long, Long> breaks) {
        FrameReader reader = new FrameReader().wrap(frame.buffer(), 0);
        while (reader.next()) {
            if (reader.kind() == SectionKind.BREAK) {
                BreakSection section = new BreakSection().wrap(frame.buffer(), reader.start());
                breaks.put(section.breakId(), section.amount());
                breaks.values().remove(0L);
            }
        }
    }

    /** A linear and an inverse perpetual, a stock in euros, and a future that is settled before the end. */
    static Universe universe() {
        return new Universe(List.of(
                instrument(0, "PERP", InstrumentKind.LINEAR_PERP, "USD", 1),
                instrument(1, "COIN", InstrumentKind.INVERSE_PERP, "BTC", 100),
                instrument(2, "STOCK", InstrumentKind.EQUITY, "EUR", 1),
                instrument(FUTURE, "FUTURE", InstrumentKind.LINEAR_FUTURE, "USD", 10)));
    }

    private static Instrument instrument(int index, String symbol, InstrumentKind kind, String currency, long mult) {
        return new Instrument(
                index, symbol, kind, currency, ONE / 100, ONE / 1000, mult * ONE, 0, ONE * ONE, 0, ONE * 1000);
    }

    /**
     * Records a session.
     *
     * @param seed another one, another session
     * @param lotMethod fifo, lifo or average
     * @return the session's folder
     */
    public static Path record(Path journalDir, int events, long seed, String lotMethod) {
        return record(journalDir, events, seed, lotMethod, 0, List.of());
    }

    /**
     * Records a session.
     *
     * @param pauseNs lets so much time pass after every hundred events
     * @param more flags of its configuration
     */
    static Path record(Path journalDir, int events, long seed, String lotMethod, long pauseNs, List<String> more) {
        Universe universe = universe();
        List<String> sets = new ArrayList<>(List.of(
                "fees.taker_bps=5",
                "fees.maker_bps=-1",
                "fees.minimum=0.02",
                "lots.method=" + lotMethod,
                "lots.max_per_instrument=8",
                "lots.history=32"));
        sets.addAll(more);
        Config loaded = ConfigLoader.load(CONFIG, sets, Map.of()).config();
        String text = ConfigText.write(loaded);
        Config config = ConfigText.parse(text, universe);
        try (SessionFolder session = SessionFolder.create(journalDir, "storm");
                JournalWriter inbound = new JournalWriter(session.inbound());
                JournalWriter outbound = new JournalWriter(session.outbound())) {
            inbound.appendText(EventKind.CONFIG, 1, START_NS, text);
            inbound.appendText(EventKind.UNIVERSE, 2, START_NS, UniverseText.write(universe));
            int capacity =
                    OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders());
            Map<Long, Long> breaks = new TreeMap<>();
            DirectEgress egress =
                    new DirectEgress(capacity, outbound, (frame, sequence, endOfBatch) -> note(frame, breaks));
            MnvhStepHandler handler = new MnvhStepHandler(universe, config, egress);
            DirectIngress ingress = new DirectIngress(EventHeader.FIRST_EVENT, inbound, handler);
            RecordedStorm storm = new RecordedStorm(seed, ingress, breaks);
            for (int n = 0; n < events; n++) {
                storm.nowNs += n % 100 == 99 ? pauseNs : 0;
                storm.event(n, events);
            }
            return session.path();
        }
    }

    private void event(int number, int events) {
        nowNs += SECOND_NS;
        EventSlot slot = ingress.claim();
        int dice = random.nextInt(100);
        if (number < OPENING) {
            open(slot, number % (PRICES.length + 1));
        } else if (number == events * 3 / 4) {
            new SettlementEvent().begin(slot, nowNs).instrument(FUTURE).price(near(PRICES[FUTURE]));
        } else if (number == events - 1) {
            position(slot);
        } else if (dice < 20) {
            price(slot, random.nextInt(PRICES.length));
        } else if (dice < 45) {
            fill(slot);
        } else if (dice < 60) {
            new TimerEvent().begin(slot, nowNs).closeNs(nowNs);
        } else if (dice < 70) {
            correction(slot);
        } else if (dice < 80) {
            money(slot, dice);
        } else if (dice < 90) {
            carry(slot);
        } else {
            report(slot, dice);
        }
        ingress.publish(slot);
    }

    /** An instrument is present from the second step on that has its price. */
    private void open(EventSlot slot, int place) {
        if (place < PRICES.length) {
            price(slot, place);
        } else {
            new TimerEvent().begin(slot, nowNs).closeNs(nowNs);
        }
    }

    private void price(EventSlot slot, int i) {
        long price = near(PRICES[i]);
        new MarketDataEvent().begin(slot, nowNs).instrument(i).bidPrice(price).askPrice(price + ONE / 50);
    }

    private long near(long price) {
        return price / 1000 * (970 + random.nextInt(60));
    }

    /** The same ExecID now and then, with other content or the same. */
    private void fill(EventSlot slot) {
        boolean again = !fillInstruments.isEmpty() && random.nextInt(12) == 0;
        int id = again ? random.nextInt(fillInstruments.size()) : fillInstruments.size();
        int i = again ? fillInstruments.get(id) : random.nextInt(PRICES.length);
        if (!again) {
            fillInstruments.add(i);
        }
        boolean reported = random.nextInt(3) == 0;
        new FillEvent()
                .begin(slot, nowNs)
                .instrument(i)
                .side(Side.of(random.nextInt(2)))
                .liquidity(Liquidity.of(random.nextInt(2)))
                .hasCommission((byte) (reported ? 1 : 0))
                .commissionCurrency((byte) (reported ? random.nextInt(3) : 0))
                .commission(reported ? random.nextInt(1_000_000) - 200_000 : 0)
                .quantity((1 + random.nextInt(5000)) * (ONE / 1000))
                .price(random.nextInt(200) == 0 ? -ONE : near(PRICES[i]))
                .execId("E" + id);
    }

    private void correction(EventSlot slot) {
        int recent = Math.min(40, fillInstruments.size());
        int id = fillInstruments.size() - 1 - random.nextInt(recent + 1);
        int i = id < 0 ? 0 : fillInstruments.get(id);
        boolean bust = random.nextBoolean();
        TradeCorrectionEvent correction = new TradeCorrectionEvent()
                .begin(slot, nowNs)
                .instrument(i)
                .type(bust ? CorrectionType.BUST : CorrectionType.CORRECT)
                .execId("C" + random.nextInt(400))
                .execRefId("E" + id);
        if (!bust) {
            correction
                    .side(Side.of(random.nextInt(2)))
                    .liquidity(Liquidity.TAKER)
                    .hasCommission((byte) random.nextInt(2))
                    .commissionCurrency(random.nextInt(3))
                    .commission(random.nextInt(100_000))
                    .quantity((1 + random.nextInt(5000)) * (ONE / 1000))
                    .price(near(PRICES[i]));
        }
    }

    private void money(EventSlot slot, int dice) {
        if (dice < 75) {
            int id = fillInstruments.size() - 1 - random.nextInt(Math.min(60, fillInstruments.size()) + 1);
            new FeeEvent()
                    .begin(slot, nowNs)
                    .instrument(id < 0 ? 0 : fillInstruments.get(id))
                    .currency(random.nextInt(4))
                    .feeKind(FeeKind.of(random.nextInt(5)))
                    .amount(random.nextInt(5_000_000) - 1_000_000)
                    .execRefId("E" + id)
                    .feeId("F" + random.nextInt(500));
        } else {
            boolean external = random.nextBoolean();
            int currency = random.nextInt(3);
            new CashEvent()
                    .begin(slot, nowNs)
                    .type(external ? CashType.EXTERNAL : CashType.CONVERSION)
                    .currency(currency)
                    .toCurrency((currency + random.nextInt(3)) % 3)
                    .amount((external ? -50 : 1) * ONE + random.nextInt(100) * ONE)
                    .toAmount(external ? 0 : random.nextInt(100) * ONE)
                    .id("M" + random.nextInt(300));
        }
    }

    private void carry(EventSlot slot) {
        switch (random.nextInt(4)) {
            case 0 ->
                new FundingEvent()
                        .begin(slot, nowNs)
                        .instrument(random.nextInt(PRICES.length))
                        .rate(random.nextInt(2_000_000_000) - 1_000_000_000)
                        .price(near(PRICES[1]))
                        .boundaryNs(nowNs - random.nextInt(30) * SECOND_NS);
            case 1 ->
                new AccrualEvent()
                        .begin(slot, nowNs)
                        .type(AccrualType.of(random.nextInt(2)))
                        .instrument(random.nextInt(PRICES.length))
                        .currency(random.nextInt(3))
                        .rate(random.nextInt(100_000_000))
                        .boundaryNs(nowNs - random.nextInt(5) * SECOND_NS);
            default -> {
                int currency = 1 + random.nextInt(2);
                new IndexPriceEvent()
                        .begin(slot, nowNs - random.nextInt(2) * 3 * SECOND_NS)
                        .currency(currency)
                        .price(near(currency == 1 ? 50_000 * ONE : ONE));
            }
        }
    }

    private void report(EventSlot slot, int dice) {
        long asOf = random.nextInt(3) == 0 ? 0 : ingress.sequence() - random.nextInt(3);
        if (dice < 94) {
            new BalanceReportEvent()
                    .begin(slot, nowNs)
                    .currency(random.nextInt(3))
                    .status(random.nextInt(5) == 0 ? ReportStatus.FAILED : ReportStatus.REPORTED)
                    .balance((random.nextInt(3) - 1) * ONE)
                    .asOfSequence(asOf);
        } else if (dice < 96) {
            position(slot);
        } else if (dice < 97) {
            term(slot);
        } else {
            resolution(slot);
        }
    }

    /** Fees of one instrument, its margin, or a limit; sometimes what none of them can be. */
    private void term(EventSlot slot) {
        Term term = Term.of(random.nextInt(Term.count()));
        new TermEvent()
                .begin(slot, nowNs)
                .term(random.nextInt(10) == 0 ? -1 : term.ordinal())
                .instrument(term.limit() ? -1 : random.nextInt(PRICES.length + 1))
                .value(term.fee() ? (random.nextInt(30) - 10) * 100_000_000L : FixedPoint.RATE_SCALE)
                .operator("test");
    }

    /** Mostly of what is open, whole or a part; sometimes of nothing, too much, to a wrong account, or once more. */
    private void resolution(EventSlot slot) {
        if (resolution.isEmpty() || random.nextInt(6) != 0) {
            long id = breaks.isEmpty() ? 3 : List.copyOf(breaks.keySet()).get(random.nextInt(breaks.size()));
            long open = breaks.getOrDefault(id, ONE);
            long more = random.nextInt(4) == 0 ? Long.signum(open) : 0;
            resolution = List.of(id, (long) random.nextInt(18), random.nextInt(3) == 0 ? open / 2 : open + more, nowNs);
        }
        new ResolutionEvent()
                .begin(slot, nowNs)
                .breakId(resolution.get(0))
                .account(resolution.get(1).intValue())
                .amount(resolution.get(2))
                .operator("test")
                .resolutionId("R" + resolution.get(3));
    }

    private void position(EventSlot slot) {
        new PositionReportEvent()
                .begin(slot, nowNs)
                .instrument(random.nextInt(PRICES.length))
                .status(ReportStatus.REPORTED)
                .quantity(ONE);
    }
}
