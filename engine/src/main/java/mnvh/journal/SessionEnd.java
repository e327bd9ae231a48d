package mnvh.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The note that a stream was closed in order: a text file of one line, {@code records N head H}.
 *
 * <p>It is missing where the process was killed. With it, a reader knows that nothing is missing at the end.
 *
 * @param records records of the stream
 * @param head chain value after the last one
 */
record SessionEnd(long records, long head) {
    private static final Pattern LINE = Pattern.compile("records (\\d{1,18}) head ([0-9a-f]{16})\n");
    private static final int ALIGNMENT = 4096;

    /** Writes the note beside the queue files, whole or not at all. */
    static void write(Path folder, long records, long head) {
        try {
            Path draft = folder.resolve(JournalFormat.END_FILE + ".tmp");
            Files.writeString(draft, "records " + records + " head " + RecordSeal.hex(head) + "\n");
            Files.move(draft, folder.resolve(JournalFormat.END_FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Kind.ENVIRONMENT, "cannot close the journal " + folder + ": " + e.getMessage(), e);
        }
    }

    /** @return the note, null where there is none; throws {@link JournalException} on one that cannot be read */
    static @Nullable SessionEnd read(Path folder) {
        Path note = folder.resolve(JournalFormat.END_FILE);
        String text;
        try {
            text = new String(Files.readAllBytes(note), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Kind.ENVIRONMENT, "cannot read " + note + ": " + e.getMessage(), e);
        }
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED, note + " is damaged: expected one line 'records N head H'");
        }
        return new SessionEnd(Long.parseLong(line.group(1)), Long.parseUnsignedLong(line.group(2), 16));
    }

    /**
     * Cuts a closed queue file to its length: drops what was mapped or touched ahead and never used.
     *
     * @param from an excerpt header at or before the end
     */
    static void trim(Path folder, Path file, long from) {
        try (ExcerptReader reader = new ExcerptReader(folder);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            reader.seek(file, from);
            long keep = (reader.endOfFile() / ALIGNMENT + 1) * ALIGNMENT;
            if (keep < channel.size()) {
                channel.truncate(keep);
            }
        } catch (IOException e) {
            // A longer file reads the same; some systems do not cut what is still mapped.
            return;
        }
    }
}
