package mnvh.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mnvh.engine.HandlerBench.Sent;
import mnvh.event.Command;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.event.Refusal;
import mnvh.event.SessionState;
import mnvh.event.StepOutcome;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/** The handler's promises, event by event: leash, states, executions, halts, ends. */
class MnvhStepHandlerTest {
    private final Universe universe = TestRun.universe(2);
    private final HandlerBench bench =
            new HandlerBench(universe, TestRun.literal(universe, TestRun.unlimited(), 0.8, 2)).session(SessionState.UP);

    /** The first step sends nothing, the second buys the laggard and sells the leader in equal amounts. */
    private List<Sent> firstTrades() {
        assertTrue(bench.step(100, 100).isEmpty());
        assertEquals(StepOutcome.FIRST, bench.lastStep().outcome());
        List<Sent> orders = bench.step(101, 100);
        assertEquals(2, orders.size());
        assertEquals(Side.SELL, orders.get(0).side());
        assertEquals(Side.BUY, orders.get(1).side());
        return orders;
    }

    @Test
    void laggardIsBoughtAndLeaderSoldByTheRule() {
        List<Sent> orders = firstTrades();
        // w = 1/2, R = 0.5 %, s = (-0.25 %, +0.25 %); aggressiveness 2 of a million: 5000 money each.
        assertEquals(-5000.0 / 101, FixedPoint.toDouble(orders.get(0).signed()), 0.001);
        assertEquals(5000.0 / 100, FixedPoint.toDouble(orders.get(1).signed()), 0.001);
    }

    /** Relative moves that come back at once: over two steps nothing is left, over three one move. */
    @Test
    void everyStepWritesTheVarianceRatiosThatTheRunAsksFor() {
        HandlerBench asked = new HandlerBench(
                universe, TestRun.withHorizons(TestRun.literal(universe, TestRun.unlimited(), 0.8, 2), 2, 3));
        for (int k = 0; k <= 20; k++) {
            assertEquals(2 * k, asked.ratios.size());
            asked.step(k % 2 == 0 ? 100 : 101, 100);
        }
        for (HandlerBench.Ratio ratio : asked.ratios.subList(0, 40)) {
            assertTrue(Double.isNaN(ratio.ratio()), "NOT_READY");
        }
        assertEquals(2, asked.ratios.get(40).horizonSteps());
        assertEquals(0.0, asked.ratios.get(40).ratio(), 1e-12);
        assertEquals(3, asked.ratios.get(41).horizonSteps());
        assertEquals(1.0 / 3, asked.ratios.get(41).ratio(), 1e-3);
        bench.step(100, 100);
        assertEquals(List.of(), bench.ratios);
    }

    @Test
    void leashActsOnWhatWorksAsWellAsOnWhatIsHeld() {
        List<Sent> first = firstTrades();
        // Nothing is filled yet and prices stand still: the leash releases a fifth of what works, not of nothing.
        assertTrue(bench.step(101, 100).isEmpty(), "what is proposed could meet what works");
        assertEquals(-0.2 * first.get(0).signed() * 101, (double) bench.proposed.getOrDefault(0, 0L), 10_000_000);
        assertEquals(-0.2 * first.get(1).signed() * 100, (double) bench.proposed.getOrDefault(1, 0L), 10_000_000);
    }

    @Test
    void eventThatCausesNothingWritesNoFrame() {
        bench.step(100, 100);
        int frames = bench.causes.size();
        bench.quote(0, 100.5);
        assertEquals(frames, bench.causes.size());
        bench.step(100.5, 100);
        assertEquals(frames + 1, bench.causes.size());
        assertEquals(bench.sequence(), bench.causes.get(frames), "the frame names its cause");
    }

    @Test
    void fillIsBookedOnceHoweverOftenItIsReported() {
        Sent sell = firstTrades().get(0);
        bench.fill(sell.clOrdId(), 0, Side.SELL, sell.quantity(), 101, "E1");
        double equity = bench.equityAfterFill;
        bench.fill(sell.clOrdId(), 0, Side.SELL, sell.quantity(), 101, "E1");
        assertEquals(Notice.REPEATED_EXECUTION, bench.notices.get(bench.notices.size() - 1));
        bench.step(101, 100);
        assertEquals(equity, bench.lastStep().equity());
        assertFalse(bench.notices.contains(Notice.OVERFILL));
    }

    @Test
    void sameExecutionWithOtherContentHalts() {
        Sent sell = firstTrades().get(0);
        bench.fill(sell.clOrdId(), 0, Side.SELL, 100_000, 101, "E1");
        bench.fill(sell.clOrdId(), 0, Side.SELL, 200_000, 101, "E1");
        assertTrue(bench.notices.contains(Notice.CONFLICTING_EXECUTION));
        assertTrue(bench.step(102, 100).isEmpty());
        assertEquals(StepOutcome.NOT_ACTIVE, bench.lastStep().outcome());
    }

    @Test
    void fillOnNoOrderOfOursIsBookedAndHalts() {
        bench.step(100, 100);
        bench.fill(77, 0, Side.BUY, 10 * FixedPoint.SCALE, 100, "E1");
        assertTrue(bench.notices.contains(Notice.ORPHAN_FILL));
        bench.step(110, 100);
        // 10 held through 100 -> 110, less the fee of 4.5 bp on 1000.
        assertEquals(1_000_000 + 100 - 0.45, bench.lastStep().equity(), 1e-8);
    }

    @Test
    void overfillIsBookedAndHalts() {
        Sent buy = firstTrades().get(1);
        bench.fill(buy, buy.quantity() + 100_000, 100);
        assertTrue(bench.notices.contains(Notice.OVERFILL));
        assertTrue(bench.step(102, 100).isEmpty());
    }

    @Test
    void lateFillIsBookedWithoutAHalt() {
        Sent buy = firstTrades().get(1);
        bench.report(buy.clOrdId(), 1, OrderEventType.CANCELED);
        bench.fill(buy, 100_000, 100);
        assertTrue(bench.notices.contains(Notice.LATE_FILL));
        assertFalse(bench.step(102, 100).isEmpty());
    }

    @Test
    void acknowledgementOfAnOrderNeverSentHalts() {
        bench.step(100, 100);
        bench.report(55, 0, OrderEventType.NEW);
        assertTrue(bench.notices.contains(Notice.ORDER_CONTRADICTION));
    }

    @Test
    void rejectedOrderNoLongerCountsAsInventory() {
        for (Sent order : firstTrades()) {
            bench.report(order.clOrdId(), order.instrument(), OrderEventType.REJECTED);
        }
        assertTrue(bench.step(101, 100).isEmpty(), "nothing is held, nothing works, nothing moved");
    }

    @Test
    void lostSessionStopsTradingAndKeepsWhatWorksAsWorking() {
        List<Sent> sent = firstTrades();
        bench.session(SessionState.DOWN);
        assertTrue(bench.step(103, 100).isEmpty());
        assertEquals(StepOutcome.NOT_ACTIVE, bench.lastStep().outcome());
        bench.session(SessionState.UP);
        assertTrue(bench.step(103, 100).isEmpty(), "of unknown outcome, and so nothing new is opened");
        bench.report(sent.get(0).clOrdId(), 0, OrderEventType.NEW);
        bench.report(sent.get(1).clOrdId(), 1, OrderEventType.NEW);
        // Known to work, and so inventory that the leash releases.
        bench.step(103, 100);
        assertEquals(Set.of(0, 1), bench.proposed.keySet());
    }

    @Test
    void haltCancelsWhatWorksAndStaysUntilResumed() {
        firstTrades();
        bench.command(Command.HALT);
        assertEquals(2, bench.cancels);
        assertTrue(bench.step(102, 100).isEmpty());
        bench.command(Command.RESUME);
        assertFalse(bench.step(103, 100).isEmpty());
    }

    @Test
    void flattenClosesEveryPositionAndThenHalts() {
        for (Sent order : firstTrades()) {
            bench.fill(order, order.quantity(), order.instrument() == 0 ? 101 : 100);
        }
        bench.command(Command.FLATTEN);
        List<Sent> closing = bench.step(101, 100);
        assertEquals(2, closing.size());
        for (Sent order : closing) {
            bench.fill(order, order.quantity(), order.instrument() == 0 ? 101 : 100);
        }
        bench.step(101, 100);
        assertTrue(bench.notices.contains(Notice.FLATTENED));
        assertEquals(0, bench.lastStep().residual());
    }

    @Test
    void stopWaitsForWhatIsInFlightAndThenReadsNothingMore() {
        List<Sent> orders = firstTrades();
        bench.command(Command.STOP);
        assertFalse(bench.notices.contains(Notice.STOPPED), "orders are in flight");
        assertTrue(bench.step(105, 100).isEmpty(), "nothing new is sent");
        bench.fill(orders.get(0), orders.get(0).quantity(), 101);
        bench.report(orders.get(1).clOrdId(), 1, OrderEventType.CANCELED);
        assertEquals(Notice.STOPPED, bench.notices.get(bench.notices.size() - 1));
        int steps = bench.steps.size();
        bench.step(120, 100);
        assertEquals(steps, bench.steps.size());
    }

    @Test
    void fundingIsChargedOncePerBoundaryOnWhatIsHeld() {
        Sent buy = firstTrades().get(1);
        bench.fill(buy, buy.quantity(), 100);
        bench.funding(1, 1_000_000_000L, 100, bench.nowNs());
        bench.funding(1, 1_000_000_000L, 100, bench.nowNs());
        assertTrue(bench.notices.contains(Notice.FUNDING_REPEATED));
        bench.step(101, 100);
        double held = FixedPoint.toDouble(buy.quantity()) * 100;
        assertEquals(1_000_000 - held * 0.00045 - held * 0.001, bench.lastStep().equity(), 1e-6);
    }

    @Test
    void bankruptcyHalts() {
        Sent sell = firstTrades().get(0);
        bench.fill(sell, sell.quantity(), 101);
        bench.step(101.0 * 500, 100);
        assertTrue(bench.notices.contains(Notice.BANKRUPT));
        assertTrue(bench.step(101.0 * 500, 100).isEmpty());
        assertEquals(0, bench.lastStep().residual());
    }

    @Test
    void missedFillIsNotGuessedButHalts() {
        Sent buy = firstTrades().get(1);
        bench.report(buy.clOrdId(), 1, OrderEventType.CANCELED, 100_000);
        assertTrue(bench.notices.contains(Notice.ORDER_CONTRADICTION), "the venue counts a fill that never came");
        assertTrue(bench.step(102, 100).isEmpty());
    }

    @Test
    void executionThatCannotBeReadHalts() {
        firstTrades();
        bench.refused(Refusal.BAD_PRICE);
        assertFalse(bench.notices.contains(Notice.EXECUTION_UNREADABLE), "a bad quote concerns no books");
        bench.refused(Refusal.EXECUTION);
        assertTrue(bench.notices.contains(Notice.EXECUTION_UNREADABLE));
        assertTrue(bench.step(102, 100).isEmpty());
    }

    @Test
    void orderNotSentBecauseTheSessionFellIsNoContradiction() {
        List<Sent> orders = firstTrades();
        bench.session(SessionState.DOWN);
        for (Sent order : orders) {
            bench.report(order.clOrdId(), order.instrument(), OrderEventType.NOT_SENT);
        }
        bench.session(SessionState.UP);
        assertFalse(bench.notices.contains(Notice.ORDER_CONTRADICTION));
        assertTrue(bench.step(101, 100).isEmpty(), "nothing left, nothing is held, nothing works");
    }

    @Test
    void fillOnAnOrderThatNeverLeftIsBookedAndHalts() {
        Sent buy = firstTrades().get(1);
        bench.report(buy.clOrdId(), 1, OrderEventType.NOT_SENT);
        bench.fill(buy, 100_000, 100);
        assertTrue(bench.notices.contains(Notice.ORDER_CONTRADICTION));
        assertTrue(bench.equityAfterFill > 0, "booked all the same");
    }

    @Test
    void orderThatNobodyAnswersIsCancelledAfterTwoSteps() {
        firstTrades();
        bench.step(101, 100);
        assertEquals(0, bench.cancels);
        bench.step(101, 100);
        assertEquals(2, bench.cancels, "the orders of two steps ago");
    }
}
