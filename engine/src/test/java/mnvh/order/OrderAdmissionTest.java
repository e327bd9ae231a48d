package mnvh.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.OutboundFrame;
import mnvh.event.TradeCorrectionEvent;
import mnvh.risk.Basket;
import mnvh.risk.WorkingOrders;
import mnvh.state.StateHash;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/** What an order could not count is refused while nothing is booked yet; an order of 50 at 1e-8 with 10 filled. */
class OrderAdmissionTest {
    private static final long ID = 1;
    private static final long MOST = Long.MAX_VALUE;

    private final Universe universe = new Universe(List.of(new Instrument(
            0,
            "SYM0",
            InstrumentKind.LINEAR_PERP,
            "USD",
            1,
            1,
            FixedPoint.SCALE,
            0,
            MOST / 4,
            0,
            FixedPoint.RATE_SCALE)));
    private final WorkingOrders working = new WorkingOrders(universe);
    private final OrderManager orders = new OrderManager(8, working);
    private final OutboundFrame frame = new OutboundFrame(OutboundFrame.capacityFor(1, 8));

    OrderAdmissionTest() {
        submit(50);
        orders.onFill(fill(ID, 10), 0, frame);
    }

    private void submit(long quantity) {
        Basket basket = new Basket(1);
        basket.quantity[0] = quantity;
        basket.limitPrice[0] = 1;
        frame.begin(1, 0);
        orders.submit(basket, new long[] {1}, 0, 0, frame);
    }

    private static FillEvent fill(long clOrdId, long quantity) {
        return new FillEvent()
                .begin(new EventSlot(), 0)
                .clOrdId(clOrdId)
                .instrument(0)
                .side(Side.BUY)
                .quantity(quantity)
                .price(1);
    }

    private static TradeCorrectionEvent correction(long clOrdId, long quantity) {
        return new TradeCorrectionEvent()
                .begin(new EventSlot(), 0)
                .clOrdId(clOrdId)
                .instrument(0)
                .side(Side.BUY)
                .quantity(quantity);
    }

    private long state() {
        StateHash hash = new StateHash();
        orders.writeTo(hash);
        working.writeTo(hash);
        return hash.value();
    }

    @Test
    void fillBeyondSixtyFourBitsIsNotAdmitted() {
        long before = state();
        orders.admit(fill(ID, MOST - 10));
        assertThrows(ArithmeticException.class, () -> orders.admit(fill(ID, MOST - 9)));
        orders.admit(fill(ID + 1, MOST));
        assertEquals(before, state(), "to look changes nothing");
    }

    @Test
    void correctionBeyondSixtyFourBitsIsNotAdmitted() {
        long before = state();
        orders.admit(correction(ID, MOST - 10));
        assertThrows(ArithmeticException.class, () -> orders.admit(correction(ID, MOST - 9)));
        orders.admit(correction(ID + 1, MOST));
        assertEquals(before, state(), "to look changes nothing");
    }

    @Test
    void bustThatWouldLetMoreWorkThanSixtyFourBitsHoldIsNotAdmitted() {
        submit(MOST - 50);
        orders.admit(correction(ID, 0));
        submit(1);
        assertThrows(ArithmeticException.class, () -> orders.admit(correction(ID, 0)));
    }
}
