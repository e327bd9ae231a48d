package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mnvh.report.OutputFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example that a help text shows, and every command of the README and of the page on operating, works as shown,
 * one after the other, in a folder with the shipped configuration.
 */
@Tag("slow")
class HelpExamplesTest {
    private static final Path ROOT = Path.of(System.getProperty("mnvh.root", ".."));
    private static final long LIMIT_S = 180;
    /** Verbs that ask a running daemon, unless they name a session. */
    private static final Pattern OPERATED =
            Pattern.compile("mnvh (status|pause|resume|flatten|halt|kill|reset|reconcile|terms)\\b.*");

    @TempDir
    Path folder;

    @Test
    void everyExampleOfEveryHelpWorks() throws Exception {
        copyConfiguration();
        writePanel(folder.resolve("bars.csv"));
        List<String> examples = examples(false);

        assertTrue(examples.stream().anyMatch(example -> example.contains("--market recorded")), "README was read");
        assertWork(examples, ExampleProcess.class);
    }

    @Test
    void everyExampleThatAsksARunningDaemonWorks() throws Exception {
        copyConfiguration();
        List<String> examples = examples(true);

        assertTrue(examples.stream().anyMatch(example -> example.contains(" --break ")), examples::toString);
        assertWork(examples, OperatedProcess.class);
    }

    private static List<String> examples(boolean operated) throws IOException {
        Screen silent = new Screen(
                new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), OutputFormat.TABLE);
        List<String> examples = new ArrayList<>(HelpExamples.all(CommandShell.commandLine(Wiring.runs(), silent)));
        examples.addAll(ReadmeCommands.runnable(Files.readString(ROOT.resolve("README.md"))));
        examples.addAll(ReadmeCommands.runnable(Files.readString(ROOT.resolve("docs/operating.md"))));
        examples.removeIf(example -> operated != isOperated(example));
        // No session of some seconds sends an order; ExplainProofTest explains one of a backtest.
        examples.removeIf(example -> example.startsWith("mnvh explain order "));
        return examples;
    }

    private static boolean isOperated(String example) {
        return OPERATED.matcher(example).matches() && !example.contains(" last");
    }

    private void assertWork(List<String> examples, Class<?> process) throws Exception {
        String output = execute(examples, process);

        List<String> exits =
                output.lines().filter(line -> line.startsWith("EXIT ")).toList();
        List<String> expected =
                examples.stream().map(example -> "EXIT 0 " + example).toList();
        assertEquals(expected, exits, output);
    }

    private String execute(List<String> examples, Class<?> process) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--") || flag.startsWith("-Dchronicle"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), process.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // The default port may be taken where tests run.
        builder.environment().put("MNVH_MONITOR__HTTP_PORT", "0");
        Path input = Files.writeString(folder.resolve("examples"), String.join("\n", examples) + "\n");
        Path output = folder.resolve("output");
        Process running = builder.redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(running.waitFor(LIMIT_S, TimeUnit.SECONDS), () -> "not done after " + LIMIT_S + " s");
        } finally {
            running.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private void copyConfiguration() throws IOException {
        Path source = ROOT.resolve("config");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".yaml"))::iterator) {
                Path target =
                        folder.resolve("config").resolve(source.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** Forty daily closes of eight symbols that revert to each other. */
    private static void writePanel(Path file) throws IOException {
        Random random = new Random(7);
        double[] price = new double[8];
        StringBuilder csv = new StringBuilder("date");
        for (int i = 0; i < price.length; i++) {
            price[i] = 50 + 10 * i;
            csv.append(",S").append(i);
        }
        LocalDate date = LocalDate.parse("2026-01-01");
        for (int day = 0; day < 40; day++) {
            csv.append('\n').append(date.plusDays(day));
            for (int i = 0; i < price.length; i++) {
                double fair = 50 + 10 * i;
                price[i] = price[i] + 0.5 * (fair - price[i]) + fair * 0.02 * random.nextGaussian();
                csv.append(String.format(Locale.ROOT, ",%.2f", price[i]));
            }
        }
        Files.writeString(file, csv.append('\n').toString());
    }
}
