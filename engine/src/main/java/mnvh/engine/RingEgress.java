package mnvh.engine;

import com.lmax.disruptor.RingBuffer;
import mnvh.event.Egress;
import mnvh.event.OutboundFrame;
import mnvh.units.HotPath;

/** The way out of the core through the ring. Core thread only; waits while the ring is full. Allocates nothing. */
@HotPath
final class RingEgress implements Egress {
    private final RingBuffer<OutboundFrame> ring;

    RingEgress(RingBuffer<OutboundFrame> ring) {
        this.ring = ring;
    }

    @Override
    public OutboundFrame claim() {
        long position = ring.next();
        OutboundFrame frame = ring.get(position);
        frame.claim(position);
        return frame;
    }

    @Override
    public void publish(OutboundFrame frame) {
        ring.publish(frame.claim());
    }
}
