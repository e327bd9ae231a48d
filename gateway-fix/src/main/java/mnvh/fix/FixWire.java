package mnvh.fix;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.filterchain.IoFilterChain;
import org.apache.mina.core.filterchain.IoFilterChainBuilder;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.apache.mina.core.write.WriteRequest;
import org.jspecify.annotations.Nullable;
import quickfix.mina.message.FIXProtocolCodecFactory;

/**
 * The connection below the session: many messages in one write to the kernel, and whether it has them.
 *
 * <p>MINA writes every message by itself, which wakes the reader at the other end each time: 10 us for every one of the
 * kill switch's cancels, on one thread. Any thread.
 */
final class FixWire implements IoFilterChainBuilder {
    /** Bytes that leave without waiting for more: the first cancels do not wait for the last. */
    static final int BATCH_BYTES = 1 << 14;

    private volatile @Nullable Connection connection;

    /** Called by MINA for every new connection. */
    @Override
    public void buildFilterChain(IoFilterChain chain) {
        Connection opened = new Connection(chain.getSession());
        // Between the codec, which makes bytes of messages, and encryption or the socket.
        chain.addBefore(FIXProtocolCodecFactory.FILTER_NAME, "batch", opened);
        connection = opened;
    }

    /** Runs {@code sends}; what leaves meanwhile, whoever sends it, leaves in its order and in few writes. */
    void together(Runnable sends) {
        Connection current = connection;
        if (current == null) {
            sends.run();
            return;
        }
        current.gathering = true;
        try {
            sends.run();
        } finally {
            current.release();
        }
    }

    /** @return true when the kernel has every byte that was sent, or the connection is gone and takes none */
    boolean drained() {
        Connection current = connection;
        return current == null || !current.session.isConnected() || current.session.getScheduledWriteBytes() == 0;
    }

    /** One connection; bytes are gathered under its lock, whose holder alone writes meanwhile. */
    private static final class Connection extends IoFilterAdapter {
        private final IoSession session;
        private final IoBuffer gathered = IoBuffer.allocate(2 * BATCH_BYTES).setAutoExpand(true);
        private volatile boolean gathering;
        private @Nullable NextFilter onward;

        Connection(IoSession session) {
            this.session = session;
        }

        @Override
        public void filterWrite(NextFilter next, IoSession from, WriteRequest request) {
            if (gathering && request.getMessage() instanceof IoBuffer bytes) {
                synchronized (this) {
                    if (gathering) {
                        onward = next;
                        gathered.put(bytes);
                        // Whoever waits for the future waits for its place in the order, which it has.
                        request.getFuture().setWritten();
                        if (gathered.position() >= BATCH_BYTES) {
                            write();
                        }
                        return;
                    }
                }
            }
            next.filterWrite(from, request);
        }

        /** What comes later is behind what was gathered. */
        synchronized void release() {
            write();
            gathering = false;
        }

        private void write() {
            NextFilter next = onward;
            if (next != null && gathered.position() > 0) {
                IoBuffer bytes = IoBuffer.allocate(gathered.flip().limit());
                bytes.put(gathered).flip();
                gathered.clear();
                next.filterWrite(session, new DefaultWriteRequest(bytes));
            }
        }
    }
}
