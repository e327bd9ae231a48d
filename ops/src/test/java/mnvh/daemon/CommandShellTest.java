package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mnvh.backtest.BacktestOptions;
import mnvh.report.OutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandShellTest {
    private final List<Object> ran = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ExitCode answer = ExitCode.OK;

    private <O> Run<O> recording() {
        return (options, screen) -> {
            ran.add(options);
            screen.out().print(screen.format());
            return answer;
        };
    }

    private int execute(String line) {
        Runs runs = new Runs(recording(), recording(), recording(), recording(), recording());
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), OutputFormat.TABLE);
        return CommandShell.execute(runs, screen, line.isEmpty() ? new String[0] : line.split(" "));
    }

    @Test
    void paperOptionsReachTheRun() {
        assertEquals(
                0,
                execute("paper --config my.yaml --set step.interval_s=2 --steps 500 --speed 20x --seed 42 --headless"
                        + " --latency --market recorded --data panel --from 2026-01-01 --to 2026-02-01 -o json"));

        assertEquals(
                List.of(new PaperOptions(
                        Path.of("my.yaml"),
                        List.of("step.interval_s=2", "venue.simulator.speed=20.0", "venue.simulator.seed=42"),
                        0,
                        500,
                        true,
                        true,
                        MarketSource.RECORDED,
                        Path.of("panel"),
                        "2026-01-01",
                        "2026-02-01")),
                ran);
    }

    @Test
    void durationsAreReadInTheirUnits() {
        execute("paper --duration 10m");
        execute("paper --duration 1500ms");
        execute("simulate --duration 2h --port 0");

        assertEquals(600_000_000_000L, ((PaperOptions) ran.get(0)).durationNs());
        assertEquals(1_500_000_000L, ((PaperOptions) ran.get(1)).durationNs());
        SimulateOptions simulate = (SimulateOptions) ran.get(2);
        assertEquals(7_200_000_000_000L, simulate.durationNs());
        assertEquals(List.of("venue.fix.port=0"), simulate.sets());
    }

    @Test
    void backtestOptionsReachTheRun() {
        assertEquals(0, execute("backtest --config b.yaml --data p.csv --relatives --funding f.csv --out o -o csv"));

        BacktestOptions options = (BacktestOptions) ran.get(0);
        assertEquals(Path.of("p.csv"), options.data());
        assertTrue(options.relatives());
        assertEquals(Path.of("f.csv"), options.funding());
        assertTrue(Double.isNaN(options.periodsPerYear()));
        assertEquals("CSV", out.toString());
    }

    @Test
    void replayOptionsReachTheRun() {
        execute("replay run/journal/x --with a.b=1 --with c.d=2 --until 99 --diff run/journal/y");

        assertEquals(
                List.of(new ReplayOptions(
                        Path.of("run/journal/x"), false, 99, List.of("a.b=1", "c.d=2"), Path.of("run/journal/y"))),
                ran);
    }

    @Test
    void exitCodeOfTheRunIsTheProcesss() {
        answer = ExitCode.RISK_STOP;
        assertEquals(6, execute("paper"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | say what to do",
                "papr | Unmatched argument at index 0: 'papr'",
                "paper --stesp 5 | Unknown option",
                "paper --steps 5 --duration 1s | mutually exclusive",
                "paper --duration soon | 'soon' is not a duration; write for example 60s, 10m or 2h",
                "paper --speed -1x | a speed must be positive, got '-1x'",
                "paper --market recorded | --market recorded needs --data DIR",
                "paper --data panel | --data, --from and --to need --market recorded",
                "backtest --data p.csv | Missing required option: '--out=DIR'",
                "simulate --port 70000 | --port must be within [0, 65535], got 70000",
                "replay x --verify --with a.b=1 | --verify replays what was recorded; --with changes it",
                "journal | say which: inspect, verify or export",
                "reconcile | say which: status or resolve",
                "pause --by alice | Missing required option: '--reason=TEXT'",
                "reconcile resolve --break 9 --account taxes --by alice --reason x | '--amount=X'",
                "journal export x --to x.parquet | --to must end in .csv, .ledger, .beancount or .jsonl, "
                        + "got 'x.parquet'"
            })
    void misuseIsExitCodeTwoAndSaysWhy(String line, String why) {
        assertEquals(2, execute(line));

        assertTrue(err.toString().contains(why), err::toString);
        assertTrue(err.toString().contains(" --help'."), err::toString);
        assertTrue(ran.isEmpty());
        assertEquals("", out.toString());
    }

    @Test
    void misspelledVerbIsGuessed() {
        execute("papre");
        assertTrue(err.toString().contains("Did you mean: mnvh paper"), err::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "run/journal/nowhere"})
    void missingSessionIsAnEnvironmentFault(String session) {
        assertEquals(3, execute("journal verify " + session));
        assertTrue(err.toString().contains("no session at"), err::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "pause --by alice --reason test",
                "reconcile status",
                "reconcile resolve --break 9 --account taxes --amount -2 --by alice --reason test",
                "terms show",
                "terms change risk.max_order_notional 1 --by alice --reason test"
            })
    void withoutADaemonTheControlVerbsAreRefused(String line) {
        assertEquals(7, execute(line + " --control nowhere"));
        assertTrue(err.toString().contains("no daemon runs here: there is no nowhere/control."), err::toString);
        assertTrue(err.toString().contains("--control DIR names"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void missingConfigurationIsAUsageFault() {
        assertEquals(2, execute("config check nowhere.yaml"));
        assertTrue(err.toString().contains("nowhere.yaml"), err::toString);
    }

    @Test
    void versionNamesBuildJavaFixAndJournalFormat() {
        assertEquals(0, execute("--version"));
        assertTrue(out.toString().startsWith("mnvh "), out::toString);
        assertTrue(out.toString().contains("journal format 6"), out::toString);
    }

    @Test
    void everyHelpEndsWithTwoOrThreeExamples() {
        List<CommandLine> verbs = new ArrayList<>();
        collect(
                CommandShell.commandLine(
                        new Runs(recording(), recording(), recording(), recording(), recording()), screen()),
                verbs);

        assertTrue(verbs.size() >= 12, () -> "verbs: " + verbs.size());
        for (CommandLine verb : verbs) {
            List<String> examples = HelpExamples.of(verb);
            String name = verb.getCommandSpec().qualifiedName();
            assertTrue(examples.size() >= 2 && examples.size() <= 3, () -> name + ": " + examples);
            for (String line : verb.getCommandSpec().usageMessage().footer()) {
                assertTrue(line.length() <= 80 || !line.startsWith("  "), line);
            }
            String help = verb.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing();
            assertTrue(help.endsWith(examples.get(examples.size() - 1)), help);
        }
    }

    @Test
    void optionsThatNobodySetStayUnset() {
        execute("paper");
        PaperOptions options = (PaperOptions) ran.get(0);
        assertEquals(List.of(), options.sets());
        assertEquals(0, options.steps());
        assertNull(options.data());
    }

    private static void collect(CommandLine line, List<CommandLine> into) {
        into.add(line);
        line.getSubcommands().values().forEach(verb -> collect(verb, into));
    }

    private Screen screen() {
        return new Screen(new PrintWriter(out), new PrintWriter(err), OutputFormat.TABLE);
    }
}
