package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mnvh.journal.SessionFolder;
import mnvh.report.OutputFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Daemons in processes of their own, asked by the program's own verbs. */
abstract class DaemonCase {
    static final Path CONFIG = Path.of("..", "config", "paper.yaml").toAbsolutePath();
    static final int LIMIT_S = 60;

    @TempDir
    Path folder;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor(LIMIT_S, TimeUnit.SECONDS);
        }
    }

    /** @return a daemon that has its session */
    Process daemon(String journal, String... more) throws Exception {
        Process process = starting(journal, more);
        awaitDoor(process, journal);
        await("fix_session", "UP");
        return process;
    }

    /** @return a daemon that has only been started */
    Process starting(String journal, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("paper"));
        arguments.addAll(List.of("--config", CONFIG.toString(), "--headless", "--duration", "10m"));
        arguments.addAll(List.of("--set", "monitor.http_port=0", "--set", "journal.dir=" + folder.resolve(journal)));
        arguments.addAll(Arrays.asList(more));
        return java(Main.class, journal, arguments);
    }

    /** @return a program with this JVM's class path and flags; what it says goes to {@code name.log} */
    Process java(Class<?> program, String name, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ProcessHandle.current().info().arguments().ifPresent(own -> {
            for (String argument : own) {
                if (argument.startsWith("--add-") || argument.startsWith("-Dchronicle")) {
                    command.add(argument);
                }
            }
        });
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        started.add(process);
        return process;
    }

    void awaitDoor(Process process, String name) throws Exception {
        for (int n = 0; n < 20 * LIMIT_S && execute("status --control " + folder) != 0; n++) {
            assertTrue(process.isAlive(), Files.readString(folder.resolve(name + ".log")));
            Thread.sleep(50);
        }
    }

    int execute(String line) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), OutputFormat.TABLE);
        return CommandShell.execute(Wiring.runs(), screen, line.split(" "));
    }

    int ask(String line) {
        return execute(line + " --reason drill --control " + folder);
    }

    String status(String column) {
        execute("status -o csv --control " + folder);
        List<String> lines = out.toString().lines().toList();
        return lines.size() < 2
                ? ""
                : lines.get(1).split(",")[List.of(lines.get(0).split(",")).indexOf(column)];
    }

    void await(String column, String value) throws InterruptedException {
        for (int n = 0; n < 20 * LIMIT_S && !status(column).equals(value); n++) {
            Thread.sleep(50);
        }
        assertEquals(value, status(column), out + err.toString());
    }

    static void killed(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(LIMIT_S, TimeUnit.SECONDS));
    }

    /** @return the records of a kind in a recorded session */
    String inspect(int session, String kind) throws Exception {
        Path recorded = SessionFolder.sessions(folder.resolve("journal")).get(session);
        execute("journal inspect " + recorded + " --type " + kind);
        return out.toString();
    }
}
