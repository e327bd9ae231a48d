package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static mnvh.fix.Loopback.cancel;
import static mnvh.fix.Loopback.order;
import static mnvh.fix.Loopback.replacement;
import static mnvh.fix.ScriptedVenue.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quickfix.Message;

/** Orders and reports of a venue that misbehaves on demand, over a real socket. */
@org.junit.jupiter.api.Tag("slow")
class FixOrderEntryTest extends ScriptedCase {
    @Test
    void reportsAreDecodedExactlyAndForeignOrdersAreNamed() throws Exception {
        comeUp();
        Message fill = fill(
                "X-9",
                "0.001",
                "1.999",
                "-0.00000001",
                6,
                "99.99",
                851,
                "1",
                13,
                "3",
                60,
                "20240102-03:04:05.678901234");
        venue.send(fill);
        EventSlot slot = ingress.next();
        assertEquals(EventKind.FILL, slot.kind());
        FillEvent event = new FillEvent().wrap(slot.buffer(), 0);
        assertEquals(STAMP_NS, slot.timestampNs());
        assertEquals(42, event.clOrdId());
        assertEquals(Side.SELL, event.side());
        assertEquals(Liquidity.MAKER, event.liquidity());
        assertEquals(ONE / 1000, event.quantity());
        assertEquals(100 * ONE - ONE / 100, event.price());
        assertEquals(1, event.hasCommission());
        assertEquals(-1, event.commission());
        assertEquals(2 * ONE - ONE / 1000, event.leavesQuantity());
        assertEquals("X-9", event.execId());
        assertEquals("V-1", event.orderId());

        // A repeat is passed on: the core knows executions by their id.
        fill.getHeader().setString(97, "Y");
        venue.send(fill);
        assertEquals("X-9", ingress.nextFill().execId());

        for (String foreign : new String[] {"T2-42", "T1-", "T1-4x", "42"}) {
            venue.send(message(
                    "8", 37, "V-2", 11, foreign, 17, "X-10", 150, "4", 39, "4", 55, "S0", 54, "2", 14, "0", 151, "0"));
            OrderEvent unknown = ingress.nextOrder();
            assertEquals(0, unknown.clOrdId(), foreign);
            assertEquals("ClOrdID(11) '" + foreign + "' is not ours", unknown.text());
        }
        venue.send(message(
                "8", 37, "V-1", 11, "T1-42", 17, "X-11", 150, "F", 39, "1", 55, "S0", 54, "2", 32, "-1", 31, "99.99",
                14, "0", 151, "0"));
        RefusedEvent unreadable = ingress.nextRefusal();
        assertEquals(Refusal.EXECUTION, unreadable.refusal(), "the books may miss a fill");
        assertEquals("35=8 LastQty(32)='-1' of T1-42", unreadable.text());
    }

    @Test
    void commissionIsReadWithItsCurrencyAndItsType() throws Exception {
        comeUp();
        venue.send(commission("0.75"));
        FillEvent plain = ingress.nextFill();
        assertEquals(ONE * 3 / 4, plain.commission());
        assertEquals(0, plain.commissionCurrency());
        venue.send(commission("-0.5", 13, "3", 479, "EUR"));
        FillEvent euros = ingress.nextFill();
        assertEquals(-ONE / 2, euros.commission());
        assertEquals(1, euros.commissionCurrency());
        venue.send(commission("0.00000003", 13, "1", 479, "USD"));
        FillEvent each = ingress.nextFill();
        assertEquals(1, each.hasCommission());
        assertEquals(8, each.commission(), "2.5 contracts at 3 units are 7.5, rounded towards the venue");
        venue.send(commission("0"));
        assertEquals(1, ingress.nextFill().hasCommission(), "no fee is a commission too");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 479, DOGE, CommCurrency(479)='DOGE'",
        "0.5, 13, 2, CommType(13)='2'",
        "0.5, 13, 9, CommType(13)='9'",
        "0.5x, 13, 3, Commission(12)='0.5x'",
        "90000000000, 13, 1, Commission(12)='90000000000'"
    })
    void commissionThatCannotBeChargedIsRefusedAsAFillThatIsMissing(String amount, int tag, String value, String why)
            throws Exception {
        comeUp();
        venue.send(commission(amount, tag, value));
        RefusedEvent refused = ingress.nextRefusal();
        assertEquals(Refusal.EXECUTION, refused.refusal(), "the core halts");
        assertEquals("35=8 " + why + " of T1-42", refused.text());
    }

    private static Message commission(String amount, Object... more) {
        return fill("X-" + amount, "2.5", "0", amount, more);
    }

    private static Message fill(String execId, String quantity, String left, String commission, Object... more) {
        Message report = message(
                "8",
                37,
                "V-1",
                11,
                "T1-42",
                17,
                execId,
                150,
                "F",
                39,
                "1",
                55,
                "S0",
                54,
                "2",
                32,
                quantity,
                31,
                "99.99",
                14,
                quantity,
                151,
                left,
                12,
                commission);
        for (int n = 0; n < more.length; n += 2) {
            report.setString((Integer) more[n], (String) more[n + 1]);
        }
        return report;
    }

    @Test
    void replacementIsRefusedHereAndTheCoreIsTold() throws Exception {
        comeUp();
        gateway.venue().onFrame(replacement(8, 5, 0, Side.BUY, ONE, 100 * ONE), 1, true);
        OrderEvent refused = ingress.nextOrder();
        assertEquals(OrderEventType.REPLACE_REJECTED, refused.type());
        assertEquals(8, refused.clOrdId());
        assertEquals(0, refused.instrument());
        assertEquals("replacement not sent: the dialect has no 35=G", refused.text());
        assertEquals(1, gateway.status().notSent());
    }

    @Test
    void reportStatesQuantityAndPriceWhereItHasThem() throws Exception {
        comeUp();
        venue.send(message(
                "8", 37, "V-1", 11, "T1-42", 17, "R-1", 150, "0", 39, "0", 55, "S0", 54, "2", 38, "3", 44, "99.5", 14,
                "0", 151, "3"));
        OrderEvent stated = ingress.nextOrder();
        assertEquals(3 * ONE, stated.quantity());
        assertEquals(99 * ONE + ONE / 2, stated.price());
        venue.send(message(
                "8", 37, "V-1", 11, "T1-43", 17, "R-2", 150, "0", 39, "0", 55, "S0", 54, "2", 44, "0", 14, "0", 151,
                "3"));
        OrderEvent silent = ingress.nextOrder();
        assertEquals(0, silent.quantity());
        assertEquals(0, silent.price());
    }

    @Test
    void rejectsOfTheSessionAndOfTheBusinessFindTheirOrder() throws Exception {
        comeUp();
        gateway.venue().onFrame(order(5, 0, Side.BUY, TimeInForce.IOC, ONE, 100 * ONE), 1, true);
        Message sent = venue.take("D");
        assertEquals("T1-5", sent.getString(11));
        assertEquals("100", sent.getString(44));
        assertEquals("1", sent.getString(38));
        assertEquals("3", sent.getString(59));
        venue.send(message("3", 45, sent.getHeader().getString(34), 372, "D", 373, "5", 58, "value is incorrect"));
        OrderEvent rejected = ingress.nextOrder();
        assertEquals(OrderEventType.REJECTED, rejected.type());
        assertEquals(5, rejected.clOrdId());
        assertEquals(0, rejected.instrument());
        assertEquals(5, rejected.reason());
        assertEquals("value is incorrect", rejected.text());

        gateway.venue().onFrame(cancel(6, 5, 0, Side.BUY, ONE), 2, true);
        Message cancel = venue.take("F");
        venue.send(message("j", 45, cancel.getHeader().getString(34), 372, "F", 380, "4", 58, "not available"));
        OrderEvent cancelRejected = ingress.nextOrder();
        assertEquals(OrderEventType.CANCEL_REJECTED, cancelRejected.type());
        assertEquals(5, cancelRejected.clOrdId(), "the order, not the request");
        assertEquals(4, cancelRejected.reason());

        venue.send(message("j", 372, "D", 379, "T1-7", 380, "2", 58, "unknown security"));
        assertEquals(7, ingress.nextOrder().clOrdId());
    }
}
