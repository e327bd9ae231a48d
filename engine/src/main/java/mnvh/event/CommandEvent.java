package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * What an operator or the daemon asks of the core.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class CommandEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 184;

    static final int COMMAND_OFFSET = 48;
    static final int REASON_OFFSET = 56;
    static final int REASON_LENGTH = Authorship.REASON_LENGTH;
    static final int OPERATOR_OFFSET = 152;
    static final int OPERATOR_LENGTH = Authorship.OPERATOR_LENGTH;

    private final Authorship author = new Authorship(OPERATOR_OFFSET, REASON_OFFSET);
    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public CommandEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        author.wrap(source, start);
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public CommandEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.COMMAND, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return what to do */
    public Command command() {
        return Command.of(buffer.get(offset + COMMAND_OFFSET));
    }

    /** Sets what to do. */
    public CommandEvent command(Command value) {
        buffer.put(offset + COMMAND_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** Sets why, in the words of who asks; ASCII, cut at 96 bytes. */
    public CommandEvent reason(CharSequence value) {
        author.reason(value);
        return this;
    }

    /** @return why, in the words of who asks; allocates, for edges and reports */
    public String reason() {
        return author.reason();
    }

    /** Sets who asks, nothing where the daemon does; ASCII, cut at 32 bytes. */
    public CommandEvent operator(CharSequence value) {
        author.operator(value);
        return this;
    }

    /** @return who asks, nothing where the daemon does; allocates, for edges and reports */
    public String operator() {
        return author.operator();
    }
}
