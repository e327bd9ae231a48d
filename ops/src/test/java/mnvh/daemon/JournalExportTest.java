package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mnvh.event.EventHeader;
import mnvh.report.AlteredSession;
import mnvh.report.OutputFormat;
import mnvh.report.RecordedStorm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalExportTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path files;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path session = Path.of("");

    @BeforeEach
    void record() {
        session = RecordedStorm.record(folder, 300, 1, "fifo");
    }

    private int export(Path from, Path to) {
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), OutputFormat.TABLE);
        return CommandShell.execute(Wiring.runs(), screen, "journal", "export", from.toString(), "--to", to.toString());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> found = Files.list(files)) {
            return found.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "books.ledger | ; What is owned",
                "books.beancount | ; What is owned",
                "postings.csv | sequence,timestamp,kind,",
                "session.jsonl | {\"stream\""
            })
    void everyFormatIsWrittenWholeAndWithoutADraft(String name, String start) throws IOException {
        Files.writeString(files.resolve(name), "an older one");
        assertEquals(0, export(session, files.resolve(name)), err::toString);
        assertTrue(Files.readString(files.resolve(name)).replace(" ", "").startsWith(start.replace(" ", "")));
        assertEquals(List.of(name), names());
        assertEquals("", out.toString());
    }

    @Test
    void summaryCountsWhatWasWritten() {
        assertEquals(0, export(session, files.resolve("books.ledger")), err::toString);
        assertTrue(err.toString().matches("(?s).*books\\.ledger: \\d+ postings in \\d+ transactions, audited\\R"));
    }

    @Test
    void differenceIsExitCodeFourAndLeavesTheOldFile() throws IOException {
        Path altered = AlteredSession.of(session, folder, (frame, sequence) -> {
            if (sequence == 40) {
                EventHeader.cause(frame, 0, 1);
            }
            return true;
        });
        Path books = Files.writeString(files.resolve("books.ledger"), "an older one");
        assertEquals(4, export(altered, books), err::toString);
        assertTrue(err.toString().contains("mnvh: nothing is exported, the audit finds a difference: inbound "));
        assertTrue(err.toString().contains(": cause: the journal has 1, the auditor "), err::toString);
        assertEquals("an older one", Files.readString(books));
        assertEquals(List.of("books.ledger"), names());
    }

    @Test
    void placeThatCannotBeWrittenIsToldBeforeTheWork() throws IOException {
        // A session that cannot be read shows that nothing was done before.
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.createDirectories(broken.resolve("inbound"));
        Files.createDirectories(broken.resolve("outbound"));
        Path taken = Files.createDirectories(files.resolve("taken.ledger"));
        assertEquals(3, export(broken, taken));
        assertTrue(err.toString().contains("mnvh: a folder, not a file: "), err::toString);
        Path file = Files.writeString(files.resolve("file"), "");
        assertEquals(3, export(broken, file.resolve("books.ledger")));
        assertTrue(err.toString().contains("mnvh: not a folder: "), err::toString);
        assertFalse(err.toString().contains("does not start"), err::toString);
    }
}
