package mnvh.daemon;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mnvh.monitor.RunSnapshot;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * The run on the terminal, redrawn four times a second; q or Ctrl-C asks for the end.
 *
 * <p>One thread of its own draws and reads keys. The terminal's former content and mode come back on {@link #close}.
 */
final class LiveView implements RunView {
    private static final long FRAME_MS = 250;
    private static final long CLOSE_MS = 2_000;

    private final Supplier<RunSnapshot> run;
    private final StatusPage page;
    private final Terminal terminal;
    private final Display display;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private Consumer<ExitCode> onQuit = code -> {};
    private boolean keys = true;

    LiveView(Supplier<RunSnapshot> run, StatusPage page, Terminal terminal) {
        this.run = run;
        this.page = page;
        this.terminal = terminal;
        this.display = new Display(terminal, true);
        this.thread = new Thread(this::show, "mnvh-view");
        thread.setDaemon(true);
    }

    /** @return the terminal of this process; throws {@link IOException} where it is none or cannot place its cursor */
    static Terminal systemTerminal() throws IOException {
        Terminal terminal =
                TerminalBuilder.builder().name("mnvh").system(true).dumb(false).build();
        if (terminal.getStringCapability(Capability.cursor_address) == null) {
            terminal.close();
            throw new IOException("the terminal cannot place its cursor");
        }
        return terminal;
    }

    @Override
    public void start(Consumer<ExitCode> quit) {
        onQuit = quit;
        terminal.handle(Terminal.Signal.INT, signal -> quit.accept(ExitCode.INTERRUPTED));
        thread.start();
    }

    private void show() {
        Attributes before = terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
        try {
            NonBlockingReader reader = terminal.reader();
            while (stop.getCount() > 0) {
                draw();
                readKey(reader);
            }
        } catch (InterruptedException | InterruptedIOException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The terminal went away; the run goes on without a view.
            keys = false;
        } finally {
            terminal.puts(Capability.cursor_visible);
            terminal.puts(Capability.exit_ca_mode);
            terminal.setAttributes(before);
            terminal.flush();
        }
    }

    private void draw() {
        Size size = terminal.getSize();
        // A terminal that does not know its size says 0.
        int width = size.getColumns() > 0 ? size.getColumns() : 80;
        int height = size.getRows() > 0 ? size.getRows() : 24;
        display.resize(Size.of(width, height));
        display.update(page.lines(run.get(), width, height), 0);
    }

    private void readKey(NonBlockingReader reader) throws IOException, InterruptedException {
        if (!keys) {
            stop.await(FRAME_MS, TimeUnit.MILLISECONDS);
            return;
        }
        int key = reader.read(FRAME_MS);
        if (key == 'q' || key == 'Q') {
            onQuit.accept(ExitCode.OK);
        } else if (key == NonBlockingReader.EOF) {
            keys = false;
        }
    }

    @Override
    public void close() {
        if (stop.getCount() == 0) {
            return;
        }
        stop.countDown();
        try {
            thread.join(CLOSE_MS);
            terminal.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // What matters was flushed above; a terminal that cannot be closed is no fault of the run.
            keys = false;
        }
    }
}
