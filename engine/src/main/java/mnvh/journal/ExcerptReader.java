package mnvh.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the committed excerpts of a stream's queue files, oldest first, without Chronicle: no lock, nothing written, no
 * length believed before it is checked.
 *
 * <p>An excerpt header is a little-endian int at a multiple of 4: 0 where nothing was written yet, else flags and the
 * length of what follows. A reader at the end may be asked again later and goes on when more was committed. One thread.
 * Allocates where a file opens or the window grows.
 */
final class ExcerptReader implements AutoCloseable {
    private static final int WINDOW = 1 << 20;
    private static final int AT_END = 16 << 10;
    private static final int HEADER = 4;

    private final Path folder;
    private ByteBuffer window = ByteBuffer.allocateDirect(WINDOW).order(ByteOrder.LITTLE_ENDIAN);
    private long windowStart;
    private int windowBytes;
    private @Nullable Path file;
    private @Nullable FileChannel channel;
    private long next;
    private long start;
    private int length;
    private boolean waited;
    private boolean atEnd;
    private @Nullable String fault;

    ExcerptReader(Path folder) {
        this.folder = folder;
    }

    /** @return false where no further excerpt is committed, or where {@link #fault} says what makes it unreadable */
    boolean next() {
        if (fault != null) {
            return false;
        }
        try {
            return advance();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean advance() throws IOException {
        if (channel == null && !openAfter(null)) {
            return false;
        }
        while (true) {
            int header = header();
            if (header == 0 || ((header & JournalFormat.NOT_COMPLETE) != 0 && header != JournalFormat.END_OF_FILE)) {
                // Nothing more here, unless the writer rolled; look once more, it may have written in between.
                if (laterThan(file) == null || header() != header || !openAfter(file)) {
                    waited = true;
                    return false;
                }
                continue;
            }
            if (header == JournalFormat.END_OF_FILE) {
                if (!openAfter(file)) {
                    return false;
                }
                continue;
            }
            int bytes = header & JournalFormat.LENGTH_MASK;
            if (bytes > JournalFormat.MAX_EXCERPT || !holds(next + HEADER + bytes)) {
                fault = "excerpt header of " + bytes + " bytes, " + (size() - next - HEADER) + " are left (" + file
                        + ", byte " + next + ")";
                return false;
            }
            start = next + HEADER;
            next = aligned(start + bytes);
            if ((header & JournalFormat.META_DATA) == 0) {
                length = bytes;
                load(start, bytes);
                return true;
            }
        }
    }

    /** @return where the header after an excerpt that ends at {@code end} stands */
    private static long aligned(long end) {
        return (end + HEADER - 1) & -HEADER;
    }

    /** @return the header at the read position; 0 at the end of the file */
    private int header() throws IOException {
        if (waited) {
            // What was read before the header was committed may be stale; and there is little to read at the end.
            windowBytes = 0;
            atEnd = true;
            waited = false;
        }
        if (!load(next, HEADER)) {
            return 0;
        }
        int header = window.getInt((int) (next - windowStart));
        if (header == 0 || (header & JournalFormat.NOT_COMPLETE) != 0) {
            windowBytes = 0;
        }
        return header;
    }

    /** Makes {@code bytes} bytes from {@code from} readable in the window. */
    private boolean load(long from, int bytes) throws IOException {
        if (from >= windowStart && from + bytes <= windowStart + windowBytes) {
            return true;
        }
        if (bytes > window.capacity()) {
            window = ByteBuffer.allocateDirect(Math.max(bytes, 2 * window.capacity()))
                    .order(ByteOrder.LITTLE_ENDIAN);
        }
        FileChannel open = channel;
        window.clear().limit(atEnd ? Math.max(bytes, AT_END) : window.capacity());
        atEnd = false;
        long at = from;
        while (open != null && window.hasRemaining()) {
            int count = open.read(window, at);
            if (count < 0) {
                break;
            }
            at += count;
        }
        windowBytes = window.position();
        windowStart = from;
        window.clear();
        return windowBytes >= bytes;
    }

    /** @return true where the file reaches to {@code end}: it is asked, unless the window has what stands there */
    private boolean holds(long end) throws IOException {
        return end <= windowStart + windowBytes || end <= size();
    }

    private long size() throws IOException {
        FileChannel open = channel;
        return open == null ? 0 : open.size();
    }

    private boolean openAfter(@Nullable Path current) throws IOException {
        Path later = laterThan(current);
        if (later == null) {
            return false;
        }
        FileChannel open = channel;
        if (open != null) {
            open.close();
        }
        channel = FileChannel.open(later, StandardOpenOption.READ);
        file = later;
        next = 0;
        windowBytes = 0;
        return true;
    }

    private @Nullable Path laterThan(@Nullable Path current) throws IOException {
        for (Path candidate : files(folder)) {
            if (current == null || candidate.compareTo(current) > 0) {
                return candidate;
            }
        }
        return null;
    }

    /** @return the queue files of a stream, oldest first */
    static List<Path> files(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + JournalFormat.FILE_SUFFIX)) {
            for (Path entry : entries) {
                found.add(entry);
            }
        }
        Collections.sort(found);
        return found;
    }

    /**
     * Starts at an excerpt header that is known to be one.
     *
     * @param at position of the header in {@code inFile}
     */
    void seek(Path inFile, long at) {
        try {
            FileChannel open = channel;
            if (open != null) {
                open.close();
            }
            channel = FileChannel.open(inFile, StandardOpenOption.READ);
            file = inFile;
            next = at;
            windowBytes = 0;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** @return end of the last complete excerpt of the file, walking on from where {@link #seek} put the reader */
    long endOfFile() {
        try {
            while (true) {
                int header = header();
                int bytes = header & JournalFormat.LENGTH_MASK;
                if (header == JournalFormat.END_OF_FILE) {
                    return next + HEADER;
                }
                if (header == 0 || (header & JournalFormat.NOT_COMPLETE) != 0 || bytes > size() - next - HEADER) {
                    return next;
                }
                next = aligned(next + HEADER + bytes);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** @return true where {@code bytes} bytes from {@code at} of the current file are readable at {@link #indexOf} */
    boolean peek(long at, int bytes) {
        try {
            return load(at, bytes);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** @return where a position of the file that was loaded stands in {@link #buffer} */
    int indexOf(long at) {
        return (int) (at - windowStart);
    }

    /** @return the bytes of the excerpt, among others; writable, private to this reader */
    ByteBuffer buffer() {
        return window;
    }

    /** @return where the excerpt starts in {@link #buffer} */
    int offset() {
        return indexOf(start);
    }

    /** @return bytes of the excerpt */
    int length() {
        return length;
    }

    /** @return the file that is being read, null before the first */
    @Nullable
    Path file() {
        return file;
    }

    /** @return where the excerpt starts in {@link #file} */
    long position() {
        return start;
    }

    /** @return position of the header that is read next */
    long nextPosition() {
        return next;
    }

    /** @return why the walk cannot go on, null while it can */
    @Nullable
    String fault() {
        return fault;
    }

    private JournalException unreadable(IOException e) {
        return new JournalException(
                JournalException.Kind.ENVIRONMENT, "cannot read the journal " + folder + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }
}
