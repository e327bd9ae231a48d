package mnvh.bench;

import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.wire.DocumentContext;
import net.openhft.chronicle.wire.Wire;

/** Reads a stream as the queue's own library does, one excerpt after the other, and checks nothing. */
final class PlainTailer {
    private PlainTailer() {}

    /** @return bytes read */
    static long read(Path stream) {
        long bytes = 0;
        try (ChronicleQueue queue =
                        ChronicleQueue.singleBuilder(stream).readOnly(true).build();
                ExcerptTailer tailer = queue.createTailer()) {
            while (true) {
                try (DocumentContext document = tailer.readingDocument()) {
                    Wire wire = document.wire();
                    if (!document.isPresent() || wire == null) {
                        return bytes;
                    }
                    Bytes<?> content = wire.bytes();
                    bytes += content.readRemaining();
                    Consumed.number = content.readLong(content.readPosition());
                }
            }
        }
    }
}
