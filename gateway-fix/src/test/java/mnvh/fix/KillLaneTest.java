package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static mnvh.fix.Loopback.cancel;
import static mnvh.fix.Loopback.order;
import static mnvh.fix.ScriptedVenue.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import mnvh.event.EventSlot;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.risk.TradingState;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import org.junit.jupiter.api.Test;
import quickfix.Message;

/** The kill switch at the wire, over a real socket, and how the core's word opens it again. */
@org.junit.jupiter.api.Tag("slow")
class KillLaneTest extends ScriptedCase {
    /** More than leave before the trigger, fewer than wait for an answer at most. */
    private static final long MANY = 1000;

    private void send(long id) {
        gateway.venue().onFrame(order(id, 0, Side.BUY, TimeInForce.GTC, ONE, 100 * ONE), id, true);
    }

    /** The core says so in answer to the inbound record {@code cause}. */
    private void notice(long cause, Notice code, TradingState after) {
        OutboundFrame frame = new OutboundFrame(1024);
        frame.begin(cause, 0);
        new NoticeSection()
                .wrap(frame.buffer(), frame.section(SectionKind.NOTICE, NoticeSection.LENGTH))
                .code(code.ordinal())
                .instrument(-1)
                .stateBefore(TradingState.HALTED.ordinal())
                .stateAfter(after.ordinal());
        frame.conclude();
        gateway.venue().onFrame(frame, 1, true);
    }

    private void kill(long sequence) {
        gateway.kill();
        gateway.killJournaled(sequence);
    }

    private Message report(String order, String execType) {
        return message(
                "8",
                37,
                "V1",
                11,
                order,
                17,
                "E" + order + execType,
                150,
                execType,
                39,
                execType,
                55,
                "S0",
                54,
                "1",
                38,
                "1",
                14,
                "0",
                151,
                "0",
                6,
                "0");
    }

    @Test
    void c08_everyWorkingOrderIsCancelledWhileTheCoreTakesNothing() throws Exception {
        comeUp();
        for (long id = 1; id <= 5; id++) {
            send(id);
            venue.take("D");
        }
        venue.send(report("T1-2", "4"));
        assertEquals(2, ingress.nextOrder().clOrdId());
        gateway.kill();
        for (String left : new String[] {"T1-1", "T1-3", "T1-4", "T1-5"}) {
            Message request = venue.take("F");
            assertEquals(left, request.getString(41));
            assertTrue(request.getString(11).startsWith("T1-K1."), request.getString(11));
        }
    }

    /** An order of an instrument that does not exist: its cancel throws, every time. */
    @Test
    void c08_oneCancelThatFailsKeepsNoOtherBackNowOrLater() throws Exception {
        comeUp();
        gateway.lane().working().add(new WorkingAtVenue.Entry(99, 1_000_000, Side.BUY, ONE));
        send(1);
        venue.take("D");
        gateway.kill();
        assertEquals("T1-1", venue.take("F").getString(41));
        assertEquals("T1-1", venue.take("F").getString(41), "the lane lives, and asks again for what it failed at");
    }

    @Test
    void fault50_noOrderLeavesBehindTheTriggerWhileOrdersAreInFlight() throws Exception {
        comeUp();
        Thread core = new Thread(() -> {
            for (long id = 1; id <= MANY; id++) {
                send(id);
            }
        });
        core.start();
        for (int n = 0; n < 100; n++) {
            venue.take("D");
        }
        kill(10);
        core.join();
        long left = 100;
        Set<String> cancelled = new HashSet<>();
        while (cancelled.size() < left || cancelled.isEmpty()) {
            Message message = venue.take();
            String type = message.getHeader().getString(35);
            if (type.equals("D")) {
                assertEquals(Set.of(), cancelled, "an order behind the cancels");
                left++;
            } else if (type.equals("F")) {
                assertTrue(cancelled.add(message.getString(41)), "twice");
            }
        }
        assertTrue(left < MANY, "the trigger came too late to show anything");
        for (long id = left + 1; id <= MANY; id++) {
            OrderEvent refused = ingress.nextOrder();
            assertEquals(OrderEventType.NOT_SENT, refused.type());
            assertEquals(id, refused.clOrdId());
        }
        assertEquals(0, gateway.status().resendRequests(), "numbers leave in their order");
        KillSweep sweep = gateway.killSweep();
        assertEquals(left, sweep.cancels());
        assertTrue(sweep.writtenNs() > sweep.triggerNs());
    }

    @Test
    void heldCoreGoesOnOnceTheCancelsAreWritten() throws Exception {
        CancelsFirst first = new CancelsFirst();
        first.onEvent(new EventSlot(), 1, true);
        first.of(gateway);
        comeUp();
        send(1);
        venue.take("D");
        assertFalse(gateway.cancelling());
        kill(10);
        first.onEvent(new EventSlot(), 2, true);
        assertFalse(gateway.cancelling());
        assertEquals(1, gateway.killSweep().cancels(), "it waited for them");
        gateway.venue().close();
        gateway.kill();
        long startNs = System.nanoTime();
        first.onEvent(new EventSlot(), 3, true);
        assertTrue(System.nanoTime() - startNs < 20 * KillLane.HOLD_NS, "never for long");
    }

    @Test
    void orderAfterTheTriggerIsAnsweredNotSentAndAnswerOfTheCancelNamesTheOrder() throws Exception {
        comeUp();
        send(1);
        venue.take("D");
        kill(10);
        Message request = venue.take("F");
        send(2);
        OrderEvent refused = ingress.nextOrder();
        assertEquals(OrderEventType.NOT_SENT, refused.type());
        assertEquals(2, refused.clOrdId());
        Message done = report(request.getString(11), "4");
        done.setString(41, request.getString(41));
        venue.send(done);
        OrderEvent cancelled = ingress.nextOrder();
        assertEquals(OrderEventType.CANCELED, cancelled.type());
        assertEquals(1, cancelled.clOrdId());
    }

    @Test
    void coresCancelOfTheSameOrderIsSentOnlyOnceTheFirstCameToNothing() throws Exception {
        comeUp();
        send(1);
        venue.take("D");
        kill(10);
        Message request = venue.take("F");
        gateway.venue().onFrame(cancel(7, 1, 0, Side.BUY, ONE), 1, true);
        venue.send(message("9", 11, request.getString(11), 41, "T1-1", 37, "V1", 39, "0", 434, "1", 102, "0"));
        assertEquals(OrderEventType.CANCEL_REJECTED, ingress.nextOrder().type());
        gateway.venue().onFrame(cancel(8, 1, 0, Side.BUY, ONE), 1, true);
        assertEquals("T1-8", venue.take("F").getString(11), "the first cancel of the core never left");
    }

    @Test
    void onlyWhatAnswersALaterCommandOpensIt() throws Exception {
        comeUp();
        gateway.kill();
        notice(9, Notice.KILL_RESET, TradingState.HALTED);
        assertTrue(gateway.killed(), "its place is not known yet");
        gateway.killJournaled(10);
        notice(9, Notice.KILL_RESET, TradingState.HALTED);
        assertTrue(gateway.killed(), "answers a command from before the trigger");
        notice(11, Notice.FLATTENING, TradingState.REDUCING);
        send(1);
        assertEquals("T1-1", venue.take("D").getString(11), "closing");
        notice(12, Notice.FLATTENED, TradingState.HALTED);
        send(2);
        assertEquals(2, ingress.nextOrder().clOrdId());
        notice(13, Notice.KILL_RESET, TradingState.HALTED);
        assertFalse(gateway.killed());
        send(3);
        assertEquals("T1-3", venue.take("D").getString(11));
        notice(14, Notice.KILLED, TradingState.HALTED);
        assertTrue(gateway.killed(), "the stream alone closes it too");
        assertEquals("T1-1", venue.take("F").getString(41));
    }

    @Test
    void secondTriggerEndsAClosingAndOutlivesTheResetOfTheFirst() throws Exception {
        comeUp();
        kill(10);
        notice(11, Notice.FLATTENING, TradingState.REDUCING);
        gateway.kill();
        notice(12, Notice.KILL_RESET, TradingState.HALTED);
        gateway.killJournaled(13);
        assertTrue(gateway.killed());
        send(1);
        assertEquals(OrderEventType.NOT_SENT, ingress.nextOrder().type());
        notice(14, Notice.KILL_RESET, TradingState.HALTED);
        assertFalse(gateway.killed());
    }
}
