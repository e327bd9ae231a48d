package mnvh.engine;

import static mnvh.engine.FlowBench.EUR;
import static mnvh.engine.FlowBench.ONE;
import static mnvh.engine.FlowBench.TAKER_PER_MONEY;
import static mnvh.engine.FlowBench.USD;
import static mnvh.engine.FlowBench.at;
import static mnvh.engine.FlowFrame.general;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.engine.FlowFrame.Owned;
import mnvh.engine.FlowFrame.Said;
import mnvh.engine.FlowFrame.Sent;
import mnvh.engine.FlowFrame.Turned;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.order.OrderCause;
import mnvh.order.OrderState;
import mnvh.risk.TradingState;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/** Rows 24 and 25 of the flow table: the venue takes a fill back, or puts another in its place. */
class CorrectionFlowsTest {
    private final FlowBench bench = FlowBench.ready();

    @Test
    void row24BustTurnsEveryNumberOfTheFillRound() {
        Sent buy = bench.buy();
        Owned before = bench.owned();
        FlowFrame fill = bench.fill(buy, 20 * ONE, 100.02, "E1", 20 * ONE);
        FlowFrame bust = bench.bust(1, "B1", "E1");
        assertEquals(List.of(Notice.TRADE_BUSTED), bust.said());
        assertEquals(fill.components(), bust.components());
        for (Component component : fill.components()) {
            assertEquals(-fill.sum(component, 1), bust.sum(component, 1), component.name());
        }
        FlowFrame step = bench.still();
        assertEquals(before, step.owned(), "as if it had never been, to the last account");
        assertEquals(TradingState.ACTIVE, step.state());
    }

    @Test
    void row24BustAfterTheMarkMovedGivesBackWhatItGained() {
        Sent buy = bench.buy();
        Owned before = bench.owned();
        bench.fill(buy, 10 * ONE, 100, "E1");
        bench.report(buy, OrderEventType.CANCELED, 10 * ONE);
        FlowFrame moved = bench.step(101, 103);
        assertEquals(at(30), moved.sum(Component.MTM, 1));
        FlowFrame bust = bench.bust(1, "B1", "E1");
        assertEquals(at(-1030), bust.sum(Component.TRADING_CASHFLOW, 1));
        assertEquals(at(-30), bust.sum(Component.EDGE, 1));
        assertEquals(at(0.45), bust.sum(Component.FEE, 1));
        Owned after = bench.owned();
        assertEquals(before.equity(), after.equity());
        assertEquals(before.wallet(USD), after.wallet(USD));
        assertEquals(before.financing(), after.financing());
        assertEquals(before.positionValue(), after.positionValue());
        assertEquals(before.positions(), after.positions());
    }

    @Test
    void row24BustTakesFeesBackFromWhereTheyWent() {
        Owned before = bench.owned();
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1", EUR, at(0.7));
        bench.fee(1, "E1", "F1", FeeKind.CLEARING, EUR, at(0.2));
        bench.fee(1, "E1", "F2", FeeKind.TAX, USD, at(0.3));
        bench.fee(1, "E1", "F3", FeeKind.TRADING, USD, at(-0.1));
        Owned charged = bench.owned();
        assertEquals(at(-0.9), charged.wallet(EUR));
        assertEquals(before.wallet(USD) - at(0.2), charged.wallet(USD));
        FlowFrame bust = bench.bust(1, "B1", "E1");
        assertEquals(at(0.7), bust.sum(Component.FEE, general(EUR)));
        assertEquals(at(0.2), bust.sum(Component.CLEARING_FEE, general(EUR)));
        assertEquals(at(0.3), bust.sum(Component.TAX, 1));
        assertEquals(at(-0.1), bust.sum(Component.REBATE, 1));
        assertEquals(before, bench.owned());
    }

    @Test
    void row24RealisedProfitBecomesWhatItWouldHaveBeen() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        bench.foreign(1, Side.BUY, 10 * ONE, 102, "E2");
        assertEquals(
                at(40), bench.foreign(1, Side.SELL, 10 * ONE, 104, "E3").fill().realised(), "E1 is the oldest");
        bench.bust(1, "B1", "E1");
        FlowBench never = FlowBench.ready();
        never.foreign(1, Side.BUY, 10 * ONE, 102, "E2");
        assertEquals(
                at(20), never.foreign(1, Side.SELL, 10 * ONE, 104, "E3").fill().realised());
        Owned after = bench.owned();
        assertEquals(never.owned(), after);
        assertEquals(FlowBench.CASH + at(20) - 2060 * TAKER_PER_MONEY, after.wallet(USD));
        assertEquals(0, after.financing());
    }

    @Test
    void row24BustOfAnUnknownFillIsAnAlarmAndNoChange() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        Owned before = bench.owned();
        FlowFrame bust = bench.bust(1, "B1", "E9");
        assertEquals(List.of(Notice.CORRECTION_UNKNOWN), bust.said());
        assertTrue(bust.booksNothing());
        assertEquals(
                List.of(Notice.CORRECTION_UNKNOWN), bench.bust(0, "B2", "E1").said(), "of another instrument");
        assertEquals(before, bench.owned());
    }

    @Test
    void row24BustToldTwiceIsBookedOnce() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E2");
        bench.bust(1, "B1", "E1");
        Owned before = bench.owned();
        assertEquals(10 * ONE, before.position(1));
        FlowFrame again = bench.bust(1, "B1", "E1");
        assertEquals(List.of(Notice.RECORD_REPEATED), again.said());
        assertTrue(again.booksNothing());
        FlowFrame other = bench.bust(1, "B2", "E1");
        assertEquals(List.of(Notice.CORRECTION_UNKNOWN), other.said(), "under another id there is nothing left");
        assertTrue(other.booksNothing());
        assertEquals(before, bench.owned());
    }

    @Test
    void row24BustTakesItsQuantityFromTheOrder() {
        Sent buy = bench.buy();
        bench.fill(buy, 30 * ONE, 100, "E1", 30 * ONE);
        bench.fill(buy, 15 * ONE, 100, "E2", 45 * ONE);
        FlowFrame bust = bench.bust(buy, "B1", "E2");
        assertEquals(List.of(Notice.TRADE_BUSTED), bust.said());
        assertEquals(
                new Turned(
                        buy.clOrdId(),
                        OrderState.PARTIALLY_FILLED,
                        OrderState.PARTIALLY_FILLED,
                        OrderCause.TRADE_CORRECTED,
                        30 * ONE,
                        20 * ONE),
                bust.turn());
        FlowFrame further = bench.fill(buy, 15 * ONE, 100, "E3", 45 * ONE);
        assertEquals(List.of(), further.said(), "45 of 50 and not 60");
        assertEquals(5 * ONE, further.turn().leaves());
        FlowFrame canceled = bench.report(buy, OrderEventType.CANCELED, 45 * ONE);
        assertEquals(List.of(), canceled.said());
        assertEquals(OrderState.CANCELED, canceled.turn().to());
        assertEquals(45 * ONE, bench.inventory(1), "nothing works");
    }

    @Test
    void row24BustOfAllThatWasFilledLeavesTheOrderNew() {
        for (int side = 0; side < 2; side++) {
            FlowBench bench = FlowBench.ready();
            Sent order = bench.trades().get(side);
            bench.fill(order, 10 * ONE, 100, "E1", 10 * ONE);
            FlowFrame bust = bench.bust(order, "B1", "E1");
            assertEquals(OrderState.NEW, bust.turn().to());
            assertEquals(OrderCause.TRADE_CANCELED, bust.turn().cause());
            assertEquals(0, bust.turn().cumQuantity());
            assertEquals(order.quantity(), bust.turn().leaves());
            assertEquals(
                    order.side().sign() * order.quantity(),
                    bench.inventory(order.instrument()),
                    "held nothing, all works");
        }
    }

    @Test
    void row24BustLeavesAnOrderThatHadEndedEnded() {
        Sent buy = bench.buy();
        bench.fill(buy, 30 * ONE, 100, "E1", 30 * ONE);
        bench.fill(buy, 20 * ONE, 100, "E2", 50 * ONE);
        FlowFrame bust = bench.bust(buy, "B1", "E2");
        assertEquals(List.of(Notice.TRADE_BUSTED), bust.said());
        assertEquals(OrderState.CANCELED, bust.turn().to(), "not all of it is filled any more");
        assertEquals(30 * ONE, bust.turn().cumQuantity());
        assertEquals(0, bust.turn().leaves());
        FlowFrame further = bench.fill(buy, 20 * ONE, 100, "E3", 50 * ONE);
        assertEquals(List.of(Notice.LATE_FILL), further.said());
        assertEquals(50 * ONE, further.turn().cumQuantity());
        assertEquals(0, bench.report(buy, OrderEventType.CANCELED, 50 * ONE).frames, "told before");
        assertEquals(50 * ONE, bench.inventory(1), "nothing works");
    }

    @Test
    void row24BustOfAFillThatItsOrderNeverCountedHalts() {
        Sent buy = bench.buy();
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        FlowFrame bust = bench.bust(buy, "B1", "E1");
        assertEquals(List.of(Notice.TRADE_BUSTED, Notice.ORDER_CONTRADICTION), bust.said());
        assertTrue(bust.turns.isEmpty());
        assertEquals(0, bench.owned().position(1));
    }

    @Test
    void row24BustThatNamesNoOrderMovesNone() {
        Sent buy = bench.buy();
        bench.fill(buy, 10 * ONE, 100, "E1", 10 * ONE);
        FlowFrame bust = bench.bust(1, "B1", "E1");
        assertEquals(List.of(Notice.TRADE_BUSTED), bust.said());
        assertTrue(bust.turns.isEmpty());
    }

    @Test
    void row25CorrectionMovesItsOrderByTheDifference() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        Turned turn = bench.correct(buy, Side.BUY, 25 * ONE, 100, "C1", "E1").turn();
        assertEquals(25 * ONE, turn.cumQuantity());
        assertEquals(25 * ONE, turn.leaves());
        assertTrue(bench.correct(buy, Side.BUY, 25 * ONE, 101, "C2", "C1").turns.isEmpty(), "another price alone");
        FlowFrame other = bench.correct(buy, Side.SELL, 3 * ONE, 101, "C3", "C2");
        assertEquals(0, other.turn().cumQuantity(), "a sell is no part of a buy");
        assertEquals(OrderState.NEW, other.turn().to());
        turn = bench.correct(buy, Side.BUY, 8 * ONE, 101, "C4", "C3").turn();
        assertEquals(OrderState.PARTIALLY_FILLED, turn.to());
        assertEquals(8 * ONE, turn.cumQuantity());
        turn = bench.correct(buy, Side.BUY, 50 * ONE, 101, "C5", "C4").turn();
        assertEquals(OrderState.FILLED, turn.to());
        assertEquals(50 * ONE, bench.inventory(1), "nothing works");
    }

    @Test
    void row25CorrectionBeyondTheOrderHalts() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        FlowFrame frame = bench.correct(buy, Side.BUY, 51 * ONE, 100, "C1", "E1");
        assertEquals(List.of(Notice.TRADE_CORRECTED, Notice.OVERFILL), frame.said());
        assertEquals(51 * ONE, frame.turn().cumQuantity());
        assertEquals(OrderState.FILLED, frame.turn().to());
        FlowFrame less = bench.correct(buy, Side.BUY, 50 * ONE, 100, "C2", "C1");
        assertEquals(List.of(Notice.TRADE_CORRECTED), less.said());
        assertEquals(50 * ONE, less.turn().cumQuantity());
    }

    @Test
    void row24BustThatCameBeforeItsFillIsBookedWhenItComesAgain() {
        Owned before = bench.owned();
        assertEquals(
                List.of(Notice.CORRECTION_UNKNOWN), bench.bust(1, "B1", "E1").said());
        assertEquals(
                List.of(Notice.CORRECTION_UNKNOWN), bench.bust(1, "B1", "E1").said(), "nothing of it was booked");
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        assertEquals(List.of(Notice.TRADE_BUSTED), bench.bust(1, "B1", "E1").said());
        assertEquals(List.of(Notice.RECORD_REPEATED), bench.bust(1, "B1", "E1").said());
        assertEquals(before, bench.owned());
    }

    @Test
    void row24BustIdWithOtherContentHaltsAndBooksNothing() {
        Sent buy = bench.buy();
        bench.fill(buy, 10 * ONE, 100, "E1");
        bench.fill(buy, 10 * ONE, 100, "E2");
        bench.bust(1, "B1", "E1");
        Owned before = bench.owned();
        FlowFrame other = bench.bust(1, "B1", "E2");
        assertEquals(List.of(Notice.RECORD_CONFLICTING), other.said());
        assertTrue(other.booksNothing());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.HALTED, step.state());
    }

    @Test
    void row25CorrectionIdWithOtherTypeOrCommissionHaltsAndBooksNothing() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        bench.correct(1, Side.BUY, 8 * ONE, 100, "C1", "E1", USD, at(0.3));
        bench.foreign(0, Side.BUY, 10 * ONE, 100, "E0");
        bench.bust(0, "B0", "E0");
        Owned before = bench.owned();
        List<FlowFrame> others = List.of(
                bench.correct(1, Side.BUY, 8 * ONE, 100, "C1", "E1", USD, at(0.4)),
                bench.correct(1, Side.BUY, 8 * ONE, 100, "C1", "E1", EUR, at(0.3)),
                bench.correct(1, Side.BUY, 8 * ONE, 100, "C1", "E1"),
                bench.correctToNothing(0, "B0", "E0"));
        for (FlowFrame other : others) {
            assertEquals(List.of(Notice.RECORD_CONFLICTING), other.said());
            assertTrue(other.booksNothing());
        }
        assertEquals(
                List.of(Notice.RECORD_REPEATED),
                bench.correct(1, Side.BUY, 8 * ONE, 100, "C1", "E1", USD, at(0.3))
                        .said());
        assertEquals(before, bench.owned());
    }

    @Test
    void row24BustedExecutionIsNotBookedAgain() {
        Owned before = bench.owned();
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        bench.bust(1, "B1", "E1");
        FlowFrame again = bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        assertEquals(List.of(Notice.REPEATED_EXECUTION), again.said());
        assertEquals(before, bench.owned());
    }

    @Test
    void row25CorrectionReplacesTheFillInOneFrame() {
        Sent buy = bench.buy();
        FlowFrame fill = bench.fill(buy, 10 * ONE, 100.1, "E1");
        assertEquals(at(-1), fill.sum(Component.EDGE, 1));
        Owned before = bench.owned();
        FlowFrame frame = bench.correct(1, Side.BUY, 8 * ONE, 100.2, "C1", "E1");
        assertEquals(1, frame.frames);
        assertEquals(List.of(Notice.TRADE_CORRECTED), frame.said());
        assertEquals(at(-200), frame.sum(Component.TRADING_CASHFLOW, 1));
        assertEquals(at(-0.6), frame.sum(Component.EDGE, 1), "1 given back, 1.6 taken");
        long feeChange = at(1001 * 0.00045) - at(801.6 * 0.00045);
        assertEquals(feeChange, frame.sum(Component.FEE, 1));
        FlowFrame step = bench.still();
        assertEquals(before.wallet(USD) + feeChange, step.owned().wallet(USD));
        assertEquals(before.financing() + at(1001 - 801.6), step.owned().financing());
        assertEquals(before.positionValue() - at(200), step.owned().positionValue());
        assertEquals(8 * ONE, step.owned().position(1));
        assertEquals(TradingState.ACTIVE, step.state());
    }

    @Test
    void row25CorrectedBooksAreThoseOfTheRightFill() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100.1, "E1");
        bench.fee(1, "E1", "F1", FeeKind.CLEARING, EUR, at(0.2));
        bench.foreign(1, Side.SELL, 4 * ONE, 101, "E2");
        Said done =
                bench.correct(1, Side.BUY, 8 * ONE, 100.2, "C1", "E1").notices.get(0);
        assertEquals(4 * ONE, done.limit(), "the position after it");
        FlowBench right = FlowBench.ready();
        right.foreign(1, Side.BUY, 8 * ONE, 100.2, "C1");
        right.foreign(1, Side.SELL, 4 * ONE, 101, "E2");
        assertEquals(right.owned(), bench.owned());
    }

    @Test
    void row25CorrectionCanBeTakenBackUnderItsOwnId() {
        Owned before = bench.owned();
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        bench.correct(1, Side.SELL, 3 * ONE, 99, "C1", "E1");
        assertEquals(-3 * ONE, bench.owned().position(1));
        assertEquals(
                List.of(Notice.CORRECTION_UNKNOWN), bench.bust(1, "B1", "E1").said(), "E1 is no more");
        assertEquals(List.of(Notice.TRADE_BUSTED), bench.bust(1, "B2", "C1").said());
        assertEquals(before, bench.owned());
    }

    @Test
    void row25CorrectionBeyondTheBooksIsRefusedEachTime() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        Owned before = bench.owned();
        for (int times = 0; times < 2; times++) {
            FlowFrame refused = bench.correct(1, Side.BUY, 20 * ONE, 90_000_000_000.0, "C1", "E1");
            assertEquals(List.of(Notice.BOOKING_REFUSED), refused.said());
            assertTrue(refused.booksNothing());
        }
        assertEquals(before, bench.owned());
        assertEquals(
                List.of(Notice.TRADE_CORRECTED),
                bench.correct(1, Side.BUY, 20 * ONE, 100, "C1", "E1").said(),
                "C1 was never booked");
    }

    @Test
    void row25CorrectionThatMeansNothingIsRefusedAndHalts() {
        Sent buy = bench.buy();
        bench.fill(buy, 10 * ONE, 100, "E1");
        Owned before = bench.owned();
        FlowFrame frame = bench.correct(1, Side.BUY, 0, 100, "C1", "E1");
        assertEquals(List.of(Notice.BOOKING_REFUSED), frame.said());
        assertTrue(frame.booksNothing());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.HALTED, step.state());
    }
}
