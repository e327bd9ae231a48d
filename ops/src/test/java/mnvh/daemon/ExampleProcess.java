package mnvh.daemon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import mnvh.report.OutputFormat;

/**
 * A process that executes each line of its input as a command and prints its exit code: one working directory for all.
 */
final class ExampleProcess {
    private ExampleProcess() {}

    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            String[] verb = Arrays.copyOfRange(words, 1, words.length);
            int code = CommandShell.execute(Wiring.runs(), new Screen(out, out, OutputFormat.TABLE), verb);
            out.println("EXIT " + code + " " + line);
        }
        System.exit(0);
    }
}
