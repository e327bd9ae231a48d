package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import mnvh.config.FinancingMode;
import mnvh.config.NeutralityMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hedge instruments: what they take, in which shares, and what happens when they cannot. Equity 10,000. */
class HedgeTest {
    private final RiskFixture desk = new RiskFixture();

    @BeforeEach
    void setUp() {
        desk.asset("100").asset("50").asset("20").asset("10");
        desk.neutrality = NeutralityMode.HEDGE;
        desk.hedge = Map.of("S2", 0.75, "S3", 0.25);
        desk.maxBeta = rate("0.1");
    }

    private BasketPipeline open() {
        BasketPipeline pipeline = desk.open();
        desk.inputs.marketBeta[0] = 2;
        desk.inputs.marketBeta[1] = 0.5;
        desk.inputs.marketBeta[2] = 1.25;
        desk.inputs.marketBeta[3] = -0.5;
        return pipeline;
    }

    private void traded(String... notionals) {
        for (int i = 0; i < notionals.length; i++) {
            assertEquals(money(notionals[i]), desk.basket.traded[i], 1, "instrument " + i);
        }
    }

    @Test
    void hedgesTakeWhatTheListWouldLeaveInTheirShares() {
        BasketPipeline pipeline = open();
        desk.propose("1000", "-1000");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        // E = 2000 - 500. -0.75 * 1500 / 1.25 and -0.25 * 1500 / -0.5.
        traded("1000", "-1000", "-900", "750");
        assertEquals(NeutralityOutcome.CORRECTED, desk.basket.neutrality);
        assertEquals(0, desk.basket.betaExposureAfter, 10);
        assertEquals(money("-150"), desk.basket.demandNeutrality, 1);
    }

    @Test
    void whatIsHeldIsHedgedToo() {
        BasketPipeline pipeline = open();
        desk.hold(0, "4");
        desk.hold(2, "-20");
        desk.propose("0", "100");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        // E = 800 - 500 + 50.
        traded("0", "100", "-210", "175");
        assertEquals(0, desk.basket.betaExposureAfter, 10);
    }

    @Test
    void withinTheBandNothingIsHedged() {
        desk.neutralityBand = 0.15;
        desk.maxBeta = rate("1");
        BasketPipeline pipeline = open();
        desk.propose("1000", "-1000");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        traded("1000", "-1000", "0", "0");
        assertEquals(NeutralityOutcome.WITHIN_BAND, desk.basket.neutrality);
    }

    @Test
    void whatOneCannotTakeGoesToTheOthers() {
        desk.maxPosition = money("500");
        BasketPipeline pipeline = open();
        desk.propose("450", "-500");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        // E = 650: 390 and 325 for the shares.
        traded("450", "-500", "-390", "325");
        desk.propose("500", "-100");
        pipeline.run(desk.basket, desk.inputs);
        // E = 950: S2 would take 570 and stops at 500; S3 takes the 325 that are left of it.
        assertEquals(money("-500"), desk.basket.afterNeutrality[2]);
        assertEquals(money("500"), desk.basket.afterNeutrality[3]);
        assertEquals(NeutralityOutcome.BOUNDED, desk.basket.neutrality);
    }

    @Test
    void theCorrectionHasACap() {
        desk.maxCorrection = 0.0825;
        desk.maxBeta = rate("1");
        BasketPipeline pipeline = open();
        desk.propose("1000", "-1000");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        traded("1000", "-1000", "-450", "375");
        assertEquals(NeutralityOutcome.BOUNDED, desk.basket.neutrality);
    }

    @Test
    void withoutHedgesTheBetaLimitHoldsTheBook() {
        BasketPipeline pipeline = open();
        desk.inputs.tradable[2] = false;
        desk.inputs.present[3] = false;
        desk.propose("1000", "-1000");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(NeutralityOutcome.UNAVAILABLE, desk.basket.neutrality);
        assertEquals(Verdict.CUT_MARKET_BETA, desk.basket.binding);
        // 1500 may be 1000: two thirds of everything.
        traded("666.66666666", "-666.66666666", "0", "0");
        assertTrue(desk.basket.betaExposureAfter <= money("1000"));
    }

    @Test
    void aHedgeOfNoBetaTakesNothing() {
        BasketPipeline pipeline = open();
        desk.inputs.marketBeta[3] = 0.05;
        desk.propose("1000", "-1000");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        traded("1000", "-1000", "-1200", "0");
    }

    @Test
    void projectionKeepsBothConditions() {
        desk.financing = FinancingMode.PROJECTION;
        desk.feeRate = rate("0.001");
        BasketPipeline pipeline = open();
        desk.propose("1000", "-1000");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(0, desk.basket.betaExposureAfter, 1_000);
        assertTrue(desk.cashDemand() <= 0 && desk.cashDemand() >= -1_000, () -> "S " + desk.cashDemand());
    }

    @Test
    void oneSidedFinancingAfterTheHedgeIsToldAndLimited() {
        desk.financing = FinancingMode.EXCESS_SIDE;
        BasketPipeline pipeline = open();
        desk.propose("1000", "-400");
        // E = 1800: -1080 and 900; buys 1900, sells 1480, so buys shrink to 0.7789: E = 2 * 779 - 200 - 1350 - 350.
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(NeutralityOutcome.BOUNDED, desk.basket.neutrality);
        assertTrue(Math.abs(desk.basket.betaExposureAfter) <= money("1000"));
        assertTrue(desk.cashDemand() <= 0 && desk.cashDemand() >= -1_000, () -> "S " + desk.cashDemand());
    }

    @Test
    void scalarFinancingScalesTheHedgeWithTheList() {
        desk.financing = FinancingMode.SCALAR;
        desk.feeMinimum = money("10");
        BasketPipeline pipeline = open();
        desk.propose("1000", "-1100");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(0, desk.basket.betaExposureAfter, 1_000);
        assertTrue(desk.basket.financingScale < rate("1"));
        assertTrue(desk.cashDemand() <= 0 && desk.cashDemand() >= -1_000, () -> "S " + desk.cashDemand());
    }

    @Test
    void whatReducesNeedsNoHedge() {
        BasketPipeline pipeline = open();
        desk.hold(0, "10");
        desk.inputs.state = TradingState.REDUCING;
        desk.propose("-1000");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        traded("-1000", "0", "0", "0");
        assertEquals(NeutralityOutcome.WITHIN_BAND, desk.basket.neutrality);
    }

    @Test
    void anUnknownHedgeIsRefused() {
        desk.hedge = Map.of("S9", 1.0);
        assertThrows(IllegalArgumentException.class, desk::open);
    }
}
