package mnvh.engine;

import static mnvh.engine.FlowBench.EUR;
import static mnvh.engine.FlowBench.ONE;
import static mnvh.engine.FlowBench.USD;
import static mnvh.engine.FlowBench.at;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mnvh.engine.FlowFrame.Said;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.Command;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.event.OrderStatus;
import mnvh.event.SessionState;
import mnvh.ledger.Account;
import mnvh.units.FeeKind;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/**
 * Row 37 of the flow table, and the way to the others.
 *
 * <p>Rows 1 to 4, 12, 13, 15, 21 and 22 are in {@link OrderFlowsTest}; 5 to 11, 14 and 26 in {@link FillFlowsTest}; 16
 * to 20 and 23 in {@link ReplaceFlowsTest}; 24 and 25 in {@link CorrectionFlowsTest}; 27 to 30 and 36 in
 * {@link UnknownFlowsTest}; 31, 32 and 38 in {@link WireFlowsTest}; 33 in {@link ReconciliationFlowsTest}; 34 and 35 in
 * {@link CashFlowsTest}; the end of an instrument in {@link SettlementFlowsTest}. Here they are order and fill events.
 * Left out of row 2 is the binding of the venue's id, of row 5 AvgPx and LeavesQty: the handler reads none of them.
 */
class FlowTableTest {
    private static FlowBench eventful() {
        FlowBench bench = FlowBench.ready();
        bench.indexPrice(EUR, 1.1);
        List<Sent> sent = bench.trades();
        Sent sell = sent.get(0);
        Sent buy = sent.get(1);
        bench.report(buy, OrderEventType.NEW, 0);
        bench.fill(buy, 10 * ONE, 100.01, "E1", 10 * ONE);
        bench.fill(buy, 10 * ONE, 100.01, "E1", 10 * ONE);
        bench.fill(sell, sell.quantity(), 100.99, "E2", sell.quantity());
        bench.fill(buy, 20 * ONE, 100.02, "E3", 30 * ONE);
        bench.fee(1, "E1", "F1", FeeKind.CLEARING, EUR, at(0.3));
        bench.fee(1, "E9", "F2", FeeKind.TAX, USD, at(0.2));
        bench.resolve(bench.sequence(), Account.TAXES, at(-0.2));
        bench.report(buy, OrderEventType.CANCELED, 30 * ONE);
        bench.fill(buy, 5 * ONE, 100, "E4", 35 * ONE);
        List<Sent> open = new ArrayList<>(bench.trades());
        unknown(bench, open.get(0), open.get(1));
        bench.funding(1, 1_000_000_000L, 100, bench.nowNs());
        bench.bust(buy, "B1", "E1");
        bench.correct(buy, Side.BUY, 19 * ONE, 100.03, "C1", "E3");
        bench.external(USD, at(1000), "D1");
        bench.convert(USD, at(110), EUR, at(100), "X1");
        bench.balance(EUR, at(90), 0);
        bench.position(1, 7 * ONE, 0);
        open.addAll(bench.trades());
        bench.foreign(0, Side.BUY, 3 * ONE, 102, "L1");
        bench.settle(1, 99);
        bench.still();
        bench.command(Command.STOP);
        open.forEach(order -> bench.report(order, OrderEventType.CANCELED, 0));
        return bench;
    }

    /** Restates an order, loses the session and finds out about one order in each way. */
    private static void unknown(FlowBench bench, Sent first, Sent second) {
        bench.terms(first.clOrdId(), first.instrument(), OrderEventType.RESTATED, 0, 60 * ONE, 100.5);
        bench.session(SessionState.DOWN);
        bench.session(SessionState.RECONCILING);
        bench.session(SessionState.UP);
        bench.report(first, OrderEventType.NOT_FOUND, 0);
        bench.still();
        bench.status(second, OrderStatus.NEW, 0);
        bench.report(first, OrderEventType.CLOSED, 0);
        bench.still();
    }

    @Test
    void row37ReplayOfTheSameEventsEndsInTheSameState() {
        FlowBench first = eventful();
        FlowBench second = new FlowBench(TestRun.unlimited());
        second.repeat(first);
        Said end = last(first);
        assertEquals(Notice.STOPPED, end.notice());
        assertEquals(end, last(second), "its value is the state hash");
        assertEquals(first.outbound.size(), second.outbound.size());
        for (int i = 0; i < first.outbound.size(); i++) {
            assertArrayEquals(first.outbound.get(i), second.outbound.get(i), "frame " + i);
        }
    }

    @Test
    void row37StateHashTellsOneFillFromAnother() {
        FlowBench one = FlowBench.ready();
        FlowBench other = FlowBench.ready();
        one.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        other.foreign(1, Side.BUY, 10 * ONE, 100.01, "E1");
        one.command(Command.STOP);
        other.command(Command.STOP);
        assertEquals(Notice.STOPPED, last(one).notice());
        assertTrue(last(one).value() != last(other).value());
    }

    private static Said last(FlowBench bench) {
        List<Said> notices = bench.last().notices;
        return notices.get(notices.size() - 1);
    }
}
