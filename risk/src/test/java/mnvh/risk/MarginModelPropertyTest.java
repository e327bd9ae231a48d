package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Rounding;
import mnvh.units.Side;
import mnvh.universe.Instrument;
import org.junit.jupiter.api.Test;

/** Worst-case margin against margins of random subsets of fills, computed from the fills alone. */
class MarginModelPropertyTest {
    private static final int BOOKS = 500;
    private static final int SUBSETS = 40;

    /** Margin after some of the orders filled: initial margin, stress of the net, fees and losses at the limits. */
    private static long afterFills(RiskFixture desk, long[][] orders, Random random) {
        int n = desk.universe.size();
        long[] position = new long[n];
        for (int i = 0; i < n; i++) {
            position[i] = desk.ledger.position(i);
        }
        long costs = 0;
        for (long[] order : orders) {
            int i = (int) order[0];
            long part = random.nextInt(3);
            long filled = part == 0 ? 0 : (part == 1 ? order[1] : order[1] / 3);
            position[i] += filled;
            Instrument instrument = desk.universe.get(i);
            long mark = desk.marks.get(i);
            long value = Math.abs(instrument.notional(filled, mark));
            costs += desk.fees.feeOf(i, Liquidity.TAKER, value, Math.abs(filled));
            long adverse = filled > 0 ? order[2] - mark : mark - order[2];
            costs += Math.max(0, FixedPoint.multiply(Math.abs(filled), adverse, Rounding.FLOOR));
        }
        long initial = 0;
        long net = 0;
        for (int i = 0; i < n; i++) {
            long value = desk.universe.get(i).notional(position[i], desk.marks.get(i));
            initial += FixedPoint.multiplyRate(Math.abs(value), rate("0.1"), Rounding.CEILING);
            net += value;
        }
        return initial + FixedPoint.multiplyRate(Math.abs(net), rate("0.07"), Rounding.CEILING) + costs;
    }

    @Test
    void worstCaseIsNeverBelowASubsetOfFills() {
        for (int k = 0; k < BOOKS; k++) {
            int seed = 7_000_000 + k;
            Random random = new Random(seed);
            RiskFixture desk = new RiskFixture();
            int n = 1 + random.nextInt(5);
            for (int i = 0; i < n; i++) {
                long mark = money("1") * (1 + random.nextInt(300));
                desk.asset(RiskFixture.instrument(i, "0.01", "0.001", "0", "0"), mark);
            }
            desk.feeRate = rate("0.001");
            desk.collar = rate("0.01");
            desk.stress = rate("0.07");
            BasketPipeline pipeline = desk.open();
            long[][] orders = new long[2 * n][];
            for (int i = 0; i < n; i++) {
                desk.hold(i, Integer.toString(1 + random.nextInt(20)));
                // At most one working order a side: fees are then charged once, as the model charges them.
                long mark = desk.marks.get(i);
                long quantity = money("0.001") * (1 + random.nextInt(30_000)) * (random.nextBoolean() ? 1 : -1);
                desk.basket.notional[i] = (long) (random.nextGaussian() * 1.0e11);
                // One that faces the new order stands where the two cannot meet.
                boolean faces = quantity > 0 != desk.basket.notional[i] > 0;
                long limit = faces
                        ? mark - Long.signum(quantity) * (mark / 50)
                        : mark + money("0.01") * (random.nextInt(100) - 50);
                desk.working.open(i, Side.ofSigned(quantity), Math.abs(quantity), limit);
                orders[i] = new long[] {i, quantity, limit};
            }
            assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs), "seed " + seed);
            for (int i = 0; i < n; i++) {
                orders[n + i] = new long[] {i, desk.basket.quantity[i], desk.basket.limitPrice[i]};
            }
            for (int s = 0; s < SUBSETS; s++) {
                long margin = afterFills(desk, orders, random);
                assertTrue(
                        margin <= desk.basket.marginUsed,
                        () -> "seed " + seed + ": subset needs " + margin + ", worst case " + desk.basket.marginUsed);
            }
        }
    }

    @Test
    void formulaByHand() {
        RiskFixture desk = new RiskFixture();
        desk.stress = rate("0.05");
        desk.asset("100").asset("50").open();
        MarginModel model = new MarginModel(new Margins(desk.universe), desk.limits());

        // Long 10 x 100 with 2 more to buy and 15 to sell; short 8 x 50 with nothing working.
        model.add(0, money("1200"), money("-500"), money("3"));
        model.add(1, money("-400"), money("-400"), 0);

        // 0.1 * (1200 + 400) + 0.05 * max(800, 900) + 3
        assertEquals(money("208"), model.required());
    }
}
