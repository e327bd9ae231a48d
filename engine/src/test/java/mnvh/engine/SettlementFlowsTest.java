package mnvh.engine;

import static mnvh.engine.FlowBench.ONE;
import static mnvh.engine.FlowBench.USD;
import static mnvh.engine.FlowBench.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mnvh.engine.FlowFrame.Owned;
import mnvh.engine.FlowFrame.Said;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.Notice;
import mnvh.risk.TradingState;
import mnvh.units.Component;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/** An instrument ends: what is held is closed at the venue's price, and nothing is booked on it afterwards. */
class SettlementFlowsTest {
    private static final long WHOLE = 50 * ONE;

    private final FlowBench bench = FlowBench.ready();

    private void hold() {
        Sent buy = bench.buy();
        bench.fill(buy, WHOLE, 100, "E1", WHOLE);
    }

    @Test
    void settlementClosesThePositionWithoutEdgeOrFee() {
        hold();
        Owned before = bench.owned();
        assertEquals(WHOLE, before.position(1));
        FlowFrame frame = bench.settle(1, 102);
        assertEquals(
                List.of(new Said(Notice.SETTLED, 1, WHOLE, at(102), TradingState.ACTIVE, TradingState.ACTIVE)),
                frame.notices);
        assertEquals(Set.of(Component.MTM, Component.TRADING_CASHFLOW), frame.components());
        assertEquals(at(100), frame.sum(Component.MTM, 1));
        assertEquals(at(-5100), frame.sum(Component.TRADING_CASHFLOW, 1));
        Owned after = bench.owned();
        assertEquals(0, after.position(1));
        assertEquals(0, after.financing());
        assertEquals(0, after.positionValue());
        assertEquals(before.wallet(USD) + at(100), after.wallet(USD));
        assertEquals(before.equity() + at(100), after.equity());
    }

    @Test
    void fillAfterSettlementIsRefusedAndHalts() {
        hold();
        bench.settle(1, 102);
        Owned before = bench.owned();
        FlowFrame frame = bench.foreign(1, Side.BUY, 10 * ONE, 102, "E2");
        assertEquals(List.of(Notice.BOOKING_REFUSED), frame.said());
        assertTrue(frame.booksNothing());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.HALTED, step.state());
    }

    @Test
    void fillRepeatedAfterSettlementIsToldAsRepeated() {
        Sent buy = bench.buy();
        bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        bench.settle(1, 102);
        Owned before = bench.owned();
        assertEquals(
                List.of(Notice.REPEATED_EXECUTION),
                bench.fill(buy, WHOLE, 100, "E1", WHOLE).said());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.ACTIVE, step.state());
        assertEquals(
                List.of(Notice.CONFLICTING_EXECUTION),
                bench.fill(buy, WHOLE, 100.01, "E1", WHOLE).said());
    }

    @Test
    void whatWasFilledBeforeSettlementIsFinal() {
        hold();
        bench.settle(1, 102);
        Owned before = bench.owned();
        assertEquals(
                List.of(Notice.CORRECTION_UNKNOWN), bench.bust(1, "B1", "E1").said());
        assertEquals(List.of(Notice.RECORD_REPEATED), bench.settle(1, 102).said());
        FlowFrame again = bench.settle(1, 103);
        assertEquals(List.of(Notice.BOOKING_REFUSED), again.said());
        assertTrue(again.booksNothing());
        assertEquals(
                List.of(Notice.FUNDING_UNKNOWN),
                bench.funding(1, 1, 100, bench.nowNs()).said());
        assertEquals(before, bench.owned());
    }

    @Test
    void settlementOfNothingHeldChangesNothing() {
        Owned before = bench.owned();
        FlowFrame frame = bench.settle(1, 102);
        assertEquals(List.of(Notice.SETTLED), frame.said());
        assertTrue(frame.booksNothing());
        assertEquals(before, bench.owned());
    }

    @Test
    void settledInstrumentIsNotTraded() {
        hold();
        bench.settle(1, 102);
        FlowFrame step = bench.step(103, 100);
        assertTrue(
                step.orders.stream().noneMatch(order -> order.instrument() == 1),
                "its fill could only be refused: " + step.orders);
    }
}
