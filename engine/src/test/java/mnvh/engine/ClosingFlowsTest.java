package mnvh.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.RiskConfig;
import mnvh.engine.FlowFrame.Said;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.CloseObstacle;
import mnvh.event.Command;
import mnvh.event.InstrumentStatusEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.event.TimerEvent;
import mnvh.event.TradingStatus;
import mnvh.risk.TradingState;
import org.junit.jupiter.api.Test;

/** Closing every position ends well: what cannot be closed is told once, holds nothing up, and is closed later. */
class ClosingFlowsTest {
    private static final long ONE = FlowBench.ONE;

    /** Holds a short of instrument 0 and a long of instrument 1, both of what the strategy wanted. */
    private static FlowBench holding(RiskConfig risk) {
        FlowBench bench = new FlowBench(risk).started();
        List<Sent> sent = bench.trades();
        bench.fill(sent.get(0), sent.get(0).quantity(), 101, "E0", sent.get(0).quantity());
        bench.fill(sent.get(1), sent.get(1).quantity(), 100, "E1", sent.get(1).quantity());
        return bench;
    }

    private static FlowFrame status(FlowBench bench, int instrument, TradingStatus status) {
        return bench.say(slot -> new InstrumentStatusEvent()
                .begin(slot, bench.nowNs())
                .instrument(instrument)
                .status(status));
    }

    private static List<Said> obstacles(FlowFrame frame) {
        return frame.notices.stream()
                .filter(said -> said.notice() == Notice.CLOSING_BLOCKED)
                .toList();
    }

    private static void fillAll(FlowBench bench, FlowFrame step) {
        for (Sent sent : new ArrayList<>(step.orders)) {
            bench.fill(sent, sent.quantity(), sent.instrument() == 0 ? 101 : 100, "C" + sent.clOrdId());
        }
    }

    @Test
    void instrumentThatTheVenueHaltsIsToldOnceAndClosedWhenItTradesAgain() {
        FlowBench bench = holding(TestRun.unlimited());
        status(bench, 0, TradingStatus.HALTED);
        bench.command(Command.FLATTEN);
        FlowFrame first = bench.still();
        assertEquals(List.of(1), first.orders.stream().map(Sent::instrument).toList(), "the other is closed");
        Said told = obstacles(first).get(0);
        assertEquals(0, told.instrument());
        assertEquals(CloseObstacle.VENUE_HALTED.ordinal(), told.value());
        fillAll(bench, first);
        for (int n = 0; n < 5; n++) {
            FlowFrame step = bench.still();
            assertTrue(step.orders.isEmpty(), "nothing is traded against it");
            assertTrue(step.notices.isEmpty(), "told once");
            assertEquals(TradingState.REDUCING, step.state());
        }
        status(bench, 0, TradingStatus.TRADING);
        // A price counts once it was there at two closes.
        assertEquals(
                CloseObstacle.NO_PRICE.ordinal(),
                obstacles(bench.still()).get(0).value());
        FlowFrame again = bench.still();
        assertEquals(List.of(0), again.orders.stream().map(Sent::instrument).toList());
        assertEquals(CloseObstacle.NONE.ordinal(), obstacles(again).get(0).value());
        fillAll(bench, again);
        assertTrue(bench.still().said().contains(Notice.FLATTENED));
        assertEquals(0, bench.owned().position(0));
    }

    @Test
    void instrumentWhosePositionDiffersIsToldWithThatReason() {
        FlowBench bench = holding(TestRun.unlimited());
        bench.position(0, 7 * ONE, bench.sequence());
        bench.command(Command.FLATTEN);
        FlowFrame step = bench.still();
        assertEquals(List.of(1), step.orders.stream().map(Sent::instrument).toList());
        assertEquals(
                CloseObstacle.POSITION_DIFFERS.ordinal(), obstacles(step).get(0).value());
    }

    @Test
    void stepWithoutQuorumClosesWhatHasAFreshPrice() {
        FlowBench bench = holding(TestRun.unlimited());
        bench.command(Command.FLATTEN);
        FlowFrame step = bench.last();
        // One of three is quoted: half of them is what a step needs. A price lasts two steps.
        for (int n = 1; n <= 4; n++) {
            long closeNs = bench.nowNs() + n * TestRun.SECOND_NS;
            bench.say(slot -> new MarketDataEvent()
                    .begin(slot, closeNs - 1)
                    .instrument(1)
                    .bidPrice(100 * ONE)
                    .askPrice(100 * ONE)
                    .lastPrice(100 * ONE)
                    .volume(FlowBench.CASH));
            step = bench.say(slot -> new TimerEvent().begin(slot, closeNs).closeNs(closeNs));
            if (!obstacles(step).isEmpty()) {
                break;
            }
            for (Sent sent : step.orders) {
                bench.report(sent, OrderEventType.EXPIRED, 0);
            }
        }
        assertEquals(CloseObstacle.NO_PRICE.ordinal(), obstacles(step).get(0).value());
        assertEquals(0, obstacles(step).get(0).instrument());
        assertEquals(List.of(1), step.orders.stream().map(Sent::instrument).toList());
    }

    @Test
    void lossLimitIsToldOnceAndStopsNoClosing() {
        long none = RiskConfig.NONE;
        // A fall of 0.01 % halts, were nothing being closed.
        RiskConfig limited = new RiskConfig(
                none,
                none,
                none,
                none,
                50_000_000_000L,
                100_000_000L,
                none,
                none,
                none,
                none,
                none,
                Integer.MAX_VALUE,
                1000,
                Double.POSITIVE_INFINITY);
        FlowBench bench = holding(limited);
        status(bench, 0, TradingStatus.HALTED);
        bench.command(Command.FLATTEN);
        int told = 0;
        for (int n = 1; n <= 4; n++) {
            FlowFrame step = bench.step(101, 100 - 5 * n);
            assertEquals(TradingState.REDUCING, step.state());
            told += step.said().contains(Notice.DRAWDOWN_LIMIT) ? 1 : 0;
            for (Sent sent : step.orders) {
                bench.report(sent, OrderEventType.EXPIRED, 0);
            }
        }
        assertEquals(1, told);
        bench.command(Command.RESUME);
        FlowFrame after = bench.step(101, 80);
        assertTrue(after.said().contains(Notice.DRAWDOWN_LIMIT), "once trading, it halts");
        assertEquals(TradingState.HALTED, after.state());
    }
}
