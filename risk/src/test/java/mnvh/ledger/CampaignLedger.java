package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import mnvh.config.FeeConfig;
import mnvh.config.FeeTable;
import mnvh.config.FeeTier;
import mnvh.config.LotsConfig;
import mnvh.state.StateHash;
import mnvh.units.FeeKind;
import mnvh.units.Liquidity;
import mnvh.units.Side;

/** The ledger, whose identities are checked after every event; what it refuses is counted. */
class CampaignLedger implements CampaignBooks {
    static final long INITIAL = 1_000_000 * 100_000_000L;
    static final long MAX_AGE_NS = 60_000_000_000L;
    /** Thresholds that a life crosses, and an instrument of every kind with a table of its own. */
    static final FeeConfig FEES = new FeeConfig(
            table(
                    -100_000_000L,
                    450_000_000L,
                    1_000,
                    500,
                    tier(40_000, -150_000_000L, 400_000_000L),
                    tier(250_000, -200_000_000L, 350_000_000L)),
            Map.of(
                    "I1", table(0, 300_000_000L, 0, 0, tier(100_000, -50_000_000L, 250_000_000L)),
                    "I2", table(100_000_000L, 500_000_000L, 2_000, 0),
                    "I3", table(-100_000_000L, 100_000_000L, 0, 900, tier(60_000, -100_000_001L, 100_000_001L))),
            FeeConfig.NO_BOUND);

    /** A rate and nothing else, but for one instrument: most fills are booked straight away. */
    static final FeeConfig PLAIN = new FeeConfig(
            new FeeTable(100_000_000L, 450_000_001L, 0, 0, FeeTable.NO_MAXIMUM, List.of()),
            Map.of("I3", table(-100_000_000L, 100_000_000L, 0, 900)),
            FeeConfig.NO_BOUND);

    final CampaignMarket market;
    final Ledger ledger;
    final FeeSchedule fees;
    private final AccountingIdentity identity;
    private final Execution execution = new Execution();
    /** What the last funding came to. */
    CarryOutcome funded = CarryOutcome.BOOKED;

    private long refused;
    private long booked;

    CampaignLedger(CampaignMarket market, LotsConfig lots, FeeConfig feeConfig) {
        this.market = market;
        fees = new FeeSchedule(market.universe, market.currencies, feeConfig);
        ledger = new Ledger(
                market.universe,
                market.currencies,
                fees,
                lots,
                INITIAL,
                MAX_AGE_NS,
                (component, instrument, currency, amount) -> {});
        identity = new AccountingIdentity(market.universe, ledger);
    }

    private static FeeTable table(long makerRate, long takerRate, long perContract, long minimum, FeeTier... tiers) {
        return new FeeTable(makerRate, takerRate, perContract, minimum, 300_000_000_000L, List.of(tiers));
    }

    private static FeeTier tier(long from, long makerRate, long takerRate) {
        return new FeeTier(from * 100_000_000L, makerRate, takerRate);
    }

    /** @return how many events were refused because a number would have left 64 bits, or an instrument had ended */
    long refused() {
        return refused;
    }

    /** @return how many events changed the books */
    long booked() {
        return booked;
    }

    long hash() {
        StateHash hash = new StateHash();
        ledger.writeTo(hash);
        return hash.value();
    }

    /** Does it, and checks what it touched. */
    final Effect done(int row, BooleanSupplier event) {
        Effect effect;
        try {
            effect = event.getAsBoolean() ? Effect.DONE : Effect.NOTHING;
        } catch (ArithmeticException | IllegalArgumentException e) {
            refused++;
            effect = Effect.REFUSED;
        }
        booked += effect == Effect.DONE ? 1 : 0;
        check(row);
        return effect;
    }

    private void check(int row) {
        long residual = row < CampaignMarket.INSTRUMENTS
                ? identity.checkTouched(row)
                : identity.checkCurrency(row - CampaignMarket.INSTRUMENTS);
        assertEquals(0, residual, () -> "identity " + identity.breach());
    }

    private Effect ofCurrency(int currency, BooleanSupplier event) {
        return done(CampaignMarket.INSTRUMENTS + currency, event);
    }

    final Execution execution(long id, int i, Side side, long quantity, long price, Commission paid) {
        execution.of(id, i, side, quantity, price);
        return paid.reported() ? execution.commission(paid.currency(), paid.amount()) : execution;
    }

    @Override
    public Effect mark(int i, long price) {
        return done(i, () -> ledger.mark(i, price));
    }

    @Override
    public Effect fill(
            long id, int i, Side side, long quantity, long price, Liquidity liquidity, Commission paid, long timeNs) {
        fees.at(timeNs);
        return done(i, () -> {
            ledger.fill(execution(id, i, side, quantity, price, paid)
                    .liquidity(liquidity)
                    .at(timeNs));
            return true;
        });
    }

    @Override
    public Effect bust(int i, long id) {
        return done(i, () -> ledger.bust(i, id));
    }

    @Override
    public Effect correct(long oldId, long id, int i, Side side, long quantity, long price, Commission paid) {
        return done(i, () -> ledger.correct(oldId, execution(id, i, side, quantity, price, paid)));
    }

    @Override
    public Effect lateFee(int i, long id, FeeKind kind, int currency, long fee) {
        return done(i, () -> ledger.lateFee(i, id, kind, currency, fee));
    }

    @Override
    public Effect settle(long id, int i, long price, long timeNs) {
        return done(i, () -> {
            ledger.settle(id, i, price, timeNs);
            return true;
        });
    }

    @Override
    public Effect funding(int i, long rate, long price, long boundaryNs) {
        return done(i, () -> {
            funded = ledger.funding(i, rate, price, boundaryNs);
            return funded == CarryOutcome.BOOKED;
        });
    }

    @Override
    public Effect borrow(int i, long rate, long boundaryNs) {
        return done(i, () -> ledger.borrow(i, rate, boundaryNs) == CarryOutcome.BOOKED);
    }

    @Override
    public Effect interest(int currency, long rate, long boundaryNs) {
        return ofCurrency(currency, () -> ledger.interest(currency, rate, boundaryNs) == CarryOutcome.BOOKED);
    }

    @Override
    public Effect external(int currency, long amount) {
        return ofCurrency(currency, () -> {
            ledger.external(currency, amount);
            return true;
        });
    }

    @Override
    public Effect suspend(int currency, long amount) {
        return ofCurrency(currency, () -> {
            ledger.suspend(currency, amount);
            return true;
        });
    }

    @Override
    public Effect resolve(int currency, Account account, long amount) {
        return ofCurrency(currency, () -> {
            ledger.resolve(currency, account, amount);
            return true;
        });
    }

    @Override
    public Effect convert(int from, long paid, int to, long received, long nowNs) {
        Effect effect = ofCurrency(from, () -> ledger.convert(from, paid, to, received, nowNs));
        check(CampaignMarket.INSTRUMENTS + to);
        return effect;
    }

    @Override
    public Effect indexPrice(int currency, long price, long timeNs) {
        return ofCurrency(currency, () -> ledger.indexPrice(currency, price, timeNs));
    }

    @Override
    public Effect closeStep(long nowNs) {
        Effect effect = done(0, () -> {
            ledger.closeStep(nowNs);
            return true;
        });
        assertEquals(0, identity.checkAll(), () -> "identity " + identity.breach());
        return effect;
    }
}
