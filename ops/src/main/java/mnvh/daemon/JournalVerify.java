package mnvh.daemon;

import java.util.List;
import java.util.concurrent.Callable;
import mnvh.journal.JournalVerification;
import mnvh.journal.JournalVerification.Stream;
import mnvh.journal.RecordSeal;
import mnvh.journal.SessionFolder;
import mnvh.report.CsvWriter;
import mnvh.report.JsonWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mnvh journal verify}: every record's checksum, its place, and the chain through all of them. */
@Command(
        name = "verify",
        description = "Checks every record of a session; exit code 4 at the first damaged one.",
        footer = {"", "Examples:", "  mnvh journal verify last", "  mnvh journal verify last -o json"})
final class JournalVerify implements Callable<Integer> {
    private final Screen screen;

    @Parameters(
            paramLabel = "SESSION",
            description = "A session's folder, its name in run/journal, or last for the newest there.")
    private String session = "";

    @Mixin
    private OutputFlag output = new OutputFlag();

    JournalVerify(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JournalVerification found = JournalVerification.of(SessionFolder.open(SessionPath.of(session)));
        List<Stream> streams = List.of(found.inbound(), found.outbound());
        Screen chosen = output.on(screen);
        switch (chosen.format()) {
            case TABLE -> streams.forEach(stream -> chosen.out().println(stream.line()));
            case CSV -> {
                CsvWriter csv = new CsvWriter(chosen.out());
                csv.row("stream", "records", "bytes", "head", "closed", "damage");
                for (Stream s : streams) {
                    csv.cell(s.name()).cell(s.records()).cell(s.bytes()).cell(RecordSeal.hex(s.head()));
                    csv.cell(Boolean.toString(s.closed())).cell(damage(s)).endRow();
                }
            }
            case JSON -> {
                JsonWriter json = new JsonWriter(chosen.out(), false).begin();
                for (Stream s : streams) {
                    json.begin(s.name())
                            .field("records", s.records())
                            .field("bytes", s.bytes())
                            .field("head", RecordSeal.hex(s.head()))
                            .field("closed", s.closed())
                            .field("damage", s.damage())
                            .end();
                }
                json.end();
            }
        }
        chosen.out().flush();
        boolean whole = streams.stream().allMatch(stream -> stream.damage() == null);
        return (whole ? ExitCode.OK : ExitCode.VERIFICATION_FAILED).number();
    }

    private static String damage(Stream stream) {
        String damage = stream.damage();
        return damage == null ? "" : damage;
    }
}
