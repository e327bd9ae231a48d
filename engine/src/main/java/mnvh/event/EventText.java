package mnvh.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import mnvh.units.HotPath;

/** Fixed-length ASCII fields, padded with zero bytes, and doubles with one bit pattern per value. */
@HotPath
final class EventText {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private EventText() {}

    /** Writes at most {@code length} characters; what is not ASCII becomes '?'. The rest is zeroed. */
    static void put(ByteBuffer buffer, int start, int length, CharSequence text) {
        int count = Math.min(length, text.length());
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            buffer.put(start + i, c > 0 && c < 128 ? (byte) c : (byte) '?');
        }
        for (int i = count; i < length; i++) {
            buffer.put(start + i, (byte) 0);
        }
    }

    static String get(ByteBuffer buffer, int start, int length) {
        int count = 0;
        while (count < length && buffer.get(start + count) != 0) {
            count++;
        }
        byte[] bytes = new byte[count];
        buffer.get(start, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** FNV-1a over the field up to its padding. */
    static long hash(ByteBuffer buffer, int start, int length) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < length; i++) {
            byte b = buffer.get(start + i);
            if (b == 0) {
                break;
            }
            hash = (hash ^ b) * FNV_PRIME;
        }
        return hash;
    }

    /** @return the bits of {@code value} with one NaN and no negative zero */
    static long canonicalBits(double value) {
        return Double.doubleToLongBits(value + 0.0);
    }
}
