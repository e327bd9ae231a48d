package mnvh.risk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mnvh.config.AggressivenessUnit;
import mnvh.config.Averaging;
import mnvh.config.BarFill;
import mnvh.config.Config;
import mnvh.config.Durability;
import mnvh.config.ExecutionConfig;
import mnvh.config.ExecutionStyle;
import mnvh.config.FeeConfig;
import mnvh.config.FinancingMode;
import mnvh.config.JournalConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.config.MarkSource;
import mnvh.config.Mode;
import mnvh.config.MonitorConfig;
import mnvh.config.NeutralityConfig;
import mnvh.config.NeutralityMode;
import mnvh.config.Regime;
import mnvh.config.RiskConfig;
import mnvh.config.SelfFinancingConfig;
import mnvh.config.SimulatorConfig;
import mnvh.config.StepConfig;
import mnvh.config.StrategyConfig;
import mnvh.config.ThrottleConfig;
import mnvh.config.UniverseConfig;
import mnvh.config.VenueConfig;
import mnvh.config.WeightSchemeName;
import mnvh.config.WeightsConfig;
import mnvh.ledger.Execution;
import mnvh.ledger.FeeSchedule;
import mnvh.ledger.Ledger;
import mnvh.ledger.LedgerListener;
import mnvh.units.DecimalText;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Currencies;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/** A ledger with marks and a pipeline over it; every limit off until a test sets it. */
final class RiskFixture {
    static final long NONE = RiskConfig.NONE;

    FinancingMode financing = FinancingMode.FUNDED;
    long cashFloor = SelfFinancingConfig.NO_FLOOR;
    NeutralityMode neutrality = NeutralityMode.NONE;
    Map<String, Double> hedge = Map.of();
    double neutralityBand = 0.0;
    double maxCorrection = 100.0;
    double band = 0.0;
    long feeRate = 0;
    long perContract = 0;
    long feeMinimum = 0;
    /** Takes the place of the three above. */
    @Nullable
    FeeConfig feeConfig;

    long collar = NONE;
    long maxGross = NONE;
    long maxNet = NONE;
    long maxBeta = NONE;
    long maxMargin = NONE;
    long stress = 0;
    long maxDrawdown = NONE;
    long maxDailyLoss = NONE;
    long maxOrder = NONE;
    long maxPosition = NONE;
    long maxParticipation = NONE;
    long maxDeviation = NONE;
    int maxMessages = Integer.MAX_VALUE;
    int maxWorking = Integer.MAX_VALUE;
    long initialCash = money("10000");

    final List<Instrument> instruments = new ArrayList<>();
    final List<Long> marks = new ArrayList<>();
    final List<Denial> denials = new ArrayList<>();
    Universe universe = new Universe(List.of(instrument(0, "1", "1", "0", "0")));
    FeeSchedule fees = new FeeSchedule(universe, new FeeConfig(0, 0, 0, 0));
    WorkingOrders working = new WorkingOrders(universe);
    Ledger ledger = ledger(new LotsConfig(LotMethod.FIFO, 8, 128), 0);
    RiskInputs inputs = new RiskInputs(1);
    Basket basket = new Basket(1);
    private final Execution execution = new Execution();
    private long fillId;

    /** One call of the listener. */
    record Denial(int instrument, Verdict reason, long before, long after, long limit, long notional) {}

    static long money(String text) {
        return DecimalText.parse(text);
    }

    static String text(long money) {
        return DecimalText.format(money);
    }

    static long rate(String text) {
        return DecimalText.parseRate(text);
    }

    static Instrument instrument(int index, String tick, String increment, String minQuantity, String minNotional) {
        return new Instrument(
                index,
                "S" + index,
                InstrumentKind.LINEAR_PERP,
                "USD",
                money(tick),
                money(increment),
                money("1"),
                money(minQuantity),
                money("1000000000"),
                money(minNotional),
                rate("0.1"));
    }

    /** Adds an instrument with increment and tick of 1e-8. */
    RiskFixture asset(String mark) {
        return asset(mark, "0.00000001");
    }

    RiskFixture asset(String mark, String increment) {
        return asset(instrument(instruments.size(), "0.00000001", increment, "0", "0"), money(mark));
    }

    RiskFixture asset(Instrument instrument, long mark) {
        instruments.add(instrument);
        marks.add(mark);
        return this;
    }

    /** Builds the pipeline, which records its denials; the fields above are read here. */
    BasketPipeline open() {
        return openWith(this::record);
    }

    /** Builds the pipeline with another listener. */
    BasketPipeline openWith(DenialListener listener) {
        Config config = load();
        return new BasketPipeline(universe, config, ledger, fees, working, listener);
    }

    /** The recheck alone, without the stages that would have cut before it. */
    interface Recheck {
        /** Decides on the orders of the basket, which stand for the unrounded {@code list}. */
        Verdict admit(long[] list);
    }

    /** Builds the gate as the pipeline does; it records its denials. */
    Recheck openRecheck() {
        Config config = load();
        Book book = new Book(universe, ledger, fees, working);
        Limits risk = new Limits(config.risk());
        Clips clips = new Clips(risk, universe.size());
        SelfFinancing selfFinancing = new SelfFinancing(config.selfFinancing(), book);
        LimitPrices prices = new LimitPrices(config.execution().collarRate(), risk);
        ExposureLimits limits = new ExposureLimits(risk, book, prices, new Margins(universe));
        RiskGate gate = new RiskGate(config, risk, book, clips, selfFinancing, limits, prices, working, this::record);
        return list -> {
            book.load(inputs);
            limits.begin();
            for (int i = 0; i < basket.size(); i++) {
                basket.traded[i] = book.value(i, basket.quantity[i]);
                basket.fee[i] = book.feeOfQuantity(i, basket.quantity[i]);
            }
            return gate.admit(basket, inputs, list);
        };
    }

    private void record(int i, Verdict reason, long before, long after, long limit, long notional) {
        denials.add(new Denial(i, reason, before, after, limit, notional));
    }

    Config load() {
        universe = new Universe(instruments);
        Config config = config();
        fees = new FeeSchedule(universe, config.fees());
        ledger = ledger(config.lots(), config.initialCash());
        for (int i = 0; i < marks.size(); i++) {
            ledger.mark(i, marks.get(i));
        }
        working = new WorkingOrders(universe);
        basket = new Basket(universe.size());
        inputs = new RiskInputs(universe.size());
        inputs.equity = ledger.equity();
        inputs.peakEquity = inputs.equity;
        inputs.dayStartEquity = inputs.equity;
        inputs.nowNs = 1;
        denials.clear();
        return config;
    }

    private Ledger ledger(LotsConfig lots, long cash) {
        Currencies currencies = Currencies.of(universe, "USD", List.of());
        return new Ledger(universe, currencies, fees, lots, cash, Long.MAX_VALUE, SILENT);
    }

    /** Books a fill at the mark, without a fee. */
    void hold(int i, String quantity) {
        long signed = money(quantity);
        execution.of(++fillId, i, Side.ofSigned(signed), Math.abs(signed), marks.get(i));
        ledger.fill(execution.commission(Currencies.REPORTING, 0));
        inputs.equity = ledger.equity();
        inputs.peakEquity = inputs.equity;
        inputs.dayStartEquity = inputs.equity;
    }

    /** Proposes signed notionals, all of them signal. */
    void propose(String... notionals) {
        basket.clear();
        for (int i = 0; i < notionals.length; i++) {
            basket.notional[i] = money(notionals[i]);
            basket.signal[i] = basket.notional[i];
        }
        inputs.nowNs++;
    }

    /** @return sum of notionals and fees of the orders, computed apart from the pipeline */
    long cashDemand() {
        long demand = 0;
        for (int i = 0; i < basket.size(); i++) {
            long traded = universe.get(i).notional(basket.quantity[i], marks.get(i));
            demand += traded + fees.feeOf(i, Liquidity.TAKER, Math.abs(traded), Math.abs(basket.quantity[i]));
        }
        return demand;
    }

    Denial onlyDenial() {
        if (denials.size() != 1) {
            throw new AssertionError("expected one denial, got " + denials);
        }
        return denials.get(0);
    }

    NeutralityConfig neutralityConfig() {
        return new NeutralityConfig(
                neutrality, "universe", neutralityBand, 0.1, maxCorrection, 60, Averaging.ROLLING, hedge);
    }

    Limits limits() {
        return new Limits(riskConfig());
    }

    RiskConfig riskConfig() {
        return new RiskConfig(
                maxGross,
                maxNet,
                maxBeta,
                maxMargin,
                stress,
                maxDrawdown,
                maxDailyLoss,
                maxOrder,
                maxPosition,
                maxParticipation,
                maxDeviation,
                maxMessages,
                maxWorking,
                Double.POSITIVE_INFINITY);
    }

    private Config config() {
        return new Config(
                1,
                Mode.BACKTEST,
                new UniverseConfig(instruments, null),
                initialCash,
                "USD",
                new StepConfig(60_000_000_000L, 1_000_000_000L, 0, 0.8, MarkSource.LAST),
                new StrategyConfig(
                        0.9,
                        1.0,
                        AggressivenessUnit.EQUITY_MULTIPLE,
                        band,
                        new WeightsConfig(WeightSchemeName.EQUAL, Map.of(), 60, 60),
                        60,
                        new ThrottleConfig(true, true, true, true, 1, 0.02, 5, 1, 1.5, Double.NaN, 1, 0),
                        neutralityConfig(),
                        0.2,
                        0.4),
                new SelfFinancingConfig(financing, cashFloor),
                feeConfig == null ? new FeeConfig(feeRate, feeRate, perContract, feeMinimum) : feeConfig,
                new ExecutionConfig(ExecutionStyle.IOC, collar, BarFill.SAME_CLOSE),
                new LotsConfig(LotMethod.FIFO, 64, 128),
                riskConfig(),
                new JournalConfig(Path.of("unused"), Durability.PROCESS),
                new VenueConfig(
                        "sim",
                        "FIX.4.4",
                        "A",
                        "B",
                        "127.0.0.1",
                        0,
                        30,
                        null,
                        null,
                        new SimulatorConfig(1, Regime.REVERT, 0.1, 0.1, 0.1, 0, 1, 1, 1, 0, 0, 0, 0, 1)),
                new MonitorConfig(0, "127.0.0.1", Path.of("KILL")));
    }

    private static final LedgerListener SILENT = (component, instrument, currency, amount) -> {};
}
