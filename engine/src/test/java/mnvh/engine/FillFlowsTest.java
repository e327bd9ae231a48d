package mnvh.engine;

import static mnvh.engine.FlowBench.CASH;
import static mnvh.engine.FlowBench.EUR;
import static mnvh.engine.FlowBench.ONE;
import static mnvh.engine.FlowBench.TAKER_PER_MONEY;
import static mnvh.engine.FlowBench.USD;
import static mnvh.engine.FlowBench.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mnvh.engine.FlowFrame.Filled;
import mnvh.engine.FlowFrame.Owned;
import mnvh.engine.FlowFrame.Sent;
import mnvh.engine.FlowFrame.Turned;
import mnvh.event.Command;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.order.OrderCause;
import mnvh.order.OrderState;
import mnvh.risk.TradingState;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/** Rows of the flow table in which fills arrive, in order or not; the buy is of 50 of instrument 1, its mark 100. */
class FillFlowsTest {
    private static final long WHOLE = 50 * ONE;
    private static final int NO_CURRENCY = 9;
    /** Leaves the wallet a million above the least that 64 bits hold. */
    private static final long EMPTY = -Long.MAX_VALUE;

    private final FlowBench bench = FlowBench.ready();

    @Test
    void row05PartialFillMovesPositionCashAndFee() {
        Sent buy = bench.buy();
        Owned before = bench.owned();
        FlowFrame frame = bench.fill(buy, 20 * ONE, 100.02, "E1", 20 * ONE);
        long paid = at(20 * 100.02);
        long fee = at(0.90018);
        assertEquals(new Filled(20 * ONE, at(100.02), at(100), fee, 0, 20 * ONE, CASH - paid - fee), frame.fill());
        assertEquals(at(2000), frame.sum(Component.TRADING_CASHFLOW, 1));
        assertEquals(at(-0.4), frame.sum(Component.EDGE, 1));
        assertEquals(-fee, frame.sum(Component.FEE, 1));
        assertEquals(Set.of(Component.TRADING_CASHFLOW, Component.EDGE, Component.FEE), frame.components());
        assertEquals(
                new Turned(
                        buy.clOrdId(),
                        OrderState.PENDING_NEW,
                        OrderState.PARTIALLY_FILLED,
                        OrderCause.PARTIAL_FILL,
                        20 * ONE,
                        30 * ONE),
                frame.turn());
        Owned after = bench.owned();
        assertEquals(before.wallet(USD) - fee, after.wallet(USD));
        assertEquals(before.financing() - paid, after.financing());
        assertEquals(before.positionValue() + at(2000), after.positionValue());
        assertEquals(before.equity() - at(0.4) - fee, after.equity());
        assertEquals(0, before.position(1));
        assertEquals(20 * ONE, after.position(1));
        assertEquals(WHOLE, bench.inventory(1), "20 held, 30 working");
    }

    @Test
    void row06FinalFillLeavesNoReserve() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        Owned before = bench.owned();
        FlowFrame frame = bench.fill(buy, 30 * ONE, 100, "E2", WHOLE);
        assertEquals(OrderState.FILLED, frame.turn().to());
        assertEquals(0, frame.turn().leaves());
        assertEquals(WHOLE, frame.fill().position());
        Owned after = bench.owned();
        assertEquals(before.wallet(USD) - 3000 * TAKER_PER_MONEY, after.wallet(USD));
        assertEquals(before.financing() - at(3000), after.financing());
        assertTrue(bench.command(Command.STOP).said().contains(Notice.STOPPED), "nothing works");
    }

    @Test
    void row07FillBeforeNewImpliesNew() {
        Sent buy = bench.buy();
        assertEquals(0, bench.owned().position(1));
        FlowFrame frame = bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        assertEquals(OrderState.PENDING_NEW, frame.turn().from());
        assertEquals(OrderState.PARTIALLY_FILLED, frame.turn().to());
        Owned after = bench.owned();
        assertEquals(20 * ONE, after.position(1));
        assertEquals(0, bench.report(buy, OrderEventType.NEW, 0).frames, "a late New changes nothing");
        assertEquals(after, bench.owned());
        assertEquals(WHOLE, bench.inventory(1));
    }

    @Test
    void row08SeveralFillsOfOneReportAreBookedEach() {
        Sent buy = bench.buy();
        Owned before = bench.owned();
        long sum = 0;
        for (int i = 1; i <= 3; i++) {
            FlowFrame frame = bench.fill(buy, 10 * ONE, 100, "R1-" + i, i * 10 * ONE);
            assertTrue(frame.notices.isEmpty());
            assertEquals(i * 10 * ONE, frame.turn().cumQuantity());
            sum += frame.fill().quantity();
        }
        assertEquals(30 * ONE, sum, "the change of CumQty");
        Owned after = bench.owned();
        assertEquals(before.position(1) + sum, after.position(1));
        assertEquals(before.wallet(USD) - 3000 * TAKER_PER_MONEY, after.wallet(USD));
        assertEquals(before.financing() - at(3000), after.financing());
    }

    @Test
    void row09SameExecutionAgainIsCountedAndNotBooked() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        Owned before = bench.owned();
        FlowFrame frame = bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        assertEquals(List.of(Notice.REPEATED_EXECUTION), frame.said());
        assertTrue(frame.booksNothing());
        assertTrue(frame.turns.isEmpty());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.ACTIVE, step.state());
    }

    @Test
    void row09ReconnectThatRepeatsEverythingChangesNothing() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        bench.fill(buy, 30 * ONE, 100, "E2", WHOLE);
        Owned before = bench.owned();
        assertEquals(
                List.of(Notice.REPEATED_EXECUTION),
                bench.fill(buy, 30 * ONE, 100, "E2", WHOLE).said());
        assertEquals(
                List.of(Notice.REPEATED_EXECUTION),
                bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE).said());
        assertEquals(before, bench.owned());
    }

    @Test
    void row10SameExecutionWithOtherQuantityIsNotBookedAndHalts() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        Owned before = bench.owned();
        FlowFrame frame = bench.fill(buy, 21 * ONE, 100, "E1", 21 * ONE);
        assertEquals(List.of(Notice.CONFLICTING_EXECUTION), frame.said());
        assertTrue(frame.booksNothing());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.HALTED, step.state());
    }

    @Test
    void row10SameExecutionWithOtherPriceIsNotBookedAndHalts() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        Owned before = bench.owned();
        FlowFrame frame = bench.fill(buy, 20 * ONE, 100.01, "E1", 20 * ONE);
        assertEquals(List.of(Notice.CONFLICTING_EXECUTION), frame.said());
        assertTrue(frame.booksNothing());
        assertEquals(before, bench.owned());
    }

    @Test
    void row10SameExecutionWithOtherCommissionOrLiquidityIsNotBookedAndHalts() {
        bench.foreign(0, Side.BUY, 10 * ONE, 100, "E0");
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1", USD, at(0.45));
        Owned before = bench.owned();
        List<FlowFrame> others = List.of(
                bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1", USD, at(0.46)),
                bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1", EUR, at(0.45)),
                bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1"),
                bench.foreignMaker(0, Side.BUY, 10 * ONE, 100, "E0"),
                bench.foreign(0, Side.BUY, 10 * ONE, 100, "E0", USD, 0));
        for (FlowFrame other : others) {
            assertEquals(List.of(Notice.CONFLICTING_EXECUTION), other.said());
            assertTrue(other.booksNothing());
        }
        assertEquals(
                List.of(Notice.REPEATED_EXECUTION),
                bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1", USD, at(0.45)).said());
        assertEquals(before, bench.owned());
    }

    @Test
    void row34CommissionThatComesLaterIsNoFillButAFee() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        FlowFrame dropCopy = bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1", EUR, at(0.45));
        assertEquals(List.of(Notice.CONFLICTING_EXECUTION), dropCopy.said());
        assertEquals(0, bench.owned().wallet(EUR));
        bench.fee(1, "E1", "F1", FeeKind.TRADING, EUR, at(0.45));
        assertEquals(at(-0.45), bench.owned().wallet(EUR));
    }

    @Test
    void row10RefusedExecutionIsBookedOnceItCanBeRead() {
        Owned before = bench.owned();
        FlowFrame refused = bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1", NO_CURRENCY, at(0.45));
        assertEquals(List.of(Notice.BOOKING_REFUSED), refused.said());
        assertTrue(refused.booksNothing());
        assertEquals(before, bench.owned());
        FlowFrame frame = bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1", USD, at(0.45));
        assertEquals(1, frame.fills.size(), "it was never booked, and so is none of " + frame.said());
    }

    @Test
    void row10ExecutionBeyondTheBooksIsRefusedEachTimeAndLeavesItsOrderAlone() {
        Sent buy = bench.buy();
        bench.fill(buy, 10 * ONE, 100, "E1", 10 * ONE);
        for (int times = 0; times < 2; times++) {
            FlowFrame refused = bench.fill(buy, 20 * ONE, 90_000_000_000.0, "E2", 30 * ONE);
            assertEquals(List.of(Notice.BOOKING_REFUSED), refused.said());
            assertTrue(refused.booksNothing());
            assertTrue(refused.turns.stream().allMatch(turn -> turn.cumQuantity() == 10 * ONE));
        }
        FlowFrame booked = bench.fill(buy, 20 * ONE, 100, "E2", 30 * ONE);
        assertEquals(30 * ONE, booked.fill().position(), "E2 was never booked, and so is none of " + booked.said());
        assertEquals(30 * ONE, booked.turn().cumQuantity());
        assertEquals(20 * ONE, booked.turn().leaves());
        assertEquals(WHOLE, bench.inventory(1), "30 held, 20 working");
    }

    @Test
    void row10RefusedExecutionIsBookedOnceThereIsRoomForIt() {
        Sent buy = bench.buy();
        bench.external(USD, EMPTY, "W1");
        FlowFrame refused = bench.fill(buy, WHOLE, "E1", WHOLE, USD, at(1_000_001));
        assertEquals(List.of(Notice.BOOKING_REFUSED), refused.said());
        assertTrue(refused.booksNothing());
        assertEquals(OrderState.PENDING_CANCEL, refused.turn().to(), "the halt's cancel, no fill");
        assertEquals(WHOLE, refused.turn().leaves());
        bench.external(USD, -EMPTY, "D1");
        FlowFrame booked = bench.fill(buy, WHOLE, "E1", WHOLE, USD, at(1_000_001));
        assertEquals(List.of(), booked.said());
        assertEquals(at(1_000_001), booked.fill().fee());
        assertEquals(OrderState.FILLED, booked.turn().to());
        assertEquals(
                List.of(Notice.REPEATED_EXECUTION),
                bench.fill(buy, WHOLE, "E1", WHOLE, USD, at(1_000_001)).said());
    }

    @Test
    void row11FillWhoseCumQuantityJumpsIsBookedAloneAndHalts() {
        Sent buy = bench.buy();
        assertEquals(0, bench.owned().position(1));
        FlowFrame frame = bench.fill(buy, 10 * ONE, 100, "E2", 30 * ONE);
        assertEquals(List.of(Notice.ORDER_CONTRADICTION), frame.said());
        assertEquals(10 * ONE, frame.fill().position(), "the 20 that are missing are not guessed");
        assertEquals(10 * ONE, frame.turns.get(0).cumQuantity());
        assertEquals(40 * ONE, frame.turns.get(0).leaves());
        assertEquals(1, frame.cancels.size());
        FlowFrame step = bench.still();
        assertEquals(10 * ONE, step.owned().position(1));
        assertEquals(TradingState.HALTED, step.state());
        assertEquals(
                30 * ONE, bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE).fill().position(), "until it arrives");
    }

    @Test
    void row11ReportWhoseCumQuantityJumpsBooksNothingAndHalts() {
        Sent buy = bench.buy();
        bench.fill(buy, 10 * ONE, 100, "E1", 10 * ONE);
        Owned before = bench.owned();
        FlowFrame frame = bench.report(buy, OrderEventType.CANCELED, 30 * ONE);
        assertEquals(List.of(Notice.ORDER_CONTRADICTION), frame.said());
        assertTrue(frame.booksNothing());
        assertEquals(OrderState.PENDING_CANCEL, frame.turn().to(), "the halt's cancel, not the venue's");
        assertEquals(10 * ONE, frame.turn().cumQuantity());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.HALTED, step.state());
    }

    @Test
    void row14FillAfterTheCancelIsBookedAndTheOrderStaysEnded() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.CANCELED, 0);
        Owned before = bench.owned();
        FlowFrame frame = bench.fill(buy, 10 * ONE, 100, "E1", 10 * ONE);
        assertEquals(List.of(Notice.LATE_FILL), frame.said());
        assertEquals(OrderState.CANCELED, frame.turn().to());
        assertEquals(10 * ONE, frame.turn().cumQuantity());
        assertEquals(0, frame.turn().leaves());
        assertEquals(10 * ONE, frame.fill().position());
        FlowFrame step = bench.still();
        assertEquals(before.wallet(USD) - 1000 * TAKER_PER_MONEY, step.owned().wallet(USD));
        assertEquals(before.financing() - at(1000), step.owned().financing());
        assertEquals(TradingState.ACTIVE, step.state(), "an alarm, no halt");
        assertEquals(10 * ONE, bench.inventory(1), "nothing works");
    }

    @Test
    void row26FillOfNoOrderOfOursIsBookedAndHalts() {
        Owned before = bench.owned();
        FlowFrame frame = bench.foreign(0, Side.SELL, 10 * ONE, 100, "L1");
        assertEquals(List.of(Notice.ORPHAN_FILL), frame.said());
        assertEquals(-10 * ONE, frame.fill().position());
        assertTrue(frame.turns.isEmpty());
        Owned after = bench.owned();
        assertEquals(0, before.position(0));
        assertEquals(-10 * ONE, after.position(0));
        assertEquals(before.wallet(USD) - 1000 * TAKER_PER_MONEY, after.wallet(USD));
        assertEquals(before.financing() + at(1000), after.financing());
        FlowFrame step = bench.step(101, 100);
        assertEquals(TradingState.HALTED, step.state());
        assertTrue(step.orders.isEmpty());
        bench.command(Command.RESUME);
        FlowFrame resumed = bench.step(102, 100);
        assertFalse(resumed.orders.isEmpty());
        assertEquals(-10 * ONE, resumed.owned().position(0), "the gate goes on from what is held");
    }
}
