package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.state.StateHash;
import mnvh.units.FixedPoint;
import mnvh.units.Int128;
import mnvh.units.Int128Array;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/**
 * Random fills, marks and fundings: after every event all residuals are 0, the accounts sum to zero, and an oracle in
 * unlimited decimals agrees on cash and equity to the last unit. An event that overflows must have changed nothing.
 */
class ConservationTest {
    private static final long[] MULTIPLIERS = {FixedPoint.SCALE, FixedPoint.SCALE / 100, 50 * FixedPoint.SCALE};
    private static final long INITIAL_CASH = 10_000_000 * FixedPoint.SCALE;

    @Test
    void ordinaryMarketsConserveMoney() {
        Run run = new Run(0xA11CE, 12, 64, false);
        run.events(300_000);
        assertEquals(0, run.refused);
    }

    @Test
    void mergedLotsConserveMoney() {
        for (int maxLots = 1; maxLots <= 3; maxLots++) {
            Run run = new Run(0xB0B + maxLots, 5, maxLots, false);
            run.events(60_000);
            assertEquals(0, run.refused);
        }
    }

    @Test
    void extremePricesAndSizesConserveMoneyOrAreRefused() {
        for (int n = 0; n < 40; n++) {
            Run run = new Run(0xCAFE + n, 4, 1 + n % 5, true);
            run.events(5_000);
            assertTrue(run.refused > 0 && run.refused < 5_000, "both outcomes are exercised: " + run.refused);
        }
    }

    @Test
    void sameSeedGivesTheSameHash() {
        Run one = new Run(77, 6, 3, false);
        Run two = new Run(77, 6, 3, false);
        one.events(20_000);
        two.events(20_000);
        assertEquals(one.hash(), two.hash());
    }

    /** One ledger beside its oracle. */
    private static final class Run implements LedgerListener {
        private final SplittableRandom random;
        private final boolean extreme;
        private final Universe universe;
        private final FeeConfig fees;
        private final Ledger ledger;
        private final AccountingIdentity identity;
        private final StateHash hash = new StateHash();
        private final Int128 sum = new Int128();
        private final BigInteger[] position;
        private final BigInteger[] mark;
        private final long[] price;
        private final long[] boundary;
        private BigInteger cash = BigInteger.valueOf(INITIAL_CASH);
        private BigInteger announced = BigInteger.ZERO;
        private long refused;
        private long timestampNs;

        Run(long seed, int size, int maxLots, boolean extreme) {
            System.out.println("ConservationTest seed " + seed);
            this.random = new SplittableRandom(seed);
            this.extreme = extreme;
            List<Instrument> instruments = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                InstrumentKind kind = InstrumentKind.values()[i % InstrumentKind.values().length];
                instruments.add(LedgerDesk.instrument(i, kind, MULTIPLIERS[i % MULTIPLIERS.length]));
            }
            this.universe = new Universe(instruments);
            this.fees = new FeeConfig(-12_345_678, 450_000_001, 1_234_567, 7_654_321);
            this.ledger = new Ledger(
                    universe,
                    new FeeSchedule(universe, fees),
                    new LotsConfig(LotMethod.FIFO, maxLots),
                    INITIAL_CASH,
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
                ledger.applyFunding(i, 0, 1, boundary[i]);
            }
        }

        void events(int count) {
            for (int n = 0; n < count; n++) {
                int i = random.nextInt(universe.size());
                long before = extreme ? hash() : 0;
                BigInteger announcedBefore = announced;
                try {
                    event(i);
                } catch (ArithmeticException overflow) {
                    assertTrue(extreme, overflow::toString);
                    refused++;
                    assertEquals(before, hash(), "a refused event changes nothing");
                    assertEquals(announcedBefore, announced, "a refused event announces nothing");
                }
                check(i, n % 64 == 0 || n == count - 1);
            }
        }

        private void event(int i) {
            int choice = random.nextInt(10);
            price[i] = nextPrice(i);
            if (choice < 3) {
                ledger.mark(i, price[i]);
                mark[i] = BigInteger.valueOf(price[i]);
            } else if (choice < 4) {
                funding(i);
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
            long fee =
                    ledger.applyFill(i, side, quantity, price[i], liquidity, hasCommission, commission, ++timestampNs);

            BigInteger signed = BigInteger.valueOf(quantity).multiply(BigInteger.valueOf(side.sign()));
            BigInteger paid = value(i, signed, BigInteger.valueOf(price[i]));
            BigInteger charged =
                    hasCommission ? BigInteger.valueOf(commission) : scheduled(liquidity, paid.abs(), quantity);
            assertEquals(charged, BigInteger.valueOf(fee));
            cash = cash.subtract(paid).subtract(charged);
            position[i] = position[i].add(signed);
            if (mark[i].signum() == 0) {
                mark[i] = BigInteger.valueOf(price[i]);
            }
        }

        private void funding(int i) {
            long rate = random.nextLong(-FixedPoint.RATE_SCALE / 100, FixedPoint.RATE_SCALE / 100);
            long at = boundary[i] + random.nextInt(3) - 1;
            boolean due = at > boundary[i] && universe.get(i).kind() == InstrumentKind.LINEAR_PERP;
            assertEquals(due, ledger.applyFunding(i, rate, price[i], at));
            if (due) {
                boundary[i] = at;
                BigDecimal notional = new BigDecimal(value(i, position[i], BigInteger.valueOf(price[i])));
                cash = cash.subtract(round(notional.multiply(BigDecimal.valueOf(rate, 12)), RoundingMode.HALF_EVEN));
            }
        }

        private void check(int i, boolean everything) {
            assertEquals(0, identity.checkTouched(i), () -> "touched: " + identity.breach());
            sum.clear();
            for (Account account : Account.values()) {
                ledger.books().column(account).addTo(position.length, sum);
            }
            assertTrue(sum.isZero(), "books sum to " + sum);
            assertEquals(position[i], BigInteger.valueOf(ledger.position(i)));
            assertEquals(cash, BigInteger.valueOf(ledger.cash()));
            BigInteger equity = cash;
            for (int k = 0; k < position.length; k++) {
                equity = equity.add(value(k, position[k], mark[k]));
            }
            assertEquals(equity, BigInteger.valueOf(ledger.equity()));
            if (everything) {
                assertEquals(0, identity.checkAll(), () -> "all: " + identity.breach());
                checkProfit();
            }
        }

        /** realised + unrealised - fees + funding = equity - initial cash, with what the listener heard. */
        private void checkProfit() {
            BigInteger profit = BigInteger.ZERO;
            for (int k = 0; k < position.length; k++) {
                profit = profit.add(BigInteger.valueOf(ledger.realised(k)))
                        .add(BigInteger.valueOf(ledger.unrealised(k)));
                assertTrue(ledger.lots(k).count() > 0 == (ledger.position(k) != 0));
            }
            ComponentTotals totals = ledger.components();
            profit = profit.add(overall(totals.fees()))
                    .add(overall(totals.rebates()))
                    .add(overall(totals.funding()));
            BigInteger gained = BigInteger.valueOf(ledger.equity()).subtract(BigInteger.valueOf(INITIAL_CASH));
            assertEquals(gained, profit);
            assertEquals(gained, announced);
        }

        private BigInteger overall(Int128Array column) {
            sum.clear();
            column.addTo(position.length, sum);
            return sum.toBigInteger();
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
            long rate = liquidity == Liquidity.MAKER ? fees.makerRate() : fees.takerRate();
            BigDecimal exact = new BigDecimal(notional)
                    .multiply(BigDecimal.valueOf(rate, 12))
                    .add(BigDecimal.valueOf(quantity).multiply(BigDecimal.valueOf(fees.perContract(), 8)));
            BigInteger fee = round(exact, RoundingMode.CEILING);
            return rate < 0 ? fee : fee.max(BigInteger.valueOf(fees.minimum()));
        }

        private BigInteger value(int i, BigInteger quantity, BigInteger at) {
            BigDecimal exact = new BigDecimal(quantity)
                    .multiply(BigDecimal.valueOf(universe.get(i).multiplier(), 8))
                    .multiply(new BigDecimal(at, 8));
            return round(exact, RoundingMode.HALF_EVEN);
        }

        private static BigInteger round(BigDecimal exact, RoundingMode mode) {
            return exact.setScale(0, mode).toBigIntegerExact();
        }

        private long hash() {
            hash.clear();
            ledger.writeTo(hash);
            return hash.value();
        }

        @Override
        public void onMarkToMarket(int instrument, long amount) {
            announced = announced.add(BigInteger.valueOf(amount));
        }

        @Override
        public void onTradingCashflow(int instrument, long amount) {
            assertTrue(amount != 0);
        }

        @Override
        public void onExecutionEdge(int instrument, long amount) {
            announced = announced.add(BigInteger.valueOf(amount));
        }

        @Override
        public void onFee(int instrument, long amount) {
            assertTrue(amount < 0);
            announced = announced.add(BigInteger.valueOf(amount));
        }

        @Override
        public void onRebate(int instrument, long amount) {
            assertTrue(amount > 0);
            announced = announced.add(BigInteger.valueOf(amount));
        }

        @Override
        public void onFunding(int instrument, long amount) {
            announced = announced.add(BigInteger.valueOf(amount));
        }
    }
}
