package mnvh.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Measures a group in a JVM of its own: this JVM's java, flags and class path.
 *
 * <p>The child dies with this process, on Ctrl-C too. One thread.
 */
public final class Fork {
    private static final int KEPT_LINES = 60;
    private static final long END_S = 20;
    /** Flags that must not come twice, or that would write over a file of the parent's. */
    private static final List<String> NOT_PASSED = List.of(
            "-agentlib:",
            "-agentpath:",
            "-javaagent:",
            "-Xrun",
            "-XX:ArchiveClassesAtExit",
            "-XX:AOTCacheOutput",
            // Writes where the figures go.
            "-Xlog");

    private final List<String> command;
    private final long limitS;

    /**
     * @param command the child, which writes what {@link GroupOutput} writes
     * @param limitS seconds after which it is ended
     */
    public Fork(List<String> command, long limitS) {
        this.command = List.copyOf(command);
        this.limitS = limitS;
    }

    /** @return a command that starts {@code mainClass} as this JVM was started */
    public static List<String> like(String mainClass, List<String> arguments) {
        return like(mainClass, List.of(), arguments);
    }

    /** @return the same with more flags for the JVM */
    public static List<String> like(String mainClass, List<String> jvmFlags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : flags()) {
            if (NOT_PASSED.stream().noneMatch(flag::startsWith)) {
                command.add(flag);
            }
        }
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return command;
    }

    /** @return this JVM's flags */
    static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /**
     * Runs the child to its end.
     *
     * @return its figures; throws {@link BenchException} with the child's last words when it fails
     */
    public List<Figure> run(Progress progress) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(command).start();
        Thread killer = new Thread(() -> kill(child), "mnvh-bench-end");
        Runtime.getRuntime().addShutdownHook(killer);
        Executor later = CompletableFuture.delayedExecutor(limitS, TimeUnit.SECONDS);
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> watch = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    kill(child);
                },
                later);
        CompletableFuture<String> said =
                CompletableFuture.supplyAsync(() -> lastLines(child.getErrorStream()), Fork::inBackground);
        try {
            return read(child, progress);
        } catch (BenchException e) {
            kill(child);
            String reason = late.get() ? "it did not end within " + limitS + " s" : e.getMessage();
            throw new BenchException(reason + "\n" + said.join());
        } finally {
            watch.cancel(false);
            kill(child);
            unhook(killer);
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "mnvh-bench-stderr");
        thread.setDaemon(true);
        thread.start();
    }

    private static List<Figure> read(Process child, Progress progress) throws IOException, InterruptedException {
        GroupInput input = new GroupInput(progress);
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            input.accept(line);
        }
        if (!child.waitFor(END_S, TimeUnit.SECONDS)) {
            throw new BenchException("its process did not end");
        }
        if (child.exitValue() != 0) {
            throw new BenchException("its process ended with " + child.exitValue());
        }
        return input.figures();
    }

    private static void kill(Process child) {
        child.descendants().forEach(ProcessHandle::destroyForcibly);
        child.destroyForcibly().onExit().join();
        BenchFolder.sweep(child.pid());
    }

    private static void unhook(Thread killer) {
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // The JVM is ending and runs the hook itself.
            killer.interrupt();
        }
    }

    private static String lastLines(InputStream stream) {
        Deque<String> kept = new ArrayDeque<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                kept.add(line);
                if (kept.size() > KEPT_LINES) {
                    kept.remove();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join("\n", kept);
    }
}
