package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import mnvh.config.FinancingMode;
import mnvh.config.NeutralityMode;
import mnvh.units.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The controls by number at the recheck itself: one lot, one tick, one unit beyond. Equity 10,000. */
class GateControlsTest {
    private final RiskFixture desk = new RiskFixture();

    @BeforeEach
    void setUp() {
        desk.asset(RiskFixture.instrument(0, "0.01", "0.1", "0", "0"), money("100"));
        desk.asset(RiskFixture.instrument(1, "0.01", "0.1", "0", "0"), money("50"));
    }

    private Verdict order(RiskFixture.Recheck gate, String quantity, String limit) {
        desk.basket.clear();
        desk.denials.clear();
        desk.inputs.nowNs++;
        return again(gate, quantity, limit);
    }

    private Verdict again(RiskFixture.Recheck gate, String quantity, String limit) {
        desk.basket.quantity[0] = money(quantity);
        desk.basket.limitPrice[0] = money(limit);
        long[] list = {money(quantity) * 100, 0};
        return gate.admit(list);
    }

    @Test
    void c01_anOrderOfTheLimitAndOneLotIsDenied() {
        desk.maxOrder = money("1000");
        RiskFixture.Recheck gate = desk.openRecheck();
        assertEquals(Verdict.ADMITTED, order(gate, "10", "100"));
        assertEquals(Verdict.DENIED_ORDER_NOTIONAL, order(gate, "10.1", "100"));
        assertEquals(0, desk.basket.quantity[0], "nothing leaves");
        assertEquals(Verdict.DENIED_ORDER_NOTIONAL, desk.onlyDenial().reason());
    }

    @Test
    void c02_anOrderATickOutsideTheCollarIsDenied() {
        desk.collar = rate("0.002");
        RiskFixture.Recheck gate = desk.openRecheck();
        assertEquals(Verdict.ADMITTED, order(gate, "1", "100.20"));
        assertEquals(Verdict.DENIED_COLLAR, order(gate, "1", "100.21"));
        assertEquals(Verdict.DENIED_COLLAR, order(gate, "-1", "99.79"));
        desk.inputs.present[0] = false;
        assertEquals(Verdict.DENIED_DATA, order(gate, "1", "100.20"), "no fresh reference");
    }

    @Test
    void c03_whatWorksCountsAsFilled() {
        desk.maxPosition = money("1000");
        RiskFixture.Recheck gate = desk.openRecheck();
        desk.hold(0, "4");
        desk.working.open(0, Side.BUY, money("5"), money("100"));
        desk.working.open(0, Side.SELL, money("9"), money("101"));
        assertEquals(Verdict.ADMITTED, order(gate, "1", "100"));
        assertEquals(Verdict.DENIED_POSITION, order(gate, "1.1", "100"), "sells that work do not make room");
    }

    @Test
    void c04_marginOfEveryOrderOnTheBadSideIsWithinTheCap() {
        desk.maxMargin = rate("0.02");
        RiskFixture.Recheck gate = desk.openRecheck();
        desk.working.open(1, Side.SELL, money("20"), money("50"));
        assertEquals(Verdict.ADMITTED, order(gate, "10", "100"));
        assertEquals(Verdict.DENIED_MARGIN, order(gate, "10.1", "100"));
    }

    @Test
    void c05_theSameIntentTwiceIsOneOrder() {
        RiskFixture.Recheck gate = desk.openRecheck();
        assertEquals(Verdict.ADMITTED, order(gate, "1", "100"));
        assertEquals(Verdict.DENIED_DUPLICATE, again(gate, "1", "100"), "same quantity at the same event time");
        assertEquals(Verdict.ADMITTED, order(gate, "1", "100"), "another step is another intent");
    }

    @Test
    void c10_anOrderATickFromMeetingOneOfOursPassesAndOneThatMeetsItIsDenied() {
        RiskFixture.Recheck gate = desk.openRecheck();
        desk.working.open(0, Side.SELL, money("5"), money("100.10"));
        desk.working.open(0, Side.BUY, money("5"), money("99.90"));
        assertEquals(Verdict.ADMITTED, order(gate, "1", "100.09"));
        assertEquals(Verdict.DENIED_SELF_MATCH, order(gate, "1", "100.10"));
        assertEquals(money("100.10"), desk.onlyDenial().limit());
        assertEquals(Verdict.ADMITTED, order(gate, "-1", "99.91"));
        assertEquals(Verdict.DENIED_SELF_MATCH, order(gate, "-1", "99.90"));
        desk.working.reduce(0, Side.SELL, money("5"), money("100.10"));
        assertEquals(Verdict.ADMITTED, order(gate, "1", "101"), "what has ended meets nobody");
    }

    @Test
    void fault46_cashDoesNotFallBelowItsFloorFeesIncluded() {
        desk.cashFloor = money("9000");
        desk.feeRate = rate("0.001");
        RiskFixture.Recheck gate = desk.openRecheck();
        assertEquals(Verdict.DENIED_FINANCING, order(gate, "10", "100"), "1000 and a fee of 1");
        assertEquals(Verdict.ADMITTED, order(gate, "9.9", "100"));
    }

    @Test
    void fault47_roundingAllTheSameWayKeepsTheBounds() {
        desk.financing = FinancingMode.EXCESS_SIDE;
        BasketPipeline pipeline = desk.open();
        // Both sides round towards zero by nearly a lot; repair leaves S within the largest one.
        desk.propose("999", "-999");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertTrue(desk.cashDemand() <= 0 && desk.cashDemand() >= -money("10"), () -> "S " + desk.cashDemand());
        assertEquals(desk.cashDemand(), desk.basket.cashDemand);
    }

    @Test
    void fault48_whatDoesNotFitIsATypedFaultAndNeverWraps() {
        BasketPipeline pipeline = desk.open();
        desk.basket.clear();
        desk.basket.notional[0] = Long.MAX_VALUE / 2 + 1;
        desk.basket.notional[1] = Long.MAX_VALUE / 2 + 1;
        assertThrows(ArithmeticException.class, () -> pipeline.run(desk.basket, desk.inputs));
    }

    @Test
    void fault49_withoutItsHedgeTheBookDoesNotGrow() {
        desk.neutrality = NeutralityMode.HEDGE;
        desk.hedge = Map.of("S1", 1.0);
        desk.maxBeta = rate("0.05");
        BasketPipeline pipeline = desk.open();
        desk.hold(0, "6");
        desk.inputs.tradable[1] = false;
        desk.propose("300");
        assertEquals(Verdict.DENIED_MARKET_BETA, pipeline.run(desk.basket, desk.inputs), "600 held where 500 may be");
        desk.propose("-300");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs), "what reduces passes");
    }

    /** The venue asks twice the margin: the same book is over its limit, adds nothing, and may shrink. */
    @Test
    void fault41_raisedMarginLetsOnlyReductionsPass() {
        desk.maxMargin = rate("0.015");
        BasketPipeline pipeline = desk.open();
        desk.hold(0, "10");
        desk.propose("400");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs), "0.1 * 1400 of 150");
        pipeline.margins().scale(0, rate("2"));
        desk.propose("400");
        assertEquals(Verdict.DENIED_MARGIN, pipeline.run(desk.basket, desk.inputs), "200 are needed already");
        desk.propose("-400");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(money("200"), desk.basket.marginUsed, "until it fills the position needs all of it");
    }
}
