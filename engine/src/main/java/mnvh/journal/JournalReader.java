package mnvh.journal;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.journal.JournalException.Kind;

/**
 * Reads a stream record by record and believes nothing: every record's length, CRC32C, format version, sequence and
 * chain value are checked before it is handed out.
 *
 * <p>Takes no lock and writes nothing, so it may also follow a stream that is being written. One thread. Allocates
 * where a file opens or a longer excerpt than any before arrives.
 */
public final class JournalReader implements AutoCloseable {
    private final String stream;
    private final Path folder;
    private final ExcerptReader excerpts;
    private final RecordSeal seal = new RecordSeal();
    private int offset;
    private int length;
    private int left;
    private long records;
    private long excerptCount;
    private long bytes;
    private long head = RecordSeal.FIRST;

    /** @param folder a stream's folder; see {@link SessionFolder} */
    public JournalReader(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new JournalException(Kind.ENVIRONMENT, "no journal at " + folder);
        }
        this.folder = folder;
        this.stream = String.valueOf(folder.getFileName());
        this.excerpts = new ExcerptReader(folder);
    }

    /**
     * Moves to the next record.
     *
     * @return false where no further record is committed; asked again later, it goes on when one was. Throws {@link
     *     JournalException} DAMAGED naming the first record that fails a check, ENVIRONMENT for a format this build
     *     does not know
     */
    public boolean next() {
        if (left == 0) {
            if (!excerpts.next()) {
                String fault = excerpts.fault();
                if (fault != null) {
                    throw damaged(fault);
                }
                return false;
            }
            excerptCount++;
            offset = excerpts.offset();
            left = excerpts.length();
            if (left == 0 || (left & 7) != 0) {
                throw damaged("its excerpt has " + left + " bytes, which whole records cannot fill" + place());
            }
        } else {
            offset += length;
        }
        length = checkedLength();
        checkSeal();
        left -= length;
        bytes += length;
        return true;
    }

    private int checkedLength() {
        int claimed = left < EventHeader.LENGTH ? 0 : EventHeader.length(buffer(), offset);
        if (claimed < EventHeader.LENGTH || claimed > left || (claimed & 7) != 0) {
            throw damaged(
                    "its length of " + claimed + " bytes is impossible, its excerpt has " + left + " left" + place());
        }
        return claimed;
    }

    private void checkSeal() {
        ByteBuffer buffer = buffer();
        int storedCrc = buffer.getInt(offset + EventHeader.CRC_OFFSET);
        long storedChain = buffer.getLong(offset + EventHeader.CHAIN_OFFSET);
        int crc = seal.crcOf(buffer, offset, length);
        buffer.putInt(offset + EventHeader.CRC_OFFSET, storedCrc);
        buffer.putLong(offset + EventHeader.CHAIN_OFFSET, storedChain);
        if (crc != storedCrc) {
            throw damaged("CRC32C is " + Integer.toHexString(crc) + ", stored is " + Integer.toHexString(storedCrc)
                    + place());
        }
        int version = EventHeader.version(buffer, offset);
        if (version != EventHeader.FORMAT_VERSION) {
            throw new JournalException(
                    Kind.ENVIRONMENT,
                    stream + " record " + (records + 1) + " has format version " + version
                            + ", this program reads version " + EventHeader.FORMAT_VERSION);
        }
        long sequence = EventHeader.sequence(buffer, offset);
        if (sequence != records + 1) {
            throw damaged("sequence " + sequence + " stands in its place" + place());
        }
        long chain = RecordSeal.chain(head, crc, length);
        if (chain != storedChain) {
            throw damaged("chain value is " + RecordSeal.hex(chain) + ", stored is " + RecordSeal.hex(storedChain)
                    + ": a record before it was changed or exchanged" + place());
        }
        head = chain;
        records = sequence;
    }

    /**
     * Checks, after {@link #next} said false, that nothing is missing behind the last record: the note of an orderly
     * end, and sealed records behind a header that cannot be read. Throws {@link JournalException} DAMAGED.
     *
     * @return true where the stream was closed in order, false where its process died or is alive
     */
    public boolean checkEnd() {
        SessionEnd end = SessionEnd.read(folder);
        if (end != null && (end.records() != records || end.head() != head)) {
            throw damaged("the stream ends here, it was closed with " + end.records() + " records and head "
                    + RecordSeal.hex(end.head()) + ", here it has " + records + " and " + RecordSeal.hex(head));
        }
        StrayRecords stray = new StrayRecords(excerpts, seal);
        long found = stray.find(records);
        if (found != 0) {
            throw damaged("unreadable, but record " + found + " stands behind it" + place());
        }
        return end != null;
    }

    private String place() {
        return " (" + excerpts.file() + ", byte " + (excerpts.position() + excerpts.length() - left) + ")";
    }

    private JournalException damaged(String what) {
        return new JournalException(Kind.DAMAGED, stream + " record " + (records + 1) + " is damaged: " + what);
    }

    /** @return the bytes that hold the record, among others; valid until the next call of {@link #next} */
    public ByteBuffer buffer() {
        return excerpts.buffer();
    }

    /** @return where the record starts in {@link #buffer} */
    public int offset() {
        return offset;
    }

    /** @return bytes of the record */
    public int length() {
        return length;
    }

    /** @return kind of the record, one of {@code EventKind} */
    public int kind() {
        return EventHeader.kind(buffer(), offset);
    }

    /** @return the record's text; for {@code EventKind.CONFIG} and {@code EventKind.UNIVERSE} only */
    public String text() {
        if (kind() != EventKind.CONFIG && kind() != EventKind.UNIVERSE) {
            throw new IllegalStateException(stream + " record " + records + " of kind " + kind() + " holds no text");
        }
        return TextRecord.decode(buffer(), offset);
    }

    /** @return records read so far, which is the sequence of the last one */
    public long records() {
        return records;
    }

    /** @return excerpts read so far */
    public long excerpts() {
        return excerptCount;
    }

    /** @return bytes of the records read so far */
    public long bytes() {
        return bytes;
    }

    /** @return chain value after the last record read */
    public long head() {
        return head;
    }

    /** @return name of the stream, which is its folder's */
    public String stream() {
        return stream;
    }

    @Override
    public void close() {
        excerpts.close();
    }
}
