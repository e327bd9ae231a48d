package mnvh.engine;

import static mnvh.engine.FlowBench.ONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import mnvh.engine.FlowFrame.Broken;
import mnvh.engine.FlowFrame.Said;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.BreakCause;
import mnvh.event.Command;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.risk.TradingState;
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

    @Test
    void c13_aFillOfBothSourcesIsNoBreakWhicheverTellsItFirst() {
        Sent buy = bench.buy();
        assertTrue(bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE).said().isEmpty());
        FlowFrame copy = bench.copy(buy, 20 * ONE, 100, "E1");
        assertTrue(copy.said().isEmpty());
        assertTrue(copy.booksNothing());
        assertTrue(bench.copy(buy, 30 * ONE, 100, "E2").booksNothing(), "a copy alone is not booked");
        bench.fill(buy, 30 * ONE, 100, "E2", WHOLE);
        for (int k = 0; k < 2 * WITHIN; k++) {
            FlowFrame step = bench.still();
            assertTrue(step.breaks.isEmpty());
            assertEquals(TradingState.ACTIVE, step.state());
        }
    }

    @Test
    void c13_aFillWithoutItsCopyIsABreakAfterSoManySteps() {
        Sent buy = bench.buy();
        bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        long told = bench.sequence();
        assertTrue(steps(WITHIN - 1).breaks.isEmpty());
        FlowFrame late = steps(1);
        Broken broken = late.breaks.get(0);
        assertEquals(told, broken.id(), "named by the fill's record");
        assertEquals(BreakCause.FILL, broken.cause());
        assertEquals(buy.instrument(), broken.instrument());
        assertEquals(WHOLE, broken.amount());
        assertEquals(List.of(Notice.FILL_UNMATCHED), late.said());
        assertEquals(TradingState.REDUCING, bench.still().state());
        assertTrue(bench.step(102, 100).orders.isEmpty(), "nothing new, and nothing at all in its instrument");

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

    private interface Conflict {
        FlowFrame told(FlowBench bench, Sent buy);
    }

    private static void conflict(Conflict conflict) {
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
        assertTrue(steps(2 * WITHIN).breaks.isEmpty());
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

    @Test
    void whatWaitsForItsSecondSourceIsInTheStateHash() {
        assertEquals(hash(false), hash(false));
        assertNotEquals(hash(false), hash(true));
    }

    private static long hash(boolean copied) {
        FlowBench bench = bench();
        Sent buy = bench.buy();
        bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        if (copied) {
            bench.copy(buy, WHOLE, 100, "E1");
        }
        bench.report(buy, OrderEventType.CANCELED, WHOLE);
        Said end = bench.command(Command.STOP).notices.get(0);
        assertEquals(Notice.STOPPED, end.notice());
        return end.value();
    }
}
