package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mnvh.bench.BenchException;
import mnvh.bench.Benchmark;
import mnvh.bench.Benchmarks;
import mnvh.bench.Figure;
import mnvh.bench.Samples;
import mnvh.bench.Unit;
import mnvh.report.OutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchVerbTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<BenchOptions> ran = new ArrayList<>();

    private int execute(Run<BenchOptions> bench, String line) {
        Runs wired = Wiring.runs();
        Runs runs = new Runs(wired.paper(), wired.simulate(), wired.backtest(), wired.replay(), bench);
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), OutputFormat.TABLE);
        return CommandShell.execute(runs, screen, line.split(" "));
    }

    private int parse(String line) {
        return execute(
                (options, screen) -> {
                    ran.add(options);
                    return ExitCode.OK;
                },
                line);
    }

    private static List<String> known() {
        return Benchmarks.all().stream().map(Benchmark::name).toList();
    }

    @Test
    void optionsReachTheRun() {
        assertEquals(0, parse("bench"));
        assertEquals(0, parse("bench step event step --brief"));
        assertEquals(0, parse("bench --page docs/x.md"));

        assertEquals(
                List.of(
                        new BenchOptions(known(), false, null),
                        new BenchOptions(List.of("step", "event"), true, null),
                        new BenchOptions(known(), false, Path.of("docs/x.md"))),
                ran);
    }

    @Test
    void unknownNameIsMisuseAndTheKnownOnesAreNamed() {
        assertEquals(2, parse("bench event speed"));

        assertTrue(err.toString().contains("no benchmark is named 'speed'"), err::toString);
        known().forEach(name -> assertTrue(err.toString().contains(name), err::toString));
        assertTrue(ran.isEmpty());
    }

    @Test
    void pageOfAPartOrOfTheShortFormIsMisuse() {
        assertEquals(2, parse("bench --page x.md --brief"));
        assertEquals(2, parse("bench --page x.md event"));
        assertEquals(2, parse("bench -o csv"));
        assertTrue(ran.isEmpty());
    }

    @Test
    void listNamesEveryGroupAndMeasuresNothing() {
        assertEquals(0, parse("bench --list"));

        assertTrue(ran.isEmpty());
        assertEquals(known().size(), out.toString().lines().count());
        Benchmarks.all().forEach(one -> assertTrue(out.toString().contains(one.summary()), out::toString));
    }

    @Test
    void shortFormPrintsOneJsonDocument() {
        assertEquals(0, execute(new BenchMeasuring(), "bench --brief event -o json"), err::toString);

        String json = out.toString();
        assertTrue(json.startsWith("{\n  \"machine\": {"), json);
        assertTrue(json.endsWith("}\n"), json);
        assertTrue(json.contains("\"name\": \"event\""), json);
        assertTrue(json.contains("\"brief\": true"), json);
        assertTrue(json.contains("\"repetitions\": ["), json);
        assertTrue(json.contains("\"name\": \"the same event into an empty handler\""), json);
        assertTrue(err.toString().contains("1/1 event: "), err::toString);
    }

    @Test
    void groupThatFailsLeavesTheOthersFiguresAndThePageAsItWas(@TempDir Path folder) throws Exception {
        Path page = Files.writeString(folder.resolve("page.md"), "prose");
        Figure figure = Figure.of("speed of a test", Unit.NS, new Samples(new double[0], new double[] {42}));
        BenchMeasuring measuring = new BenchMeasuring((name, brief, progress) -> {
            if (name.equals("step")) {
                throw new BenchException("no core was free");
            }
            return List.of(figure);
        });

        assertEquals(1, execute(measuring, "bench --page " + page));

        assertTrue(out.toString().contains("speed of a test"), out::toString);
        assertTrue(err.toString().contains("mnvh: bench step: no core was free"), err::toString);
        assertEquals("prose", Files.readString(page));
    }

    @Test
    void pageThatCannotBeWrittenIsSaidBeforeAnythingIsMeasured(@TempDir Path folder) {
        BenchMeasuring measuring = new BenchMeasuring((name, brief, progress) -> {
            throw new AssertionError("measured");
        });

        assertEquals(3, execute(measuring, "bench --page " + folder.resolve("missing/page.md")));

        assertTrue(err.toString().contains("cannot write"), err::toString);
    }

    @Test
    void terminalGetsABarThatIsWrittenOverAndOthersGetLines() {
        StringWriter bar = new StringWriter();
        try (BenchProgress progress = new BenchProgress(new PrintWriter(bar), true, 2)) {
            progress.group("event");
            progress.at("quotes", 0.5);
            progress.done(1.5);
        }
        assertTrue(bar.toString().contains("\r\u001b[K[############............] 1/2 event: quotes"), bar::toString);
        assertTrue(bar.toString().contains("\r\u001b[K1/2 event: 1.5 s"), bar::toString);

        StringWriter lines = new StringWriter();
        try (BenchProgress progress = new BenchProgress(new PrintWriter(lines), false, 2)) {
            progress.group("event");
            progress.at("quotes", 0.5);
            progress.done(1.5);
        }
        assertEquals("1/2 event: 1.5 s", lines.toString().strip());
        assertFalse(lines.toString().contains("\r"), lines::toString);
    }
}
