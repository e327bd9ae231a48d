package mnvh.report;

/** How a verb prints what it found. */
public enum OutputFormat {
    /** Aligned columns, for people. */
    TABLE,
    /** One JSON document. */
    JSON,
    /** Comma-separated values with a header (RFC 4180, lines ended by a line feed). */
    CSV
}
