package mnvh.engine;

import static mnvh.engine.FlowBench.EUR;
import static mnvh.engine.FlowBench.ONE;
import static mnvh.engine.FlowBench.USD;
import static mnvh.engine.FlowBench.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mnvh.config.FeeConfig;
import mnvh.config.FeeTable;
import mnvh.config.FeeTier;
import mnvh.engine.FlowFrame.Cost;
import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.Notice;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.event.ResolutionEvent;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.units.Component;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/** Takers pay 4.5 bp, 4 bp from 5,000 traded on; SYM1 has 10 bp. Differences of more than 0.10 are told. */
class FeeFlowsTest {
    private static final FeeConfig FEES = new FeeConfig(
            new FeeTable(0, 450_000_000, 0, 0, FeeTable.NO_MAXIMUM, List.of(new FeeTier(5_000 * ONE, 0, 400_000_000))),
            Map.of("SYM1", new FeeTable(0, 1_000_000_000, 0, 0, FeeTable.NO_MAXIMUM, List.of())),
            at(0.10));

    private static final long DAY_NS = 86_400 * TestRun.SECOND_NS;

    private final FlowBench bench = new FlowBench(
                    TestRun.withFees(TestRun.literal(FlowUniverse.create(), TestRun.unlimited(), 1, 2), FEES))
            .started();

    @Test
    void scheduledFeeIsThatOfTheInstrument() {
        FlowFrame general = bench.foreign(0, Side.BUY, 10 * ONE, 100, "E1");
        assertEquals(List.of(new Cost(at(0.45), false, USD, at(0.45), 0)), general.costs);
        FlowFrame own = bench.foreign(1, Side.BUY, 10 * ONE, 100, "E2");
        assertEquals(List.of(new Cost(at(1), false, USD, at(1), 0)), own.costs);
    }

    @Test
    void reportedCommissionIsChargedAndItsDifferenceWritten() {
        FlowFrame frame = bench.foreign(0, Side.BUY, 10 * ONE, 100, "E1", USD, at(0.55));
        assertEquals(List.of(new Cost(at(0.55), true, USD, at(0.45), at(0.10))), frame.costs);
        assertEquals(at(-0.55), frame.sum(Component.FEE, 0), "the venue's number is booked");
        assertEquals(List.of(Notice.ORPHAN_FILL), frame.said(), "0.10 is not more than 0.10");
    }

    @Test
    void largerDifferenceIsToldEitherWay() {
        FlowFrame dear = bench.foreign(0, Side.BUY, 10 * ONE, 100, "E1", USD, at(0.55) + 1);
        assertEquals(List.of(Notice.FEE_DIFFERENCE, Notice.ORPHAN_FILL), dear.said());
        assertEquals(at(0.10) + 1, dear.notices.get(0).value());
        assertEquals(at(0.10), dear.notices.get(0).limit());
        FlowFrame cheap = bench.foreign(0, Side.BUY, 10 * ONE, 100, "E2", USD, at(-0.05));
        assertEquals(at(-0.50), cheap.costs.get(0).difference());
        assertTrue(cheap.said().contains(Notice.FEE_DIFFERENCE));
    }

    @Test
    void commissionInAnotherCurrencyIsComparedAtIndexPrices() {
        FlowFrame unknown = bench.foreign(0, Side.BUY, 10 * ONE, 100, "E1", EUR, at(0.40));
        assertEquals(List.of(new Cost(at(0.40), true, EUR, at(0.45), 0)), unknown.costs);
        assertTrue(
                unknown.said().contains(Notice.FEE_DIFFERENCE_UNKNOWN),
                unknown.said().toString());
        bench.indexPrice(EUR, 1.25);
        FlowFrame known = bench.foreign(0, Side.BUY, 10 * ONE, 100, "E2", EUR, at(0.40));
        assertEquals(List.of(new Cost(at(0.40), true, EUR, at(0.45), at(0.05))), known.costs);
        FlowFrame settled = bench.foreign(2, Side.BUY, 10 * ONE, 100, "E3", EUR, at(0.47));
        assertEquals(at(0.025), settled.costs.get(0).difference(), "0.02 EUR of an instrument in EUR");
        FlowFrame dollars = bench.foreign(2, Side.BUY, 10 * ONE, 100, "E4", USD, at(0.50));
        assertEquals(at(0.50) - at(0.5625), dollars.costs.get(0).difference(), "0.45 EUR are 0.5625 USD");
    }

    @Test
    void repeatedFillTellsNoDifference() {
        bench.foreign(0, Side.BUY, 10 * ONE, 100, "E1", USD, at(5));
        FlowFrame again = bench.foreign(0, Side.BUY, 10 * ONE, 100, "E1", USD, at(5));
        assertEquals(List.of(Notice.REPEATED_EXECUTION), again.said());
        assertTrue(again.costs.isEmpty());
    }

    private void assertNextDayBringsTheNextTier() {
        bench.nextDay();
        FlowFrame first = bench.indexPrice(EUR, 1.25);
        assertEquals(List.of(Notice.FEE_TIER), first.said());
        assertEquals(7_000 * ONE, first.notices.get(0).value());
        assertEquals(
                at(0.40),
                bench.foreign(0, Side.BUY, 10 * ONE, 100, "E3").costs.get(0).fee());
    }

    @Test
    void nextDayBringsTheNextTierAndSaysSo() {
        bench.foreign(0, Side.BUY, 60 * ONE, 100, "E1");
        assertEquals(
                at(0.45),
                bench.foreign(0, Side.SELL, 10 * ONE, 100, "E2").costs.get(0).fee(),
                "the day itself");
        assertNextDayBringsTheNextTier();
        assertEquals(
                at(1),
                bench.foreign(1, Side.BUY, 10 * ONE, 100, "E4").costs.get(0).fee(),
                "SYM1 has no tiers");
    }

    @Test
    void clocksOfPeopleAndSessionsBeginNoDay() {
        bench.foreign(0, Side.BUY, 60 * ONE, 100, "E1");
        // A year ahead of the venue: what it had seen would lie before all days that count.
        long ahead = bench.nowNs() + 365 * DAY_NS;
        List<FlowFrame> told = List.of(
                bench.say(slot -> new CommandEvent()
                        .begin(slot, ahead)
                        .command(Command.PAUSE)
                        .reason("lunch")),
                bench.say(slot -> new CommandEvent()
                        .begin(slot, ahead)
                        .command(Command.RESUME)
                        .reason("back")),
                bench.say(slot -> new SessionEvent()
                        .begin(slot, ahead)
                        .state(SessionState.UP)
                        .text("again")),
                bench.say(slot -> new RefusedEvent()
                        .begin(slot, ahead)
                        .refusal(Refusal.CONTROL)
                        .instrument(-1)
                        .text("401")),
                bench.say(slot -> new ResolutionEvent()
                        .begin(slot, ahead)
                        .breakId(1)
                        .amount(ONE)
                        .operator("alice")
                        .reason("no such break")
                        .resolutionId("R1")));
        for (FlowFrame frame : told) {
            assertFalse(frame.said().contains(Notice.FEE_TIER), frame.said().toString());
        }
        assertEquals(
                at(0.45),
                bench.foreign(0, Side.BUY, 10 * ONE, 100, "E2").costs.get(0).fee(),
                "the venue's day goes on");
        assertNextDayBringsTheNextTier();
    }

    @Test
    void volumeWithoutAnIndexPriceIsTold() {
        bench.foreign(2, Side.BUY, 60 * ONE, 100, "E1");
        bench.nextDay();
        assertEquals(
                List.of(Notice.FEE_VOLUME_UNKNOWN), bench.indexPrice(EUR, 1.25).said());
        bench.nextDay();
        FlowFrame next = bench.indexPrice(EUR, 1.25);
        assertEquals(List.of(Notice.FEE_TIER), next.said());
        assertEquals(7_500 * ONE, next.notices.get(0).value());
    }

    @Test
    void sameEventsEndInTheSameBytes() {
        nextDayBringsTheNextTierAndSaysSo();
        FlowBench other = new FlowBench(
                TestRun.withFees(TestRun.literal(FlowUniverse.create(), TestRun.unlimited(), 1, 2), FEES));
        other.repeat(bench);
        assertEquals(bench.outbound.size(), other.outbound.size());
        for (int i = 0; i < bench.outbound.size(); i++) {
            assertTrue(Arrays.equals(bench.outbound.get(i), other.outbound.get(i)), "frame " + i);
        }
    }
}
