package mnvh.engine;

import static mnvh.engine.FlowBench.ONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mnvh.engine.FlowFrame.Broken;
import mnvh.engine.FlowFrame.Said;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.BreakCause;
import mnvh.event.Command;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.event.SessionState;
import mnvh.risk.TradingState;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Control 13: every fill is held against the drop copy, and what one source alone tells is a break in time. */
class DropCopyFlowsTest {
    private static final int WITHIN = 3;
    private static final long WHOLE = 50 * ONE;

    private final FlowBench bench = bench();

    private static FlowBench bench() {
        return new FlowBench(
                        TestRun.withDropCopy(TestRun.literal(FlowUniverse.create(), TestRun.unlimited(), 1, 2), WITHIN))
                .started();
    }

    private FlowFrame steps(int count) {
        FlowFrame frame = bench.last();
        for (int k = 0; k < count; k++) {
            frame = bench.still();
        }
        return frame;
    }

    private void noBreakIn(int steps) {
        for (int k = 0; k < steps; k++) {
            assertTrue(bench.still().breaks.isEmpty());
        }
    }

    @Test
    void c13_aFillOfBothSourcesIsNoBreakWhicheverTellsItFirst() {
        Sent buy = bench.buy();
        assertTrue(bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE).said().isEmpty());
        FlowFrame copy = bench.copy(buy, 20 * ONE, 100, "E1");
        assertTrue(copy.said().isEmpty());
        assertTrue(copy.booksNothing());
        assertTrue(bench.copy(buy, 30 * ONE, 100, "E2").booksNothing(), "a copy alone is not booked");
        bench.fill(buy, 30 * ONE, 100, "E2", WHOLE);
        noBreakIn(2 * WITHIN);
        assertEquals(TradingState.ACTIVE, bench.still().state());
    }

    @Test
    void c13_aFillWithoutItsCopyIsABreakAfterSoManySteps() {
        Sent buy = bench.buy();
        bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        long told = bench.sequence();
        noBreakIn(WITHIN - 1);
        FlowFrame late = steps(1);
        Broken broken = late.breaks.get(0);
        assertEquals(told, broken.id(), "named by the fill's record");
        assertEquals(BreakCause.FILL_UNCOPIED, broken.cause());
        assertEquals(buy.instrument(), broken.instrument());
        assertEquals(WHOLE, broken.amount());
        assertEquals(List.of(Notice.FILL_UNCOPIED), late.said());
        assertEquals(TradingState.REDUCING, bench.still().state());
        FlowFrame reducing = bench.step(101, 102);
        assertEquals(1, reducing.orders.size(), "nothing new, but what is held can be sold");
        assertEquals(Side.SELL, reducing.orders.get(0).side());

        FlowFrame copied = bench.copy(buy, WHOLE, 100, "E1");
        assertEquals(List.of(Notice.BREAK_AGREED), copied.said());
        assertEquals(0, copied.breaks.get(0).amount());
        assertEquals(TradingState.ACTIVE, bench.still().state());
    }

    @Test
    void c13_aFillThatOnlyTheDropCopyTellsIsABreakAndIsNotBooked() {
        Sent buy = bench.buy();
        bench.copy(buy, WHOLE, 100, "E1");
        long told = bench.sequence();
        FlowFrame late = steps(WITHIN);
        assertEquals(told, late.breaks.get(0).id());
        assertEquals(BreakCause.FILL_UNBOOKED, late.breaks.get(0).cause());
        assertEquals(0, late.owned().position(buy.instrument()));
        FlowFrame fill = bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        assertEquals(List.of(Notice.BREAK_AGREED), fill.said());
        FlowFrame after = bench.still();
        assertEquals(WHOLE, after.owned().position(buy.instrument()));
        assertEquals(TradingState.ACTIVE, after.state());
    }

    @Test
    void c13_severalLateFillsOfAnInstrumentAreOneBreak() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        long first = bench.sequence();
        bench.fill(buy, 10 * ONE, 100, "E2", 30 * ONE);
        assertEquals(30 * ONE, steps(WITHIN).breaks.get(0).amount());
        bench.fill(buy, 20 * ONE, 100, "E3", WHOLE);
        FlowFrame more = steps(WITHIN);
        assertEquals(List.of(first), more.breaks.stream().map(Broken::id).toList());
        assertEquals(WHOLE, more.breaks.get(0).amount());
        assertEquals(
                30 * ONE, bench.copy(buy, 20 * ONE, 100, "E1").breaks.get(0).amount());
        assertEquals(
                20 * ONE, bench.copy(buy, 10 * ONE, 100, "E2").breaks.get(0).amount());
        FlowFrame last = bench.copy(buy, 20 * ONE, 100, "E3");
        assertEquals(0, last.breaks.get(0).amount());
        assertEquals(TradingState.ACTIVE, bench.still().state());
    }

    @Test
    void c13_thePositionThatTheVenueReportsIsASecondSourceOfWhatIsLate() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        steps(WITHIN);
        bench.fill(buy, 30 * ONE, 100, "E2", WHOLE);
        assertEquals(
                List.of(Notice.BREAK_AGREED),
                bench.position(buy.instrument(), WHOLE, bench.sequence()).said());
        assertEquals(TradingState.ACTIVE, bench.still().state());
        assertEquals(30 * ONE, steps(WITHIN - 1).breaks.get(0).amount(), "what was not late then waits for its copy");
        bench.position(buy.instrument(), 40 * ONE, bench.sequence());
        bench.copy(buy, 30 * ONE, 100, "E2");
        assertEquals(TradingState.REDUCING, bench.still().state(), "a position that differs is another break");
    }

    @Test
    void c13_aPositionThatAgreesDoesNotEndWhatIsNotBooked() {
        Sent buy = bench.buy();
        Sent sell = new Sent(buy.clOrdId(), buy.instrument(), Side.SELL, buy.quantity(), buy.price());
        bench.copy(buy, WHOLE, 100, "E1");
        bench.copy(sell, WHOLE, 90, "E2");
        assertEquals(2 * WHOLE, steps(WITHIN).breaks.get(0).amount());
        bench.position(buy.instrument(), 0, bench.sequence());
        FlowFrame after = bench.still();
        assertEquals(TradingState.REDUCING, after.state(), "500 of cash are missing, whatever is held");
        assertTrue(bench.step(101, 98).orders.isEmpty(), "and nothing is traded in it");
    }

    @Test
    void whatOnlyLacksItsCopyCanBeClosed() {
        Sent buy = bench.buy();
        bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        bench.report(buy, OrderEventType.CANCELED, WHOLE);
        steps(WITHIN);
        bench.command(Command.FLATTEN);
        FlowFrame closing = bench.still();
        assertEquals(List.of(Side.SELL), closing.orders.stream().map(Sent::side).toList());
        assertEquals(WHOLE, closing.orders.get(0).quantity());
    }

    @Test
    void aFillThatIsTakenBackWaitsForNoCopy() {
        Sent buy = bench.buy();
        bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        bench.bust(buy, "B1", "E1");
        noBreakIn(2 * WITHIN);
        assertTrue(bench.copy(buy, WHOLE, 100, "E1").said().isEmpty(), "its copy is of what it was");
        bench.fill(buy, WHOLE, 100, "E2", WHOLE);
        assertEquals(WHOLE, steps(WITHIN).breaks.get(0).amount());
        FlowFrame bust = bench.bust(buy, "B2", "E2");
        assertEquals(0, bust.breaks.get(0).amount());
        assertEquals(TradingState.ACTIVE, bench.still().state());
    }

    @Test
    void aTellingThatAPersonHasSeenHaltsOnce() {
        Sent buy = bench.buy();
        bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        bench.copy(buy, WHOLE, 101, "E1");
        bench.command(Command.RESUME);
        assertTrue(bench.copy(buy, WHOLE, 101, "E1").said().isEmpty(), "the same said again");
    }

    @Test
    void copiesOfFillsTooOldToBeRememberedSayNothing() {
        int many = (1 << 16) + 1000;
        long part = ONE / 2000;
        Sent buy = bench.buy();
        long[] filledNs = new long[many + 1];
        for (int k = 1; k <= many; k++) {
            if (k % 1000 == 0) {
                bench.still();
            }
            filledNs[k] = bench.nowNs();
            bench.fill(buy, part, 100, "E" + k, k * part);
            bench.copy(buy, part, 100, "E" + k);
        }
        for (int k = 1; k <= 1500; k++) {
            bench.copy(buy, part, 100, "E" + k, filledNs[k]);
        }
        noBreakIn(2 * WITHIN);
        assertEquals(TradingState.ACTIVE, bench.still().state());
    }

    @Test
    void whatWaitsAtTheEndIsTold() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        bench.fill(buy, 30 * ONE, 100, "E2", WHOLE);
        bench.copy(buy, 20 * ONE, 100, "E1");
        bench.report(buy, OrderEventType.CANCELED, WHOLE);
        FlowFrame end = bench.command(Command.STOP);
        assertEquals(List.of(Notice.FILLS_UNCONFIRMED, Notice.STOPPED), end.said());
        assertEquals(1, end.notices.get(0).value());
    }

    @Test
    void thatTheDropCopyIsDownIsToldAndStopsNothing() {
        assertEquals(
                List.of(Notice.DROP_COPY_DOWN),
                bench.dropCopy(SessionState.DOWN).said());
        assertEquals(TradingState.ACTIVE, bench.still().state());
        assertEquals(2, bench.trades().size());
        assertEquals(
                List.of(Notice.DROP_COPY_UP), bench.dropCopy(SessionState.UP).said());
    }

    static Stream<Runnable> conflicts() {
        return Stream.of(
                () -> conflict((bench, buy) -> {
                    bench.fill(buy, WHOLE, 100, "E1", WHOLE);
                    return bench.copy(buy, WHOLE, 101, "E1");
                }),
                () -> conflict((bench, buy) -> {
                    bench.copy(buy, WHOLE - 1, 100, "E1");
                    return bench.fill(buy, WHOLE, 100, "E1", WHOLE);
                }),
                () -> conflict((bench, buy) -> {
                    bench.copy(buy, WHOLE, 100, "E1");
                    return bench.copy(buy, WHOLE, 99, "E1");
                }));
    }

    private interface Telling {
        FlowFrame told(FlowBench bench, Sent buy);
    }

    private static void conflict(Telling conflict) {
        FlowBench bench = bench();
        FlowFrame frame = conflict.told(bench, bench.buy());
        assertTrue(frame.said().contains(Notice.CONFLICTING_EXECUTION));
        assertEquals(TradingState.HALTED, bench.still().state());
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void c13_sourcesThatDifferHalt(Runnable conflict) {
        conflict.run();
    }

    @Test
    void c13_aCopyThatComesAgainSaysNothing() {
        Sent buy = bench.buy();
        bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        bench.copy(buy, WHOLE, 100, "E1");
        assertTrue(bench.copy(buy, WHOLE, 100, "E1").said().isEmpty());
        assertTrue(bench.fill(buy, WHOLE, 100, "E1", WHOLE).said().contains(Notice.REPEATED_EXECUTION));
        noBreakIn(2 * WITHIN);
        assertEquals(TradingState.ACTIVE, bench.still().state());
    }

    @Test
    void moreLateFillsThanCanBeKeptAreLateUntilThePositionAgrees() {
        int many = 5_000;
        Sent buy = bench.buy();
        for (int k = 1; k <= many; k++) {
            bench.fill(buy, ONE / 100, 100, "E" + k, k * (ONE / 100));
        }
        assertEquals(many * (ONE / 100), steps(WITHIN).breaks.get(0).amount());
        for (int k = 1; k <= many; k++) {
            bench.copy(buy, ONE / 100, 100, "E" + k);
        }
        assertEquals(TradingState.REDUCING, bench.still().state(), "the oldest are not known one by one any more");
        bench.position(buy.instrument(), many * (ONE / 100), bench.sequence());
        assertEquals(TradingState.ACTIVE, bench.still().state());
    }

    @Test
    void aRunWithoutADropCopyHaltsAtACopy() {
        FlowBench plain = FlowBench.ready();
        Sent buy = plain.buy();
        assertTrue(plain.copy(buy, WHOLE, 100, "E1").said().contains(Notice.BOOKING_REFUSED));
    }

    /** What comes next matches in one state and halts in another. */
    @Test
    void whatWaitsForItsSecondSourceIsInTheStateHash() {
        long buy = hash((bench, order) -> bench.copy(order, WHOLE, 100, "E2"));
        assertEquals(buy, hash((bench, order) -> bench.copy(order, WHOLE, 100, "E2")));
        Set<Long> others = Set.of(
                buy,
                hash((bench, order) -> bench.still()),
                hash((bench, order) -> bench.copy(order, WHOLE, 101, "E2")),
                hash((bench, order) -> bench.copy(
                        new Sent(order.clOrdId(), order.instrument(), Side.SELL, order.quantity(), order.price()),
                        WHOLE,
                        100,
                        "E2")));
        assertEquals(4, others.size());
    }

    private static long hash(Telling told) {
        FlowBench bench = bench();
        Sent buy = bench.buy();
        bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        bench.copy(buy, WHOLE, 100, "E1");
        told.told(bench, buy);
        bench.report(buy, OrderEventType.CANCELED, WHOLE);
        List<Said> end = bench.command(Command.STOP).notices;
        assertEquals(Notice.STOPPED, end.get(end.size() - 1).notice());
        return end.get(end.size() - 1).value();
    }
}
