package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mnvh.config.FinancingMode;
import mnvh.config.NeutralityMode;
import org.junit.jupiter.api.Test;

/** A list that closes everything: neutrality, financing and crowded limits may not hold a position open. */
class ClosingListTest {
    private final RiskFixture desk = new RiskFixture();

    /** Long 10 of instruments 0 and 1, short 10 of 2 and 3, and 3 cannot be traded. */
    private BasketPipeline blocked() {
        desk.asset("100", "1").asset("100", "1").asset("100", "1").asset("100", "1");
        BasketPipeline pipeline = desk.open();
        for (int i = 0; i < 4; i++) {
            desk.hold(i, i < 2 ? "10" : "-10");
        }
        desk.inputs.marketBeta[0] = 0.5;
        desk.inputs.marketBeta[1] = 1.5;
        desk.inputs.marketBeta[3] = 0.25;
        desk.inputs.tradable[3] = false;
        desk.inputs.state = TradingState.REDUCING;
        return pipeline;
    }

    private List<Long> closed(BasketPipeline pipeline, boolean closing) {
        desk.inputs.closing = closing;
        desk.propose("-1000", "-1000", "1000", "1000");
        pipeline.run(desk.basket, desk.inputs);
        return Arrays.stream(desk.basket.quantity).boxed().toList();
    }

    private static List<Long> orders(String first, String second, String third) {
        return List.of(money(first), money(second), money(third), 0L);
    }

    private void closesAllButTheBlocked(BasketPipeline pipeline) {
        assertEquals(orders("-10", "-10", "10"), closed(pipeline, true));
    }

    @Test
    void driverDoesNotHoldWhatHedgesTheBlockedInstrument() {
        desk.neutrality = NeutralityMode.DRIVER;
        BasketPipeline pipeline = blocked();
        assertNotEquals(orders("-10", "-10", "10"), closed(pipeline, false), "a list that only reduces is corrected");
        closesAllButTheBlocked(pipeline);
        assertEquals(NeutralityOutcome.NONE, desk.basket.neutrality);
    }

    @Test
    void hedgeDoesNotHoldWhatHedgesTheBlockedInstrument() {
        desk.neutrality = NeutralityMode.HEDGE;
        desk.hedge = Map.of("S1", 1.0);
        closesAllButTheBlocked(blocked());
    }

    @Test
    void shortIsBoughtBackWhateverCashIsLeft() {
        desk.cashFloor = money("100000");
        desk.asset("100", "1");
        BasketPipeline pipeline = desk.open();
        desk.hold(0, "-10");
        desk.inputs.state = TradingState.REDUCING;
        desk.propose("1000");
        pipeline.run(desk.basket, desk.inputs);
        assertEquals(0, desk.basket.quantity[0], "the floor is above everything that is owned");
        desk.inputs.closing = true;
        desk.propose("1000");
        pipeline.run(desk.basket, desk.inputs);
        assertEquals(money("10"), desk.basket.quantity[0]);
    }

    @Test
    void strictFinancingDoesNotBindWhatCloses() {
        for (FinancingMode mode : FinancingMode.values()) {
            RiskFixture other = new RiskFixture();
            other.financing = mode;
            other.asset("100", "1");
            BasketPipeline pipeline = other.open();
            other.hold(0, "10");
            other.inputs.state = TradingState.REDUCING;
            other.inputs.closing = true;
            other.propose("-1000");
            pipeline.run(other.basket, other.inputs);
            assertEquals(money("-10"), other.basket.quantity[0], mode.text());
        }
    }

    @Test
    void asManyOrdersLeaveAsThereIsRoomFor() {
        desk.maxMessages = 3;
        BasketPipeline pipeline = blocked();
        desk.inputs.messagesLastSecond = 2;
        assertEquals(orders("0", "0", "0"), closed(pipeline, false), "part of a neutral list is not neutral");
        assertEquals(orders("-10", "0", "0"), closed(pipeline, true));
        assertEquals(Verdict.DENIED_MESSAGE_RATE, desk.basket.verdict[1]);
        desk.inputs.messagesLastSecond = 3;
        assertEquals(orders("0", "0", "0"), closed(pipeline, true));
        assertTrue(desk.basket.binding.denies());
    }

    @Test
    void workingOrdersLeaveRoomForSome() {
        desk.maxWorking = 1;
        BasketPipeline pipeline = blocked();
        assertEquals(orders("-10", "0", "0"), closed(pipeline, true));
        assertEquals(Verdict.DENIED_WORKING_ORDERS, desk.basket.verdict[1]);
    }
}
