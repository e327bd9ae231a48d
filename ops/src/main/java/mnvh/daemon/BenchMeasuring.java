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
import mnvh.report.OutputFormat;

/** One JVM after the other, one for each group; then the table, the JSON document or the page. */
final class BenchMeasuring implements Run<BenchOptions> {
    private static final long LIMIT_S = 1200;
    private static final double NS = 1e9;

    @Override
    public ExitCode run(BenchOptions options, Screen screen) throws Exception {
        Path page = options.page();
        // Before minutes are spent: a page that cannot be read is said now.
        String prose = page == null || !Files.exists(page) ? "" : Files.readString(page);
        try (StopSignal signal = new StopSignal()) {
            BenchReport report;
            try {
                report = measure(options, screen);
            } catch (BenchException e) {
                return failed(e, signal, screen);
            }
            if (page != null) {
                write(page, FigurePage.replace(prose, report.machine().feature(), BenchTable.markdown(report)));
                screen.err().println("page: " + page);
            }
            if (screen.format() == OutputFormat.JSON) {
                BenchJson.print(report, screen.out());
            } else {
                BenchTable.print(report, screen.out());
            }
            return ExitCode.OK;
        }
    }

    /** A child that fails is the program's fault, unless it ended with this process. */
    private static ExitCode failed(BenchException failure, StopSignal signal, Screen screen) {
        signal.close();
        if (signal.received()) {
            return ExitCode.INTERRUPTED;
        }
        screen.err().println("mnvh: " + failure.getMessage());
        screen.err().flush();
        return ExitCode.UNEXPECTED;
    }

    private static BenchReport measure(BenchOptions options, Screen screen) throws Exception {
        Machine machine = Machine.here();
        String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        double loadBefore = Machine.loadAverage();
        List<BenchReport.Group> groups = new ArrayList<>();
        try (BenchProgress progress = new BenchProgress(
                screen.err(), BenchProgress.onTerminal(), options.groups().size())) {
            for (String name : options.groups()) {
                long startNs = System.nanoTime();
                progress.group(name);
                List<Figure> figures = measure(name, options.brief(), progress);
                double seconds = (System.nanoTime() - startNs) / NS;
                groups.add(new BenchReport.Group(name, Benchmarks.named(name).summary(), seconds, figures));
                progress.done(seconds);
            }
        }
        return new BenchReport(machine, date, loadBefore, Machine.loadAverage(), options.brief(), groups);
    }

    private static List<Figure> measure(String name, boolean brief, BenchProgress progress)
            throws IOException, InterruptedException {
        List<String> arguments = brief ? List.of(name, BenchProcess.BRIEF) : List.of(name);
        try {
            List<String> flags = Benchmarks.named(name).jvmFlags();
            return new Fork(Fork.like(BenchProcess.class.getName(), flags, arguments), LIMIT_S).run(progress::at);
        } catch (BenchException e) {
            throw new BenchException("bench " + name + ": " + e.getMessage());
        }
    }

    private static void write(Path page, String text) throws IOException {
        Path absolute = page.toAbsolutePath();
        Path written = absolute.resolveSibling(absolute.getFileName() + ".new");
        Files.writeString(written, text);
        Files.move(written, absolute, StandardCopyOption.REPLACE_EXISTING);
    }
}
