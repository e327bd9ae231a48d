package mnvh.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import mnvh.bench.BenchException;
import mnvh.bench.BenchJson;
import mnvh.bench.BenchReport;
import mnvh.bench.BenchTable;
import mnvh.bench.Benchmarks;
import mnvh.bench.Figure;
import mnvh.bench.FigurePage;
import mnvh.bench.Fork;
import mnvh.bench.Machine;
import mnvh.bench.Progress;
import mnvh.report.OutputFormat;

/** One JVM after the other, one for each group; then the table, the JSON document or the page. */
final class BenchMeasuring implements Run<BenchOptions> {
    private static final long LIMIT_S = 1200;
    private static final double NS = 1e9;

    private final Measurement measurement;

    /** Measures one group. */
    interface Measurement {
        /** @return its figures; throws {@link BenchException} when it fails */
        List<Figure> take(String name, boolean brief, Progress progress) throws IOException, InterruptedException;
    }

    /** Measures in processes of their own. */
    BenchMeasuring() {
        this(BenchMeasuring::fork);
    }

    /** @param measurement called for each group in turn */
    BenchMeasuring(Measurement measurement) {
        this.measurement = measurement;
    }

    @Override
    public ExitCode run(BenchOptions options, Screen screen) throws Exception {
        Path page = options.page();
        // Before minutes are spent: a page that cannot be read or written is said now.
        if (page != null && !writable(page)) {
            screen.err().println("mnvh: bench: cannot write " + page + ": make its folder, or name another file");
            screen.err().flush();
            return ExitCode.ENVIRONMENT;
        }
        String prose = page == null || !Files.exists(page) ? "" : Files.readString(page);
        List<String> failures = new ArrayList<>();
        try (StopSignal signal = new StopSignal()) {
            BenchReport report = measure(options, screen, signal, failures);
            if (signal.received()) {
                return ExitCode.INTERRUPTED;
            }
            if (page != null && failures.isEmpty()) {
                write(page, FigurePage.replace(prose, report.machine().feature(), BenchTable.markdown(report)));
                screen.err().println("page: " + page);
            }
            if (screen.format() == OutputFormat.JSON) {
                BenchJson.print(report, screen.out());
            } else {
                BenchTable.print(report, screen.out());
            }
        }
        failures.forEach(failure -> screen.err().println("mnvh: " + failure));
        screen.err().flush();
        return failures.isEmpty() ? ExitCode.OK : ExitCode.UNEXPECTED;
    }

    private static boolean writable(Path page) {
        Path folder = page.toAbsolutePath().getParent();
        boolean placed = folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        return placed && (!Files.exists(page) || Files.isRegularFile(page));
    }

    /** A group that fails does not take the others' figures with it. */
    private BenchReport measure(BenchOptions options, Screen screen, StopSignal signal, List<String> failures)
            throws Exception {
        Machine machine = Machine.here();
        String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        double loadBefore = Machine.loadAverage();
        List<BenchReport.Group> groups = new ArrayList<>();
        try (BenchProgress progress = new BenchProgress(
                screen.err(), BenchProgress.onTerminal(), options.groups().size())) {
            for (String name : options.groups()) {
                long startNs = System.nanoTime();
                progress.group(name);
                List<Figure> figures = List.of();
                try {
                    figures = measurement.take(name, options.brief(), progress::at);
                } catch (BenchException e) {
                    failures.add("bench " + name + ": " + e.getMessage());
                }
                if (signal.received()) {
                    break;
                }
                double seconds = (System.nanoTime() - startNs) / NS;
                groups.add(new BenchReport.Group(name, Benchmarks.named(name).summary(), seconds, figures));
                progress.done(seconds);
            }
        }
        return new BenchReport(machine, date, loadBefore, Machine.loadAverage(), options.brief(), groups);
    }

    private static List<Figure> fork(String name, boolean brief, Progress progress)
            throws IOException, InterruptedException {
        List<String> arguments = brief ? List.of(name, BenchProcess.BRIEF) : List.of(name);
        List<String> flags = Benchmarks.named(name).jvmFlags();
        return new Fork(Fork.like(BenchProcess.class.getName(), flags, arguments), LIMIT_S).run(progress);
    }

    private static void write(Path page, String text) throws IOException {
        Path absolute = page.toAbsolutePath();
        Path written = absolute.resolveSibling(absolute.getFileName() + ".new");
        Files.writeString(written, text);
        Files.move(written, absolute, StandardCopyOption.REPLACE_EXISTING);
    }
}
