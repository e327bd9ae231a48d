package mnvh.engine;

import static mnvh.engine.FlowBench.CASH;
import static mnvh.engine.FlowBench.EUR;
import static mnvh.engine.FlowBench.ONE;
import static mnvh.engine.FlowBench.USD;
import static mnvh.engine.FlowBench.at;
import static mnvh.engine.FlowFrame.general;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mnvh.config.RiskConfig;
import mnvh.engine.FlowFrame.Broken;
import mnvh.engine.FlowFrame.Owned;
import mnvh.engine.FlowFrame.Said;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.BreakCause;
import mnvh.event.Notice;
import mnvh.ledger.Account;
import mnvh.risk.TradingState;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/** Rows 34 and 35 of the flow table, and cash from outside: what moves the wallet without a trade. */
class CashFlowsTest {
    /** 0.1 % at 10^-12. */
    private static final long RATE = 1_000_000_000L;

    private final FlowBench bench = FlowBench.ready();

    @Test
    void row34LateFeeIsBookedAgainstItsFillInItsOwnCurrency() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        Owned before = bench.owned();
        FlowFrame frame = bench.fee(1, "E1", "F1", FeeKind.CLEARING, EUR, at(2.5));
        assertTrue(frame.notices.isEmpty());
        assertEquals(Set.of(Component.CLEARING_FEE), frame.components());
        assertEquals(at(-2.5), frame.sum(Component.CLEARING_FEE, general(EUR)));
        Owned after = bench.owned();
        assertEquals(before.wallet(EUR) - at(2.5), after.wallet(EUR));
        assertEquals(before.wallet(USD), after.wallet(USD));
        assertEquals(before.financing(), after.financing());
        assertEquals(before.positions(), after.positions());
    }

    @Test
    void row34LateFeeOfTheSettlementCurrencyIsTheInstruments() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        Owned before = bench.owned();
        FlowFrame frame = bench.fee(1, "E1", "F1", FeeKind.REGULATORY, USD, at(0.25));
        assertEquals(at(-0.25), frame.sum(Component.REGULATORY_FEE, 1));
        assertEquals(
                at(0.05),
                bench.fee(1, "E1", "F2", FeeKind.TRADING, USD, at(-0.05)).sum(Component.REBATE, 1));
        Owned after = bench.owned();
        assertEquals(before.wallet(USD) - at(0.2), after.wallet(USD));
        assertEquals(before.equity() - at(0.2), after.equity());
    }

    @Test
    void row34LateFeeIsBookedOnce() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        bench.fee(1, "E1", "F1", FeeKind.CLEARING, USD, at(2.5));
        Owned before = bench.owned();
        FlowFrame again = bench.fee(1, "E1", "F1", FeeKind.CLEARING, USD, at(2.5));
        assertEquals(List.of(Notice.RECORD_REPEATED), again.said());
        assertTrue(again.booksNothing());
        assertEquals(before, bench.owned());
    }

    @Test
    void row34LateFeeIdWithOtherAmountHalts() {
        Sent buy = bench.buy();
        bench.fill(buy, 10 * ONE, 100, "E1");
        bench.fee(1, "E1", "F1", FeeKind.CLEARING, USD, at(2.5));
        Owned before = bench.owned();
        FlowFrame other = bench.fee(1, "E1", "F1", FeeKind.CLEARING, USD, at(2.6));
        assertEquals(List.of(Notice.RECORD_CONFLICTING), other.said());
        assertTrue(other.booksNothing());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.HALTED, step.state());
    }

    @Test
    void row34LateFeeIdWithOtherKindHalts() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        bench.fee(1, "E1", "F1", FeeKind.CLEARING, USD, at(2.5));
        FlowFrame other = bench.fee(1, "E1", "F1", FeeKind.TAX, USD, at(2.5));
        assertEquals(List.of(Notice.RECORD_CONFLICTING), other.said());
        assertTrue(other.booksNothing());
    }

    @Test
    void row34LateFeeBeyondTheBooksIsRefusedUntilThereIsRoomForIt() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        bench.external(USD, -Long.MAX_VALUE, "W1");
        for (String fill : List.of("E1", "E9")) {
            for (int times = 0; times < 2; times++) {
                FlowFrame refused = bench.fee(1, fill, "F" + fill, FeeKind.TAX, USD, CASH);
                assertEquals(List.of(Notice.BOOKING_REFUSED), refused.said(), fill);
                assertTrue(refused.booksNothing());
            }
        }
        bench.external(USD, Long.MAX_VALUE, "D1");
        FlowFrame booked = bench.fee(1, "E1", "FE1", FeeKind.TAX, USD, CASH);
        assertEquals(List.of(), booked.said());
        assertEquals(-CASH, booked.sum(Component.TAX, 1));
        assertEquals(
                List.of(Notice.FEE_UNKNOWN_FILL),
                bench.fee(1, "E9", "FE9", FeeKind.TAX, USD, CASH).said());
        assertEquals(
                List.of(Notice.RECORD_REPEATED),
                bench.fee(1, "E9", "FE9", FeeKind.TAX, USD, CASH).said(),
                "in suspense, but booked");
    }

    @Test
    void row34FeeOfAnUnknownFillIsInSuspenseUntilExplained() {
        Owned before = bench.owned();
        FlowFrame frame = bench.fee(1, "E9", "F1", FeeKind.CLEARING, USD, at(2.5));
        long id = bench.sequence();
        assertEquals(List.of(Notice.FEE_UNKNOWN_FILL), frame.said());
        assertEquals(
                List.of(new Broken(id, BreakCause.FEE_UNKNOWN_FILL, -1, USD, at(-2.5), bench.nowNs())), frame.breaks);
        assertEquals(Set.of(Component.SUSPENSE), frame.components());
        assertEquals(at(-2.5), frame.sum(Component.SUSPENSE, general(USD)));
        FlowFrame step = bench.step(101, 100);
        assertEquals(before.wallet(USD) - at(2.5), step.owned().wallet(USD));
        assertEquals(TradingState.REDUCING, step.state());
        assertTrue(step.orders.isEmpty(), "every trade would open");
        FlowFrame resolved = bench.resolve(id, Account.CLEARING_FEES, at(-2.5));
        assertEquals(List.of(Notice.BREAK_EXPLAINED), resolved.said());
        assertEquals(at(2.5), resolved.sum(Component.SUSPENSE, general(USD)));
        assertEquals(at(-2.5), resolved.sum(Component.CLEARING_FEE, general(USD)));
        FlowFrame after = bench.step(102, 100);
        assertEquals(before.wallet(USD) - at(2.5), after.owned().wallet(USD), "the wallet is the venue's");
        assertEquals(TradingState.ACTIVE, after.state());
        assertFalse(after.orders.isEmpty());
    }

    @Test
    void row35FundingIsItsOwnComponentAndNoProfitOfAFill() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        Owned before = bench.owned();
        FlowFrame frame = bench.funding(1, RATE, 100, bench.nowNs());
        assertEquals(Set.of(Component.FUNDING), frame.components());
        assertEquals(at(-1), frame.sum(Component.FUNDING, 1));
        assertTrue(frame.fills.isEmpty());
        Owned after = bench.owned();
        assertEquals(before.wallet(USD) - at(1), after.wallet(USD));
        assertEquals(before.financing(), after.financing());
        FlowFrame close = bench.foreign(1, Side.SELL, 10 * ONE, 102, "E2");
        assertEquals(at(20), close.fill().realised(), "from 100 to 102 and nothing else");
        assertEquals(0, close.sum(Component.FUNDING, 1));
    }

    @Test
    void row35ShortReceivesWhereTheRateIsPositive() {
        bench.foreign(0, Side.SELL, 10 * ONE, 100, "E1");
        Owned before = bench.owned();
        assertEquals(at(1.01), bench.funding(0, RATE, 101, bench.nowNs()).sum(Component.FUNDING, 0));
        assertEquals(before.wallet(USD) + at(1.01), bench.owned().wallet(USD));
    }

    @Test
    void row35BoundaryIsChargedOnce() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        long boundary = bench.nowNs();
        bench.funding(1, RATE, 100, boundary);
        Owned before = bench.owned();
        FlowFrame again = bench.funding(1, RATE, 100, boundary);
        assertEquals(List.of(Notice.FUNDING_REPEATED), again.said());
        assertTrue(again.booksNothing());
        FlowFrame earlier = bench.funding(1, RATE, 100, boundary - 1);
        assertEquals(List.of(Notice.FUNDING_OUT_OF_ORDER), earlier.said(), "missed, and not repeated");
        assertEquals(boundary - 1, earlier.notices.get(0).value());
        assertTrue(earlier.booksNothing());
        assertEquals(before, bench.owned());
    }

    @Test
    void row35FillFromBeforeABoundaryThatIsFundedIsToldAndNotFunded() {
        Sent buy = bench.buy();
        long boundary = bench.nowNs() + 1;
        bench.funding(1, RATE, 100, boundary);
        FlowFrame late = bench.fill(buy, 10 * ONE, 100, "E1");
        assertEquals(List.of(Notice.FUNDED_WITHOUT_FILL), late.said());
        assertEquals(boundary, late.notices.get(0).value());
        assertEquals(10 * ONE, late.fill().position());
        assertEquals(0, late.sum(Component.FUNDING, 1));
        bench.still();
        assertEquals(List.of(), bench.fill(buy, 10 * ONE, 100, "E2").said(), "from after it");
        bench.funding(1, RATE, 100, bench.nowNs());
        assertEquals(List.of(), bench.fill(buy, 10 * ONE, 100, "E3").said(), "from the same instant, and told later");
    }

    @Test
    void row35FillThatWasFundedAndIsTakenBackOrChangedIsToldAndTheFundingStays() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E2");
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E3");
        long boundary = bench.nowNs();
        bench.funding(1, RATE, 100, boundary);
        bench.still();
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E4");
        FlowFrame bust = bench.bust(1, "B1", "E1");
        assertEquals(List.of(Notice.TRADE_BUSTED, Notice.FUNDED_FILL_CHANGED), bust.said());
        assertEquals(boundary, bust.notices.get(1).value());
        assertEquals(0, bust.sum(Component.FUNDING, 1));
        FlowFrame smaller = bench.correct(1, Side.BUY, 4 * ONE, 100, "B2", "E2");
        assertEquals(List.of(Notice.TRADE_CORRECTED, Notice.FUNDED_FILL_CHANGED), smaller.said());
        FlowFrame cheaper = bench.correct(1, Side.BUY, 10 * ONE, 99, "B3", "E3");
        assertEquals(List.of(Notice.TRADE_CORRECTED), cheaper.said(), "as much was held");
        assertEquals(List.of(Notice.TRADE_BUSTED), bench.bust(1, "B4", "E4").said(), "from after the boundary");
    }

    @Test
    void row35WhatWasHeldIntoTheBoundaryPays() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        long boundary = bench.nowNs();
        bench.still();
        bench.foreign(1, Side.SELL, 4 * ONE, 100, "E2");
        bench.foreign(0, Side.BUY, 5 * ONE, 100, "E3");
        Owned before = bench.owned();
        assertEquals(at(-1), bench.funding(1, RATE, 100, boundary).sum(Component.FUNDING, 1), "10 and not 6");
        FlowFrame later = bench.funding(0, RATE, 100, boundary);
        assertTrue(later.booksNothing(), "bought after the boundary");
        assertTrue(later.notices.isEmpty());
        assertEquals(before.wallet(USD) - at(1), bench.owned().wallet(USD));
    }

    @Test
    void externalCashIsPostedWithAnAlarm() {
        Owned before = bench.owned();
        FlowFrame frame = bench.external(USD, at(1000), "D1");
        assertEquals(
                List.of(new Said(Notice.CASH_EXTERNAL, -1, at(1000), USD, TradingState.ACTIVE, TradingState.ACTIVE)),
                frame.notices);
        assertEquals(Set.of(Component.EXTERNAL), frame.components());
        assertEquals(at(1000), frame.sum(Component.EXTERNAL, general(USD)));
        assertEquals(before.wallet(USD) + at(1000), bench.owned().wallet(USD));
        assertEquals(at(-300), bench.external(EUR, at(-300), "W1").sum(Component.EXTERNAL, general(EUR)));
        assertEquals(at(-300), bench.owned().wallet(EUR));
    }

    @Test
    void externalCashIsPostedOnce() {
        bench.external(USD, at(1000), "D1");
        Owned before = bench.owned();
        assertEquals(
                List.of(Notice.RECORD_REPEATED),
                bench.external(USD, at(1000), "D1").said());
        FlowFrame other = bench.external(USD, at(1001), "D1");
        assertEquals(List.of(Notice.RECORD_CONFLICTING), other.said());
        assertTrue(other.booksNothing());
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.HALTED, step.state());
    }

    @Test
    void externalCashBeyondTheBooksIsRefusedUntilThereIsRoomForIt() {
        bench.external(USD, -Long.MAX_VALUE, "W1");
        for (int times = 0; times < 2; times++) {
            assertEquals(
                    List.of(Notice.BOOKING_REFUSED),
                    bench.external(USD, -2 * CASH, "W2").said());
        }
        bench.external(USD, Long.MAX_VALUE, "D1");
        assertEquals(
                List.of(Notice.CASH_EXTERNAL),
                bench.external(USD, -2 * CASH, "W2").said());
    }

    @Test
    void cashIdWithOtherTypeHaltsAndBooksNothing() {
        bench.indexPrice(EUR, 1.1);
        bench.external(EUR, at(100), "D1");
        FlowFrame other = bench.convert(EUR, at(100), USD, 0, "D1");
        assertEquals(List.of(Notice.RECORD_CONFLICTING), other.said());
        assertTrue(other.booksNothing());
    }

    @Test
    void withdrawalIsNoLoss() {
        FlowBench limited = new FlowBench(halvingHalts()).started();
        limited.external(USD, -CASH / 2, "W1");
        FlowFrame step = limited.still();
        assertEquals(CASH / 2, step.owned().equity());
        assertEquals(List.of(), step.said(), "no part of any return");
    }

    private static RiskConfig halvingHalts() {
        long none = RiskConfig.NONE;
        long half = FixedPoint.RATE_SCALE / 2;
        return new RiskConfig(
                none,
                none,
                none,
                none,
                50_000_000_000L,
                half,
                half,
                none,
                none,
                none,
                none,
                Integer.MAX_VALUE,
                1000,
                Double.POSITIVE_INFINITY);
    }

    @Test
    void fault40_conversionNeedsAnIndexPriceInTime() {
        Owned before = bench.owned();
        FlowFrame denied = bench.convert(USD, at(110), EUR, at(100), "X1");
        assertEquals(List.of(Notice.CONVERSION_DENIED), denied.said());
        assertTrue(denied.booksNothing());
        assertEquals(before, bench.owned());
        bench.indexPrice(EUR, 1.1);
        FlowFrame frame = bench.convert(USD, at(110), EUR, at(100), "X1");
        assertEquals(List.of(), frame.said(), "denied is not booked, and so not seen");
        assertEquals(
                List.of(Notice.RECORD_REPEATED),
                bench.convert(USD, at(110), EUR, at(100), "X1").said());
        assertEquals(at(-110), frame.sum(Component.FX, general(USD)));
        assertEquals(at(100), frame.sum(Component.FX, general(EUR)));
        Owned after = bench.owned();
        assertEquals(before.wallet(USD) - at(110), after.wallet(USD));
        assertEquals(at(100), after.wallet(EUR));
        assertEquals(before.equity(), after.equity());
    }
}
