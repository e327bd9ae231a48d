package mnvh.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import mnvh.event.Egress;
import mnvh.event.EventConsumer;
import mnvh.event.EventSlot;
import mnvh.event.FrameConsumer;
import mnvh.event.Ingress;
import mnvh.event.MarketDataEvent;
import mnvh.event.Notice;
import mnvh.event.OutboundFrame;
import mnvh.event.TimerEvent;
import org.junit.jupiter.api.Test;

/** One tick, one step that orders, one frame at the venue; the clock moves only where the test moves it. */
class LatencyTapsTest {
    private final StageLatencies latencies = new StageLatencies();
    private final PauseLog core = new PauseLog(List.of("core"), 8, 1);
    private final PauseLog exit = new PauseLog(List.of("exit"), 8, 1);
    private final PauseLog waits = new PauseLog(List.of("exit"), 8, 1);
    private long nowNs = 1_000;
    private final LatencyTaps taps = new LatencyTaps(latencies, () -> nowNs, core, exit, waits);
    private final List<EventSlot> published = new ArrayList<>();
    private final Ingress ingress = taps.ingress(new Ingress() {
        @Override
        public EventSlot claim() {
            EventSlot slot = new EventSlot();
            slot.claim(published.size());
            return slot;
        }

        @Override
        public long sequenceOf(EventSlot claimed) {
            return claimed.claim();
        }

        @Override
        public void publish(EventSlot slot) {
            published.add(slot);
        }
    });
    private final List<OutboundFrame> sent = new ArrayList<>();
    private final Egress egress = taps.egress(new Egress() {
        @Override
        public OutboundFrame claim() {
            nowNs += 7;
            return new Frames().step(1);
        }

        @Override
        public void publish(OutboundFrame frame) {
            sent.add(frame);
        }
    });

    private long only(Stage stage) {
        LatencyReading reading = latencies.reading(stage);
        assertEquals(1, reading.count(), stage::label);
        return reading.maxNs();
    }

    @Test
    void everyPartOfTheWayIsTimedOnce() {
        EventSlot tick = ingress.claim();
        new MarketDataEvent().begin(tick, 1);
        ingress.publish(tick);
        nowNs = 1_200;
        EventSlot close = ingress.claim();
        new TimerEvent().begin(close, 2);
        ingress.publish(close);

        EventConsumer handler = taps.core((slot, sequence, end) -> {
            nowNs += 30;
            if (sequence == 4) {
                egress.publish(egress.claim());
            }
        });
        nowNs = 1_300;
        handler.onEvent(tick, 3, false);
        nowNs = 1_500;
        handler.onEvent(close, 4, true);
        nowNs = 1_700;
        taps.venue((frame, sequence, end) -> nowNs += 50).onFrame(sent.get(0), 1, true);

        assertEquals(30, only(Stage.MARKET_DATA));
        assertEquals(37, only(Stage.STEP));
        assertEquals(7, only(Stage.EGRESS_WAIT));
        assertEquals(7, waits.peek(PauseLog.END_NS) - waits.peek(PauseLog.START_NS));
        assertEquals(2, latencies.reading(Stage.QUEUE).count());
        assertEquals(300, latencies.reading(Stage.QUEUE).maxNs());
        assertEquals(500, only(Stage.EVENT_TO_ORDER));
        assertEquals(700, only(Stage.TICK_TO_ORDER));
        assertEquals(50, only(Stage.SEND));
        assertEquals(1_000, core.peek(PauseLog.START_NS));
        assertEquals(1_300, core.peek(PauseLog.TAKEN_NS));
        assertEquals(1_330, core.peek(PauseLog.END_NS));
        assertEquals(1_200, exit.peek(PauseLog.START_NS));
    }

    @Test
    void eventThatWasNotStampedIsTimedInTheHandlerAlone() {
        EventSlot slot = new EventSlot();
        slot.claim(5);
        new MarketDataEvent().begin(slot, 1);
        taps.core((event, sequence, end) -> nowNs += 30).onEvent(slot, 3, true);

        assertEquals(30, only(Stage.MARKET_DATA));
        assertEquals(0, latencies.reading(Stage.QUEUE).count());
    }

    @Test
    void frameWithoutOrdersIsNotTimed() {
        FrameConsumer venue = taps.venue((frame, sequence, end) -> nowNs += 50);
        venue.onFrame(new Frames().notice(Notice.STOPPED, 0), 1, true);

        assertEquals(0, latencies.reading(Stage.SEND).count());
        assertEquals(1_050, nowNs, "it still reached the venue");
    }
}
