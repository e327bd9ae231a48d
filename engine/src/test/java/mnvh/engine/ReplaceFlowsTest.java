package mnvh.engine;

import static mnvh.engine.FlowBench.ONE;
import static mnvh.engine.FlowBench.TAKER_PER_MONEY;
import static mnvh.engine.FlowBench.USD;
import static mnvh.engine.FlowBench.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.engine.FlowFrame.Owned;
import mnvh.engine.FlowFrame.Replacement;
import mnvh.engine.FlowFrame.Sent;
import mnvh.engine.FlowFrame.Turned;
import mnvh.event.Command;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.order.OrderCause;
import mnvh.order.OrderState;
import mnvh.risk.TradingState;
import mnvh.units.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows 16 to 20 and 23: an order's terms change; the buy is of 50 of instrument 1 at up to 100.20, and works. */
class ReplaceFlowsTest {
    private static final long WHOLE = 50 * ONE;

    private final FlowBench bench = FlowBench.ready();
    private Sent buy = new Sent(0, 0, Side.BUY, 0, 0);

    @BeforeEach
    void works() {
        buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
    }

    /** @return ClOrdID(11) of the replacement */
    private long ask(long quantity, double price) {
        return bench.replace(buy.clOrdId(), quantity, price).replacements.get(0).clOrdId();
    }

    private Sent under(long id) {
        return new Sent(id, buy.instrument(), buy.side(), buy.quantity(), buy.price());
    }

    /** What the working buy may still cost beyond the mark of 100. */
    private long limitLoss() {
        return bench.working().buyLoss(1, at(100)) + bench.working().sellLoss(1, at(100));
    }

    private void assertWorks(long leaves, long loss) {
        assertEquals(leaves, bench.working().buys(1));
        assertEquals(loss, limitLoss());
    }

    @Test
    void row16ReplacementNamesBothIdsAndReservesTheLargerOrder() {
        Owned before = bench.owned();
        FlowFrame frame = bench.replace(buy.clOrdId(), 70 * ONE, 100.5);
        Replacement asked = frame.replacements.get(0);
        assertEquals(new Replacement(asked.clOrdId(), buy.clOrdId(), 1, Side.BUY, 70 * ONE, at(100.5)), asked);
        assertNotEquals(buy.clOrdId(), asked.clOrdId());
        assertEquals(
                new Turned(
                        buy.clOrdId(), OrderState.NEW, OrderState.PENDING_REPLACE, OrderCause.REPLACE_SENT, 0, WHOLE),
                frame.turn());
        assertWorks(70 * ONE, at(70 * 0.5));
        assertEquals(before, bench.owned());
        assertEquals(70 * ONE, bench.inventory(1));
    }

    @Test
    void row16SmallerReplacementReservesTheOldOrderUntilItIsAccepted() {
        ask(20 * ONE, 99);
        assertWorks(WHOLE, at(10));
    }

    @Test
    void row16WorstCaseIsOfQuantityAndPriceApart() {
        ask(20 * ONE, 101);
        assertWorks(WHOLE, at(50));
    }

    @Test
    void row16AcceptedReplacementCarriesOnWithTheReportsTerms() {
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        Owned before = bench.owned();
        long id = ask(70 * ONE, 100.5);
        // The venue cuts what was asked for to 60 at 100.25.
        FlowFrame frame = bench.terms(id, 1, OrderEventType.REPLACED, 20 * ONE, 60 * ONE, 100.25);
        assertEquals(
                new Turned(
                        id,
                        OrderState.PENDING_REPLACE,
                        OrderState.PARTIALLY_FILLED,
                        OrderCause.REPLACED,
                        20 * ONE,
                        40 * ONE),
                frame.turn());
        assertTrue(frame.booksNothing());
        assertTrue(frame.notices.isEmpty());
        assertWorks(40 * ONE, at(10));
        assertEquals(before, bench.owned());
        FlowFrame last = bench.fill(under(id), 40 * ONE, 100.25, "E2", 60 * ONE);
        assertEquals(OrderState.FILLED, last.turn().to());
        assertTrue(last.notices.isEmpty());
        assertWorks(0, 0);
        Owned after = bench.owned();
        assertEquals(60 * ONE, after.position(1));
        assertEquals(before.wallet(USD) - 4010 * TAKER_PER_MONEY, after.wallet(USD));
        assertEquals(before.financing() - at(4010), after.financing());
    }

    @Test
    void row16ReplacementIsReplacedAgainUnderItsOwnId() {
        long first = ask(60 * ONE, 100);
        bench.terms(first, 1, OrderEventType.REPLACED, 0, 60 * ONE, 100);
        Replacement second = bench.replace(first, 40 * ONE, 99).replacements.get(0);
        assertEquals(first, second.origClOrdId());
        bench.terms(second.clOrdId(), 1, OrderEventType.REPLACED, 0, 40 * ONE, 99);
        assertEquals(0, bench.terms(first, 1, OrderEventType.REPLACED, 0, 60 * ONE, 100).frames, "told again");
        assertWorks(40 * ONE, 0);
        // Every id of the chain is the order's.
        for (long id : new long[] {buy.clOrdId(), first, second.clOrdId()}) {
            FlowFrame fill = bench.fill(under(id), 10 * ONE, 99, "E" + id);
            assertEquals(second.clOrdId(), fill.turn().clOrdId());
            assertTrue(fill.notices.isEmpty());
        }
        assertWorks(10 * ONE, 0);
        FlowFrame cancel = bench.command(Command.HALT);
        assertEquals(second.clOrdId(), cancel.turn().clOrdId());
        assertEquals(30 * ONE, bench.owned().position(1));
    }

    @Test
    void row16ReplacementWithoutTermsHalts() {
        long id = ask(70 * ONE, 100.5);
        FlowFrame frame = bench.report(id, 1, OrderEventType.REPLACED, 0);
        assertEquals(List.of(Notice.ORDER_CONTRADICTION), frame.said());
        assertEquals(TradingState.HALTED, frame.notices.get(0).after());
        assertWorks(70 * ONE, at(35));
    }

    @Test
    void row16ReplacementNeverAskedForHalts() {
        FlowFrame frame = bench.terms(77, 1, OrderEventType.REPLACED, 0, 60 * ONE, 100);
        assertEquals(List.of(Notice.ORDER_CONTRADICTION), frame.said());
        assertWorks(WHOLE, at(10));
    }

    @Test
    void row16ReplacementBeyond64BitsHaltsAndChangesNothing() {
        long id = ask(70 * ONE, 100.5);
        FlowFrame frame = bench.terms(id, 1, OrderEventType.REPLACED, 0, Long.MAX_VALUE, 100);
        assertEquals(List.of(Notice.ORDER_CONTRADICTION), frame.said());
        assertWorks(70 * ONE, at(35));
    }

    @Test
    void row17ReductionToWhatIsFilledClosesTheOrder() {
        bench.fill(buy, 30 * ONE, 100, "E1", 30 * ONE);
        Owned before = bench.owned();
        long id = ask(40 * ONE, 100);
        FlowFrame frame = bench.terms(id, 1, OrderEventType.REPLACED, 30 * ONE, 30 * ONE, 100);
        assertEquals(
                new Turned(id, OrderState.PENDING_REPLACE, OrderState.FILLED, OrderCause.REPLACED, 30 * ONE, 0),
                frame.turn());
        assertWorks(0, 0);
        assertEquals(before, bench.owned());
        assertNothingWorks();
    }

    @Test
    void row17ReductionBelowWhatIsFilledLeavesNothingNegative() {
        long id = ask(20 * ONE, 100);
        bench.fill(buy, 30 * ONE, 100, "E1", 30 * ONE);
        FlowFrame frame = bench.terms(id, 1, OrderEventType.REPLACED, 30 * ONE, 20 * ONE, 100);
        assertEquals(OrderState.FILLED, frame.turn().to());
        assertEquals(0, frame.turn().leaves());
        assertEquals(30 * ONE, bench.owned().position(1));
        FlowFrame beyond = bench.fill(under(id), ONE, 100, "E2", 31 * ONE);
        assertEquals(List.of(Notice.OVERFILL), beyond.said());
        assertEquals(31 * ONE, beyond.fill().position(), "booked all the same");
        assertNothingWorks();
    }

    @Test
    void row17OrderThatFillsWholeBeforeItsReductionStaysFilled() {
        long id = ask(30 * ONE, 100);
        assertEquals(
                OrderState.FILLED,
                bench.fill(buy, WHOLE, 100, "E1", WHOLE).turn().to());
        FlowFrame late = bench.terms(id, 1, OrderEventType.REPLACED, WHOLE, 30 * ONE, 100);
        assertEquals(0, late.frames, "nothing is left on those terms either");
        assertWorks(0, 0);
    }

    @Test
    void row17ReplacementOfAnEndedOrderThatLeavesSomethingHalts() {
        long id = ask(70 * ONE, 100);
        bench.report(buy, OrderEventType.CANCELED, 0);
        FlowFrame alive = bench.terms(id, 1, OrderEventType.REPLACED, 0, 70 * ONE, 100);
        assertEquals(List.of(Notice.ORDER_CONTRADICTION), alive.said());
    }

    @Test
    void row18FillOnTheOldIdWhileTheReplacementIsOpen() {
        Owned before = bench.owned();
        long id = ask(70 * ONE, 100.5);
        FlowFrame frame = bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        assertEquals(
                new Turned(
                        buy.clOrdId(),
                        OrderState.PENDING_REPLACE,
                        OrderState.PENDING_REPLACE,
                        OrderCause.PARTIAL_FILL,
                        20 * ONE,
                        30 * ONE),
                frame.turn());
        assertTrue(frame.notices.isEmpty());
        assertWorks(WHOLE, at(25));
        FlowFrame accepted = bench.terms(id, 1, OrderEventType.REPLACED, 20 * ONE, 70 * ONE, 100.5);
        assertEquals(20 * ONE, accepted.turn().cumQuantity());
        assertWorks(WHOLE, at(25));
        Owned after = bench.owned();
        assertEquals(before.position(1) + 20 * ONE, after.position(1));
        assertEquals(before.wallet(USD) - 2000 * TAKER_PER_MONEY, after.wallet(USD));
    }

    @Test
    void row18FillOnTheNewIdBeforeItsReport() {
        long id = ask(70 * ONE, 100.5);
        FlowFrame frame = bench.fill(under(id), 60 * ONE, 100.5, "E1", 60 * ONE);
        assertEquals(buy.clOrdId(), frame.turn().clOrdId());
        assertEquals(OrderState.PENDING_REPLACE, frame.turn().to());
        assertTrue(frame.notices.isEmpty(), "more than the old quantity, and no overfill");
        assertWorks(10 * ONE, at(5));
        bench.terms(id, 1, OrderEventType.REPLACED, 60 * ONE, 70 * ONE, 100.5);
        assertWorks(10 * ONE, at(5));
        assertEquals(60 * ONE, bench.owned().position(1));
    }

    @Test
    void row18FillOnTheOldIdAfterTheReplacement() {
        long id = ask(70 * ONE, 100.5);
        bench.terms(id, 1, OrderEventType.REPLACED, 0, 70 * ONE, 100.5);
        FlowFrame frame = bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        assertEquals(id, frame.turn().clOrdId());
        assertEquals(50 * ONE, frame.turn().leaves());
        assertTrue(frame.notices.isEmpty());
        assertWorks(50 * ONE, at(25));
    }

    @Test
    void row18BustOnTheOldIdIsTakenFromTheSameOrder() {
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        long id = ask(70 * ONE, 100);
        bench.terms(id, 1, OrderEventType.REPLACED, 20 * ONE, 70 * ONE, 100);
        Owned before = bench.owned();
        FlowFrame frame = bench.bust(buy, "B1", "E1");
        assertEquals(id, frame.turn().clOrdId());
        assertEquals(0, frame.turn().cumQuantity());
        assertWorks(70 * ONE, 0);
        assertEquals(before.position(1) - 20 * ONE, bench.owned().position(1));
    }

    @Test
    void row19RefusedReplacementLeavesTheOldTerms() {
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        Owned before = bench.owned();
        ask(70 * ONE, 100.5);
        // 35=9 with 434=2 names the order.
        FlowFrame frame = bench.report(buy, OrderEventType.REPLACE_REJECTED, 20 * ONE);
        assertEquals(
                new Turned(
                        buy.clOrdId(),
                        OrderState.PENDING_REPLACE,
                        OrderState.PARTIALLY_FILLED,
                        OrderCause.REPLACE_REJECTED,
                        20 * ONE,
                        30 * ONE),
                frame.turn());
        assertTrue(frame.booksNothing());
        assertTrue(frame.cancels.isEmpty() && frame.replacements.isEmpty());
        assertWorks(30 * ONE, at(6));
        assertEquals(0, bench.report(buy, OrderEventType.REPLACE_REJECTED, 20 * ONE).frames, "told twice");
        assertEquals(before, bench.owned());
        assertEquals(50 * ONE, bench.inventory(1), "20 held, 30 working");
    }

    @Test
    void row19SessionOrBusinessRejectOfTheRequestDoesTheSame() {
        // 35=3 and 35=j arrive as a rejection of the message, which has the replacement's id.
        long id = ask(70 * ONE, 100.5);
        FlowFrame frame = bench.report(id, 1, OrderEventType.REJECTED, 0);
        assertEquals(OrderState.NEW, frame.turn().to());
        assertEquals(OrderCause.REPLACE_REJECTED, frame.turn().cause());
        assertWorks(WHOLE, at(10));
        assertTrue(bench.fill(under(id), 20 * ONE, 100, "E1").notices.isEmpty(), "an id of the order all the same");
        assertWorks(30 * ONE, at(6));
    }

    @Test
    void row19ReplacementThatNeverLeftDoesTheSame() {
        long id = ask(70 * ONE, 100.5);
        FlowFrame frame = bench.report(id, 1, OrderEventType.NOT_SENT, 0);
        assertEquals(OrderState.NEW, frame.turn().to());
        assertWorks(WHOLE, at(10));
        assertFalse(bench.replace(buy.clOrdId(), 60 * ONE, 100).replacements.isEmpty(), "and another may be sent");
    }

    @Test
    void row19OrderThatFillsBeforeTheRefusalIsFilled() {
        ask(70 * ONE, 100.5);
        FlowFrame fill = bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        assertEquals(OrderState.PENDING_REPLACE, fill.turn().to(), "20 more may fill if the venue accepts");
        assertWorks(20 * ONE, at(10));
        FlowFrame refused = bench.report(buy, OrderEventType.REPLACE_REJECTED, WHOLE);
        assertEquals(OrderState.FILLED, refused.turn().to());
        assertWorks(0, 0);
        assertNothingWorks();
    }

    @Test
    void row20SecondReplacementIsRefusedHere() {
        long id = ask(70 * ONE, 100.5);
        assertEquals(0, bench.replace(buy.clOrdId(), 60 * ONE, 100).sections());
        assertEquals(0, bench.replace(id, 60 * ONE, 100).sections(), "not by the new id either");
        assertWorks(70 * ONE, at(35));
        bench.terms(id, 1, OrderEventType.REPLACED, 0, 70 * ONE, 100.5);
        assertEquals(1, bench.replace(id, 60 * ONE, 100).replacements.size());
    }

    @Test
    void row20CancelWaitsForTheAnswerToTheReplacement() {
        long id = ask(70 * ONE, 100.5);
        assertTrue(bench.command(Command.HALT).cancels.isEmpty(), "one request is under way");
        FlowFrame accepted = bench.terms(id, 1, OrderEventType.REPLACED, 0, 70 * ONE, 100.5);
        assertEquals(1, accepted.cancels.size());
        assertEquals(OrderState.PENDING_CANCEL, accepted.turns.get(1).to());
        assertEquals(id, accepted.turns.get(1).clOrdId());
        FlowFrame refused = bench.report(accepted.cancels.get(0), 1, OrderEventType.CANCEL_REJECTED, 0);
        assertEquals(OrderState.NEW, refused.turn().to());
        assertTrue(refused.cancels.isEmpty(), "its refusal ends the wish");
    }

    @Test
    void row20CancelThatWaitedIsSentAfterARefusalToo() {
        ask(70 * ONE, 100.5);
        bench.command(Command.HALT);
        assertEquals(
                1, bench.report(buy, OrderEventType.REPLACE_REJECTED, 0).cancels.size());
    }

    @Test
    void row20NoReplacementWhileACancelIsUnderWay() {
        bench.command(Command.HALT);
        assertEquals(0, bench.replace(buy.clOrdId(), 60 * ONE, 100).sections());
    }

    @Test
    void row20NothingElseIsReplacedThatCannotBe() {
        assertEquals(0, bench.replace(77, 60 * ONE, 100).sections(), "none of ours");
        assertEquals(0, bench.replace(buy.clOrdId(), 60 * ONE, 0).sections(), "no price");
        assertEquals(0, bench.replace(buy.clOrdId(), Long.MAX_VALUE, 100).sections(), "beyond 64 bits");
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        assertEquals(0, bench.replace(buy.clOrdId(), 20 * ONE, 100).sections(), "that would be a cancel");
        bench.report(buy, OrderEventType.CANCELED, 20 * ONE);
        assertEquals(0, bench.replace(buy.clOrdId(), 60 * ONE, 100).sections(), "ended");
        Sent fresh = bench.buy();
        assertEquals(0, bench.replace(fresh.clOrdId(), 60 * ONE, 100).sections(), "not accepted yet");
    }

    @Test
    void row23RestatedTermsReplaceTheOrdersAndItsReserve() {
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        Owned before = bench.owned();
        FlowFrame frame = bench.terms(buy.clOrdId(), 1, OrderEventType.RESTATED, 20 * ONE, 45 * ONE, 101);
        assertEquals(
                new Turned(
                        buy.clOrdId(),
                        OrderState.PARTIALLY_FILLED,
                        OrderState.PARTIALLY_FILLED,
                        OrderCause.RESTATED,
                        20 * ONE,
                        25 * ONE),
                frame.turn());
        assertTrue(frame.booksNothing());
        assertTrue(frame.notices.isEmpty());
        assertWorks(25 * ONE, at(25));
        assertEquals(before, bench.owned());
        FlowFrame last = bench.fill(buy, 25 * ONE, 101, "E2", 45 * ONE);
        assertEquals(OrderState.FILLED, last.turn().to());
        assertWorks(0, 0);
    }

    @Test
    void row23RestatedUpwardsReservesMore() {
        bench.terms(buy.clOrdId(), 1, OrderEventType.RESTATED, 0, 80 * ONE, 100);
        assertWorks(80 * ONE, 0);
        assertEquals(80 * ONE, bench.inventory(1));
    }

    @Test
    void row23RestatedToWhatIsFilledCloses() {
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        FlowFrame frame = bench.terms(buy.clOrdId(), 1, OrderEventType.RESTATED, 20 * ONE, 20 * ONE, 100);
        assertEquals(OrderState.FILLED, frame.turn().to());
        assertNothingWorks();
    }

    @Test
    void row23RestatementDuringAReplacementKeepsItOpen() {
        long id = ask(70 * ONE, 100.5);
        FlowFrame frame = bench.terms(buy.clOrdId(), 1, OrderEventType.RESTATED, 0, 40 * ONE, 101);
        assertEquals(OrderState.PENDING_REPLACE, frame.turn().to());
        assertWorks(70 * ONE, at(70));
        bench.report(id, 1, OrderEventType.REPLACE_REJECTED, 0);
        assertWorks(40 * ONE, at(40));
    }

    @Test
    void row23RestatementWithoutTermsHalts() {
        FlowFrame frame = bench.report(buy, OrderEventType.RESTATED, 0);
        assertEquals(List.of(Notice.ORDER_CONTRADICTION), frame.said());
    }

    /** The session can only end at once when no order may still fill. */
    private void assertNothingWorks() {
        assertTrue(bench.command(Command.STOP).said().contains(Notice.STOPPED));
    }
}
