package mnvh.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mnvh.monitor.ReadingTable;
import org.jspecify.annotations.Nullable;

/** Asks a running daemon over its control API; every refusal is a {@link RunFailure} that says why. */
final class ControlClient {
    private static final int TIMEOUT_MS = 10_000;
    private static final int BAD_REQUEST = 400;
    private static final long OUTCOME_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long POLL_MS = 20;

    private final ControlFolder folder;

    /** @param folder where the daemon left address and token */
    ControlClient(ControlFolder folder) {
        this.folder = folder;
    }

    /** @return what is read at {@code path} */
    ReadingTable get(String path) {
        return exchange(path, null, "");
    }

    /**
     * Asks for something.
     *
     * @param key names the request: sent again it asks nothing new
     * @return inbound sequence of the request, which is journaled by then
     */
    long post(String path, String key, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Long.parseLong(exchange(path, key, form).cell(0, "sequence"));
    }

    /**
     * Waits for what the core makes of a journaled request, which follows within a moment.
     *
     * @return booked, repeated, changed or refused; unknown where nothing was heard
     */
    String outcome(long sequence) throws InterruptedException {
        String wanted = Long.toString(sequence);
        long startNs = System.nanoTime();
        while (System.nanoTime() - startNs < OUTCOME_TIMEOUT_NS) {
            ReadingTable outcomes = get("/v1/outcomes");
            for (int row = 0; row < outcomes.rows().size(); row++) {
                if (outcomes.cell(row, "sequence").equals(wanted)) {
                    return outcomes.cell(row, "outcome");
                }
            }
            Thread.sleep(POLL_MS);
        }
        return "unknown";
    }

    private ReadingTable exchange(String path, @Nullable String key, String form) {
        String address = folder.address();
        String token = folder.token();
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) url(address + path).openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            connection.setRequestProperty("Authorization", "Bearer " + token);
            connection.setRequestProperty("Accept", "text/tab-separated-values");
            if (key != null) {
                connection.setRequestMethod("POST");
                connection.setDoOutput(true);
                connection.setRequestProperty("Idempotency-Key", key);
                connection.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
            }
            return answer(connection);
        } catch (IOException e) {
            throw new RunFailure(
                    ExitCode.CONTROL_REFUSED, "mnvh: no daemon answers at " + address + ": " + e.getMessage());
        }
    }

    /**
     * Whether anything listens at an address. Only a connection that is refused says that nothing does.
     *
     * @return what was found, in words; null where nothing listens
     */
    static @Nullable String listening(String address) {
        try {
            URL url = url(address);
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), TIMEOUT_MS);
                return "something listens at " + address;
            }
        } catch (ConnectException refused) {
            return null;
        } catch (IOException | IllegalArgumentException | RunFailure e) {
            return "'" + address + "' cannot be asked: " + e.getMessage();
        }
    }

    private static URL url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new RunFailure(ExitCode.CONTROL_REFUSED, "mnvh: no address of a daemon: " + text);
        }
    }

    private static ReadingTable answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        boolean refused = status >= BAD_REQUEST;
        InputStream body = refused ? connection.getErrorStream() : connection.getInputStream();
        ReadingTable table;
        try (body) {
            String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            table = ReadingTable.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("no answer of a daemon, status " + status, e);
        }
        if (refused) {
            throw new RunFailure(
                    status == BAD_REQUEST ? ExitCode.USAGE : ExitCode.CONTROL_REFUSED,
                    "mnvh: refused: " + table.cell(0, "error"));
        }
        return table;
    }
}
