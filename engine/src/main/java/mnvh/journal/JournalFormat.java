package mnvh.journal;

/** Constants of the journal's files that writer and readers share. */
final class JournalFormat {
    /** Bytes of a mapped block of a queue file; files are sparse and cut to their length when closed. */
    static final long BLOCK_BYTES = 64L << 20;
    /** Longest record; a block's overlap of a quarter bounds what one excerpt may hold. */
    static final int MAX_RECORD = 8 << 20;
    /** Longest excerpt a reader believes in. */
    static final int MAX_EXCERPT = 16 << 20;
    /** Bytes after which a batch is committed although more events wait. */
    static final int BATCH_BYTES = 64 << 10;
    /** Queue files; their names sort in the order they were written. */
    static final String FILE_SUFFIX = ".cq4";
    /** Written beside the queue files when a writer closes in order. */
    static final String END_FILE = "END";

    /** Flag of an excerpt header: not committed. */
    static final int NOT_COMPLETE = 0x80000000;
    /** Flag of an excerpt header: Chronicle's own bookkeeping. */
    static final int META_DATA = 0x40000000;
    /** Excerpt header that says: the stream goes on in the next file. */
    static final int END_OF_FILE = NOT_COMPLETE | META_DATA;
    /** Length bits of an excerpt header. */
    static final int LENGTH_MASK = 0x3FFFFFFF;

    private JournalFormat() {}
}
