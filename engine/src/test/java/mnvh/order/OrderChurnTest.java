package mnvh.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OrderStatus;
import mnvh.event.OutboundFrame;
import mnvh.risk.Basket;
import mnvh.risk.WorkingOrders;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/**
 * Random lives of many orders of one side, replaced again and again, against a model that keeps each in a list: what
 * may still fill is the sum over the list, whatever slots the pool has moved them to.
 */
class OrderChurnTest {
    private static final int MOST = 40;
    /** Orders that the pool remembers. */
    private static final int PLACES = 1024;

    private static final long PRICE = 100 * FixedPoint.SCALE;

    /** What the test knows of an order that works. */
    private static final class Known {
        final List<Long> ids = new ArrayList<>();
        long quantity;
        long cum;
        long asked;
        long askedId;
        boolean accepted;
        boolean unknown;

        long id() {
            return ids.get(ids.size() - 1);
        }

        long exposed() {
            return Math.max(quantity, asked) - cum;
        }
    }

    private final Universe universe = new Universe(List.of(new Instrument(
            0,
            "SYM0",
            InstrumentKind.LINEAR_PERP,
            "USD",
            1_000_000,
            100_000,
            FixedPoint.SCALE,
            0,
            Long.MAX_VALUE / 4,
            0,
            FixedPoint.RATE_SCALE / 10)));
    private final WorkingOrders working = new WorkingOrders(universe);
    private final OrderManager orders = new OrderManager(MOST, working);
    private final OutboundFrame frame = new OutboundFrame(1 << 16);
    private final EventSlot slot = new EventSlot();
    private final Basket basket = new Basket(1);
    private final long[] marks = {PRICE};
    private final List<Known> alive = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(20261127);
    private long lastId;
    private long fills;
    private long sequence = 2;
    private int replaced;

    @Test
    void exposureIsTheSumOverAllLivesWhateverTheirIds() {
        for (int n = 0; n < 100_000; n++) {
            frame.begin(n, n);
            sequence++;
            if (alive.size() < 5 || (alive.size() < MOST && random.nextInt(4) == 0)) {
                open();
            } else {
                live(alive.get(random.nextInt(alive.size())));
            }
            long exposed = 0;
            for (Known known : alive) {
                exposed += known.exposed();
                for (long id : known.ids) {
                    Order order = orders.order(id);
                    assertEquals(known.id(), order == null ? 0 : order.clOrdId(), "after " + n);
                }
            }
            assertEquals(exposed, working.buys(0), "after " + n);
            assertEquals(alive.size(), orders.working(), "after " + n);
            assertEquals(alive.stream().filter(known -> known.unknown).count(), orders.unknown(), "after " + n);
        }
        assertTrue(replaced > 1_000, replaced + " replaced");
        while (!alive.isEmpty()) {
            end(alive.get(0), OrderEventType.CANCELED);
        }
        assertEquals(0, working.count());
        assertTrue(working.buyValue().isZero(0));
        for (int n = 0; n < PLACES; n++) {
            frame.begin(n, n);
            sequence++;
            open();
        }
        assertEquals(PLACES, orders.working(), "no place of the pool was lost to a replacement");
    }

    private void open() {
        basket.quantity[0] = random.nextInt(1, 1000);
        basket.limitPrice[0] = PRICE + random.nextInt(100);
        assertEquals(1, orders.submit(basket, marks, sequence, sequence, frame));
        Known known = new Known();
        // Ids rise; the newest one that is found is the order's.
        do {
            lastId++;
        } while (!isNew(lastId));
        known.ids.add(lastId);
        known.quantity = basket.quantity[0];
        alive.add(known);
    }

    private boolean isNew(long id) {
        Order order = orders.order(id);
        return order != null && order.clOrdId() == id && order.step() == sequence;
    }

    private void live(Known known) {
        switch (random.nextInt(8)) {
            case 0:
                if (!known.unknown) {
                    known.accepted = true;
                    tell(known.id(), OrderEventType.NEW, known.cum, 0);
                }
                break;
            case 1:
                ask(known);
                break;
            case 2:
                answer(known);
                break;
            case 3:
                fill(known, random.nextInt(1, 300));
                break;
            case 4:
                if (known.asked == 0 && !known.unknown) {
                    known.quantity = known.cum + random.nextInt(1, 1000);
                    known.accepted = true;
                    tell(known.id(), OrderEventType.RESTATED, known.cum, known.quantity);
                }
                break;
            case 5:
                tell(known.id(), OrderEventType.NOT_FOUND, known.cum, 0);
                known.unknown = true;
                break;
            case 6:
                confirm(known);
                break;
            default:
                if (random.nextInt(4) == 0) {
                    end(known, known.unknown ? OrderEventType.CLOSED : OrderEventType.EXPIRED);
                }
        }
    }

    private void ask(Known known) {
        long quantity = known.cum + random.nextInt(-5, 1000);
        boolean may = known.accepted && !known.unknown && known.asked == 0 && quantity > known.cum;
        long named = known.ids.get(random.nextInt(known.ids.size()));
        long id = orders.replace(named, quantity, PRICE + random.nextInt(100), sequence, frame);
        assertEquals(may, id != OrderManager.REFUSED);
        if (may) {
            known.asked = quantity;
            known.askedId = id;
            lastId = Math.max(lastId, id);
        }
    }

    private void answer(Known known) {
        if (known.asked == 0) {
            return;
        }
        if (random.nextBoolean()) {
            replaced++;
            long granted = Math.max(1, known.cum + random.nextInt(0, 1000));
            known.ids.add(known.askedId);
            tell(known.askedId, OrderEventType.REPLACED, known.cum, granted);
            known.quantity = granted;
            known.unknown = false;
        } else {
            tell(random.nextBoolean() ? known.askedId : known.id(), OrderEventType.REPLACE_REJECTED, known.cum, 0);
        }
        known.asked = 0;
        endIfFilled(known);
    }

    private void confirm(Known known) {
        if (!known.unknown) {
            return;
        }
        known.asked = 0;
        known.unknown = false;
        known.accepted = true;
        boolean whole = known.cum >= known.quantity;
        OrderEvent event = new OrderEvent()
                .begin(slot, sequence)
                .clOrdId(known.id())
                .type(OrderEventType.STATUS)
                .status(whole ? OrderStatus.FILLED : OrderStatus.NEW)
                .cumQuantity(known.cum);
        assertTrue(orders.onOrderEvent(event, sequence, sequence, frame));
        endIfFilled(known);
    }

    private void fill(Known known, long most) {
        long quantity = Math.min(most, known.exposed());
        known.cum += quantity;
        fills++;
        FillEvent fill = new FillEvent()
                .begin(slot, sequence)
                .clOrdId(known.ids.get(random.nextInt(known.ids.size())))
                .side(Side.BUY)
                .quantity(quantity)
                .price(PRICE)
                .cumQuantity(known.cum)
                .execId("E" + fills);
        assertEquals(FillOutcome.EXPECTED, orders.onFill(fill, sequence, frame));
        if (known.asked == 0) {
            known.unknown = false;
        }
        known.accepted |= known.asked == 0;
        endIfFilled(known);
    }

    private void end(Known known, OrderEventType type) {
        tell(known.id(), type, known.cum, 0);
        alive.remove(known);
    }

    private void endIfFilled(Known known) {
        if (known.exposed() <= 0) {
            alive.remove(known);
        }
    }

    private void tell(long id, OrderEventType type, long cum, long quantity) {
        OrderEvent event = new OrderEvent()
                .begin(slot, sequence)
                .clOrdId(id)
                .type(type)
                .cumQuantity(cum)
                .quantity(quantity)
                .price(quantity == 0 ? 0 : PRICE + random.nextInt(100));
        assertTrue(orders.onOrderEvent(event, sequence, sequence, frame), type + " of " + id);
    }
}
