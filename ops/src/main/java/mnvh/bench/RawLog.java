package mnvh.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The least a journal can do: copies each record into a mapped file behind its length and CRC32C.
 *
 * <p>Pretouched, it goes round in pages that are mapped and allocated; cold, every {@link #fresh} starts on pages that
 * nobody has touched. One thread. Allocates nothing between two calls of {@link #fresh}.
 */
final class RawLog implements AutoCloseable {
    private static final int HEADER = 8;
    private static final int PAGE = 4096;

    private final FileChannel channel;
    private final int bytes;
    private final boolean pretouched;
    private final CRC32C crc = new CRC32C();
    private MappedByteBuffer mapping;
    private long mapped;
    private int position;

    /** @param bytes of a mapping, at least a record and {@value #HEADER} */
    RawLog(Path file, int bytes, boolean pretouched) throws IOException {
        this.channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.bytes = bytes;
        this.pretouched = pretouched;
        this.mapping = channel.map(MapMode.READ_WRITE, 0, bytes);
        this.mapped = bytes;
        if (pretouched) {
            for (int at = 0; at < bytes; at += PAGE) {
                mapping.put(at, (byte) 1);
            }
        }
    }

    /** Between two blocks: a cold log goes on in a mapping of its own further down the file. */
    void fresh() throws IOException {
        if (!pretouched) {
            mapping = channel.map(MapMode.READ_WRITE, mapped, bytes);
            mapped += bytes;
            position = 0;
        }
    }

    /** Appends the record at 0; starts again at the top of the mapping where it is full. */
    void append(ByteBuffer record, int length) {
        if (position + HEADER + length > bytes) {
            position = 0;
        }
        record.limit(length).position(0);
        crc.reset();
        crc.update(record);
        record.clear();
        mapping.putInt(position, length);
        mapping.putInt(position + 4, (int) crc.getValue());
        mapping.put(position + HEADER, record, 0, length);
        position += HEADER + length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
