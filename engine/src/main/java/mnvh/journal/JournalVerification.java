package mnvh.journal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.OutboundFrame;
import org.jspecify.annotations.Nullable;

/**
 * What a full read of a session found.
 *
 * <p>Beyond each record's own checks: an inbound stream starts with its two texts, an outbound stream holds frames
 * only, their causes do not decrease and exist, and their sections fill them exactly.
 *
 * @param inbound what was read of the inbound stream
 * @param outbound what was read of the outbound stream
 */
public record JournalVerification(Stream inbound, Stream outbound) {
    /**
     * What was read of one stream.
     *
     * @param name of the stream
     * @param records whole records before the end or the first damage
     * @param excerpts excerpts they came in
     * @param bytes bytes of the records
     * @param head chain value after the last whole record
     * @param lastCause cause of the last frame, 0 for none
     * @param closed true where the stream was closed in order
     * @param damage what is wrong first, null for nothing
     */
    public record Stream(
            String name,
            long records,
            long excerpts,
            long bytes,
            long head,
            long lastCause,
            boolean closed,
            @Nullable String damage) {
        /** @return one line for people */
        public String line() {
            return name + ": " + records + " records, " + excerpts + " excerpts, " + bytes + " bytes, head "
                    + RecordSeal.hex(head)
                    + (damage != null
                            ? ", DAMAGED: " + damage
                            : closed ? ", closed in order" : ", not closed in order");
        }
    }

    /** Reads a whole session; throws {@link JournalException} ENVIRONMENT only, damage is in the result. */
    public static JournalVerification of(SessionFolder session) {
        Stream inbound = read(session.inbound(), true, Long.MAX_VALUE);
        // A damaged inbound stream ends early; blaming the frames for that would hide the place.
        long causes = inbound.damage() == null ? inbound.records() : Long.MAX_VALUE;
        return new JournalVerification(inbound, read(session.outbound(), false, causes));
    }

    private static Stream read(Path folder, boolean inbound, long causes) {
        long lastCause = 0;
        boolean closed = false;
        String damage = null;
        try (JournalReader reader = new JournalReader(folder)) {
            try {
                while (damage == null && reader.next()) {
                    damage = inbound ? eventFault(reader) : frameFault(reader, lastCause, causes);
                    lastCause = EventHeader.cause(reader.buffer(), reader.offset());
                }
                closed = damage == null && reader.checkEnd();
            } catch (JournalException e) {
                if (e.kind() != JournalException.Kind.DAMAGED) {
                    throw e;
                }
                damage = e.getMessage();
            }
            return new Stream(
                    reader.stream(),
                    reader.records(),
                    reader.excerpts(),
                    reader.bytes(),
                    reader.head(),
                    lastCause,
                    closed,
                    damage);
        }
    }

    private static @Nullable String eventFault(JournalReader reader) {
        long sequence = reader.records();
        int kind = reader.kind();
        RecordLayout layout = RecordLayout.ofRecord(kind);
        if ((sequence == 1) != (kind == EventKind.CONFIG)) {
            return at(reader) + "record 1, and no other, holds the configuration; this is of kind " + kind;
        }
        if ((sequence == 2) != (kind == EventKind.UNIVERSE)) {
            return at(reader) + "record 2, and no other, holds the universe; this is of kind " + kind;
        }
        if (layout == null || kind == EventKind.FRAME || (sequence > 2 && reader.length() != layout.length())) {
            return at(reader) + "kind " + kind + " with " + reader.length() + " bytes is no event";
        }
        return null;
    }

    private static @Nullable String frameFault(JournalReader reader, long lastCause, long causes) {
        ByteBuffer buffer = reader.buffer();
        int start = reader.offset();
        long cause = EventHeader.cause(buffer, start);
        if (reader.kind() != EventKind.FRAME) {
            return at(reader) + "kind " + reader.kind() + " is no frame";
        }
        if (cause < lastCause || cause < 1) {
            return at(reader) + "cause " + cause + " follows cause " + lastCause;
        }
        if (cause > causes) {
            return at(reader) + "its cause, inbound record " + cause + ", is missing: inbound ends at " + causes;
        }
        return sectionFault(reader, buffer, start);
    }

    private static @Nullable String sectionFault(JournalReader reader, ByteBuffer buffer, int start) {
        int end = start + reader.length();
        int at = start + OutboundFrame.SECTIONS_OFFSET;
        int sections = 0;
        while (at < end) {
            int length = buffer.getInt(at + 4);
            RecordLayout layout = RecordLayout.ofSection(buffer.getShort(at));
            boolean fits = length >= OutboundFrame.SECTION_HEADER && length <= end - at && (length & 7) == 0;
            if (!fits || layout == null || length < layout.length()) {
                return at(reader) + "section " + sections + " of kind " + buffer.getShort(at) + " has " + length
                        + " bytes";
            }
            at += length;
            sections++;
        }
        int stated = buffer.getInt(start + EventHeader.LENGTH);
        return stated == sections ? null : at(reader) + sections + " sections, " + stated + " are stated";
    }

    private static String at(JournalReader reader) {
        return reader.stream() + " record " + reader.records() + ": ";
    }

    /** @return true where nothing is damaged */
    public boolean ok() {
        return inbound.damage() == null && outbound.damage() == null;
    }

    /** @return the session's head hash, over outbound records only, 16 hexadecimal digits */
    public String head() {
        return RecordSeal.hex(outbound.head());
    }

    /** @return two lines for people */
    public String summary() {
        return inbound.line() + "\n" + outbound.line();
    }
}
