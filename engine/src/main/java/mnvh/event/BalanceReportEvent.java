package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * The venue's answer to what a currency's balance, or a total of it since the start, is.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class BalanceReportEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 168;

    static final int CURRENCY_OFFSET = 48;
    static final int STATUS_OFFSET = 52;
    static final int TYPE_OFFSET = 53;
    static final int BALANCE_OFFSET = 56;
    static final int AS_OF_SEQUENCE_OFFSET = 64;
    static final int TEXT_OFFSET = 72;
    static final int TEXT_LENGTH = 96;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public BalanceReportEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public BalanceReportEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.BALANCE_REPORT, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return index among the run's currencies */
    public int currency() {
        return buffer.getInt(offset + CURRENCY_OFFSET);
    }

    /** Sets index among the run's currencies. */
    public BalanceReportEvent currency(int value) {
        buffer.putInt(offset + CURRENCY_OFFSET, value);
        return this;
    }

    /** @return whether it answered */
    public ReportStatus status() {
        return ReportStatus.of(buffer.get(offset + STATUS_OFFSET));
    }

    /** Sets whether it answered. */
    public BalanceReportEvent status(ReportStatus value) {
        buffer.put(offset + STATUS_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return what is reported */
    public BalanceType type() {
        return BalanceType.of(buffer.get(offset + TYPE_OFFSET));
    }

    /** Sets what is reported. */
    public BalanceReportEvent type(BalanceType value) {
        buffer.put(offset + TYPE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return the venue's wallet or total at 1e-8; what raised the wallet is positive */
    public long balance() {
        return buffer.getLong(offset + BALANCE_OFFSET);
    }

    /** Sets the venue's wallet or total at 1e-8; what raised the wallet is positive. */
    public BalanceReportEvent balance(long value) {
        buffer.putLong(offset + BALANCE_OFFSET, value);
        return this;
    }

    /** @return last inbound sequence that the report includes, 0 for unknown */
    public long asOfSequence() {
        return buffer.getLong(offset + AS_OF_SEQUENCE_OFFSET);
    }

    /** Sets last inbound sequence that the report includes, 0 for unknown. */
    public BalanceReportEvent asOfSequence(long value) {
        buffer.putLong(offset + AS_OF_SEQUENCE_OFFSET, value);
        return this;
    }

    /** Sets why it failed; ASCII, cut at 96 bytes. */
    public BalanceReportEvent text(CharSequence value) {
        EventText.put(buffer, offset + TEXT_OFFSET, TEXT_LENGTH, value);
        return this;
    }

    /** @return why it failed; allocates, for edges and reports */
    public String text() {
        return EventText.get(buffer, offset + TEXT_OFFSET, TEXT_LENGTH);
    }

    /** @return 64-bit hash of why it failed; allocates nothing */
    public long textHash() {
        return EventText.hash(buffer, offset + TEXT_OFFSET, TEXT_LENGTH);
    }
}
