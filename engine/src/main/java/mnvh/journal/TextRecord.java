package mnvh.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import mnvh.event.EventHeader;

/** A record that holds text: its length in bytes (int), four zero bytes, UTF-8, zero bytes up to a multiple of 8. */
final class TextRecord {
    static final int TEXT_LENGTH_OFFSET = 48;
    static final int TEXT_OFFSET = 56;

    private TextRecord() {}

    /** @return a record of {@code kind}, without sequence and seal */
    static ByteBuffer encode(int kind, long timestampNs, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int length = (TEXT_OFFSET + utf8.length + 7) & ~7;
        ByteBuffer record = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
        EventHeader.write(record, 0, kind, length, timestampNs);
        record.putInt(TEXT_LENGTH_OFFSET, utf8.length);
        record.put(TEXT_OFFSET, utf8);
        return record;
    }

    /** @return the text; throws {@link IllegalStateException} where its length overruns the record */
    static String decode(ByteBuffer buffer, int start) {
        int count = buffer.getInt(start + TEXT_LENGTH_OFFSET);
        if (count < 0 || count > EventHeader.length(buffer, start) - TEXT_OFFSET) {
            throw new IllegalStateException("text of " + count + " bytes overruns its record");
        }
        byte[] utf8 = new byte[count];
        buffer.get(start + TEXT_OFFSET, utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
