package mnvh.daemon;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mnvh.journal.SessionFolder;
import mnvh.report.OutputFormat;
import mnvh.units.WallClock;

/** Follows a session's fills from outside while it runs, as {@code journal inspect --follow} shows them. */
final class FollowedFills extends Thread {
    private static final DateTimeFormatter LOG_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSSSSSSSS").withZone(ZoneOffset.UTC);
    private static final Pattern RECEIVED = Pattern.compile("(\\S+) < .*\\|17=(F-\\d+)\\|.*");
    private static final Pattern SHOWN = Pattern.compile(".* exec_id=(F-\\d+).*");

    private final Path journal;
    private final WallClock clock = new WallClock();
    private volatile boolean ended;
    private final Map<String, Long> shown = new ConcurrentHashMap<>();

    /** @param journal where the session will be */
    FollowedFills(Path journal) {
        super("follower");
        this.journal = journal;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                // The session is there before its streams are: until then there is nothing to follow.
                for (Path session : SessionFolder.sessions(journal)) {
                    follow(session);
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Path session) {
        PrintWriter lines = new PrintWriter(new StringWriter()) {
            @Override
            public void println(String line) {
                Matcher fill = SHOWN.matcher(line);
                if (fill.matches()) {
                    shown.putIfAbsent(fill.group(1), clock.nowNs());
                }
            }
        };
        Screen screen = new Screen(lines, lines, OutputFormat.TABLE);
        CommandShell.execute(
                Wiring.runs(), screen, "journal", "inspect", session.toString(), "--follow", "--type", "fill-report");
    }

    /** Waits a while for these fills. @return when each was shown, wall time in nanoseconds */
    Map<String, Long> await(Set<String> fills) {
        long startNs = System.nanoTime();
        try {
            while (!shown.keySet().containsAll(fills) && System.nanoTime() - startNs < TimeUnit.SECONDS.toNanos(20)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended = true;
        interrupt();
        return new TreeMap<>(shown);
    }

    /** @return when each fill of the order session came from the socket, wall time in nanoseconds */
    static Map<String, Long> received(Path messageLog) throws IOException {
        Map<String, Long> received = new TreeMap<>();
        for (String line : Files.readAllLines(messageLog)) {
            Matcher fill = RECEIVED.matcher(line);
            if (fill.matches() && !line.contains("|797=Y|")) {
                Instant at = LOG_TIME.parse(fill.group(1), Instant::from);
                received.put(fill.group(2), at.getEpochSecond() * 1_000_000_000L + at.getNano());
            }
        }
        return received;
    }
}
