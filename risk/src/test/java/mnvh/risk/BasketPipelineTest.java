package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.config.FinancingMode;
import mnvh.config.NeutralityMode;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

class BasketPipelineTest {
    private final RiskFixture desk = new RiskFixture();

    private BasketPipeline twoAssets() {
        return desk.asset("100").asset("50").open();
    }

    @Test
    void literalConfigurationPassesProposalsThroughButForRounding() {
        BasketPipeline pipeline =
                desk.asset("102").asset("49").asset("0.00012345").open();
        desk.propose("-80", "72000000", "8");

        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));

        Basket b = desk.basket;
        for (long[] stage : List.of(b.afterBand, b.afterClips, b.afterNeutrality, b.afterFinancing, b.afterRisk)) {
            assertArrayEquals(b.proposed, stage);
        }
        assertEquals(1, b.rounds);
        for (int i = 0; i < 3; i++) {
            long traded = desk.universe.get(i).notional(b.quantity[i], desk.marks.get(i));
            assertTrue(Math.abs(b.proposed[i]) - Math.abs(traded) >= 0, "never beyond the proposal");
            assertEquals(b.proposed[i], traded, desk.marks.get(i) / 100_000_000L + 1);
        }
        assertTrue(desk.denials.isEmpty());
    }

    @Test
    void closingAPositionWhoseValueWasRoundedClosesAllOfIt() {
        BasketPipeline pipeline = desk.asset("3.00000001", "0.00000001").open();
        desk.hold(0, "0.33333333");
        desk.basket.notional[0] = -desk.ledger.value(0);

        pipeline.run(desk.basket, desk.inputs);

        assertEquals(money("-0.33333333"), desk.basket.quantity[0]);
    }

    @Test
    void demandIsSplitExactly() {
        BasketPipeline pipeline = desk.asset("102", "1").asset("49", "1").open();
        desk.feeRate = rate("0.001");
        desk.propose("-310", "300");
        desk.basket.leash[0] = money("-10");
        desk.basket.signal[0] = money("-300");

        pipeline.run(desk.basket, desk.inputs);

        assertEquals(money("-3"), desk.basket.quantity[0]);
        assertEquals(money("6"), desk.basket.quantity[1]);
        assertEquals(money("-10"), desk.basket.demandLeash);
        assertEquals(0, desk.basket.demandSignal);
        // -306 + 310 and 294 - 300.
        assertEquals(money("-2"), desk.basket.demandRounding);
        assertEquals(money("-12"), desk.basket.cashDemand);
    }

    @Test
    void bandDropsSmallTradesButNotWhileReducing() {
        desk.band = 0.001;
        BasketPipeline pipeline = twoAssets();
        desk.hold(0, "0.09");

        desk.propose("-9", "10");
        pipeline.run(desk.basket, desk.inputs);
        assertEquals(Verdict.BELOW_BAND, desk.basket.verdict[0]);
        assertEquals(Verdict.ADMITTED, desk.basket.verdict[1]);

        desk.propose("-9", "0");
        desk.inputs.state = TradingState.REDUCING;
        pipeline.run(desk.basket, desk.inputs);
        assertEquals(money("-0.09"), desk.basket.quantity[0]);
    }

    @Test
    void clipsNameTheTighterLimitWithItsNumbers() {
        desk.maxOrder = money("500");
        desk.maxPosition = money("800");
        BasketPipeline pipeline = twoAssets();
        desk.hold(0, "6");
        desk.working.open(0, Side.BUY, money("1"), money("100"));
        desk.propose("300", "-600");

        pipeline.run(desk.basket, desk.inputs);

        assertEquals(
                List.of(
                        new RiskFixture.Denial(
                                0, Verdict.CUT_POSITION, money("700"), money("1000"), money("800"), money("300")),
                        new RiskFixture.Denial(
                                1, Verdict.CUT_ORDER_NOTIONAL, 0, money("-600"), money("500"), money("-600"))),
                desk.denials);
        assertEquals(money("1"), desk.basket.quantity[0]);
        assertEquals(money("-10"), desk.basket.quantity[1]);
        assertEquals(Verdict.CUT_POSITION, desk.basket.verdict[0]);
    }

    @Test
    void participationIsMeasuredInQuantity() {
        desk.maxParticipation = rate("0.05");
        BasketPipeline pipeline = twoAssets();
        desk.inputs.recentVolume[0] = money("40");
        desk.propose("1000", "-1000");

        pipeline.run(desk.basket, desk.inputs);

        assertEquals(money("2"), desk.basket.quantity[0]);
        assertEquals(0, desk.basket.quantity[1]);
        assertEquals(Verdict.DENIED_PARTICIPATION, desk.basket.verdict[1]);
    }

    @Test
    void clipsLimitOnlyWhatATradeOpens() {
        desk.maxOrder = money("200");
        desk.maxPosition = money("250");
        desk.maxParticipation = rate("0.1");
        BasketPipeline pipeline = desk.asset("100").asset("50").asset("100").open();
        desk.hold(0, "10");
        desk.hold(1, "-20");
        desk.hold(2, "10");
        desk.working.open(2, Side.SELL, money("4"), money("100"));
        desk.inputs.recentVolume[0] = money("15");
        desk.inputs.recentVolume[2] = money("100");
        desk.propose("-1300", "1000", "-900");

        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));

        // Closes 10 and opens 1.5, a tenth of 15; closes 20 without any volume; closes 6 and opens 200 of money.
        assertArrayEquals(new long[] {money("-11.5"), money("20"), money("-8")}, desk.basket.quantity);
        assertEquals(
                List.of(
                        new RiskFixture.Denial(
                                0, Verdict.CUT_PARTICIPATION, 0, money("-1300"), money("1150"), money("-1300")),
                        new RiskFixture.Denial(
                                2, Verdict.CUT_ORDER_NOTIONAL, 0, money("-900"), money("800"), money("-900"))),
                desk.denials);
    }

    @Test
    void participationBelowOneIncrementLeavesNothingHoweverSmallTheRoom() {
        desk.maxParticipation = rate("0.05");
        desk.maxPosition = money("9900");
        desk.initialCash = money("100000");
        desk.asset("200", "1");
        BasketPipeline pipeline = desk.open();
        desk.hold(0, "49");
        desk.inputs.recentVolume[0] = 0;
        desk.propose("40");

        assertEquals(Verdict.DENIED_PARTICIPATION, pipeline.run(desk.basket, desk.inputs));
        assertEquals(0, desk.basket.afterClips[0]);
    }

    @Test
    void reducingTradesPassAPositionLimitThatIsAlreadyExceeded() {
        desk.maxPosition = money("500");
        desk.maxGross = rate("0.01");
        BasketPipeline pipeline = twoAssets();
        desk.hold(0, "10");

        desk.propose("-300", "200");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(money("-3"), desk.basket.quantity[0]);
        // 1000 falls to 900 in gross: not above what is there.
        assertEquals(money("4"), desk.basket.quantity[1]);
    }

    @Test
    void whereLimitsLeaveNothingTheReducingTradesGoAlone() {
        desk.maxGross = rate("0.05");
        BasketPipeline pipeline = twoAssets();
        desk.hold(0, "10");
        desk.propose("-300", "400");

        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));

        assertEquals(money("-3"), desk.basket.quantity[0]);
        assertEquals(0, desk.basket.quantity[1]);
        assertEquals(Verdict.CUT_REDUCING, desk.basket.verdict[1]);
        assertEquals(2, desk.basket.rounds);
    }

    @Test
    void riskScaleIsTheLargestFactorThatMeetsTheLimit() {
        desk.maxGross = rate("0.05");
        BasketPipeline pipeline = twoAssets();
        desk.propose("400", "-400");

        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));

        assertEquals(rate("0.625"), desk.basket.riskScale, 50);
        assertEquals(money("500"), desk.basket.gross);
        assertEquals(Verdict.CUT_GROSS, desk.basket.binding);
        assertEquals(
                new RiskFixture.Denial(
                        DenialListener.BASKET, Verdict.CUT_GROSS, 0, money("800"), money("500"), money("800")),
                desk.onlyDenial());
    }

    @Test
    void limitThatRoundingWouldBreakGetsASmallerListInsteadOfADenial() {
        desk.maxNet = rate("0.02");
        BasketPipeline pipeline = desk.asset("100", "1").asset("50").open();
        // 400 net scales to 200: sells of 135 round to 100 and leave 235. A quarter of an increment less fits: 193.
        desk.propose("-270", "670");

        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));

        assertEquals(2, desk.basket.rounds);
        assertEquals(0.4375, desk.basket.riskScale * 1e-12, 1e-9);
        assertEquals(money("193.125"), desk.basket.net, 100);
        assertEquals(Verdict.CUT_NET, desk.basket.binding);
        assertEquals(money("400"), desk.onlyDenial().after());
    }

    @Test
    void whereEvenTheReducingTradesAreNoneTheLimitDenies() {
        desk.maxGross = rate("0.05");
        BasketPipeline pipeline = twoAssets();
        desk.hold(0, "10");
        desk.propose("300", "-400");

        assertEquals(Verdict.DENIED_GROSS, pipeline.run(desk.basket, desk.inputs));
        assertEquals(
                new RiskFixture.Denial(
                        -1, Verdict.DENIED_GROSS, money("1000"), money("1700"), money("500"), money("700")),
                desk.onlyDenial());
    }

    @Test
    void whereOnlyAFactorOfZeroPassesTheLimitThatBoundDenies() {
        List<Verdict> limits =
                List.of(Verdict.DENIED_GROSS, Verdict.DENIED_NET, Verdict.DENIED_MARKET_BETA, Verdict.DENIED_MARGIN);
        for (Verdict limit : limits) {
            for (String proposal : List.of("300", "0.00000003")) {
                RiskFixture full = new RiskFixture();
                full.maxGross = limit == Verdict.DENIED_GROSS ? rate("0.05") : RiskFixture.NONE;
                full.maxNet = limit == Verdict.DENIED_NET ? rate("0.05") : RiskFixture.NONE;
                full.maxBeta = limit == Verdict.DENIED_MARKET_BETA ? rate("0.05") : RiskFixture.NONE;
                full.maxMargin = limit == Verdict.DENIED_MARGIN ? rate("0.005") : RiskFixture.NONE;
                BasketPipeline pipeline = full.asset("1").asset("50").open();
                full.hold(0, "1000");
                full.propose(proposal, "0");

                assertEquals(limit, pipeline.run(full.basket, full.inputs));

                assertEquals(limit, full.basket.binding);
                assertEquals(limit, full.basket.verdict[0]);
                assertEquals(limit, full.onlyDenial().reason());
                assertArrayEquals(new long[2], full.basket.quantity);
                assertEquals(0, full.basket.orders);
            }
        }
    }

    @Test
    void netBetaAndMarginScaleToo() {
        desk.maxNet = rate("0.01");
        BasketPipeline net = twoAssets();
        desk.propose("400", "-200");
        net.run(desk.basket, desk.inputs);
        assertEquals(Verdict.CUT_NET, desk.basket.binding);
        assertEquals(rate("0.5"), desk.basket.riskScale, 50);

        RiskFixture other = new RiskFixture();
        other.maxBeta = rate("0.01");
        BasketPipeline beta = other.asset("100").asset("50").open();
        other.inputs.marketBeta[0] = 2.0;
        other.propose("200", "-200");
        beta.run(other.basket, other.inputs);
        assertEquals(Verdict.CUT_MARKET_BETA, other.basket.binding);
        assertEquals(rate("0.5"), other.basket.riskScale, 50);

        RiskFixture third = new RiskFixture();
        third.maxMargin = rate("0.01");
        third.stress = rate("0.1");
        BasketPipeline margin = third.asset("100").asset("50").open();
        third.propose("1000", "-1000");
        margin.run(third.basket, third.inputs);
        // 0.1 * 2000 + 0.1 * 1000 = 300 against 100.
        assertEquals(Verdict.CUT_MARGIN, third.basket.binding);
        assertEquals(1.0 / 3, third.basket.riskScale * 1e-12, 1e-9);
        assertTrue(third.basket.marginUsed <= money("100"));
    }

    @Test
    void driverMovesTheListByTheCentredBetas() {
        desk.neutrality = NeutralityMode.DRIVER;
        BasketPipeline pipeline = desk.asset("100").asset("100").asset("100").open();
        desk.inputs.marketBeta[0] = 0.5;
        desk.inputs.marketBeta[2] = 1.5;
        desk.propose("-100", "0", "100");

        pipeline.run(desk.basket, desk.inputs);

        // sum bhat x = 100, centred spread 0.5: c1 = 200, x' = x - 200 (bhat - 1).
        assertArrayEquals(new long[3], desk.basket.afterNeutrality);
        assertEquals(NeutralityOutcome.CORRECTED, desk.basket.neutrality);
    }

    @Test
    void driverLeavesAloneWhatIsInsideTheBandOrHasNoDispersion() {
        desk.neutrality = NeutralityMode.DRIVER;
        desk.neutralityBand = 0.01;
        BasketPipeline pipeline = twoAssets();
        desk.inputs.marketBeta[0] = 1.5;
        desk.propose("200", "-200");
        pipeline.run(desk.basket, desk.inputs);
        assertEquals(NeutralityOutcome.WITHIN_BAND, desk.basket.neutrality);

        desk.propose("202", "-202");
        pipeline.run(desk.basket, desk.inputs);
        assertEquals(NeutralityOutcome.CORRECTED, desk.basket.neutrality);

        desk.inputs.marketBeta[0] = 1.1;
        desk.propose("2020", "-2020");
        pipeline.run(desk.basket, desk.inputs);
        assertEquals(NeutralityOutcome.LOW_DISPERSION, desk.basket.neutrality);
        assertArrayEquals(desk.basket.afterClips, desk.basket.afterNeutrality);
    }

    @Test
    void correctionIsScaledToItsCap() {
        desk.neutrality = NeutralityMode.DRIVER;
        desk.maxCorrection = 0.01;
        BasketPipeline pipeline = twoAssets();
        desk.hold(0, "10");
        desk.inputs.marketBeta[0] = 1.5;
        desk.inputs.marketBeta[1] = 0.5;
        desk.propose("0", "0");

        pipeline.run(desk.basket, desk.inputs);

        // E = 1500 asks for -1500 and 1500; half of the cap of 100 goes to each.
        assertEquals(money("-50"), desk.basket.afterNeutrality[0], 1);
        assertEquals(0, desk.basket.afterNeutrality[0] + desk.basket.afterNeutrality[1]);
        assertEquals(NeutralityOutcome.BOUNDED, desk.basket.neutrality);
        assertEquals(0, desk.basket.demandNeutrality);
    }

    @Test
    void projectionUnderDriverMeetsBothConditions() {
        desk.neutrality = NeutralityMode.DRIVER;
        desk.financing = FinancingMode.PROJECTION;
        desk.feeRate = rate("0.001");
        BasketPipeline pipeline =
                desk.asset("100").asset("100").asset("100").asset("50").open();
        desk.inputs.marketBeta[0] = 0.5;
        desk.inputs.marketBeta[2] = 1.5;
        desk.hold(3, "3");
        desk.propose("-100", "300", "100", "-40");

        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));

        assertEquals(0, desk.basket.betaExposureAfter, 1_000);
        assertEquals(0, desk.basket.cashDemand, 100);
        assertTrue(desk.basket.cashDemand <= 0);
    }

    @Test
    void driverRefusesTheOneFactorModes() {
        desk.neutrality = NeutralityMode.DRIVER;
        desk.financing = FinancingMode.EXCESS_SIDE;
        assertThrows(IllegalArgumentException.class, this::twoAssets);
    }

    @Test
    void listIsTriedAgainWithoutWhatTheMinimumsDrop() {
        desk.financing = FinancingMode.EXCESS_SIDE;
        desk.asset(RiskFixture.instrument(0, "0.01", "0.01", "0", "50"), money("100"))
                .asset("100", "0.01")
                .asset("100", "0.01");
        BasketPipeline pipeline = desk.open();
        desk.propose("-40", "90", "-50");

        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));

        assertEquals(2, desk.basket.rounds);
        assertEquals(Verdict.BELOW_MINIMUM, desk.basket.verdict[0]);
        assertEquals(money("0.5"), desk.basket.quantity[1]);
        assertEquals(money("-0.5"), desk.basket.quantity[2]);
    }

    @Test
    void stagesThatKeepContradictingEachOtherMeanNoTrade() {
        desk.financing = FinancingMode.EXCESS_SIDE;
        // Round 1 scales the buys by 0.9 and drops one (90 < 95), round 2 the sells by 0.74 and drops one (81 < 100),
        // round 3 the buys by 0.8 (80 < 85), round 4 the sells by 0.625 (50 < 58).
        String[] minimums = {"95", "85", "0", "100", "58", "0"};
        for (int i = 0; i < 6; i++) {
            desk.asset(RiskFixture.instrument(i, "0.01", "0.01", "0", minimums[i]), money("100"));
        }
        BasketPipeline pipeline = desk.open();
        desk.propose("100", "100", "100", "-110", "-80", "-80");

        assertEquals(Verdict.NOT_CONVERGED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(BasketPipeline.MAX_ROUNDS, desk.basket.rounds);
        assertArrayEquals(new long[6], desk.basket.quantity);
    }

    @Test
    void absentHaltedAndBlockedInstrumentsTradeNothing() {
        BasketPipeline pipeline = desk.asset("100").asset("50").asset("20").open();
        desk.inputs.present[0] = false;
        desk.inputs.tradable[1] = false;
        desk.propose("100", "100", "-100");

        pipeline.run(desk.basket, desk.inputs);

        assertArrayEquals(new long[] {0, 0, money("-5")}, desk.basket.quantity);
        assertEquals(Verdict.DENIED_DATA, desk.basket.verdict[0]);
        assertEquals(Verdict.DENIED_INSTRUMENT, desk.basket.verdict[1]);
        assertEquals(2, desk.basket.denied);
    }

    @Test
    void haltedStateDeniesEverythingAndReducingOnlyWhatDoesNotReduce() {
        BasketPipeline pipeline = twoAssets();
        desk.hold(0, "1");
        desk.inputs.state = TradingState.HALTED;
        desk.propose("-100", "50");
        assertEquals(Verdict.DENIED_STATE, pipeline.run(desk.basket, desk.inputs));

        desk.inputs.state = TradingState.REDUCING;
        desk.propose("-150", "50");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertArrayEquals(new long[] {money("-1"), 0}, desk.basket.quantity);
        assertEquals(Verdict.CUT_REDUCING, desk.basket.verdict[0]);
        assertEquals(Verdict.DENIED_STATE, desk.basket.verdict[1]);
    }

    @Test
    void strictModesLetABookBeClosedWhileReducing() {
        desk.financing = FinancingMode.EXCESS_SIDE;
        BasketPipeline pipeline = twoAssets();
        desk.hold(0, "1");
        desk.inputs.state = TradingState.REDUCING;
        desk.propose("-100", "0");

        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(money("-1"), desk.basket.quantity[0]);
    }
}
