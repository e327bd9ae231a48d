package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mnvh.units.FixedPoint;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class ViewTest {
    private static final RunBanner BANNER = new RunBanner(
            "paper", "USD", 1_000_000 * FixedPoint.SCALE, 500, Path.of("run/journal/x"), "http://127.0.0.1:8080/");

    private final Snapshots run = new Snapshots();
    private final StringWriter text = new StringWriter();

    @Test
    void pageShowsWhatAnOperatorNeeds() {
        run.sessionUp();
        run.step(123);

        String page = page(200, 50);

        for (String shown : List.of(
                "MNVH PAPER  ACTIVE  step 123 of 500  traded  2026-01-05T00:02:03Z",
                "1,000,123.45 USD  since start +123.45 (+0.0123 %)",
                "mtm +200.00  edge +0.00  fee -76.55  funding +0.00",
                "residual    0",
                "beta +0.0123  gross 1.200  net +0.000  kappa 1.0000  risk scale 0.5000",
                "throttle    0.800 = rho 0.000",
                "sent 1  filled 0  rejected 0  not sent 0  denied 0",
                "FIX session UP  logged on",
                "journal     run/journal/x",
                "monitor     http://127.0.0.1:8080/metrics",
                "q or Ctrl-C ends the run in order")) {
            assertTrue(page.contains(shown), () -> shown + " is not in\n" + page);
        }
    }

    @Test
    void pageFitsANarrowAndLowTerminal() {
        run.step(1);
        List<AttributedString> lines =
                new StatusPage(BANNER, true).lines(run.monitor().snapshot(), 20, 4);

        assertEquals(4, lines.size());
        lines.forEach(line -> assertTrue(line.columnLength() <= 20, line::toString));
    }

    @Test
    void pageHasNoColourWhereTheUserWantsNone() {
        run.halted();
        run.step(1);
        assertFalse(ansi(false).contains("\u001b["), ansi(false));
        assertTrue(ansi(true).contains("\u001b["));
    }

    @Test
    void liveViewDrawsAndTellsWhoQuits() throws Exception {
        run.step(7);
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PipedOutputStream keyboard = new PipedOutputStream();
        try (PipedInputStream keys = new PipedInputStream(keyboard);
                Terminal terminal = TerminalBuilder.builder()
                        .system(false)
                        .type("xterm")
                        .streams(keys, screen)
                        .build()) {
            terminal.setSize(Size.of(90, 30));
            CompletableFuture<ExitCode> quit = new CompletableFuture<>();
            try (LiveView view = new LiveView(run.monitor()::snapshot, new StatusPage(BANNER, false), terminal)) {
                view.start(quit::complete);
                awaitText(screen, "step 7 of 500");
                assertFalse(quit.isDone());
                keyboard.write('x');
                keyboard.write('q');
                keyboard.flush();
                assertEquals(ExitCode.OK, quit.get(10, TimeUnit.SECONDS));
            }
        }
    }

    /** The terminal pumps its output on a thread of its own. */
    private static void awaitText(ByteArrayOutputStream screen, String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!screen.toString(StandardCharsets.UTF_8).contains(text)) {
            assertTrue(System.nanoTime() < deadline, screen::toString);
            Thread.sleep(10);
        }
    }

    @Test
    void plainViewPrintsEveryTenthStepAndEveryNotice() {
        HeadlessView view = new HeadlessView(run.monitor()::snapshot, BANNER, new PrintWriter(text), 10);
        for (int step = 0; step <= 21; step++) {
            run.step(step);
            view.poll();
        }
        run.halted();
        view.poll();
        view.poll();
        view.close();

        List<String> lines = text.toString().lines().toList();
        assertEquals(5, lines.size(), text::toString);
        assertTrue(
                lines.get(0).contains(" step=0 outcome=traded state=ACTIVE equity=1000123.45 kappa=1.0000 "),
                lines.get(0));
        assertTrue(lines.get(1).contains(" step=10 "), lines.get(1));
        assertTrue(lines.get(2).contains(" step=20 "), lines.get(2));
        assertTrue(lines.get(3).endsWith(" notice drawdown_limit state=HALTED"), lines.get(3));
        assertTrue(lines.get(4).contains(" step=21 "), "the last step is shown at the end");
    }

    private String page(int width, int height) {
        StringBuilder page = new StringBuilder();
        for (AttributedString line :
                new StatusPage(BANNER, false).lines(run.monitor().snapshot(), width, height)) {
            page.append(line).append('\n');
        }
        return page.toString();
    }

    private String ansi(boolean colour) {
        StringBuilder page = new StringBuilder();
        for (AttributedString line :
                new StatusPage(BANNER, colour).lines(run.monitor().snapshot(), 100, 40)) {
            page.append(line.toAnsi()).append('\n');
        }
        return page.toString();
    }
}
