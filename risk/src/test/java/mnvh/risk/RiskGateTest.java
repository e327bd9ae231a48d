package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.config.FinancingMode;
import mnvh.units.Side;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

/** Every check of the gate alone: what the stages before would have cut is put before it by hand. */
class RiskGateTest {
    private final RiskFixture desk = new RiskFixture();

    /** One order at a limit, straight to the gate. */
    private Verdict admit(String quantity, String limitPrice) {
        return admit(gate(), quantity, limitPrice);
    }

    private RiskFixture.Recheck gate() {
        if (desk.instruments.isEmpty()) {
            desk.asset(
                    new Instrument(
                            0,
                            "A",
                            InstrumentKind.LINEAR_PERP,
                            "USD",
                            money("0.01"),
                            money("0.1"),
                            money("1"),
                            money("0.2"),
                            money("50"),
                            money("30"),
                            rate("0.1")),
                    money("100"));
        }
        return desk.openRecheck();
    }

    private Verdict admit(RiskFixture.Recheck gate, String quantity, String limitPrice) {
        Basket basket = desk.basket;
        basket.clear();
        basket.quantity[0] = money(quantity);
        basket.limitPrice[0] = money(limitPrice);
        long[] list = {basket.quantity[0] * 100};
        return gate.admit(list);
    }

    private void denied(Verdict reason, String before, String after, String limit) {
        RiskFixture.Denial denial = desk.onlyDenial();
        assertEquals(reason, denial.reason());
        assertEquals(money(before), denial.before(), "before");
        assertEquals(money(after), denial.after(), "after");
        assertEquals(money(limit), denial.limit(), "limit");
        assertEquals(0, desk.basket.quantity[0]);
    }

    @Test
    void orderWithinEveryLimitIsAdmitted() {
        assertEquals(Verdict.ADMITTED, admit("1", "100"));
        assertEquals(money("1"), desk.basket.quantity[0]);
        assertTrue(desk.denials.isEmpty());
    }

    @Test
    void haltedStateDenies() {
        RiskFixture.Recheck gate = gate();
        desk.inputs.state = TradingState.HALTED;
        assertEquals(Verdict.DENIED_STATE, admit(gate, "1", "100"));
        denied(Verdict.DENIED_STATE, "0", "1", "0");
    }

    @Test
    void absentPriceDenies() {
        RiskFixture.Recheck gate = gate();
        desk.inputs.present[0] = false;
        assertEquals(Verdict.DENIED_DATA, admit(gate, "1", "100"));
        denied(Verdict.DENIED_DATA, "0", "1", "0");
    }

    @Test
    void venueRulesDeny() {
        assertEquals(Verdict.DENIED_INSTRUMENT, admit("1.05", "100"), "increment");
        assertEquals(Verdict.DENIED_INSTRUMENT, admit("0.1", "100"), "minimum quantity");
        denied(Verdict.DENIED_INSTRUMENT, "0", "0.1", "0.2");
        assertEquals(Verdict.DENIED_INSTRUMENT, admit("0.2", "100"), "minimum notional");
        assertEquals(Verdict.DENIED_INSTRUMENT, admit("50.1", "100"), "maximum quantity");
        denied(Verdict.DENIED_INSTRUMENT, "0", "50.1", "50");
        RiskFixture.Recheck gate = gate();
        desk.inputs.tradable[0] = false;
        assertEquals(Verdict.DENIED_INSTRUMENT, admit(gate, "1", "100"), "trading status");
    }

    @Test
    void orderOfTheLimitPassesAndOneIncrementMoreIsDenied() {
        desk.maxOrder = money("1000");
        assertEquals(Verdict.ADMITTED, admit("-10", "100"));
        assertEquals(Verdict.DENIED_ORDER_NOTIONAL, admit("-10.1", "100"));
        denied(Verdict.DENIED_ORDER_NOTIONAL, "0", "1010", "1000");
    }

    @Test
    void positionLimitCountsWorkingOrders() {
        desk.maxPosition = money("1000");
        RiskFixture.Recheck gate = gate();
        desk.hold(0, "5");
        desk.working.open(0, Side.BUY, money("3"), money("100"));
        assertEquals(Verdict.ADMITTED, admit(gate, "2", "100"));
        desk.inputs.nowNs++;
        assertEquals(Verdict.DENIED_POSITION, admit(gate, "2.1", "100"));
        denied(Verdict.DENIED_POSITION, "800", "1010", "1000");
    }

    @Test
    void participationDenies() {
        desk.maxParticipation = rate("0.1");
        RiskFixture.Recheck gate = gate();
        desk.inputs.recentVolume[0] = money("10");
        assertEquals(Verdict.ADMITTED, admit(gate, "1", "100"));
        assertEquals(Verdict.DENIED_PARTICIPATION, admit(gate, "1.1", "100"));
        denied(Verdict.DENIED_PARTICIPATION, "0", "1.1", "1");
    }

    @Test
    void onlyWhatAnOrderOpensIsLimited() {
        desk.maxOrder = money("200");
        desk.maxPosition = money("300");
        desk.maxParticipation = rate("0.1");
        RiskFixture.Recheck gate = gate();
        desk.inputs.recentVolume[0] = money("20");
        desk.hold(0, "10");
        desk.working.open(0, Side.SELL, money("2"), money("100"));
        assertEquals(Verdict.ADMITTED, admit(gate, "-8", "100"), "closes what is left");
        assertEquals(Verdict.ADMITTED, admit(gate, "-10", "100"), "opens 2");
        assertEquals(Verdict.DENIED_ORDER_NOTIONAL, admit(gate, "-10.1", "100"), "opens 2.1");
        assertEquals(
                List.of(
                        new RiskFixture.Denial(
                                0, Verdict.DENIED_ORDER_NOTIONAL, 0, money("1010"), money("1000"), money("-1010")),
                        new RiskFixture.Denial(
                                0, Verdict.DENIED_PARTICIPATION, 0, money("10.1"), money("10"), money("-1010"))),
                desk.denials);
        assertEquals(Verdict.DENIED_ORDER_NOTIONAL, admit(gate, "2.1", "100"), "opens 2.1 more");
    }

    @Test
    void reducingShortsPassesTheSameLimits() {
        desk.maxOrder = money("200");
        desk.maxParticipation = rate("0.1");
        RiskFixture.Recheck gate = gate();
        desk.hold(0, "-10");
        assertEquals(Verdict.ADMITTED, admit(gate, "10", "100"), "no volume at all");
        assertEquals(Verdict.DENIED_PARTICIPATION, admit(gate, "10.1", "100"));
        denied(Verdict.DENIED_PARTICIPATION, "0", "10.1", "10");
    }

    @Test
    void reducingOrdersPassNoLimitOfVenueStateDataOrMessages() {
        desk.maxMessages = 10;
        RiskFixture.Recheck gate = gate();
        desk.hold(0, "50");
        desk.hold(0, "10");
        assertEquals(Verdict.DENIED_INSTRUMENT, admit(gate, "-50.1", "100"), "maximum quantity");
        desk.inputs.messagesLastSecond = 10;
        assertEquals(Verdict.DENIED_MESSAGE_RATE, admit(gate, "-1", "100"));
        desk.inputs.present[0] = false;
        assertEquals(Verdict.DENIED_DATA, admit(gate, "-1", "100"));
        desk.inputs.present[0] = true;
        desk.inputs.state = TradingState.HALTED;
        assertEquals(Verdict.DENIED_STATE, admit(gate, "-1", "100"));
    }

    @Test
    void grossNetBetaAndMarginDeny() {
        desk.maxGross = rate("0.05");
        assertEquals(Verdict.ADMITTED, admit("-5", "100"));
        assertEquals(Verdict.DENIED_GROSS, admit("-5.1", "100"));
        denied(Verdict.DENIED_GROSS, "0", "510", "500");
        desk.maxGross = RiskFixture.NONE;

        desk.maxNet = rate("0.05");
        assertEquals(Verdict.DENIED_NET, admit("-5.1", "100"));
        denied(Verdict.DENIED_NET, "0", "-510", "500");
        desk.maxNet = RiskFixture.NONE;

        desk.maxBeta = rate("0.05");
        RiskFixture.Recheck gate = gate();
        desk.inputs.marketBeta[0] = 2;
        assertEquals(Verdict.ADMITTED, admit(gate, "2.5", "100"));
        assertEquals(Verdict.DENIED_MARKET_BETA, admit(gate, "2.6", "100"));
        denied(Verdict.DENIED_MARKET_BETA, "0", "520", "500");
        desk.maxBeta = RiskFixture.NONE;

        desk.maxMargin = rate("0.01");
        desk.stress = rate("0.05");
        desk.feeRate = rate("0.001");
        // 0.1 * 600 + 0.05 * 600 + a fee on what is paid 0.603 + 6 * 0.5 = 93.603; one more: 109.2035.
        assertEquals(Verdict.ADMITTED, admit("6", "100.5"));
        assertEquals(Verdict.DENIED_MARGIN, admit("7", "100.5"));
        denied(Verdict.DENIED_MARGIN, "0", "109.2035", "100");
    }

    @Test
    void drawdownDailyLossAndBankruptcyDenyWhatDoesNotReduce() {
        desk.maxDrawdown = rate("0.1");
        desk.maxDailyLoss = rate("0.05");
        RiskFixture.Recheck gate = gate();
        desk.inputs.peakEquity = money("11111.11");
        assertEquals(Verdict.ADMITTED, admit(gate, "1", "100"));
        desk.inputs.peakEquity = money("11112");
        desk.inputs.nowNs++;
        assertEquals(Verdict.DENIED_DRAWDOWN, admit(gate, "1", "100"));
        denied(Verdict.DENIED_DRAWDOWN, "1112", "1112", "1111.2");

        desk.denials.clear();
        desk.inputs.peakEquity = desk.inputs.equity;
        desk.inputs.dayStartEquity = money("10600");
        assertEquals(Verdict.DENIED_DAILY_LOSS, admit(gate, "1", "100"));
        denied(Verdict.DENIED_DAILY_LOSS, "600", "600", "530");

        desk.hold(0, "2");
        desk.inputs.equity = 0;
        assertEquals(Verdict.DENIED_BANKRUPT, admit(gate, "1", "100"));
        assertEquals(Verdict.ADMITTED, admit(gate, "-1", "100"));
    }

    @Test
    void pricesOutsideDeviationOrCollarAreDenied() {
        desk.maxDeviation = rate("0.01");
        assertEquals(Verdict.ADMITTED, admit("1", "101"));
        assertEquals(Verdict.DENIED_PRICE, admit("1", "101.01"));
        denied(Verdict.DENIED_PRICE, "100", "101.01", "1");
        assertEquals(Verdict.DENIED_PRICE, admit("1", "100.005"), "off tick");
        assertEquals(Verdict.DENIED_PRICE, admit("-1", "0"), "not positive");

        desk.collar = rate("0.002");
        assertEquals(Verdict.ADMITTED, admit("-1", "99.8"));
        assertEquals(Verdict.DENIED_COLLAR, admit("-1", "99.79"));
        denied(Verdict.DENIED_COLLAR, "100", "99.79", "0.2");
    }

    @Test
    void messageRateAndWorkingOrdersDenyTheWholeList() {
        desk.maxMessages = 10;
        RiskFixture.Recheck gate = gate();
        desk.inputs.messagesLastSecond = 9;
        assertEquals(Verdict.ADMITTED, admit(gate, "1", "100"));
        desk.inputs.messagesLastSecond = 10;
        desk.inputs.nowNs++;
        assertEquals(Verdict.DENIED_MESSAGE_RATE, admit(gate, "1", "100"));
        RiskFixture.Denial denial = desk.onlyDenial();
        assertEquals(new RiskFixture.Denial(-1, Verdict.DENIED_MESSAGE_RATE, 10, 11, 10, money("100")), denial);

        desk.maxMessages = Integer.MAX_VALUE;
        desk.maxWorking = 1;
        gate = gate();
        desk.working.open(0, Side.SELL, money("1"), money("101"));
        assertEquals(Verdict.DENIED_WORKING_ORDERS, admit(gate, "1", "100"));
        assertEquals(
                new RiskFixture.Denial(-1, Verdict.DENIED_WORKING_ORDERS, 1, 2, 1, money("100")), desk.onlyDenial());
    }

    @Test
    void ordersThatHardlyEverFillDenyTheWholeList() {
        RiskFixture.Recheck gate = gate();
        desk.inputs.ordersRecently = 500;
        assertEquals(Verdict.ADMITTED, admit(gate, "1", "100"), "500 orders are free");
        desk.inputs.nowNs++;
        desk.inputs.ordersRecently = 501;
        assertEquals(Verdict.DENIED_ORDER_TO_FILL, admit(gate, "1", "100"));
        assertEquals(
                new RiskFixture.Denial(-1, Verdict.DENIED_ORDER_TO_FILL, 501, 502, 500, money("100")),
                desk.onlyDenial());
        assertTrue(desk.basket.verdict[0].denies());

        desk.inputs.ordersRecently = 700;
        desk.inputs.fillsRecently = 7;
        assertEquals(Verdict.ADMITTED, admit(gate, "1", "100"), "one in a hundred filled");
        desk.inputs.nowNs++;
        desk.inputs.ordersRecently = 701;
        desk.hold(0, "5");
        assertEquals(Verdict.DENIED_ORDER_TO_FILL, admit(gate, "-1", "100"), "reducing or not");
        assertEquals(700, desk.denials.get(1).limit());
    }

    @Test
    void sameIntentTwiceIsOneOrder() {
        RiskFixture.Recheck gate = gate();
        assertEquals(Verdict.ADMITTED, admit(gate, "1", "100"));
        assertEquals(Verdict.DENIED_DUPLICATE, admit(gate, "1", "100"));
        assertEquals(Verdict.ADMITTED, admit(gate, "-1", "100"));
        desk.inputs.nowNs++;
        assertEquals(Verdict.ADMITTED, admit(gate, "-1", "100"));
        assertEquals(Verdict.DENIED_DUPLICATE, desk.onlyDenial().reason());
    }

    @Test
    void cashBelowTheFloorAndAnUnpaidStrictDemandDeny() {
        desk.cashFloor = money("9900");
        desk.feeRate = rate("0.001");
        assertEquals(Verdict.DENIED_FINANCING, admit("1", "100"));
        denied(Verdict.DENIED_FINANCING, "10000", "9899.9", "9900");
        assertEquals(Verdict.ADMITTED, admit("0.9", "100"));

        desk.financing = FinancingMode.EXCESS_SIDE;
        assertEquals(Verdict.DENIED_FINANCING, admit("1", "100"));
        denied(Verdict.DENIED_FINANCING, "0", "100.1", "10");
    }

    @Test
    void everyFailingCheckReportsAndTheFirstNamesTheVerdict() {
        desk.maxOrder = money("100");
        desk.collar = rate("0.002");
        assertEquals(Verdict.DENIED_ORDER_NOTIONAL, admit("2", "101"));
        assertEquals(2, desk.denials.size());
        assertEquals(Verdict.DENIED_COLLAR, desk.denials.get(1).reason());
    }
}
