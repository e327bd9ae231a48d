package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mnvh.report.OutputFormat;

/** The session of a backtest on a panel of symbols that take turns, which makes the strategy trade. */
final class RecordedBacktest {
    static final String CONFIG = Path.of(System.getProperty("mnvh.root", ".."), "config/literal-backtest.yaml")
            .toString();

    private RecordedBacktest() {}

    /**
     * Runs {@code mnvh backtest} in a folder of its own.
     *
     * @param symbols A, B, C and so on
     * @param sets overrides of the configuration
     * @return the session, whose name is backtest
     */
    static Path record(Path work, int bars, int symbols, String... sets) throws IOException {
        StringBuilder panel = new StringBuilder("t");
        for (int i = 0; i < symbols; i++) {
            panel.append(',').append((char) ('A' + i));
        }
        panel.append('\n');
        for (int bar = 1; bar <= bars; bar++) {
            panel.append(bar);
            for (int i = 0; i < symbols; i++) {
                panel.append(',').append(100 + (bar * 7 + i * 3) % 5).append(".25");
            }
            panel.append('\n');
        }
        Path data = Files.writeString(work.resolve("bars.csv"), panel.toString());
        List<String> line = new ArrayList<>(List.of("backtest", "--config", CONFIG, "--data", data.toString()));
        for (String set : sets) {
            line.addAll(List.of("--set", set));
        }
        line.addAll(List.of("--out", work.resolve("out").toString()));
        StringWriter said = new StringWriter();
        Screen screen = new Screen(new PrintWriter(said, true), new PrintWriter(said, true), OutputFormat.TABLE);
        assertEquals(0, CommandShell.execute(Wiring.runs(), screen, line.toArray(String[]::new)), said.toString());
        return work.resolve("out/journal/backtest");
    }
}
