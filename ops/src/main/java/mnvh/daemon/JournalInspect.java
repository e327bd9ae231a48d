package mnvh.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mnvh.journal.SessionFolder;
import mnvh.report.CsvWriter;
import mnvh.report.FixText;
import mnvh.report.JsonWriter;
import mnvh.report.OutputFormat;
import mnvh.report.RecordLine;
import mnvh.report.SessionWalk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mnvh journal inspect}: the session as a story, each inbound record followed by what it caused. */
@Command(
        name = "inspect",
        description = "Prints a session's records: each inbound one, then what it caused.",
        footer = {
            "",
            "Examples:",
            "  mnvh journal inspect last --type step,notice",
            "  mnvh journal inspect last --from 100 --type order,fill -o csv",
            "  mnvh journal inspect last --fix"
        })
final class JournalInspect implements Callable<Integer> {
    private static final long POLL_MS = 100;

    private final Screen screen;

    @Parameters(
            paramLabel = "SESSION",
            description = "A session's folder, its name in run/journal, or last for the newest there.")
    private String session = "";

    @Option(names = "--from", paramLabel = "SEQ", description = "First inbound sequence to print.")
    private long from = 1;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            split = ",",
            description =
                    "Prints these only. In: config, universe, market-data, order-report, fill-report, funding, timer,"
                            + " session, command, instrument-status, refused, index-price, accrual, settlement,"
                            + " trade-correction, fee, cash, balance-report, position-report, resolution, term,"
                            + " fill-copy. Out: step, column, order, replace, cancel, fill, order-state, denial,"
                            + " notice, certificate, variance-ratio, break, decision, order-proof, term.")
    private List<String> types = new ArrayList<>();

    @Option(names = "--fix", description = "Prints the messages only, as FIX fields with their tags.")
    private boolean fix;

    @Option(names = "--follow", description = "Waits for further records until interrupted.")
    private boolean follow;

    @Mixin
    private OutputFlag output = new OutputFlag();

    JournalInspect(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws InterruptedException {
        Screen chosen = output.on(screen);
        CsvWriter csv = new CsvWriter(chosen.out());
        if (chosen.format() == OutputFormat.CSV) {
            csv.row("stream", "sequence", "cause", "time", "type", "fields");
        }
        try (SessionWalk walk = new SessionWalk(SessionFolder.open(SessionPath.of(session)), JournaledNames.all())) {
            while (!chosen.out().checkError()) {
                RecordLine line = walk.next();
                if (line != null) {
                    print(line, chosen, csv);
                } else if (follow) {
                    chosen.out().flush();
                    Thread.sleep(POLL_MS);
                } else {
                    break;
                }
            }
        }
        chosen.out().flush();
        return ExitCode.OK.number();
    }

    private void print(RecordLine line, Screen chosen, CsvWriter csv) {
        if (line.cause() < from || (!types.isEmpty() && !types.contains(line.type()))) {
            return;
        }
        if (fix) {
            String message = FixText.of(line);
            if (message != null) {
                chosen.out().println(message);
            }
            return;
        }
        switch (chosen.format()) {
            case TABLE -> chosen.out().println(line.text());
            case CSV -> line.write(csv);
            case JSON -> {
                JsonWriter json = new JsonWriter(chosen.out(), true);
                json.begin();
                line.write(json);
                json.end();
            }
        }
    }
}
