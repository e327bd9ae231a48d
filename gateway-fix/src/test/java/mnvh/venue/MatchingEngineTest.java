package mnvh.venue;

import static mnvh.venue.Fixtures.n;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mnvh.units.DecimalText;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/** Books of two levels: 1000 of money each, at the quote and half a spread behind it. */
class MatchingEngineTest {
    private final Universe universe = Fixtures.universe("A", "B");
    private final Recorder recorder = new Recorder();
    private final MatchingEngine engine = new MatchingEngine(universe, Fixtures.shallow(0, 0), recorder);

    @Test
    void marketableOrderFillsLevelByLevelAtTheRestingPrices() {
        engine.onQuote(1, 0, n("99.99"), n("100.00"));
        order(10, Side.BUY, TimeInForce.IOC, "12", "100.05");
        assertEquals(
                List.of(
                        "1 new 10 #1 buy 12 @ 100.05",
                        "1 fill 10 !1 buy 10 @ 100 TAKER cum 10 leaves 2",
                        "1 fill 10 !2 buy 2 @ 100.01 TAKER cum 12 leaves 0"),
                recorder.take());
    }

    @Test
    void immediateOrCancelOrderIsFilledInPartAndItsRestCancelled() {
        engine.onQuote(1, 0, n("99.99"), n("100.00"));
        order(10, Side.BUY, TimeInForce.IOC, "12", "100.00");
        assertEquals(
                List.of(
                        "1 new 10 #1 buy 12 @ 100",
                        "1 fill 10 !1 buy 10 @ 100 TAKER cum 10 leaves 2",
                        "1 canceled 10 by 0 cum 10 of 12"),
                recorder.take());
        assertEquals(0, engine.workingOrders());
    }

    @Test
    void takenDepthIsGoneUntilTheNextQuote() {
        engine.onQuote(1, 0, n("99.99"), n("100.00"));
        order(10, Side.BUY, TimeInForce.IOC, "10", "100.00");
        recorder.take();
        order(11, Side.BUY, TimeInForce.IOC, "10", "100.00");
        assertEquals(List.of("1 new 11 #2 buy 10 @ 100", "1 canceled 11 by 0 cum 0 of 10"), recorder.take());
        engine.onQuote(2, 0, n("99.99"), n("100.00"));
        assertEquals(n("10"), engine.bestQuantity(0, Side.SELL));
    }

    @Test
    void goodTillCancelOrderRestsAndFillsAtItsOwnPriceWhenTheMarketMovesThroughIt() {
        engine.onQuote(1, 0, n("99.99"), n("100.00"));
        order(10, Side.BUY, TimeInForce.GTC, "4", "99.95");
        assertEquals(List.of("1 new 10 #1 buy 4 @ 99.95"), recorder.take());
        engine.onQuote(2, 0, n("99.95"), n("99.96"));
        assertEquals(List.of(), recorder.take());
        engine.onQuote(3, 0, n("99.90"), n("99.94"));
        assertEquals(List.of("3 fill 10 !1 buy 4 @ 99.95 MAKER cum 4 leaves 0"), recorder.take());
        assertEquals(0, engine.workingOrders());
    }

    @Test
    void betterPriceTradesFirstAndThenTheOlderOrder() {
        engine.onQuote(1, 0, n("99.00"), n("100.00"));
        order(10, Side.BUY, TimeInForce.GTC, "1", "99.50");
        order(11, Side.BUY, TimeInForce.GTC, "1", "99.60");
        order(12, Side.BUY, TimeInForce.GTC, "1", "99.60");
        recorder.take();
        order(13, Side.SELL, TimeInForce.IOC, "2.5", "99.00");
        assertEquals(
                List.of(
                        "1 new 13 #4 sell 2.5 @ 99",
                        "1 fill 11 !1 buy 1 @ 99.6 MAKER cum 1 leaves 0",
                        "1 fill 13 !2 sell 1 @ 99.6 TAKER cum 1 leaves 1.5",
                        "1 fill 12 !3 buy 1 @ 99.6 MAKER cum 1 leaves 0",
                        "1 fill 13 !4 sell 1 @ 99.6 TAKER cum 2 leaves 0.5",
                        "1 fill 10 !5 buy 0.5 @ 99.5 MAKER cum 0.5 leaves 0.5",
                        "1 fill 13 !6 sell 0.5 @ 99.5 TAKER cum 2.5 leaves 0"),
                recorder.take());
        assertEquals(n("99.50"), engine.bestPrice(0, Side.BUY));
        assertEquals(n("0.5"), engine.bestQuantity(0, Side.BUY));
    }

    @Test
    void cancelTakesTheRestOutOfTheBookAndASecondOneIsTooLate() {
        engine.onQuote(1, 0, n("99.99"), n("100.00"));
        order(10, Side.BUY, TimeInForce.GTC, "12", "100.00");
        recorder.take();
        assertEquals(n("100.00"), engine.bestPrice(0, Side.BUY));
        engine.cancel(2, 11, 10);
        engine.cancel(2, 12, 10);
        engine.cancel(2, 13, 99);
        engine.advanceTo(2);
        assertEquals(
                List.of(
                        "2 canceled 10 by 11 cum 10 of 12",
                        "2 cancel rejected 12 of 10 TOO_LATE",
                        "2 cancel rejected 13 of 99 UNKNOWN_ORDER"),
                recorder.take());
        assertEquals(n("99.99"), engine.bestPrice(0, Side.BUY));
    }

    @Test
    void ordersThatBreakARuleAreRejectedWithTheRule() {
        engine.onQuote(1, 0, n("99.99"), n("100.00"));
        engine.halt(1, true);
        engine.submit(1, 1, 2, Side.BUY, TimeInForce.IOC, n("1"), n("100"));
        engine.submit(1, 2, 1, Side.BUY, TimeInForce.IOC, n("1"), n("100"));
        order(3, Side.BUY, TimeInForce.IOC, "1", "100.005");
        order(4, Side.BUY, TimeInForce.IOC, "1.0005", "100");
        order(5, Side.BUY, TimeInForce.IOC, "0.001", "100");
        order(6, Side.BUY, TimeInForce.IOC, "0.049", "100");
        order(7, Side.BUY, TimeInForce.IOC, "1000.001", "100");
        order(8, Side.BUY, TimeInForce.IOC, "0", "100");
        order(9, Side.BUY, TimeInForce.IOC, "1", "0");
        order(9, Side.BUY, TimeInForce.IOC, "1", "100");
        assertEquals(
                List.of(
                        "1 rejected 1 UNKNOWN_INSTRUMENT",
                        "1 rejected 2 HALTED",
                        "1 rejected 3 OFF_TICK",
                        "1 rejected 4 OFF_INCREMENT",
                        "1 rejected 5 BELOW_MINIMUM_QUANTITY",
                        "1 rejected 6 BELOW_MINIMUM_NOTIONAL",
                        "1 rejected 7 ABOVE_MAXIMUM_QUANTITY",
                        "1 rejected 8 BAD_QUANTITY",
                        "1 rejected 9 BAD_PRICE",
                        "1 rejected 9 DUPLICATE"),
                recorder.take());
    }

    @Test
    void duplicateOfAWorkingOrderIsRejectedAndTheOrderStays() {
        engine.onQuote(1, 0, n("99.99"), n("100.00"));
        order(10, Side.BUY, TimeInForce.GTC, "1", "99.00");
        order(10, Side.BUY, TimeInForce.GTC, "1", "99.00");
        assertEquals(List.of("1 new 10 #1 buy 1 @ 99", "1 rejected 10 DUPLICATE"), recorder.take());
        assertEquals(1, engine.workingOrders());
    }

    @Test
    void requestTakesEffectAfterItsLatencyAndMeetsTheBookOfThatTime() {
        MatchingEngine slow = new MatchingEngine(universe, Fixtures.shallow(5, 0), recorder);
        slow.onQuote(100, 0, n("99.99"), n("100.00"));
        slow.submit(101, 10, 0, Side.BUY, TimeInForce.IOC, n("1"), n("101"));
        slow.advanceTo(105);
        assertEquals(List.of(), recorder.take());
        assertEquals(106, slow.nextDueNs());
        // Due before this quote, so it still meets the old one.
        slow.onQuote(107, 0, n("100.49"), n("100.50"));
        assertEquals(
                List.of("106 new 10 #1 buy 1 @ 101", "106 fill 10 !1 buy 1 @ 100 TAKER cum 1 leaves 0"),
                recorder.take());
        slow.submit(107, 11, 0, Side.BUY, TimeInForce.IOC, n("1"), n("101"));
        slow.onQuote(110, 0, n("100.69"), n("100.70"));
        slow.advanceTo(112);
        assertEquals(
                List.of("112 new 11 #2 buy 1 @ 101", "112 fill 11 !2 buy 1 @ 100.7 TAKER cum 1 leaves 0"),
                recorder.take());
    }

    @Test
    void haltedInstrumentHasNoMakersAndWhatRestsKeepsResting() {
        engine.onQuote(1, 0, n("99.99"), n("100.00"));
        order(10, Side.BUY, TimeInForce.GTC, "1", "99.00");
        recorder.take();
        engine.halt(0, true);
        engine.onQuote(2, 0, n("98.00"), n("98.01"));
        assertEquals(List.of(), recorder.take());
        assertEquals(0, engine.bestPrice(0, Side.SELL));
        engine.halt(0, false);
        engine.onQuote(3, 0, n("98.00"), n("98.01"));
        assertEquals(List.of("3 fill 10 !1 buy 1 @ 99 MAKER cum 1 leaves 0"), recorder.take());
    }

    @Test
    void workingOrdersCanBeCancelledOrExpiredTogether() {
        engine.onQuote(1, 0, n("99.99"), n("100.00"));
        order(10, Side.BUY, TimeInForce.GTC, "1", "99.00");
        order(11, Side.SELL, TimeInForce.GTC, "1", "101.00");
        recorder.take();
        engine.cancelAll(2);
        order(12, Side.SELL, TimeInForce.GTC, "1", "101.00");
        engine.expireAll(3);
        assertEquals(
                List.of(
                        "2 canceled 10 by 0 cum 0 of 1",
                        "2 canceled 11 by 0 cum 0 of 1",
                        "2 new 12 #3 sell 1 @ 101",
                        "3 expired 12 cum 0 of 1"),
                recorder.take());
        assertEquals(0, engine.workingOrders());
    }

    @Test
    void requestsInsideTheirLatencyAreDroppedWhenAllIsCancelled() {
        MatchingEngine slow = new MatchingEngine(universe, Fixtures.shallow(5, 0), recorder);
        slow.onQuote(100, 0, n("99.99"), n("100.00"));
        slow.submit(101, 10, 0, Side.BUY, TimeInForce.GTC, n("1"), n("99"));
        slow.submit(104, 11, 0, Side.BUY, TimeInForce.IOC, n("1"), n("101"));
        slow.cancel(104, 12, 10);
        slow.cancelAll(106);
        assertEquals(List.of("106 new 10 #1 buy 1 @ 99", "106 canceled 10 by 0 cum 0 of 1"), recorder.take());
        assertEquals(Long.MAX_VALUE, slow.nextDueNs());
        slow.onQuote(200, 0, n("99.99"), n("100.00"));
        assertEquals(List.of(), recorder.take());
        // The next session's requests keep their own latency.
        slow.submit(201, 13, 0, Side.BUY, TimeInForce.IOC, n("1"), n("101"));
        assertEquals(206, slow.nextDueNs());
        slow.advanceTo(206);
        assertEquals(
                List.of("206 new 13 #2 buy 1 @ 101", "206 fill 13 !1 buy 1 @ 100 TAKER cum 1 leaves 0"),
                recorder.take());
    }

    @Test
    void randomRejectsComeInTheirRatioAndRepeatWithTheSeed() {
        List<String> first = rejects();
        long rejected = first.stream().filter(r -> r.contains("RANDOM")).count();
        assertTrue(rejected > 150 && rejected < 250, rejected + " of 1000 at 0.2");
        assertEquals(first, rejects());
        assertNotEquals(0, rejected);
    }

    private List<String> rejects() {
        MatchingEngine random = new MatchingEngine(universe, Fixtures.shallow(0, 0.2), recorder);
        random.onQuote(1, 0, n("99.99"), n("100.00"));
        for (int order = 1; order <= 1000; order++) {
            random.submit(2, order, 0, Side.BUY, TimeInForce.IOC, n("1"), n("99.00"));
        }
        random.advanceTo(2);
        return recorder.take();
    }

    private void order(long clOrdId, Side side, TimeInForce timeInForce, String quantity, String price) {
        engine.submit(1, clOrdId, 0, side, timeInForce, n(quantity), n(price));
        engine.advanceTo(1);
    }

    private static final class Recorder implements ExecutionListener {
        private final List<String> reports = new ArrayList<>();

        List<String> take() {
            List<String> taken = List.copyOf(reports);
            reports.clear();
            return taken;
        }

        @Override
        public void onAccepted(
                long timestampNs, long clOrdId, long orderId, int instrument, Side side, long quantity, long price) {
            reports.add(timestampNs + " new " + clOrdId + " #" + orderId + " " + show(side) + " " + show(quantity)
                    + " @ " + show(price));
        }

        @Override
        public void onFill(
                long timestampNs,
                long clOrdId,
                long orderId,
                long execId,
                int instrument,
                Side side,
                long orderQuantity,
                long lastQuantity,
                long lastPrice,
                Liquidity liquidity,
                long cumQuantity,
                long leavesQuantity) {
            assertEquals(orderQuantity, cumQuantity + leavesQuantity);
            reports.add(timestampNs + " fill " + clOrdId + " !" + execId + " " + show(side) + " " + show(lastQuantity)
                    + " @ " + show(lastPrice) + " " + liquidity + " cum " + show(cumQuantity) + " leaves "
                    + show(leavesQuantity));
        }

        @Override
        public void onCanceled(
                long timestampNs,
                long clOrdId,
                long requestClOrdId,
                long orderId,
                int instrument,
                Side side,
                long orderQuantity,
                long cumQuantity) {
            reports.add(timestampNs + " canceled " + clOrdId + " by " + requestClOrdId + " cum " + show(cumQuantity)
                    + " of " + show(orderQuantity));
        }

        @Override
        public void onExpired(
                long timestampNs,
                long clOrdId,
                long orderId,
                int instrument,
                Side side,
                long orderQuantity,
                long cumQuantity) {
            reports.add(
                    timestampNs + " expired " + clOrdId + " cum " + show(cumQuantity) + " of " + show(orderQuantity));
        }

        @Override
        public void onRejected(
                long timestampNs,
                long clOrdId,
                int instrument,
                Side side,
                long quantity,
                long price,
                OrderRejection reason) {
            reports.add(timestampNs + " rejected " + clOrdId + " " + reason);
        }

        @Override
        public void onCancelRejected(long timestampNs, long requestClOrdId, long origClOrdId, CancelRejection reason) {
            reports.add(timestampNs + " cancel rejected " + requestClOrdId + " of " + origClOrdId + " " + reason);
        }

        private static String show(Side side) {
            return side == Side.BUY ? "buy" : "sell";
        }

        private static String show(long value) {
            return DecimalText.format(value);
        }
    }
}
