package mnvh.daemon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import mnvh.event.BalanceReportEvent;
import mnvh.event.EventSlot;
import mnvh.monitor.ReadingTable;
import mnvh.report.OutputFormat;
import mnvh.units.FixedPoint;
import mnvh.units.WallClock;

/**
 * A process that trades on paper, and meanwhile executes each line of its input as a command and prints its exit code.
 *
 * <p>Before a line that explains a difference the venue reports one, of 2, and its number is put in the place of the
 * example's.
 */
final class OperatedProcess {
    private static final long POLL_MS = 20;
    private static long reported = 1_000_000;

    private OperatedProcess() {}

    public static void main(String[] arguments) throws Exception {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        CompletableFuture<TradingDaemon> started = new CompletableFuture<>();
        Thread trading = new Thread(() -> trade(started));
        trading.setDaemon(true);
        trading.start();
        TradingDaemon daemon = started.get();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String command = line.contains(" --break ") ? explainable(line, daemon) : line;
            String[] words = command.split(" ");
            int code = CommandShell.execute(
                    Wiring.runs(),
                    new Screen(out, out, OutputFormat.TABLE),
                    Arrays.copyOfRange(words, 1, words.length));
            out.println("EXIT " + code + " " + line);
        }
        System.exit(0);
    }

    private static void trade(CompletableFuture<TradingDaemon> started) {
        Runs wired = Wiring.runs();
        Runs runs = new Runs(
                new PaperRun(started::complete), wired.simulate(), wired.backtest(), wired.replay(), wired.bench());
        PrintWriter silent = new PrintWriter(Writer.nullWriter());
        CommandShell.execute(
                runs, new Screen(silent, silent, OutputFormat.TABLE), "paper", "--headless", "--duration", "5m");
    }

    private static String explainable(String line, TradingDaemon daemon) throws IOException, InterruptedException {
        reported += 2;
        EventSlot slot = daemon.ingress().claim();
        new BalanceReportEvent().begin(slot, new WallClock().nowNs()).balance(reported * FixedPoint.SCALE);
        daemon.ingress().publish(slot);
        ControlClient client = new ControlClient(ControlFolder.beside(Path.of("run/journal")));
        ReadingTable breaks = client.get("/v1/reconcile");
        while (breaks.rows().isEmpty()) {
            Thread.sleep(POLL_MS);
            breaks = client.get("/v1/reconcile");
        }
        return line.replaceFirst("--break \\d+", "--break " + breaks.cell(0, "break"));
    }
}
