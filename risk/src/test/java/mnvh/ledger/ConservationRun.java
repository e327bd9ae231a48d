package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import mnvh.config.FeeConfig;
import mnvh.config.LotsConfig;
import mnvh.state.StateHash;
import mnvh.units.Component;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Currencies;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/** One ledger under random events, beside its oracle: inverse kinds settle in BTC, all others in USD. */
final class ConservationRun implements LedgerListener {
    private static final long[] MULTIPLIERS = {FixedPoint.SCALE, FixedPoint.SCALE / 100, 50 * FixedPoint.SCALE};
    private static final long INITIAL_CASH = 10_000_000 * FixedPoint.SCALE;
    private static final int CURRENCIES = 2;
    /** Fills of an instrument that are drawn from; less than the history. */
    private static final int RECENT = 50;

    private final SplittableRandom random;
    private final boolean extreme;
    private final Universe universe;
    private final FeeConfig fees;
    private final Ledger ledger;
    private final AccountingIdentity identity;
    private final Execution execution = new Execution();
    private final StateHash hash = new StateHash();
    private final BigInteger[] position;
    private final BigInteger[] mark;
    private final BigInteger[] cash = {BigInteger.valueOf(INITIAL_CASH), BigInteger.ZERO};
    private final BigInteger[] announced = {BigInteger.ZERO, BigInteger.ZERO};
    private final long[] price;
    private final long[] boundary;
    private final List<List<Booked>> booked = new ArrayList<>();
    private final List<Set<Long>> funded = new ArrayList<>();
    private long refused;
    private long lastId;

    /** A fill as the oracle booked it. */
    private record Booked(long id, BigInteger signed, BigInteger paid, BigInteger fee, int feeCurrency) {}

    ConservationRun(long seed, int size, LotsConfig lots, boolean extreme) {
        System.out.println("ConservationTest seed " + seed);
        this.random = new SplittableRandom(seed);
        this.extreme = extreme;
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            InstrumentKind kind = InstrumentKind.values()[i % InstrumentKind.values().length];
            instruments.add(LedgerDesk.instrument(i, kind, MULTIPLIERS[i % MULTIPLIERS.length]));
            booked.add(new ArrayList<>());
            funded.add(new HashSet<>(List.of(0L)));
        }
        this.universe = new Universe(instruments);
        this.fees = new FeeConfig(-12_345_678, 450_000_001, 1_234_567, 7_654_321);
        this.ledger = new Ledger(
                universe,
                Currencies.of(universe, "USD", List.of("BTC")),
                new FeeSchedule(universe, fees),
                lots,
                INITIAL_CASH,
                Long.MAX_VALUE,
                this);
        this.identity = new AccountingIdentity(universe, ledger);
        this.position = new BigInteger[size];
        this.mark = new BigInteger[size];
        Arrays.fill(position, BigInteger.ZERO);
        Arrays.fill(mark, BigInteger.ZERO);
        this.price = new long[size];
        this.boundary = new long[size];
        for (int i = 0; i < size; i++) {
            price[i] = 1 + (random.nextLong(1_000 * FixedPoint.SCALE) >> random.nextInt(20));
            ledger.funding(i, 0, 1, boundary[i]);
        }
    }

    /** @return how many events overflowed */
    long refused() {
        return refused;
    }

    void events(int count) {
        for (int n = 0; n < count; n++) {
            int i = random.nextInt(universe.size());
            long before = extreme ? hash() : 0;
            BigInteger[] announcedBefore = announced.clone();
            try {
                event(i);
            } catch (ArithmeticException overflow) {
                assertTrue(extreme, overflow::toString);
                refused++;
                assertEquals(before, hash(), "a refused event changes nothing");
                assertEquals(List.of(announcedBefore), List.of(announced), "a refused event announces nothing");
            }
            check(i, n % 64 == 0 || n == count - 1);
        }
    }

    private void event(int i) {
        int choice = random.nextInt(20);
        price[i] = nextPrice(i);
        if (choice < 6) {
            ledger.mark(i, price[i]);
            mark[i] = BigInteger.valueOf(price[i]);
        } else if (choice < 8) {
            funding(i);
        } else if (choice < 9) {
            bust(i);
        } else if (choice < 10 && !extreme) {
            translate(i);
        } else {
            fill(i);
        }
    }

    private void fill(int i) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long quantity = nextQuantity(i);
        if (random.nextInt(12) == 0 && ledger.position(i) != 0) {
            side = Side.ofSigned(-ledger.position(i));
            quantity = Math.abs(ledger.position(i));
        }
        Liquidity liquidity = random.nextBoolean() ? Liquidity.MAKER : Liquidity.TAKER;
        boolean hasCommission = random.nextInt(4) == 0;
        long commission = random.nextLong(-FixedPoint.SCALE, FixedPoint.SCALE);
        int feeCurrency = hasCommission ? random.nextInt(CURRENCIES) : currency(i);
        execution.of(++lastId, i, side, quantity, price[i]).liquidity(liquidity).at(lastId);
        if (hasCommission) {
            execution.commission(feeCurrency, commission);
        }
        long fee = ledger.fill(execution);

        BigInteger signed = BigInteger.valueOf(quantity).multiply(BigInteger.valueOf(side.sign()));
        BigInteger paid = value(i, signed, BigInteger.valueOf(price[i]));
        BigInteger charged =
                hasCommission ? BigInteger.valueOf(commission) : scheduled(liquidity, paid.abs(), quantity);
        assertEquals(charged, BigInteger.valueOf(fee));
        trade(i, new Booked(lastId, signed, paid, charged, feeCurrency), BigInteger.ONE);
        if (mark[i].signum() == 0) {
            mark[i] = BigInteger.valueOf(price[i]);
        }
    }

    private void bust(int i) {
        List<Booked> fills = booked.get(i);
        if (fills.isEmpty()) {
            assertTrue(!ledger.bust(i, lastId + 1));
            return;
        }
        Booked fill = fills.get(fills.size() - 1 - random.nextInt(Math.min(RECENT, fills.size())));
        assertTrue(ledger.bust(i, fill.id));
        assertTrue(!ledger.bust(i, fill.id));
        fills.remove(fill);
        trade(i, fill, BigInteger.ONE.negate());
    }

    /** Takes a fill into the oracle, or out of it. */
    private void trade(int i, Booked fill, BigInteger sign) {
        cash[currency(i)] = cash[currency(i)].subtract(fill.paid.multiply(sign));
        cash[fill.feeCurrency] = cash[fill.feeCurrency].subtract(fill.fee.multiply(sign));
        position[i] = position[i].add(fill.signed.multiply(sign));
        if (sign.signum() > 0) {
            booked.get(i).add(fill);
        }
    }

    private void funding(int i) {
        long rate = random.nextLong(-FixedPoint.RATE_SCALE / 100, FixedPoint.RATE_SCALE / 100);
        long at = Math.max(boundary[i] - 1, lastId - random.nextInt(RECENT));
        InstrumentKind kind = universe.get(i).kind();
        CarryOutcome expected = kind != InstrumentKind.LINEAR_PERP && kind != InstrumentKind.INVERSE_PERP
                ? CarryOutcome.NOT_APPLICABLE
                : at > boundary[i]
                        ? CarryOutcome.BOOKED
                        : funded.get(i).contains(at) ? CarryOutcome.REPEATED : CarryOutcome.OUT_OF_ORDER;
        assertEquals(expected, ledger.funding(i, rate, price[i], at));
        if (expected == CarryOutcome.BOOKED) {
            boundary[i] = at;
            funded.get(i).add(at);
            BigInteger held = position[i];
            for (Booked fill : booked.get(i)) {
                held = fill.id > at ? held.subtract(fill.signed) : held;
            }
            BigDecimal notional = new BigDecimal(notional(i, held, BigInteger.valueOf(price[i])));
            BigInteger amount = round(notional.multiply(BigDecimal.valueOf(rate, 12)), RoundingMode.HALF_EVEN);
            cash[currency(i)] = cash[currency(i)].subtract(amount);
        }
    }

    /** An index price of the coin, or the close of a step; neither moves the books. */
    private void translate(int i) {
        if (random.nextBoolean()) {
            assertTrue(ledger.indexPrice(1, price[i], lastId));
        }
        ledger.closeStep(lastId);
        BigInteger expected = BigInteger.valueOf(ledger.translation().price(1));
        BigDecimal exact = new BigDecimal(cash[1].add(held(1)).multiply(expected), 8);
        assertEquals(
                round(exact, RoundingMode.HALF_EVEN),
                BigInteger.valueOf(ledger.translation().equity(1)));
        assertEquals(0, identity.checkAll(), () -> "translated: " + identity.breach());
    }

    private int currency(int i) {
        return universe.get(i).kind().inverse() ? 1 : 0;
    }

    private BigInteger held(int currency) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < position.length; k++) {
            sum = currency(k) == currency ? sum.add(value(k, position[k], mark[k])) : sum;
        }
        return sum;
    }

    private void check(int i, boolean everything) {
        assertEquals(0, identity.checkTouched(i), () -> "touched: " + identity.breach());
        for (int c = 0; c < CURRENCIES; c++) {
            BigInteger sum = BigInteger.ZERO;
            for (Account account : Account.values()) {
                sum = sum.add(BigInteger.valueOf(ledger.books().total(account, c)));
            }
            assertEquals(BigInteger.ZERO, sum, "books sum to zero");
            assertEquals(cash[c], BigInteger.valueOf(ledger.books().cash(c)));
            assertEquals(cash[c].add(held(c)), BigInteger.valueOf(ledger.books().equity(c)));
        }
        assertEquals(position[i], BigInteger.valueOf(ledger.position(i)));
        if (everything) {
            assertEquals(0, identity.checkAll(), () -> "all: " + identity.breach());
            for (int c = 0; c < CURRENCIES; c++) {
                checkProfit(c);
            }
        }
    }

    /** realised + unrealised - fees + funding = equity - initial cash, with what the listener heard. */
    private void checkProfit(int c) {
        BigInteger profit = BigInteger.ZERO;
        for (int k = 0; k < position.length; k++) {
            if (currency(k) == c) {
                profit = profit.add(BigInteger.valueOf(ledger.realised(k)))
                        .add(BigInteger.valueOf(ledger.unrealised(k)));
            }
            assertTrue(ledger.lots(k).count() > 0 == (ledger.position(k) != 0));
        }
        ComponentTotals totals = ledger.components();
        profit = profit.add(BigInteger.valueOf(totals.inCurrency(Component.FEE, c)))
                .add(BigInteger.valueOf(totals.inCurrency(Component.REBATE, c)))
                .add(BigInteger.valueOf(totals.inCurrency(Component.FUNDING, c)));
        BigInteger gained = BigInteger.valueOf(ledger.books().equity(c) - (c == 0 ? INITIAL_CASH : 0));
        assertEquals(gained, profit);
        assertEquals(gained, announced[c]);
    }

    private long nextPrice(int i) {
        if (extreme && random.nextInt(3) == 0) {
            return Math.max(1, random.nextLong(Long.MAX_VALUE) >> random.nextInt(63));
        }
        long step = price[i] / 50;
        return Math.max(1, price[i] + (step == 0 ? 0 : random.nextLong(-step, step + 1)));
    }

    private long nextQuantity(int i) {
        long increment = universe.get(i).sizeIncrement();
        if (extreme && random.nextInt(3) == 0) {
            long wild = random.nextLong(Long.MAX_VALUE) >> random.nextInt(43);
            return Math.max(increment, wild - wild % increment);
        }
        return increment * (1 + random.nextLong(10_000));
    }

    private BigInteger scheduled(Liquidity liquidity, BigInteger notional, long quantity) {
        long rate = liquidity == Liquidity.MAKER
                ? fees.general().makerRate()
                : fees.general().takerRate();
        BigDecimal exact = new BigDecimal(notional)
                .multiply(BigDecimal.valueOf(rate, 12))
                .add(BigDecimal.valueOf(quantity)
                        .multiply(BigDecimal.valueOf(fees.general().perContract(), 8)));
        BigInteger fee = round(exact, RoundingMode.CEILING);
        return rate < 0 ? fee : fee.max(BigInteger.valueOf(fees.general().minimum()));
    }

    private BigInteger value(int i, BigInteger quantity, BigInteger at) {
        BigInteger notional = notional(i, quantity, at);
        return universe.get(i).kind().inverse() ? notional.negate() : notional;
    }

    private BigInteger notional(int i, BigInteger quantity, BigInteger at) {
        BigDecimal under = new BigDecimal(quantity)
                .multiply(BigDecimal.valueOf(universe.get(i).multiplier(), 8));
        if (quantity.signum() == 0) {
            return BigInteger.ZERO;
        }
        return universe.get(i).kind().inverse()
                ? under.scaleByPowerOfTen(8)
                        .divide(new BigDecimal(at), 0, RoundingMode.HALF_EVEN)
                        .toBigIntegerExact()
                : round(under.multiply(new BigDecimal(at, 8)), RoundingMode.HALF_EVEN);
    }

    private static BigInteger round(BigDecimal exact, RoundingMode mode) {
        return exact.setScale(0, mode).toBigIntegerExact();
    }

    long hash() {
        hash.clear();
        ledger.writeTo(hash);
        return hash.value();
    }

    @Override
    public void onComponent(Component component, int instrument, int currency, long amount) {
        assertTrue(amount != 0);
        if (component != Component.TRADING_CASHFLOW) {
            announced[currency] = announced[currency].add(BigInteger.valueOf(amount));
        }
    }
}
