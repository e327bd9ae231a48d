package mnvh.venue;

import static mnvh.venue.Fixtures.n;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mnvh.config.BarFill;
import mnvh.event.CancelOrderSection;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.Ingress;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderEvent;
import mnvh.event.OutboundFrame;
import mnvh.event.ReplaceOrderSection;
import mnvh.event.SectionKind;
import mnvh.units.DecimalText;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

class BarVenueTest {
    private final Universe universe = Fixtures.universe("A", "B");
    private final Recorder recorder = new Recorder();

    @Test
    void sameCloseFillsAtTheCloseTheOrderWasDecidedOn() {
        BarVenue venue = venue(BarFill.SAME_CLOSE);
        bar(venue, 1, "100", "50");
        send(venue, 10, 0, Side.BUY, "2");
        send(venue, 11, 1, Side.SELL, "3");
        assertEquals(List.of(), recorder.take());
        assertEquals(4, venue.pump());
        assertEquals(
                List.of(
                        "1 NEW 10 leaves 2",
                        "1 F1 10 A BUY 2 @ 100 TAKER commission 0",
                        "1 NEW 11 leaves 3",
                        "1 F2 11 B SELL 3 @ 50 TAKER commission 0"),
                recorder.take());
        assertEquals(0, venue.pump());
    }

    @Test
    void nextCloseFillsWhatWasPendingAfterTheStepDecidedAndQueuesTheNewOrders() {
        BarVenue venue = venue(BarFill.NEXT_CLOSE);
        bar(venue, 1, "100", "50");
        send(venue, 10, 0, Side.BUY, "2");
        venue.pump();
        assertEquals(List.of("1 NEW 10 leaves 2"), recorder.take());
        bar(venue, 2, "101", "51");
        send(venue, 11, 0, Side.BUY, "1");
        // The step has decided on q + pending; nothing was filled while it did.
        assertEquals(List.of(), recorder.take());
        venue.pump();
        assertEquals(List.of("2 F1 10 A BUY 2 @ 101 TAKER commission 0", "2 NEW 11 leaves 1"), recorder.take());
        assertEquals(1, venue.pendingOrders());
        bar(venue, 3, "102", "52");
        venue.pump();
        venue.pump();
        assertEquals(List.of("3 F2 11 A BUY 1 @ 102 TAKER commission 0"), recorder.take());
    }

    @Test
    void orderWithoutAPriceStaysPendingAtTheNextCloseAndExpiresAtTheSameClose() {
        BarVenue next = venue(BarFill.NEXT_CLOSE);
        bar(next, 1, "100", "50");
        send(next, 10, 0, Side.BUY, "2");
        send(next, 11, 1, Side.BUY, "2");
        send(next, 12, 0, Side.BUY, "3");
        next.pump();
        recorder.take();
        bar(next, 2, "0", "51");
        next.pump();
        assertEquals(List.of("2 F1 11 B BUY 2 @ 51 TAKER commission 0"), recorder.take());
        bar(next, 3, "103", "0");
        next.pump();
        assertEquals(
                List.of("3 F2 10 A BUY 2 @ 103 TAKER commission 0", "3 F3 12 A BUY 3 @ 103 TAKER commission 0"),
                recorder.take());

        BarVenue same = venue(BarFill.SAME_CLOSE);
        bar(same, 1, "0", "50");
        send(same, 10, 0, Side.BUY, "2");
        same.pump();
        assertEquals(List.of("1 NEW 10 leaves 2", "1 EXPIRED 10 leaves 0"), recorder.take());
    }

    @Test
    void cancelOfTheFillingBarIsTooLateAndOneOfAnUnpricedBarTakesTheOrderOut() {
        BarVenue venue = venue(BarFill.NEXT_CLOSE);
        bar(venue, 1, "100", "50");
        send(venue, 10, 0, Side.BUY, "2");
        send(venue, 11, 1, Side.BUY, "2");
        venue.pump();
        recorder.take();
        bar(venue, 2, "101", "0");
        cancel(venue, 20, 10, 0);
        cancel(venue, 21, 11, 1);
        venue.pump();
        assertEquals(
                List.of(
                        "2 F1 10 A BUY 2 @ 101 TAKER commission 0",
                        "2 CANCEL_REJECTED 10 leaves 0",
                        "2 CANCELED 11 leaves 0"),
                recorder.take());
        assertEquals(0, venue.pendingOrders());
    }

    @Test
    void whatStillWaitsAtTheEndOfTheDataExpires() {
        BarVenue venue = venue(BarFill.NEXT_CLOSE);
        bar(venue, 1, "100", "50");
        send(venue, 10, 0, Side.BUY, "2");
        venue.pump();
        recorder.take();
        assertEquals(1, venue.expirePending());
        assertEquals(List.of("1 EXPIRED 10 leaves 0"), recorder.take());
        assertEquals(0, venue.pendingOrders());
    }

    @Test
    void orderThatBreaksAQuantityRuleIsRejected() {
        BarVenue venue = venue(BarFill.SAME_CLOSE);
        bar(venue, 1, "100", "50");
        send(venue, 10, 0, Side.BUY, "2.0001");
        send(venue, 11, 7, Side.BUY, "2");
        venue.pump();
        assertEquals(List.of("1 REJECTED 10 leaves 0", "1 REJECTED 11 leaves 0"), recorder.take());
    }

    @Test
    void ordersCausedByAnswersAreAnsweredByTheSamePumpWithoutReentry() {
        BarVenue venue = venue(BarFill.SAME_CLOSE);
        bar(venue, 1, "100", "50");
        recorder.onNext = slot -> {
            send(venue, 11, 1, Side.SELL, "1");
            assertThrows(IllegalStateException.class, venue::pump);
        };
        send(venue, 10, 0, Side.BUY, "2");
        assertEquals(4, venue.pump());
        assertEquals(
                List.of(
                        "1 NEW 10 leaves 2",
                        "1 F1 10 A BUY 2 @ 100 TAKER commission 0",
                        "1 NEW 11 leaves 1",
                        "1 F2 11 B SELL 1 @ 50 TAKER commission 0"),
                recorder.take());
    }

    @Test
    void replacementIsRefusedAndTheOrderFillsAsItWas() {
        BarVenue venue = venue(BarFill.NEXT_CLOSE);
        bar(venue, 1, "100");
        send(venue, 1, 0, Side.BUY, "2");
        venue.pump();
        recorder.take();
        OutboundFrame frame = new OutboundFrame(4096);
        frame.begin(1, 1);
        new ReplaceOrderSection()
                .wrap(frame.buffer(), frame.section(SectionKind.REPLACE_ORDER, ReplaceOrderSection.LENGTH))
                .clOrdId(2)
                .origClOrdId(1)
                .quantity(n("3"))
                .price(n("101"));
        frame.conclude();
        venue.onFrame(frame, 1, true);
        venue.pump();
        assertEquals(List.of("1 REPLACE_REJECTED 2 leaves 0"), recorder.take());
        bar(venue, 2, "100");
        venue.pump();
        assertEquals(1, recorder.take().size());
    }

    private BarVenue venue(BarFill fill) {
        return new BarVenue(universe, fill, recorder);
    }

    private static void bar(BarVenue venue, long closeNs, String... closes) {
        venue.beginBar(closeNs);
        for (int i = 0; i < closes.length; i++) {
            venue.price(i, n(closes[i]));
        }
    }

    private static void send(BarVenue venue, long clOrdId, int instrument, Side side, String quantity) {
        OutboundFrame frame = new OutboundFrame(4096);
        frame.begin(1, 1);
        new NewOrderSection()
                .wrap(frame.buffer(), frame.section(SectionKind.NEW_ORDER, NewOrderSection.LENGTH))
                .clOrdId(clOrdId)
                .instrument(instrument)
                .side(side)
                .timeInForce(TimeInForce.IOC)
                .quantity(n(quantity))
                .price(1);
        frame.conclude();
        venue.onFrame(frame, 1, true);
    }

    private static void cancel(BarVenue venue, long clOrdId, long origClOrdId, int instrument) {
        OutboundFrame frame = new OutboundFrame(4096);
        frame.begin(1, 1);
        new CancelOrderSection()
                .wrap(frame.buffer(), frame.section(SectionKind.CANCEL_ORDER, CancelOrderSection.LENGTH))
                .clOrdId(clOrdId)
                .origClOrdId(origClOrdId)
                .instrument(instrument);
        frame.conclude();
        venue.onFrame(frame, 1, true);
    }

    private final class Recorder implements Ingress {
        Consumer<EventSlot> onNext = slot -> {};
        private final List<String> events = new ArrayList<>();

        List<String> take() {
            List<String> taken = List.copyOf(events);
            events.clear();
            return taken;
        }

        @Override
        public EventSlot claim() {
            return new EventSlot();
        }

        @Override
        public long sequenceOf(EventSlot claimed) {
            throw new AssertionError("a backtest tells no positions");
        }

        @Override
        public void publish(EventSlot slot) {
            if (slot.kind() == EventKind.FILL) {
                FillEvent fill = new FillEvent().wrap(slot.buffer(), 0);
                assertEquals(fill.quantity(), fill.cumQuantity());
                events.add(slot.timestampNs() + " " + fill.execId() + " " + fill.clOrdId() + " "
                        + universe.get(fill.instrument()).symbol() + " " + fill.side() + " "
                        + DecimalText.format(fill.quantity()) + " @ " + DecimalText.format(fill.price()) + " "
                        + fill.liquidity() + " commission " + fill.hasCommission());
            } else {
                OrderEvent order = new OrderEvent().wrap(slot.buffer(), 0);
                events.add(slot.timestampNs() + " " + order.type() + " " + order.clOrdId() + " leaves "
                        + DecimalText.format(order.leavesQuantity()));
            }
            Consumer<EventSlot> once = onNext;
            onNext = ignored -> {};
            once.accept(slot);
        }
    }
}
