package mnvh.daemon;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import mnvh.journal.SessionFolder;
import mnvh.report.CsvWriter;
import mnvh.report.JsonWriter;
import mnvh.report.PostingText;
import mnvh.report.RecordLine;
import mnvh.report.SessionWalk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mnvh journal export}: a session in a format that other programs read. */
@Command(
        name = "export",
        description = "Writes a session for other programs: csv and jsonl hold every record, ledger the double entry.",
        footer = {
            "",
            "Examples:",
            "  mnvh journal export last --to run/session.jsonl",
            "  mnvh journal export last --to run/session.csv",
            "  mnvh journal export last --to run/books.ledger"
        })
final class JournalExport implements Callable<Integer> {
    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SESSION",
            description = "A session's folder, its name in run/journal, or last for the newest there.")
    private String session = "";

    @Option(
            names = "--to",
            paramLabel = "FILE",
            required = true,
            description = "A file ending in .csv, .jsonl or .ledger; replaced where it exists.")
    private Path to = Path.of("");

    JournalExport(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        String name = String.valueOf(to.getFileName());
        String format = name.substring(name.lastIndexOf('.') + 1);
        if (!format.equals("csv") && !format.equals("jsonl") && !format.equals("ledger")) {
            throw new ParameterException(
                    spec.commandLine(), "--to must end in .csv, .jsonl or .ledger, got '" + to + "'");
        }
        SessionFolder folder = SessionFolder.open(SessionPath.of(session));
        Path parent = to.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        // Whole or not at all: an interrupted export leaves the draft, never a file that looks complete.
        Path draft = to.resolveSibling(name + ".part");
        long lines = 0;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(draft, StandardCharsets.UTF_8));
                SessionWalk walk = new SessionWalk(folder, JournaledNames.all())) {
            Consumer<RecordLine> writer = writer(format, out);
            for (RecordLine line = walk.next(); line != null; line = walk.next()) {
                writer.accept(line);
                lines++;
            }
            if (out.checkError()) {
                throw new IOException(draft + " could not be written completely");
            }
        }
        Files.move(draft, to, StandardCopyOption.REPLACE_EXISTING);
        screen.err().println(to + ": " + lines + " lines of the session");
        screen.err().flush();
        return ExitCode.OK.number();
    }

    private static Consumer<RecordLine> writer(String format, PrintWriter out) {
        switch (format) {
            case "csv":
                CsvWriter csv = new CsvWriter(out);
                csv.row("stream", "sequence", "cause", "time", "type", "fields");
                return line -> line.write(csv);
            case "jsonl":
                return line -> {
                    JsonWriter json = new JsonWriter(out, true).begin();
                    line.write(json);
                    json.end();
                };
            default:
                PostingText postings = new PostingText(out);
                return postings::write;
        }
    }
}
