package mnvh.engine;

import static mnvh.engine.FlowBench.ONE;
import static mnvh.engine.FlowBench.at;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.engine.FlowFrame.Changed;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.Command;
import mnvh.event.EventSlot;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.event.TermEvent;
import mnvh.risk.TradingState;
import mnvh.units.Component;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import mnvh.units.Term;
import org.junit.jupiter.api.Test;

/** Limits, margins and fees that change while a session runs: from a journaled record on, with old and new. */
class TermFlowsTest {
    private static final long PERCENT = FixedPoint.RATE_SCALE / 100;
    /** Basis points of a fee as the record has them. */
    private static final long BASIS_POINT = FixedPoint.RATE_SCALE / 10_000;

    private final FlowBench bench = FlowBench.ready();

    /** Notional of the largest of the orders, in money. */
    private static double largest(List<Sent> orders) {
        return orders.stream()
                .mapToDouble(order -> FixedPoint.toDouble(order.quantity()) * FixedPoint.toDouble(order.price()))
                .max()
                .orElse(0);
    }

    /** The venue cancels all of them, so that nothing works. */
    private List<Sent> cancelled(List<Sent> orders) {
        orders.forEach(order -> bench.report(order, OrderEventType.CANCELED, 0));
        return orders;
    }

    @Test
    void c17_aChangedLimitIsJournaledWithAuthorOldAndNewAndHoldsFromThenOn() {
        assertTrue(largest(cancelled(bench.trades())) > 3000);
        FlowFrame changed = bench.change(Term.MAX_ORDER_NOTIONAL, -1, at(2000));
        assertEquals(List.of(new Changed(Term.MAX_ORDER_NOTIONAL, -1, Term.NONE, at(2000))), changed.changes);
        assertEquals(List.of(Notice.TERM_CHANGED), changed.said());
        byte[] record = bench.inbound.get(bench.inbound.size() - 1);
        EventSlot slot = new EventSlot();
        slot.buffer().put(0, record);
        assertEquals("alice", new TermEvent().wrap(slot.buffer(), 0).operator());
        double cut = largest(cancelled(bench.trades()));
        assertTrue(cut > 1000 && cut <= 2010, () -> "at its limit price " + cut);
        assertEquals(
                List.of(new Changed(Term.MAX_ORDER_NOTIONAL, -1, at(2000), Term.NONE)),
                bench.change(Term.MAX_ORDER_NOTIONAL, -1, Term.NONE).changes);
        assertTrue(largest(bench.trades()) > 3000, "and back");
    }

    @Test
    void c17_whatALimitCannotBeIsRefusedAndChangesNothing() {
        for (FlowFrame refused : List.of(
                bench.change(Term.MAX_ORDER_NOTIONAL, -1, 0),
                bench.change(Term.MAX_ORDER_NOTIONAL, 0, at(10)),
                bench.change(Term.MAX_DRAWDOWN_RATIO, -1, 101 * PERCENT),
                bench.change(Term.MAX_WORKING_ORDERS, -1, 1001),
                bench.change(Term.MAX_WORKING_ORDERS, -1, Term.NONE),
                bench.change(Term.MARGIN_FACTOR, -1, FixedPoint.RATE_SCALE),
                bench.change(Term.MARGIN_FACTOR, 3, FixedPoint.RATE_SCALE),
                bench.change(Term.MARGIN_FACTOR, 0, 0),
                bench.change(Term.TAKER_BPS, 0, 1001 * BASIS_POINT),
                bench.say(slot -> new TermEvent()
                        .begin(slot, bench.nowNs())
                        .term(Term.count())
                        .instrument(-1)),
                bench.say(slot ->
                        new TermEvent().begin(slot, bench.nowNs()).term(-1).instrument(-1)))) {
            assertEquals(List.of(Notice.TERM_REFUSED), refused.said());
            assertTrue(refused.changes.isEmpty());
            assertEquals(TradingState.ACTIVE, refused.notices.get(0).after(), "a typing error halts nothing");
        }
        assertEquals(2, bench.trades().size());
    }

    @Test
    void everyLimitHoldsFromItsChangeOn() {
        for (Term term : Term.values()) {
            if (!term.limit()) {
                continue;
            }
            FlowBench desk = FlowBench.ready();
            boolean lossy = term == Term.MAX_DRAWDOWN_RATIO || term == Term.MAX_DAILY_LOSS_RATIO;
            if (lossy) {
                desk.foreign(0, Side.BUY, 10 * ONE, 100, "E1");
                desk.command(Command.RESUME);
                desk.step(50, 100);
            } else if (term == Term.MAX_REPEATED_EXECUTIONS) {
                desk.trades().forEach(order -> desk.report(order, OrderEventType.CANCELED, 0));
            }
            assertEquals(Notice.TERM_CHANGED, desk.change(term, -1, 1).said().get(0), term.key());
            List<Sent> after = desk.trades();
            if (term == Term.MAX_PRICE_DEVIATION_BPS) {
                assertEquals(
                        List.of(at(101), at(100)),
                        after.stream().map(Sent::price).toList(),
                        "at the marks");
            } else {
                assertTrue(after.isEmpty(), () -> term.key() + " at its least lets pass " + after);
            }
        }
    }

    @Test
    void fault41_marginRaisedByTheVenueLetsOnlyReductionsPass() {
        bench.change(Term.MAX_MARGIN_USAGE_RATIO, -1, PERCENT);
        Sent buy = bench.buy();
        bench.fill(buy, buy.quantity(), 100, "E1", buy.quantity());
        double held = FixedPoint.toDouble(bench.owned().position(1)) * 100;
        assertTrue(held > 4_000, () -> "held " + held);
        long factor = Math.round(FixedPoint.RATE_SCALE * 1_000_000 * 0.01 / (0.10 * held)) + PERCENT;
        FlowFrame raised = bench.change(Term.MARGIN_FACTOR, 1, factor);
        assertEquals(List.of(new Changed(Term.MARGIN_FACTOR, 1, FixedPoint.RATE_SCALE, factor)), raised.changes);
        assertTrue(bench.step(101, 100).orders.stream().noneMatch(o -> o.instrument() == 1 && o.side() == Side.BUY));
        List<Sent> reduces = bench.step(101, 103).orders;
        assertTrue(reduces.stream().anyMatch(o -> o.instrument() == 1 && o.side() == Side.SELL), reduces::toString);
        assertTrue(reduces.stream().allMatch(o -> o.instrument() == 1), "what reduces, and nothing else");
    }

    @Test
    void fault45_aLimitLoweredBelowWhatIsHeldDumpsNothingAndLetsReductionsPass() {
        Sent buy = bench.buy();
        bench.fill(buy, buy.quantity(), 100, "E1", buy.quantity());
        bench.change(Term.MAX_POSITION_NOTIONAL, -1, at(100));
        FlowFrame still = bench.still();
        assertEquals(TradingState.ACTIVE, still.state());
        assertTrue(still.orders.stream().noneMatch(o -> o.instrument() == 1 && o.side() == Side.BUY));
        assertFalse(bench.step(101, 103).orders.isEmpty(), "reductions pass");
    }

    @Test
    void fault43_aNewFeeHoldsForLaterFillsAndEarlierOnesStayAsTheyAre() {
        assertEquals(at(0.45), feeOf(bench.foreign(0, Side.BUY, 10 * ONE, 100, "E1")));
        FlowFrame changed = bench.change(Term.TAKER_BPS, 0, 6 * BASIS_POINT);
        assertEquals(List.of(new Changed(Term.TAKER_BPS, 0, 45 * BASIS_POINT / 10, 6 * BASIS_POINT)), changed.changes);
        assertTrue(changed.booksNothing(), "what is booked stays");
        assertEquals(at(0.45), feeOf(bench.foreign(0, Side.BUY, 10 * ONE, 100, "E2")), "stamped as the one before");
        bench.still();
        assertEquals(at(0.60), feeOf(bench.foreign(0, Side.BUY, 10 * ONE, 100, "E3")));
        assertEquals(at(0.45), feeOf(bench.foreign(1, Side.BUY, 10 * ONE, 100, "E4")), "another instrument");
        FlowFrame corrected = bench.correct(0, Side.BUY, 20 * ONE, 100, "C1", "E1");
        assertEquals(at(-0.45), corrected.sum(Component.FEE, 0), "twice as much at the fee of its time");
        bench.change(Term.TAKER_BPS, 0, 8 * BASIS_POINT);
        bench.still();
        assertEquals(
                at(-0.60), bench.correct(0, Side.BUY, 20 * ONE, 100, "C2", "E3").sum(Component.FEE, 0));
        assertEquals(at(0.80), feeOf(bench.foreign(0, Side.SELL, 10 * ONE, 100, "E5")));
    }

    @Test
    void fault43_moreChangesOfAFeeThanThereIsRoomForAreRefused() {
        for (int k = 1; k <= 16; k++) {
            assertEquals(
                    List.of(Notice.TERM_CHANGED),
                    bench.change(Term.MAKER_BPS, 1, k * BASIS_POINT).said());
        }
        FlowFrame refused = bench.change(Term.MAKER_BPS, 1, 17 * BASIS_POINT);
        assertEquals(List.of(Notice.TERM_REFUSED), refused.said());
        bench.still();
        assertEquals(at(1.60), feeOf(bench.foreignMaker(1, Side.BUY, 10 * ONE, 100, "E1")));
    }

    private static long feeOf(FlowFrame frame) {
        return frame.costs.get(0).fee();
    }

    @Test
    void theSameRecordsGiveTheSameFrames() {
        fault43_aNewFeeHoldsForLaterFillsAndEarlierOnesStayAsTheyAre();
        bench.command(Command.STOP);
        FlowBench again = new FlowBench(TestRun.unlimited());
        again.repeat(bench);
        for (int k = 0; k < bench.outbound.size(); k++) {
            assertArrayEquals(bench.outbound.get(k), again.outbound.get(k));
        }
        assertEquals(bench.outbound.size(), again.outbound.size());
    }
}
