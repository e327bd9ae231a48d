package mnvh.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import mnvh.event.EventSlot;
import mnvh.event.Ingress;
import mnvh.event.OrderEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnswersTest {
    @Test
    void fullIngressHoldsNobodyUpAndNothingIsLost() throws InterruptedException {
        RecordingIngress recorder = new RecordingIngress();
        CountDownLatch room = new CountDownLatch(1);
        Ingress full = new Ingress() {
            @Override
            public EventSlot claim() {
                try {
                    room.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return recorder.claim();
            }

            @Override
            public long sequenceOf(EventSlot claimed) {
                return recorder.sequenceOf(claimed);
            }

            @Override
            public void publish(EventSlot slot) {
                recorder.publish(slot);
            }
        };
        try (Answers answers = new Answers(full)) {
            answers.start();
            for (long i = 1; i <= 1000; i++) {
                long id = i;
                answers.offer(slot -> new OrderEvent().begin(slot, 0).clOrdId(id));
            }
            room.countDown();
            for (long i = 1; i <= 1000; i++) {
                assertEquals(i, recorder.nextOrder().clOrdId());
            }
        }
    }
}
