package mnvh.daemon;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import mnvh.journal.SessionFolder;
import mnvh.report.AuditDifference;
import mnvh.report.JsonWriter;
import mnvh.report.PostingExport;
import mnvh.report.PostingFormat;
import mnvh.report.RecordLine;
import mnvh.report.SessionWalk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mnvh journal export}: a session in a format that other programs read. */
@Command(
        name = "export",
        description = {
            "Writes a session for other programs.",
            "csv, ledger (for hledger) and beancount hold every balanced posting; jsonl holds every record. Postings"
                    + " come from the auditor's books: where these differ from the journal, exit code 4 and no file."
        },
        footer = {
            "",
            "Examples:",
            "  mnvh journal export last --to run/books.ledger",
            "  mnvh journal export last --to run/books.beancount",
            "  mnvh journal export last --to run/session.jsonl"
        })
final class JournalExport implements Callable<Integer> {
    private static final String RECORDS = ".jsonl";

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
            description = "A file ending in .csv, .ledger, .beancount or .jsonl; replaced where it exists.")
    private Path to = Path.of("");

    JournalExport(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        String name = String.valueOf(to.getFileName());
        PostingFormat format = PostingFormat.ofFile(name);
        if (format == null && !name.endsWith(RECORDS)) {
            throw new ParameterException(
                    spec.commandLine(), "--to must end in .csv, .ledger, .beancount or .jsonl, got '" + to + "'");
        }
        try (SessionFolder folder = SessionFolder.open(SessionPath.of(session))) {
            prepare();
            // Whole or not at all: an export that is killed leaves the draft, never a file that looks complete.
            Path draft = to.resolveSibling(name + ".part");
            try {
                String summary = write(folder, format, draft);
                Files.move(draft, to, StandardCopyOption.REPLACE_EXISTING);
                screen.err().println(to + ": " + summary);
                screen.err().flush();
            } finally {
                Files.deleteIfExists(draft);
            }
        }
        return ExitCode.OK.number();
    }

    /** Finds out before the work what would keep the file from its place; the draft is opened before it too. */
    private void prepare() throws IOException {
        Path parent = to.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (Files.isDirectory(to)) {
            throw new RunFailure(ExitCode.ENVIRONMENT, "a folder, not a file: " + to);
        }
    }

    private static String write(SessionFolder folder, @Nullable PostingFormat format, Path draft) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(draft, StandardCharsets.UTF_8))) {
            String summary = format == null ? records(folder, out) : postings(folder, format, out);
            if (out.checkError()) {
                throw new IOException(draft + " could not be written completely");
            }
            return summary;
        }
    }

    private static String records(SessionFolder folder, PrintWriter out) {
        long lines = 0;
        try (SessionWalk walk = new SessionWalk(folder, JournaledNames.all())) {
            for (RecordLine line = walk.next(); line != null; line = walk.next()) {
                JsonWriter json = new JsonWriter(out, true).begin();
                line.write(json);
                json.end();
                lines++;
            }
        }
        return lines + " lines of the session";
    }

    private static String postings(SessionFolder folder, PostingFormat format, PrintWriter out) {
        PostingExport.Result result = PostingExport.of(folder, format, out);
        AuditDifference difference = result.audit().difference();
        if (difference != null) {
            throw new RunFailure(
                    ExitCode.VERIFICATION_FAILED,
                    "nothing is exported, the audit finds a difference: " + difference.line());
        }
        long left = result.audit().unaudited();
        return result.postings() + " postings in " + result.transactions() + " transactions, audited"
                + (left == 0 ? "" : "; " + left + " events behind the last frame are left out");
    }
}
