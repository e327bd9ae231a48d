package mnvh.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** From the start of the process to the first order on the wire, and to an answer that needs nothing started. */
public final class StartupBenchmark implements Benchmark {
    /** System property that names the launcher's class archive, where it uses one. */
    static final String ARCHIVE_PROPERTY = "mnvh.archive";

    private static final String MAIN = "mnvh.daemon.Main";
    private static final long LIMIT_NS = 60_000_000_000L;
    private static final long END_S = 15;
    private static final long POLL_MS = 2;
    private static final int REPETITIONS = 5;
    private static final int FIRST_AOT_VERSION = 25;
    private static final long NEEDED_BYTES = 1L << 30;
    private static final List<String> ARCHIVE_FLAGS = List.of("-XX:SharedArchiveFile", "-XX:AOTCache", "-Xshare");
    /** Trades from the third step on: nothing waits for an estimator. */
    private static final List<String> SETTINGS = List.of(
            "strategy.throttle.rho=false",
            "strategy.throttle.trend=false",
            "strategy.throttle.drawdown=false",
            "strategy.throttle.edge=false",
            "strategy.weights.scheme=equal",
            "strategy.neutrality.mode=none",
            "venue.simulator.speed=100",
            // Whatever a configuration or an environment says: these orders go to the simulator of the same process.
            "venue.fix.host=127.0.0.1",
            "venue.fix.port=0",
            "monitor.http_port=0");

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String summary() {
        return "process start to the first order of a paper session, and to --version";
    }

    @Override
    public void run(Meter meter) throws Exception {
        String archive = System.getProperty(ARCHIVE_PROPERTY);
        boolean archived = archive != null && Files.isRegularFile(Path.of(archive));
        try (BenchFolder folder = BenchFolder.open(name(), NEEDED_BYTES)) {
            Reading empty = () -> new double[] {end(folder, EmptyProgram.class.getName(), List.of(), null)};
            Reading plain = () -> new double[] {firstOrder(folder, null), version(folder, null)};
            Reading fast = () -> new double[] {firstOrder(folder, archive), version(folder, archive)};
            Samples[][] taken = archived
                    ? meter.sideBySide("start-up", 1, REPETITIONS, empty, plain, fast)
                    : meter.sideBySide("start-up", 1, REPETITIONS, empty, plain);
            Samples nothing = taken[0][0];
            figures(meter, "without archive", taken[1], nothing);
            if (archived) {
                figures(meter, "with the class archive", taken[2], nothing);
            }
        }
    }

    private static void figures(Meter meter, String how, Samples[] taken, Samples empty) {
        String[] what = {"start to first order, ", "start to the end of --version, "};
        for (int k = 0; k < what.length; k++) {
            meter.figure(Figure.of(what[k] + how, Unit.MS, taken[k]).against("a JVM that starts and ends", empty));
        }
    }

    private static double firstOrder(BenchFolder folder, @Nullable String archive) throws Exception {
        Path journal = folder.folder("journal");
        List<String> arguments = new ArrayList<>(List.of("paper", "--headless"));
        String home = System.getProperty("mnvh.home");
        if (home != null) {
            arguments.addAll(
                    List.of("--config", Path.of(home, "config", "paper.yaml").toString()));
        }
        for (String setting : SETTINGS) {
            arguments.addAll(List.of("--set", setting));
        }
        arguments.addAll(List.of("--set", "journal.dir=" + journal.toAbsolutePath()));
        Path said = folder.path().resolve("paper.out");
        long startNs = System.nanoTime();
        Process paper = start(MAIN, arguments, archive, said);
        try {
            while (!ordered(journal)) {
                if (!paper.isAlive() || System.nanoTime() - startNs > LIMIT_NS) {
                    throw new IllegalStateException("no order within " + LIMIT_NS / 1_000_000_000 + " s: "
                            + Files.readString(said, StandardCharsets.UTF_8));
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
            return (System.nanoTime() - startNs) / 1e6;
        } finally {
            end(paper);
            folder.delete(journal);
        }
    }

    private static double version(BenchFolder folder, @Nullable String archive) throws Exception {
        return end(folder, MAIN, List.of("--version"), archive);
    }

    /** @return milliseconds until the process has ended by itself */
    private static double end(BenchFolder folder, String mainClass, List<String> arguments, @Nullable String archive)
            throws Exception {
        Path said = folder.path().resolve("ended.out");
        long startNs = System.nanoTime();
        Process process = start(mainClass, arguments, archive, said);
        try {
            if (!process.waitFor(END_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(
                        mainClass + " failed: " + Files.readString(said, StandardCharsets.UTF_8));
            }
            return (System.nanoTime() - startNs) / 1e6;
        } finally {
            end(process);
        }
    }

    private static Process start(String mainClass, List<String> arguments, @Nullable String archive, Path said)
            throws IOException {
        List<String> command = new ArrayList<>(Fork.like(mainClass, arguments));
        command.removeIf(flag -> ARCHIVE_FLAGS.stream().anyMatch(flag::startsWith));
        if (archive != null) {
            boolean aot = Runtime.version().feature() >= FIRST_AOT_VERSION;
            command.add(1, (aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MNVH_"));
        return builder.start();
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(END_S, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** @return true once the session's message log holds an order that left */
    private static boolean ordered(Path journal) throws IOException {
        try (DirectoryStream<Path> sessions = Files.newDirectoryStream(journal, "paper-*")) {
            for (Path session : sessions) {
                Path log = session.resolve("fix").resolve("messages.log");
                if (Files.exists(log)
                        && Files.readString(log, StandardCharsets.UTF_8).contains("|35=D|")) {
                    return true;
                }
            }
        }
        return false;
    }
}
