package mnvh.daemon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import mnvh.bench.Benchmark;
import mnvh.bench.Benchmarks;
import mnvh.report.CsvWriter;
import mnvh.report.JsonWriter;
import mnvh.report.OutputFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mnvh bench}: how fast this machine runs the program, and what the machine allows. */
@Command(
        name = "bench",
        description = "Measures the program on this machine, each figure beside the limit it is judged by.",
        footer = {"", "Examples:", "  mnvh bench --list", "  mnvh bench --brief ledger"})
final class BenchVerb implements Callable<Integer> {
    private final Run<BenchOptions> run;
    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "What to measure (default: everything; see --list).")
    private List<String> names = new ArrayList<>();

    @Option(names = "--brief", description = "Everything once and small: shows that it runs, its numbers mean nothing.")
    private boolean brief;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "Also writes the figures into this page, between its marks for this Java version.")
    private @Nullable Path page;

    @Option(names = "--list", description = "Lists what can be measured, and measures nothing.")
    private boolean list;

    @Mixin
    private OutputFlag output = new OutputFlag();

    BenchVerb(Run<BenchOptions> run, Screen screen) {
        this.run = run;
        this.screen = screen;
    }

    @Override
    public Integer call() throws Exception {
        Screen chosen = output.on(screen);
        if (list) {
            print(chosen);
            return ExitCode.OK.number();
        }
        List<String> known = Benchmarks.all().stream().map(Benchmark::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "no benchmark is named '" + name + "'; there are " + String.join(", ", known));
            }
        }
        if (page != null && (brief || !names.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--page takes everything, in the full form");
        }
        if (chosen.format() == OutputFormat.CSV) {
            throw new ParameterException(spec.commandLine(), "figures are printed as table or json");
        }
        List<String> groups = names.isEmpty() ? known : List.copyOf(new LinkedHashSet<>(names));
        return run.run(new BenchOptions(groups, brief, page), chosen).number();
    }

    private static void print(Screen screen) {
        switch (screen.format()) {
            case TABLE ->
                Benchmarks.all()
                        .forEach(benchmark ->
                                screen.out().println(String.format("%-12s%s", benchmark.name(), benchmark.summary())));
            case CSV -> {
                CsvWriter csv = new CsvWriter(screen.out());
                csv.row("name", "summary");
                Benchmarks.all().forEach(benchmark -> csv.row(benchmark.name(), benchmark.summary()));
            }
            case JSON -> {
                JsonWriter json = new JsonWriter(screen.out(), false).begin();
                Benchmarks.all().forEach(benchmark -> json.field(benchmark.name(), benchmark.summary()));
                json.end();
            }
        }
        screen.out().flush();
    }
}
