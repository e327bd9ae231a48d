package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mnvh.state.StateHash;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

class WorkingOrdersTest {
    private WorkingOrders orders() {
        RiskFixture desk = new RiskFixture();
        desk.asset("100").asset("50").open();
        return desk.working;
    }

    @Test
    void fillsAndEndsOfOrdersLeaveNothing() {
        WorkingOrders orders = orders();
        StateHash empty = new StateHash();
        orders.writeTo(empty);
        orders.open(0, Side.BUY, money("3"), money("101"));
        orders.open(0, Side.SELL, money("5"), money("99"));
        assertEquals(money("-2"), orders.signed(0));
        assertEquals(2, orders.count());
        assertEquals(3_030_000_000_000_000_000L, orders.buyValue().toLongExact(0));

        orders.reduce(0, Side.BUY, money("1"), money("101"));
        assertEquals(money("2"), orders.buys(0));
        assertEquals(2, orders.count());
        orders.reduce(0, Side.BUY, money("2"), money("101"));
        orders.reduce(0, Side.SELL, money("5"), money("99"));

        assertEquals(0, orders.count());
        assertTrue(orders.buyValue().isZero(0) && orders.sellValue().isZero(0));
    }

    @Test
    void fillTakenBackMayFillAgainOnAnOrderThatWorks() {
        WorkingOrders orders = orders();
        orders.open(0, Side.SELL, money("5"), money("99"));
        orders.reduce(0, Side.SELL, money("3"), money("99"));
        orders.restore(0, Side.SELL, money("2"), money("99"));
        assertEquals(money("4"), orders.sells(0));
        assertEquals(1, orders.count(), "no order more");
        orders.reduce(0, Side.SELL, money("4"), money("99"));
        assertEquals(0, orders.count());
        assertTrue(orders.sellValue().isZero(0));
        assertThrows(IllegalStateException.class, () -> orders.restore(0, Side.SELL, money("1"), money("99")));
    }

    @Test
    void lossTakesEachSideAtItsWorstLimit() {
        WorkingOrders orders = orders();
        orders.open(0, Side.BUY, money("1"), money("101"));
        orders.open(0, Side.BUY, money("1"), money("90"));
        orders.open(0, Side.SELL, money("2"), money("99.5"));

        // Two bought at up to 101, two sold at down to 99.5, against a mark of 100.
        assertEquals(money("3"), loss(orders, "100"));
        assertEquals(money("5"), loss(orders, "102"));
    }

    @Test
    void replacedOrderCountsAtItsNewQuantityAndLimit() {
        WorkingOrders orders = orders();
        orders.open(0, Side.BUY, money("3"), money("101"));
        orders.replace(0, Side.BUY, money("3"), money("101"), money("5"), money("103"));
        assertEquals(money("5"), orders.buys(0));
        assertEquals(1, orders.count());
        assertEquals(money("15"), loss(orders, "100"));

        orders.replace(0, Side.BUY, money("5"), money("103"), money("2"), money("100.5"));
        assertEquals(money("1"), loss(orders, "100"), "alone on its side it is at its own limit");
        orders.open(0, Side.BUY, money("1"), money("102"));
        orders.replace(0, Side.BUY, money("2"), money("100.5"), money("1"), money("100"));
        assertEquals(money("4"), loss(orders, "100"), "two, both at the worst limit");
        orders.replace(0, Side.BUY, money("1"), money("100"), 0, money("100"));
        orders.reduce(0, Side.BUY, money("1"), money("102"));
        assertEquals(0, orders.count());
        assertTrue(orders.buyValue().isZero(0));
    }

    @Test
    void replacedSellIsAtTheLowestLimitOfItsSide() {
        WorkingOrders orders = orders();
        orders.open(0, Side.SELL, money("2"), money("99"));
        orders.replace(0, Side.SELL, money("2"), money("99"), money("2"), money("98"));
        assertEquals(money("4"), loss(orders, "100"));
        assertThrows(
                IllegalStateException.class,
                () -> orders.replace(0, Side.SELL, money("3"), money("98"), money("9"), money("98")));
        assertThrows(
                IllegalStateException.class,
                () -> orders.replace(0, Side.SELL, money("2"), money("98"), money("-1"), money("98")));
    }

    @Test
    void reducingWhatIsNotThereIsABrokenInvariant() {
        WorkingOrders orders = orders();
        orders.open(0, Side.BUY, money("1"), money("100"));
        assertThrows(IllegalStateException.class, () -> orders.reduce(0, Side.BUY, money("1.1"), money("100")));
        assertThrows(IllegalStateException.class, () -> orders.reduce(0, Side.BUY, money("1"), money("99")));
    }

    private static long loss(WorkingOrders orders, String mark) {
        return orders.buyLoss(0, money(mark)) + orders.sellLoss(0, money(mark));
    }
}
