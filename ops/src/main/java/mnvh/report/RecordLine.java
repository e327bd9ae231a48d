package mnvh.report;

import java.util.LinkedHashMap;
import java.util.Map;
import mnvh.units.DecimalText;

/**
 * One record of a session, or one section of a frame, in words. One thread while it is filled.
 *
 * <p>Numbers are exact decimals, times are UTC instants.
 */
public final class RecordLine {
    private final String stream;
    private final long sequence;
    private final long cause;
    private final long timestampNs;
    private final String type;
    private final Map<String, String> fields = new LinkedHashMap<>();

    RecordLine(String stream, long sequence, long cause, long timestampNs, String type) {
        this.stream = stream;
        this.sequence = sequence;
        this.cause = cause;
        this.timestampNs = timestampNs;
        this.type = type;
    }

    RecordLine put(String name, String value) {
        fields.put(name, value);
        return this;
    }

    RecordLine put(String name, long value) {
        return put(name, Long.toString(value));
    }

    RecordLine put(String name, double value) {
        return put(name, Double.toString(value));
    }

    RecordLine putDecimal(String name, long value) {
        return put(name, DecimalText.format(value));
    }

    RecordLine putRate(String name, long value) {
        return put(name, DecimalText.formatRate(value));
    }

    /** @return {@code in} or {@code out} */
    public String stream() {
        return stream;
    }

    /** @return place in its stream */
    public long sequence() {
        return sequence;
    }

    /** @return inbound sequence that caused it; its own for inbound ones */
    public long cause() {
        return cause;
    }

    /** @return event time, nanoseconds since 1970 */
    public long timestampNs() {
        return timestampNs;
    }

    /** @return what it is, as {@code --type} names it */
    public String type() {
        return type;
    }

    /** @return its fields in order */
    public Map<String, String> fields() {
        return fields;
    }

    /** @return {@code time stream sequence type key=value ...} */
    public String text() {
        StringBuilder line = new StringBuilder(160)
                .append(SessionReport.time(timestampNs))
                .append(' ')
                .append(stream)
                .append(' ')
                .append(sequence)
                .append(' ')
                .append(type);
        fields.forEach((name, value) -> {
            boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '=');
            line.append(' ').append(name).append('=').append(plain ? value : JsonWriter.quote(value));
        });
        return line.toString();
    }

    /** Writes one JSON object of this record. */
    public void write(JsonWriter json) {
        json.field("stream", stream).field("sequence", sequence).field("cause", cause);
        json.field("time", SessionReport.time(timestampNs)).field("type", type);
        fields.forEach(json::field);
    }

    /** Writes one row: stream, sequence, cause, time, type, and the fields as {@code key=value} joined by blanks. */
    public void write(CsvWriter csv) {
        StringBuilder joined = new StringBuilder();
        fields.forEach((name, value) -> joined.append(joined.length() == 0 ? "" : " ")
                .append(name)
                .append('=')
                .append(value));
        csv.cell(stream)
                .cell(sequence)
                .cell(cause)
                .cell(SessionReport.time(timestampNs))
                .cell(type);
        csv.cell(joined.toString()).endRow();
    }
}
