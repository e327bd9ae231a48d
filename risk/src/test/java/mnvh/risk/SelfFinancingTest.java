package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.config.FinancingMode;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/**
 * Ledger-SPT eq. (1) in its readings; golden numbers of the worked basket: p (102, 49, 20), notionals (-80, 72, 8), 10
 * bp.
 */
class SelfFinancingTest {
    private final RiskFixture desk = new RiskFixture();

    private BasketPipeline golden(FinancingMode mode) {
        desk.financing = mode;
        desk.feeRate = rate("0.001");
        BasketPipeline pipeline = desk.asset("102").asset("49").asset("20").open();
        desk.propose("-80", "72", "8");
        return pipeline;
    }

    @Test
    void goldenBasketHasACashDemandOfFourTwentyFifths() {
        assertEquals(Verdict.NO_SCALAR_ROOT, golden(FinancingMode.SCALAR).run(desk.basket, desk.inputs));

        RiskFixture.Denial denial = desk.onlyDenial();
        assertEquals(money("0.16"), denial.after());
        assertEquals(money("160"), denial.notional());
        assertArrayEquals(new long[3], desk.basket.quantity);
        assertEquals(3, desk.basket.denied);
        assertEquals(0, desk.basket.cashDemand);
    }

    @Test
    void goldenBasketScalesItsBuysBy999Over1001() {
        assertEquals(Verdict.ADMITTED, golden(FinancingMode.EXCESS_SIDE).run(desk.basket, desk.inputs));

        // One unit of 1e-8 in 80 is 125 units of the factor.
        assertEquals(999 * 1_000_000_000_000L / 1001, desk.basket.financingScale, 250);
        assertEquals(money("-80"), desk.basket.afterFinancing[0]);
        assertEquals(72 * 999 * 100_000_000L / 1001, desk.basket.afterFinancing[1], 1);
        assertEquals(8 * 999 * 100_000_000L / 1001, desk.basket.afterFinancing[2], 1);
        // The largest increment is worth 102e-8: at 1e-8 the demand is zero to within one unit of it.
        assertTrue(desk.cashDemand() <= 0 && desk.cashDemand() >= -102, () -> "S = " + desk.cashDemand());
        assertEquals(desk.cashDemand(), desk.basket.cashDemand);
    }

    @Test
    void goldenBasketIsFundedWholeFromCash() {
        assertEquals(Verdict.ADMITTED, golden(FinancingMode.FUNDED).run(desk.basket, desk.inputs));

        assertEquals(1_000_000_000_000L, desk.basket.financingScale);
        assertEquals(-80 * 100_000_000L / 102, desk.basket.quantity[0]);
        assertEquals(72 * 100_000_000L / 49, desk.basket.quantity[1]);
        assertEquals(money("0.4"), desk.basket.quantity[2]);
    }

    @Test
    void soldExcessScalesTheSells() {
        desk.financing = FinancingMode.EXCESS_SIDE;
        desk.feeRate = rate("0.001");
        BasketPipeline pipeline = desk.asset("100").asset("100").open();
        desk.propose("-100", "50");

        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));

        // kappa_s = 50 * 1.001 / (100 * 0.999)
        assertEquals(0.5010010010, desk.basket.financingScale * 1e-12, 1e-9);
        assertTrue(desk.cashDemand() <= 0 && desk.cashDemand() >= -100);
    }

    @Test
    void oneSidedListHasNoOneSidedRoot() {
        desk.financing = FinancingMode.EXCESS_SIDE;
        desk.feeRate = rate("0.001");
        BasketPipeline pipeline = desk.asset("100").asset("100").open();

        desk.propose("100", "50");
        assertEquals(Verdict.NO_ONE_SIDED_ROOT, pipeline.run(desk.basket, desk.inputs));
        desk.propose("-100", "-50");
        assertEquals(Verdict.NO_ONE_SIDED_ROOT, pipeline.run(desk.basket, desk.inputs));
        assertEquals(
                List.of(Verdict.NO_ONE_SIDED_ROOT, Verdict.NO_ONE_SIDED_ROOT),
                desk.denials.stream().map(RiskFixture.Denial::reason).toList());
    }

    @Test
    void flatFeesEatSellsThatAreTooSmall() {
        desk.financing = FinancingMode.EXCESS_SIDE;
        desk.feeMinimum = money("1");
        BasketPipeline pipeline = desk.asset("100").asset("100").open();

        // s = 2 = f m leaves nothing to buy with; s = 3 leaves 1.
        desk.propose("-2", "50");
        assertEquals(Verdict.NO_ONE_SIDED_ROOT, pipeline.run(desk.basket, desk.inputs));
        desk.propose("-3", "50");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(rate("0.02"), desk.basket.financingScale, 1_000);
    }

    @Test
    void flatFeeHasAScalarRootExactlyWhenTheListRaisesItsFees() {
        desk.financing = FinancingMode.SCALAR;
        desk.feeMinimum = money("1");
        BasketPipeline pipeline = desk.asset("100").asset("100").open();

        // A = -8, m = 2: kappa = f m / -A = 1/4.
        desk.propose("-100", "92");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(rate("0.25"), desk.basket.financingScale, 1_000);
        // A = -2 = -f m: the root is one.
        desk.propose("-100", "98");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(rate("1"), desk.basket.financingScale);
        // A = -1.99: none.
        desk.propose("-100", "98.01");
        assertEquals(Verdict.NO_SCALAR_ROOT, pipeline.run(desk.basket, desk.inputs));
    }

    @Test
    void minimumFeeHasOneScalarRootWhenTheWholeListRaisesCashAndElseNone() {
        desk.financing = FinancingMode.SCALAR;
        desk.feeRate = rate("0.1");
        desk.feeMinimum = money("2");
        BasketPipeline pipeline = desk.asset("100").asset("100").open();

        // S(k) = -50k + max(2, 10k) + max(2, 5k): S(1) = -35, zero at k = 0.08 where both fees are the minimum.
        desk.propose("-100", "50");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(rate("0.08"), desk.basket.financingScale, 1_000);
        // S(k) = -90k + max(2, 10k) + max(2, k): zero at k = 4/90.
        desk.propose("-100", "10");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(4.0 / 90, desk.basket.financingScale * 1e-12, 1e-9);
        // S(k) = -15k + max(2, 10k) + max(2, 8.5k) falls to 0.82 and rises to 3.5.
        desk.propose("-100", "85");
        assertEquals(Verdict.NO_SCALAR_ROOT, pipeline.run(desk.basket, desk.inputs));
    }

    @Test
    void fundedFindsAFactorThatNeitherEndOfTheRangeMeets() {
        desk.cashFloor = money("9999");
        desk.feeRate = rate("0.1");
        desk.feeMinimum = money("2");
        BasketPipeline pipeline = desk.asset("100").asset("100").open();
        desk.propose("-100", "85");

        // S(0+) = 4 and S(1) = 3.5 exceed the budget of 1; S(k) = 3.5k from k = 4/17 on.
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(1 / 3.5, desk.basket.financingScale * 1e-12, 1e-6);
        assertTrue(desk.cashDemand() <= money("1"));
    }

    @Test
    void listThatRaisesCashUnderProportionalFeesHasNoScalarRoot() {
        desk.financing = FinancingMode.SCALAR;
        desk.feeRate = rate("0.001");
        BasketPipeline pipeline = desk.asset("100").asset("100").asset("100").open();
        desk.propose("-100", "90", "0.00000003");

        assertEquals(Verdict.NO_SCALAR_ROOT, pipeline.run(desk.basket, desk.inputs));
    }

    @Test
    void fundedTakesTheLargestFactorThatKeepsTheFloor() {
        desk.cashFloor = money("9900");
        desk.feeRate = rate("0.001");
        BasketPipeline pipeline = desk.asset("100").asset("100").open();
        desk.propose("250", "-50");

        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));

        // S(k) = k (200 + 0.3) <= 100
        assertEquals(100 / 200.3, desk.basket.financingScale * 1e-12, 1e-9);
        assertEquals(Verdict.CUT_FINANCING, desk.basket.binding);
        long after = desk.ledger.cash() - desk.cashDemand();
        assertTrue(after >= money("9900") && after < money("9900.00001"), () -> "cash " + after);
    }

    @Test
    void belowTheFloorOnlyListsThatRaiseCashPass() {
        desk.cashFloor = money("20000");
        desk.feeRate = rate("0.001");
        BasketPipeline pipeline = desk.asset("100").asset("100").open();

        desk.propose("50", "-50");
        assertEquals(Verdict.DENIED_FINANCING, pipeline.run(desk.basket, desk.inputs));
        desk.propose("50", "-60");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
    }

    @Test
    void workingBuysAreAlreadySpent() {
        desk.cashFloor = money("0");
        BasketPipeline pipeline = desk.asset("100").asset("100").open();
        desk.working.open(1, Side.BUY, money("99"), money("100"));
        desk.propose("200", "0");

        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));

        assertEquals(money("1"), desk.basket.quantity[0], 1_000);
        assertTrue(desk.basket.quantity[0] <= money("1"));
    }

    @Test
    void projectionSpreadsTheDemandOverTheList() {
        assertEquals(Verdict.ADMITTED, golden(FinancingMode.PROJECTION).run(desk.basket, desk.inputs));

        // Fees of 0.16 over three orders: every trade falls by about 0.0533, the demand is zero.
        for (int i = 0; i < 3; i++) {
            assertEquals(money("-0.0533"), desk.basket.afterFinancing[i] - desk.basket.afterNeutrality[i], 10_000);
        }
        assertTrue(desk.cashDemand() <= 0 && desk.cashDemand() >= -102, () -> "S = " + desk.cashDemand());
    }
}
