package mnvh.engine;

import static mnvh.engine.FlowBench.EUR;
import static mnvh.engine.FlowBench.ONE;
import static mnvh.engine.FlowBench.TAKER_PER_MONEY;
import static mnvh.engine.FlowBench.USD;
import static mnvh.engine.FlowBench.at;
import static mnvh.engine.FlowFrame.general;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mnvh.engine.FlowFrame.Broken;
import mnvh.engine.FlowFrame.Owned;
import mnvh.engine.FlowFrame.Said;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.BalanceType;
import mnvh.event.BreakCause;
import mnvh.event.Notice;
import mnvh.ledger.Account;
import mnvh.risk.TradingState;
import mnvh.units.Component;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/** Row 33 of the flow table and its like for cash: what the venue reports against what the books say. */
class ReconciliationFlowsTest {
    private static final long WHOLE = 50 * ONE;

    private final FlowBench bench = FlowBench.ready();

    private void hold() {
        Sent buy = bench.buy();
        bench.fill(buy, WHOLE, 100, "E1", WHOLE);
    }

    private static boolean trades(FlowFrame step, int instrument) {
        return step.orders.stream().anyMatch(order -> order.instrument() == instrument);
    }

    @Test
    void row33PositionThatDiffersIsABreakAndNothingIsBooked() {
        hold();
        Owned before = bench.owned();
        FlowFrame frame = bench.position(1, 60 * ONE, 0);
        Said said = frame.notices.get(0);
        assertEquals(List.of(Notice.POSITION_BREAK), frame.said());
        assertEquals(1, said.instrument());
        assertEquals(10 * ONE, said.value(), "the venue has more");
        assertEquals(WHOLE, said.limit(), "than the books have");
        assertTrue(frame.booksNothing());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.REDUCING, step.state());
    }

    @Test
    void row33BrokenSymbolIsNotTradedUntilAReportAgrees() {
        hold();
        bench.position(1, 60 * ONE, 0);
        FlowFrame blocked = bench.step(101, 102);
        assertFalse(trades(blocked, 1), "not even to reduce");
        FlowFrame agreed = bench.position(1, WHOLE, 0);
        assertEquals(List.of(Notice.BREAK_AGREED), agreed.said());
        assertTrue(agreed.booksNothing());
        FlowFrame open = bench.step(101, 104);
        assertEquals(TradingState.ACTIVE, open.state());
        assertTrue(trades(open, 1));
    }

    @Test
    void row33OtherSymbolsMayOnlyReduce() {
        hold();
        bench.position(0, ONE, 0);
        FlowFrame opening = bench.step(103, 100);
        assertTrue(opening.orders.isEmpty(), "the leader of 0 is broken, the laggard 1 is long");
        FlowFrame reducing = bench.step(103, 102);
        assertEquals(1, reducing.orders.size());
        assertEquals(1, reducing.orders.get(0).instrument());
        assertEquals(Side.SELL, reducing.orders.get(0).side());
    }

    @Test
    void row33BreakEndsWhenTheMissingFillArrivesAndAReportAgrees() {
        hold();
        bench.position(0, -10 * ONE, 0);
        bench.foreign(0, Side.SELL, 10 * ONE, 101, "L1");
        assertEquals(
                List.of(Notice.BREAK_AGREED), bench.position(0, -10 * ONE, 0).said());
    }

    @Test
    void row33FailedReportIsNotFlat() {
        hold();
        Owned before = bench.owned();
        FlowFrame frame = bench.positionFailed(1);
        assertEquals(List.of(Notice.REPORT_FAILED), frame.said());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.ACTIVE, step.state());
        bench.position(1, 60 * ONE, 0);
        bench.positionFailed(1);
        assertEquals(TradingState.REDUCING, bench.still().state(), "nor does it explain a break");
    }

    @Test
    void row33ReportFromBeforeAFillIsNotCompared() {
        long before = bench.sequence();
        hold();
        FlowFrame frame = bench.position(1, 0, before);
        assertEquals(List.of(Notice.REPORT_STALE), frame.said());
        assertEquals(TradingState.ACTIVE, bench.still().state());
    }

    @Test
    void breakIsAnnouncedAsTheChangeToReducingThatItIs() {
        FlowFrame position = bench.position(1, 60 * ONE, 0);
        assertEquals(TradingState.ACTIVE, position.notices.get(0).before());
        assertEquals(TradingState.REDUCING, position.notices.get(0).after());
        FlowFrame explained = bench.position(1, 0, 0);
        assertEquals(TradingState.REDUCING, explained.notices.get(0).before());
        assertEquals(TradingState.ACTIVE, explained.notices.get(0).after());
    }

    @Test
    void balanceThatAgreesSaysNothing() {
        hold();
        Owned before = bench.owned();
        assertEquals(0, bench.balance(USD, before.wallet(USD), 0).frames);
        assertEquals(0, bench.balance(USD, before.wallet(USD), bench.sequence()).frames);
        assertEquals(before, bench.owned());
    }

    @Test
    void balanceThatDiffersIsInSuspenseUntilAResolutionExplainsIt() {
        Owned before = bench.owned();
        FlowFrame broken = bench.balance(USD, before.wallet(USD) + at(5), 0);
        Said said = broken.notices.get(0);
        assertEquals(List.of(Notice.BALANCE_BREAK), broken.said());
        assertEquals(at(5), said.value());
        assertEquals(Set.of(Component.SUSPENSE), broken.components());
        assertEquals(at(5), broken.sum(Component.SUSPENSE, general(USD)));
        long id = bench.sequence();
        assertEquals(List.of(new Broken(id, BreakCause.BALANCE, -1, USD, at(5), bench.nowNs())), broken.breaks);
        FlowFrame reducing = bench.step(101, 100);
        assertEquals(before.wallet(USD) + at(5), reducing.owned().wallet(USD));
        assertEquals(TradingState.REDUCING, reducing.state());
        assertTrue(reducing.orders.isEmpty());
        FlowFrame resolved = bench.resolve(id, Account.INTEREST, at(5));
        assertEquals(List.of(Notice.BREAK_EXPLAINED), resolved.said());
        assertEquals(0, resolved.breaks.get(0).amount());
        assertEquals(at(-5), resolved.sum(Component.SUSPENSE, general(USD)));
        assertEquals(at(5), resolved.sum(Component.INTEREST, general(USD)));
        FlowFrame active = bench.step(102, 100);
        assertEquals(before.wallet(USD) + at(5), active.owned().wallet(USD));
        assertEquals(TradingState.ACTIVE, active.state());
        assertFalse(active.orders.isEmpty());
    }

    @Test
    void balanceOfAnotherCurrencyIsItsOwn() {
        Owned before = bench.owned();
        FlowFrame broken = bench.balance(EUR, at(7), 0);
        assertEquals(at(7), broken.sum(Component.SUSPENSE, general(EUR)));
        Owned after = bench.owned();
        assertEquals(before.wallet(USD), after.wallet(USD));
        assertEquals(at(7), after.wallet(EUR));
        bench.indexPrice(EUR, 1.1);
        assertEquals(before.equity() + at(7.7), bench.owned().equity());
    }

    @Test
    void differencesAreBreaksOfTheirOwnAndAreExplainedInParts() {
        long wallet = bench.owned().wallet(USD);
        bench.balance(USD, wallet + at(5), 0);
        long first = bench.sequence();
        bench.still();
        assertEquals(at(-8), bench.balance(USD, wallet - at(3), 0).sum(Component.SUSPENSE, general(USD)));
        long second = bench.sequence();
        FlowFrame part = bench.resolve(second, Account.TRADING_FEES, at(-6));
        assertEquals(at(-6), part.notices.get(0).value());
        assertEquals(at(-2), part.notices.get(0).limit(), "what is left");
        assertEquals(at(-2), part.breaks.get(0).amount());
        assertEquals(second, part.breaks.get(0).id());
        bench.resolve(first, Account.INTEREST, at(5));
        assertEquals(TradingState.REDUCING, bench.still().state(), "a part of the second is left");
        bench.resolve(second, Account.EXTERNAL, at(-2));
        FlowFrame step = bench.still();
        assertEquals(TradingState.ACTIVE, step.state());
        assertEquals(wallet - at(3), step.owned().wallet(USD));
    }

    @Test
    void breakKeepsItsNumberAndItsAgeWhileItChanges() {
        bench.position(1, 60 * ONE, 0);
        long id = bench.sequence();
        long firstNs = bench.nowNs();
        bench.still();
        FlowFrame changed = bench.position(1, 70 * ONE, 0);
        assertEquals(List.of(new Broken(id, BreakCause.POSITION, 1, -1, 70 * ONE, firstNs)), changed.breaks);
        assertEquals(0, bench.position(1, 0, 0).breaks.get(0).amount());
        bench.position(1, 60 * ONE, 0);
        assertEquals(bench.sequence(), bench.last().breaks.get(0).id(), "a new break, not the old one");
    }

    @Test
    void venueThatTakesItsDifferenceBackClosesIt() {
        Owned before = bench.owned();
        bench.balance(USD, before.wallet(USD) + at(5), 0);
        long first = bench.sequence();
        bench.balance(USD, before.wallet(USD) + at(3), 0);
        long second = bench.sequence();
        bench.balance(EUR, at(1), 0);
        FlowFrame taken = bench.balance(USD, before.wallet(USD), 0);
        assertEquals(List.of(Notice.BREAK_AGREED), taken.said());
        assertEquals(
                Map.of(first, 0L, second, 0L),
                taken.breaks.stream().collect(Collectors.toMap(Broken::id, Broken::amount)));
        assertEquals(before.wallet(USD), bench.owned().wallet(USD));
        assertEquals(TradingState.REDUCING, bench.still().state(), "the euro is still open");
        bench.balance(EUR, 0, 0);
        assertEquals(TradingState.ACTIVE, bench.still().state());
    }

    @Test
    void sameResolutionAgainIsToldAndBookedOnce() {
        bench.balance(USD, bench.owned().wallet(USD) + at(5), 0);
        long id = bench.sequence();
        bench.resolve(id, Account.INTEREST, at(2), "K1");
        Owned after = bench.owned();
        FlowFrame again = bench.resolve(id, Account.INTEREST, at(2), "K1");
        assertEquals(List.of(Notice.RESOLUTION_REPEATED), again.said());
        assertTrue(again.booksNothing());
        FlowFrame other = bench.resolve(id, Account.INTEREST, at(3), "K1");
        assertEquals(List.of(Notice.RESOLUTION_REFUSED), other.said(), "the name is used up");
        assertEquals(after, bench.owned());
        assertEquals(
                List.of(Notice.BREAK_EXPLAINED),
                bench.resolve(id, Account.INTEREST, at(3), "K2").said());
    }

    @Test
    void resolutionOfWhatIsNotOpenIsRefusedAndTheRunGoesOn() {
        bench.balance(USD, bench.owned().wallet(USD) + at(5), 0);
        long id = bench.sequence();
        bench.position(0, ONE, 0);
        long position = bench.sequence();
        Owned before = bench.owned();
        for (FlowFrame frame : List.of(
                bench.resolve(id, Account.INTEREST, at(5) + 1),
                bench.resolve(id, Account.INTEREST, at(-5)),
                bench.resolve(id, Account.INTEREST, 0),
                bench.resolve(id + 1000, Account.INTEREST, at(5)),
                bench.resolve(position, Account.INTEREST, ONE),
                bench.resolve(id, Account.INTEREST, at(5), ""))) {
            assertEquals(List.of(Notice.RESOLUTION_REFUSED), frame.said());
            assertTrue(frame.booksNothing());
            assertEquals(List.of(), frame.breaks);
        }
        assertEquals(before, bench.owned());
        assertEquals(TradingState.REDUCING, bench.still().state(), "not halted");
    }

    @Test
    void totalOfFeesThatDiffersIsABreakAndNothingIsBooked() {
        hold();
        bench.funding(1, 1_000_000_000L, 100, bench.nowNs());
        long fees = -5000 * TAKER_PER_MONEY;
        assertEquals(0, bench.total(BalanceType.FEES, USD, fees, 0).frames);
        assertEquals(0, bench.total(BalanceType.FUNDING, USD, at(-5), 0).frames);
        FlowFrame frame = bench.total(BalanceType.FEES, USD, fees - at(1), bench.sequence());
        long id = bench.sequence();
        assertEquals(List.of(Notice.TOTAL_BREAK), frame.said());
        assertEquals(at(-1), frame.notices.get(0).value());
        assertEquals(fees, frame.notices.get(0).limit());
        assertEquals(List.of(new Broken(id, BreakCause.FEES_TOTAL, -1, USD, at(-1), bench.nowNs())), frame.breaks);
        assertTrue(frame.booksNothing());
        assertEquals(TradingState.REDUCING, bench.still().state());
        assertEquals(
                List.of(Notice.RESOLUTION_REFUSED),
                bench.resolve(id, Account.TRADING_FEES, at(-1)).said());
        FlowFrame funding = bench.total(BalanceType.FUNDING, USD, at(-4), 0);
        assertEquals(BreakCause.FUNDING_TOTAL, funding.breaks.get(0).cause());
        assertEquals(
                List.of(Notice.BREAK_AGREED),
                bench.total(BalanceType.FEES, USD, fees, 0).said());
        bench.total(BalanceType.FUNDING, USD, at(-5), 0);
        assertEquals(TradingState.ACTIVE, bench.still().state());
    }

    @Test
    void totalFromBeforeAFeeIsNotCompared() {
        long before = bench.sequence();
        hold();
        assertEquals(
                List.of(Notice.REPORT_STALE),
                bench.total(BalanceType.FEES, USD, 0, before).said());
        assertEquals(0, bench.total(BalanceType.FUNDING, USD, 0, before).frames, "no funding since");
    }

    @Test
    void staleBalanceIsNotCompared() {
        long stale = bench.sequence();
        Owned first = bench.owned();
        hold();
        long fresh = bench.sequence();
        Owned before = bench.owned();
        FlowFrame frame = bench.balance(USD, first.wallet(USD), stale);
        assertEquals(List.of(Notice.REPORT_STALE), frame.said());
        assertTrue(frame.booksNothing());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.ACTIVE, step.state());
        assertEquals(
                List.of(Notice.BALANCE_BREAK),
                bench.balance(USD, first.wallet(USD), fresh).said());
    }

    @Test
    void failedBalanceReportSaysNothingOfTheBalance() {
        Owned before = bench.owned();
        FlowFrame frame = bench.balanceFailed(USD);
        assertEquals(List.of(Notice.REPORT_FAILED), frame.said());
        assertTrue(frame.booksNothing());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.ACTIVE, step.state());
    }

    @Test
    void resolutionThatExplainsNothingIsRefused() {
        bench.balance(USD, bench.owned().wallet(USD) + at(5), 0);
        long id = bench.sequence();
        Owned before = bench.owned();
        for (Account account : List.of(Account.WALLET, Account.EXECUTION_EDGE, Account.SUSPENSE, Account.CAPITAL)) {
            FlowFrame frame = bench.resolve(id, account, at(5));
            assertEquals(List.of(Notice.RESOLUTION_REFUSED), frame.said(), account.name());
            assertTrue(frame.booksNothing());
        }
        assertEquals(before, bench.owned());
    }
}
