package mnvh.journal;

/** How a field's bytes are read; all little-endian. */
public enum FieldType {
    /** Signed integer of 1 byte. */
    I8(1, "i8"),
    /** Signed integer of 2 bytes. */
    I16(2, "i16"),
    /** Signed integer of 4 bytes. */
    I32(4, "i32"),
    /** Signed integer of 8 bytes. */
    I64(8, "i64"),
    /** IEEE 754 binary64; one NaN, no negative zero. */
    F64(8, "f64"),
    /** Signed integer of 8 bytes, a decimal number at 1e-8. */
    DECIMAL(8, "decimal"),
    /** Signed integer of 8 bytes, a rate at 1e-12. */
    RATE(8, "rate"),
    /** Signed integer of 8 bytes, nanoseconds since 1970 in UTC. */
    TIME(8, "time"),
    /** Signed integer of 4 bytes, line of the universe from 0; -1 for none. */
    INSTRUMENT(4, "instrument"),
    /** Unsigned integer of 4 bytes, read as hexadecimal digits. */
    HEX32(4, "hex32"),
    /** Unsigned integer of 8 bytes, read as hexadecimal digits. */
    HEX64(8, "hex64"),
    /** Number of 1 byte that stands for a name. */
    NAME8(1, "name8"),
    /** Number of 4 bytes that stands for a name. */
    NAME32(4, "name32"),
    /** ASCII, padded with zero bytes. */
    TEXT(0, "text"),
    /** UTF-8 up to the length that another field gives. */
    UTF8(0, "utf8");

    private final int bytes;
    private final String label;

    FieldType(int bytes, String label) {
        this.bytes = bytes;
        this.label = label;
    }

    /** @return bytes of a field, 0 where each field has its own length */
    public int bytes() {
        return bytes;
    }

    /** @return the word used in the format's page */
    public String label() {
        return label;
    }
}
