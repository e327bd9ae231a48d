package mnvh.venue;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file, compressed or not, read record by record, that collects what is wrong with its place.
 *
 * <p>Comma, UTF-8, a header row; blank lines are skipped. A place is the line and the character column, both from 1, at
 * which the cell starts when no cell before it is quoted. Compression is recognised by its first two bytes. One thread.
 */
final class CsvFile implements Closeable {
    private static final int MOST_PROBLEMS = 20;

    private final Path path;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> problems = new ArrayList<>();
    private List<String> fields = List.of();
    private long line;

    private CsvFile(Path path, CsvReader<CsvRecord> reader) {
        this.path = path;
        this.reader = reader;
        this.records = reader.iterator();
    }

    /** Opens a file and reads its header, which {@link #fields()} then gives. */
    static CsvFile open(Path path) {
        try {
            CsvFile file = new CsvFile(path, reader(path));
            if (!file.next()) {
                file.close();
                throw new PanelException(path + ":1:1: error: the file is empty");
            }
            return file;
        } catch (NoSuchFileException e) {
            throw new PanelException(path + ": error: no such file", e);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static CsvReader<CsvRecord> reader(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new PanelException(path + ": error: is a folder, expected a CSV file");
        }
        InputStream raw = new BufferedInputStream(Files.newInputStream(path));
        try {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
            raw.reset();
            InputStream plain = gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
            return CsvReader.builder()
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()));
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** @return false after the last record; throws {@link PanelException} for what is not CSV */
    boolean next() {
        try {
            if (!records.hasNext()) {
                return false;
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            fields = record.getFields();
            if (line == 1 && fields.get(0).startsWith("\uFEFF")) {
                fields = new ArrayList<>(fields);
                fields.set(0, fields.get(0).substring(1));
            }
            return true;
        } catch (CsvParseException e) {
            throw new PanelException(path + ":" + (line + 1) + ":1: error: not CSV: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw unreadable(path, e.getCause() == null ? new IOException(e) : e.getCause());
        }
    }

    private static PanelException unreadable(Path path, IOException cause) {
        String why = cause.toString();
        if (cause instanceof ZipException || cause instanceof EOFException) {
            why = "the compressed data is damaged or cut short";
        } else if (cause instanceof CharacterCodingException) {
            why = "not UTF-8 text";
        }
        return new PanelException(path + ": error: cannot be read: " + why, cause);
    }

    /** @return the cells of the current record */
    List<String> fields() {
        return fields;
    }

    /** @return the current record's line, from 1 */
    long line() {
        return line;
    }

    /** @return place of field {@code index} of the current record as {@code file:line:column} */
    String place(int index) {
        int column = 1;
        for (int f = 0; f < index; f++) {
            column += fields.get(f).length() + 1;
        }
        return path + ":" + line + ":" + column;
    }

    /** Notes what is wrong with field {@code index} of the current record. */
    void problem(int index, String message) {
        note(place(index) + ": error: " + message);
    }

    /** Notes what is wrong with the whole file. */
    void problem(String message) {
        note(path + ": error: " + message);
    }

    private void note(String report) {
        problems.add(report);
        if (problems.size() == MOST_PROBLEMS) {
            problems.add(path + ": error: stopped after " + MOST_PROBLEMS + " errors");
            refuseProblems();
        }
    }

    /** Throws {@link PanelException} with everything that was noted, if anything was. */
    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new PanelException(String.join("\n", problems));
        }
    }

    /** @return index of the header's field {@code name}, or -1; call while the header is the current record */
    int indexOf(String name) {
        return fields.indexOf(name);
    }

    /** @return the file's name as the user gave it */
    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Finds {@code name.csv} or {@code name.csv.gz} in a folder. */
    static @Nullable Path find(Path folder, String name) {
        for (String suffix : new String[] {".csv", ".csv.gz"}) {
            Path path = folder.resolve(name + suffix);
            if (Files.exists(path)) {
                return path;
            }
        }
        return null;
    }
}
