package mnvh.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The program hledger, where it is installed; tests that need it are skipped elsewhere. */
final class Hledger {
    private static final Pattern BALANCE = Pattern.compile("\\s*(-?[0-9.]+) (\\S+)  (\\S+)");

    private final Path file;

    /** @param file a journal */
    Hledger(Path file) {
        Assumptions.assumeTrue(isOnPath(), "hledger is not on the PATH");
        this.file = file;
    }

    private static boolean isOnPath() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(Pattern.quote(System.getProperty("path.separator")))
                .splitAsStream(path)
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "hledger")));
    }

    /** Has it check amounts, accounts and commodities, each of which must be declared. */
    void check() throws IOException, InterruptedException {
        assertEquals("", run("check"));
        assertEquals("", run("check", "--strict"));
    }

    /** @return balances that are not 0, by account and commodity */
    Map<String, String> balances() throws IOException, InterruptedException {
        Map<String, String> balances = new TreeMap<>();
        for (String line : run("bal", "-N", "--flat").split("\n")) {
            Matcher balance = BALANCE.matcher(line);
            assertEquals(true, balance.matches(), line);
            balances.put(balance.group(3) + " " + balance.group(2), balance.group(1));
        }
        return balances;
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("hledger", "-f", file.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
