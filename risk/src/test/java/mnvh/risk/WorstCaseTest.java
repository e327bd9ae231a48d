package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Rounding;
import mnvh.units.Side;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.MarginMode;
import mnvh.universe.MarginTier;
import org.junit.jupiter.api.Test;

/** The worst-case margin against every subset of fills of small books, each order filled at its limit or not at all. */
class WorstCaseTest {
    private static final int BOOKS = 5_000;
    private static final int MOST_ORDERS = 12;

    private record Order(int instrument, long quantity, long limit) {}

    private static Instrument instrument(Random random, int index) {
        MarginMode mode = random.nextInt(4) == 0 ? MarginMode.ISOLATED : MarginMode.CROSS;
        return new Instrument(
                index,
                "S" + index,
                InstrumentKind.LINEAR_PERP,
                "USD",
                money("0.01"),
                money("0.001"),
                money("1"),
                0,
                money("1000000000"),
                0,
                RandomMargin.terms(random, mode));
    }

    private static RiskFixture desk(Random random, int n) {
        RiskFixture desk = new RiskFixture();
        for (int i = 0; i < n; i++) {
            desk.asset(instrument(random, i), money("1") * (1 + random.nextInt(300)));
        }
        desk.collar = rate("0.01");
        return desk;
    }

    private static long quantity(Random random, boolean buy) {
        return money("0.001") * (1 + random.nextInt(200_000)) * (buy ? 1 : -1);
    }

    /** Opens orders that work, proposes others, and runs the pipeline; {@code side} of 0 draws the sides. */
    private static List<Order> trade(RiskFixture desk, BasketPipeline pipeline, Random random, int most, int side) {
        int n = desk.universe.size();
        List<Order> orders = new ArrayList<>();
        boolean[] traded = new boolean[n];
        boolean[] buys = new boolean[n];
        for (int i = 0; i < n; i++) {
            buys[i] = side == 0 ? random.nextBoolean() : side > 0;
        }
        while (orders.size() < most) {
            int i = random.nextInt(n);
            if (side != 0 && traded[i]) {
                break;
            }
            traded[i] = true;
            boolean buy = side == 0 ? random.nextBoolean() : side > 0;
            long mark = desk.marks.get(i);
            long off = money("0.01") * (random.nextInt(100) - (side == 0 ? 50 : 0));
            long limit = side == 0 ? mark + off : mark + side * Math.min(off, mark / 2);
            if (buy != buys[i]) {
                // It faces the new order, and stands where the two cannot meet.
                limit = mark + (buy ? -1 : 1) * (mark / 50);
            }
            Order order = new Order(i, quantity(random, buy), limit);
            desk.working.open(i, Side.ofSigned(order.quantity), Math.abs(order.quantity), order.limit);
            orders.add(order);
        }
        for (int i = 0; i < n && orders.size() + i < MOST_ORDERS; i++) {
            if (side == 0 || !traded[i]) {
                desk.basket.notional[i] = desk.universe.get(i).notional(quantity(random, buys[i]), desk.marks.get(i));
            }
        }
        pipeline.run(desk.basket, desk.inputs);
        for (int i = 0; i < n; i++) {
            if (desk.basket.quantity[i] != 0) {
                orders.add(new Order(i, desk.basket.quantity[i], desk.basket.limitPrice[i]));
            }
        }
        return orders;
    }

    /** Initial margin slice by slice, rounded up once. */
    private static long initial(Instrument instrument, long notional) {
        BigDecimal sum = BigDecimal.ZERO;
        List<MarginTier> tiers = instrument.margin().tiers();
        for (int t = 0; t < tiers.size(); t++) {
            long from = tiers.get(t).notional();
            long to = t + 1 < tiers.size() ? Math.min(notional, tiers.get(t + 1).notional()) : notional;
            if (to > from) {
                sum = sum.add(BigDecimal.valueOf(to - from)
                        .multiply(BigDecimal.valueOf(tiers.get(t).initialRate(), 12)));
            }
        }
        return sum.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** What one instrument comes to with each subset of its own orders. */
    private static final class Outcomes {
        private final boolean isolated;
        private final long[] value;
        /** Initial margin, fees and losses. */
        private final long[] needed;

        Outcomes(RiskFixture desk, int i, List<Order> all) {
            List<Order> orders = all.stream().filter(o -> o.instrument == i).toList();
            Instrument instrument = desk.universe.get(i);
            long mark = desk.marks.get(i);
            isolated = instrument.margin().isolated();
            value = new long[1 << orders.size()];
            needed = new long[1 << orders.size()];
            for (int subset = 0; subset < value.length; subset++) {
                long position = desk.ledger.position(i);
                long costs = 0;
                for (int k = 0; k < orders.size(); k++) {
                    if ((subset >> k & 1) == 0) {
                        continue;
                    }
                    Order order = orders.get(k);
                    position += order.quantity;
                    // What a sale gets above the mark is more than the fee on it.
                    long price = order.quantity > 0 ? order.limit : Math.min(order.limit, mark);
                    long paid = Math.abs(instrument.notional(order.quantity, price));
                    costs += Math.max(0, desk.fees.feeOf(i, Liquidity.TAKER, paid, Math.abs(order.quantity)));
                    long adverse = order.quantity > 0 ? order.limit - mark : mark - order.limit;
                    costs += Math.max(0, instrument.notional(Math.abs(order.quantity), Math.max(0, adverse)));
                }
                value[subset] = instrument.notional(position, mark);
                needed[subset] = initial(instrument, Math.abs(value[subset])) + costs;
            }
        }
    }

    private static final class Worst {
        private final Outcomes[] outcomes;
        private final long stress;
        private long most;
        private long subsets;

        Worst(RiskFixture desk, List<Order> orders) {
            stress = desk.stress;
            outcomes = new Outcomes[desk.universe.size()];
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = new Outcomes(desk, i, orders);
            }
            walk(0, 0, 0, 0);
        }

        private void walk(int i, long needed, long net, long alone) {
            if (i == outcomes.length) {
                subsets++;
                long exposed = Math.abs(net) + alone;
                most = Math.max(most, needed + FixedPoint.multiplyRate(exposed, stress, Rounding.CEILING));
                return;
            }
            Outcomes own = outcomes[i];
            for (int s = 0; s < own.value.length; s++) {
                walk(
                        i + 1,
                        needed + own.needed[s],
                        own.isolated ? net : net + own.value[s],
                        own.isolated ? alone + Math.abs(own.value[s]) : alone);
            }
        }
    }

    @Test
    void noSubsetOfFillsNeedsMore() {
        long subsets = 0;
        int close = 0;
        for (int k = 0; k < BOOKS; k++) {
            String seed = "seed " + (9_000_000 + k);
            Random random = new Random(9_000_000 + k);
            RiskFixture desk = desk(random, 1 + random.nextInt(4));
            desk.stress = random.nextInt(4) == 0 ? 0 : rate("0.07");
            desk.feeRate = rate("0.0005") * (random.nextInt(4) - 1);
            desk.feeMinimum = random.nextInt(3) == 0 ? money("0.35") : 0;
            desk.perContract = random.nextInt(4) == 0 ? money("0.001") : 0;
            BasketPipeline pipeline = desk.open();
            for (int i = 0; i < desk.universe.size(); i++) {
                if (random.nextBoolean()) {
                    desk.hold(i, DecimalText.format(quantity(random, random.nextBoolean())));
                }
            }
            List<Order> orders = trade(desk, pipeline, random, random.nextInt(MOST_ORDERS - 3), 0);
            assertTrue(orders.size() <= MOST_ORDERS, seed);
            Worst worst = new Worst(desk, orders);
            subsets += worst.subsets;
            long bound = desk.basket.marginUsed;
            assertTrue(worst.most <= bound, () -> seed + ": a subset needs " + worst.most + ", bound " + bound);
            close += worst.most > bound - bound / 5 ? 1 : 0;
        }
        long count = subsets;
        int near = close;
        assertTrue(count > 1_000_000, () -> "subsets " + count);
        assertTrue(near > BOOKS / 2, () -> "bounds within a fifth " + near);
    }

    @Test
    void ordersOfOneSideReachTheBound() {
        for (int k = 0; k < 1_000; k++) {
            String seed = "seed " + (9_100_000 + k);
            Random random = new Random(9_100_000 + k);
            RiskFixture desk = desk(random, 1 + random.nextInt(5));
            desk.stress = rate("0.07");
            desk.feeRate = rate("0.0005");
            desk.feeMinimum = random.nextInt(3) == 0 ? money("0.35") : 0;
            BasketPipeline pipeline = desk.open();
            int side = random.nextBoolean() ? 1 : -1;
            for (int i = 0; i < desk.universe.size(); i++) {
                if (random.nextBoolean()) {
                    desk.hold(i, DecimalText.format(quantity(random, side > 0)));
                }
            }
            List<Order> orders = trade(desk, pipeline, random, random.nextInt(4), side);
            // A sale's fee is bounded by its value at the mark, which it does not get at its limit.
            long slack = side > 0 ? 0 : feesOfLosses(desk, orders);
            long most = new Worst(desk, orders).most;
            long above = desk.basket.marginUsed - most;
            assertTrue(above >= 0 && above <= slack, () -> seed + ": " + above + " above, " + slack + " allowed");
        }
    }

    private static long feesOfLosses(RiskFixture desk, List<Order> orders) {
        long sum = 0;
        for (Order order : orders) {
            long loss = Math.max(0, desk.marks.get(order.instrument) - order.limit);
            long lost = desk.universe.get(order.instrument).notional(Math.abs(order.quantity), loss);
            sum += FixedPoint.multiplyRate(lost, desk.feeRate, Rounding.CEILING) + 1;
        }
        return sum;
    }

    @Test
    void withoutStressAndCostsTheBoundIsReached() {
        for (int k = 0; k < 1_000; k++) {
            String seed = "seed " + (9_200_000 + k);
            Random random = new Random(9_200_000 + k);
            RiskFixture desk = desk(random, 1 + random.nextInt(4));
            desk.collar = RiskFixture.NONE;
            BasketPipeline pipeline = desk.open();
            for (int i = 0; i < desk.universe.size(); i++) {
                desk.hold(i, DecimalText.format(quantity(random, random.nextBoolean())));
            }
            List<Order> orders = new ArrayList<>();
            while (orders.size() < 8) {
                int i = random.nextInt(desk.universe.size());
                Order order = new Order(i, quantity(random, random.nextBoolean()), desk.marks.get(i));
                desk.working.open(i, Side.ofSigned(order.quantity), Math.abs(order.quantity), order.limit);
                orders.add(order);
            }
            pipeline.run(desk.basket, desk.inputs);
            assertEquals(new Worst(desk, orders).most, desk.basket.marginUsed, seed);
        }
    }

    @Test
    void severalWorkingOrdersPaySeveralMinimums() {
        RiskFixture desk = new RiskFixture().asset("100", "0.001");
        desk.feeRate = rate("0.0005");
        desk.feeMinimum = money("1");
        BasketPipeline pipeline = desk.open();
        for (int k = 0; k < 3; k++) {
            desk.working.open(0, Side.BUY, money("1"), money("100"));
        }
        pipeline.run(desk.basket, desk.inputs);
        // 0.1 * 300, and three fees of 1: 0.05 each would be below the minimum.
        assertEquals(money("33"), desk.basket.marginUsed);
    }
}
