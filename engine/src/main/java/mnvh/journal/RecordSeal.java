package mnvh.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import mnvh.event.EventHeader;
import mnvh.units.HotPath;

/**
 * What makes damage visible: a CRC32C per record and a chain value over all records so far.
 *
 * <p>The CRC covers the whole record with the crc and chain fields read as zero. The chain starts at 0 and each record
 * takes it on, in arithmetic modulo 2^64 with {@code length} and {@code crc} as unsigned 32-bit numbers:
 *
 * <pre>
 * z = previous + 0x9E3779B97F4A7C15
 * z = z xor (crc * 2^32 + length)
 * z = (z xor (z >>> 30)) * 0xBF58476D1CE4E5B9
 * z = (z xor (z >>> 27)) * 0x94D049BB133111EB
 * chain = z xor (z >>> 31)
 * </pre>
 *
 * <p>The last lines are the finaliser of splitmix64. The chain finds accidents (a record lost, doubled, moved or taken
 * from another session); it is no signature and does not stop a forger. One thread per seal. Allocates nothing after
 * construction.
 */
@HotPath
public final class RecordSeal {
    /** Chain value before the first record. */
    public static final long FIRST = 0;

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private final CRC32C crc = new CRC32C();

    /**
     * Writes CRC and chain into a record's header.
     *
     * @param previous chain value of the record before, {@link #FIRST} for the first one
     * @return the record's chain value
     */
    public long seal(ByteBuffer buffer, int start, int length, long previous) {
        int value = crcOf(buffer, start, length);
        long chain = chain(previous, value, length);
        buffer.putInt(start + EventHeader.CRC_OFFSET, value);
        buffer.putLong(start + EventHeader.CHAIN_OFFSET, chain);
        return chain;
    }

    /** @return CRC32C of a record whose crc and chain fields are set to zero first; position and limit are reset */
    int crcOf(ByteBuffer buffer, int start, int length) {
        buffer.putInt(start + EventHeader.CRC_OFFSET, 0);
        buffer.putLong(start + EventHeader.CHAIN_OFFSET, 0);
        buffer.limit(start + length).position(start);
        crc.reset();
        crc.update(buffer);
        buffer.clear();
        return (int) crc.getValue();
    }

    /** @return the chain value that follows {@code previous} */
    static long chain(long previous, int crc, int length) {
        long z = previous + GAMMA;
        z ^= ((long) crc << 32) | length;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** @return a chain value as people compare it: 16 hexadecimal digits */
    public static String hex(long chain) {
        String digits = Long.toHexString(chain);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
