package mnvh.engine;

import mnvh.event.Egress;
import mnvh.event.FrameConsumer;
import mnvh.event.OutboundFrame;
import mnvh.units.HotPath;

/** The way out of the core without a ring: publishing runs the consumers on the caller's thread. Allocates nothing. */
@HotPath
public final class DirectEgress implements Egress {
    private final OutboundFrame frame;
    private final FrameConsumer[] consumers;
    private long sequence;

    /**
     * @param frameCapacity bytes of the largest frame
     * @param consumers called in this order for every frame
     */
    public DirectEgress(int frameCapacity, FrameConsumer... consumers) {
        this.frame = new OutboundFrame(frameCapacity);
        this.consumers = consumers.clone();
    }

    @Override
    public OutboundFrame claim() {
        return frame;
    }

    @Override
    public void publish(OutboundFrame filled) {
        sequence++;
        filled.sequence(sequence);
        for (int i = 0; i < consumers.length; i++) {
            consumers[i].onFrame(filled, sequence, true);
        }
    }
}
