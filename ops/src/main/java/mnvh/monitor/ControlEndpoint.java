package mnvh.monitor;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mnvh.event.Authorship;
import mnvh.event.Command;
import org.jspecify.annotations.Nullable;

/**
 * The operator's door: {@code /v1} over HTTP on the loopback, any free port, for whoever has the token of this start.
 *
 * <p>GET reads. POST asks, with an {@code Idempotency-Key} of its own, a name and a reason, and is answered with 202
 * and the inbound sequence once the request is journaled; the same key again is answered the same and asks nothing.
 * With other content a key is refused, unless the core refused what it named.
 * A kill waits for no other request, and asked twice at once it is asked twice, which is no harm.
 * Requests with another Host, or from a web page of another origin, are refused, and what is refused is told to the
 * port. Up to 64 daemon threads of its own, which end when idle, so that clients that are slow or stall, or whose
 * record is not journaled yet, keep no other waiting: a kill least of all.
 */
public final class ControlEndpoint implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";
    private static final int BACKLOG = 16;
    private static final int THREADS = 64;
    private static final long IDLE_S = 30;
    private static final int SERVER_ERROR = 500;
    private static final int MOST_BYTES = 4096;
    private static final int REMEMBERED = 1024;
    private static final int ACCOUNT_LENGTH = 32;
    private static final int NAME_LENGTH = 64;
    private static final String CONTROL = "/v1/control/";
    private static final String RESOLVE = "/v1/reconcile/resolve";
    private static final String CHANGE = "/v1/terms/change";
    private static final String OPERATOR = "operator";
    private static final String REASON = "reason";
    private static final String TABBED = "text/tab-separated-values";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,32}");
    private static final Map<String, Command> COMMANDS = Map.of(
            "pause", Command.PAUSE,
            "resume", Command.RESUME,
            "flatten", Command.FLATTEN,
            "halt", Command.HALT,
            "kill", Command.KILL,
            "reset", Command.RESET);

    private final ControlPort port;
    private final ControlToken token;
    private final HttpServer server;
    private final ExecutorService executor;
    private final Map<String, Accepted> accepted = Collections.synchronizedMap(new LinkedHashMap<>());

    /** What was asked under a key, and where it stands in the inbound stream. */
    private record Accepted(String content, long sequence) {}

    /** Opens a port at once. */
    public ControlEndpoint(ControlPort port, ControlToken token) {
        this.port = port;
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0), BACKLOG);
        } catch (IOException e) {
            throw new EndpointException("no port for the control API on " + ADDRESS + ": " + e.getMessage(), e);
        }
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_S, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "mnvh-control");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        executor = threads;
        server.setExecutor(executor);
        server.createContext("/", this::answer);
        server.start();
    }

    /** @return where the API is */
    public String address() {
        return "http://" + authority();
    }

    private String authority() {
        return ADDRESS + ":" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                requireOurs(exchange.getRequestHeaders());
                String path = exchange.getRequestURI().getPath();
                switch (exchange.getRequestMethod()) {
                    case "GET" -> send(exchange, 200, read(path));
                    case "POST" -> send(exchange, 202, ask(exchange, path));
                    default -> throw new ControlRefusal(405, "GET reads, POST asks");
                }
            } catch (ControlRefusal refusal) {
                String why = String.valueOf(refusal.getMessage());
                if (refusal.status() < SERVER_ERROR) {
                    port.requestRefused(refusal.status() + " " + exchange.getRequestMethod() + " "
                            + exchange.getRequestURI().getRawPath() + ": " + why);
                }
                send(exchange, refusal.status(), ReadingTable.of(List.of("error"), List.of(why)));
            }
        }
    }

    private void requireOurs(Headers headers) {
        String here = authority();
        String local = "localhost:" + server.getAddress().getPort();
        String host = headers.getFirst("Host");
        if (!here.equals(host) && !local.equals(host)) {
            throw new ControlRefusal(403, "the Host header names another machine");
        }
        String origin = headers.getFirst("Origin");
        if (origin != null && !origin.equals("http://" + here) && !origin.equals("http://" + local)) {
            throw new ControlRefusal(403, "the Origin header names another page");
        }
        if (!token.isIn(headers.getFirst("Authorization"))) {
            throw new ControlRefusal(401, "the token is missing or not of this start");
        }
    }

    private ReadingTable read(String path) {
        return switch (path) {
            case "/v1/status" -> port.status();
            case "/v1/reconcile" -> port.breaks();
            case "/v1/terms" -> port.terms();
            case "/v1/outcomes" -> port.outcomes();
            default -> throw new ControlRefusal(404, "try /v1/status, /v1/reconcile or /v1/terms");
        };
    }

    private ReadingTable ask(HttpExchange exchange, String path) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw new ControlRefusal(400, "Idempotency-Key must be 1 to 32 letters, digits, dots, dashes");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ControlRefusal(413, "at most " + MOST_BYTES + " bytes");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        Command command = path.startsWith(CONTROL) ? COMMANDS.get(path.substring(CONTROL.length())) : null;
        ControlForm form = new ControlForm(text, command != null ? Set.of(OPERATOR, REASON) : fields(path));
        long sequence = command == Command.KILL ? askNow(path, key, command, form) : ask(path, key, command, form);
        port.awaitJournaled(sequence);
        return ReadingTable.of(List.of("sequence"), List.of(Long.toString(sequence)));
    }

    private static Set<String> fields(String path) {
        return switch (path) {
            case RESOLVE -> Set.of("break", "account", "amount", OPERATOR, REASON);
            case CHANGE -> Set.of("term", "instrument", "value", OPERATOR, REASON);
            default ->
                throw new ControlRefusal(
                        404, "try /v1/control/{pause,resume,flatten,halt,kill,reset}, " + RESOLVE + " or " + CHANGE);
        };
    }

    /** One request at a time, each read whole before: a key that comes twice at once is asked once. */
    private synchronized long ask(String path, String key, @Nullable Command command, ControlForm form) {
        return askNow(path, key, command, form);
    }

    private long askNow(String path, String key, @Nullable Command command, ControlForm form) {
        String content = path + form.content();
        Accepted before = accepted.get(key);
        if (before != null && before.content().equals(content)) {
            return before.sequence();
        }
        // What was refused did nothing, and its name is free again: a corrected one may take it.
        if (before != null && !port.refused(before.sequence())) {
            throw new ControlRefusal(409, "Idempotency-Key " + key + " was used for another request");
        }
        String operator = form.text(OPERATOR, Authorship.OPERATOR_LENGTH);
        String reason = form.text(REASON, Authorship.REASON_LENGTH);
        long sequence;
        if (command != null) {
            sequence = port.command(command, operator, reason);
        } else if (path.equals(CHANGE)) {
            sequence = port.change(
                    form.text("term", NAME_LENGTH),
                    form.has("instrument") ? form.text("instrument", NAME_LENGTH) : "",
                    form.text("value", NAME_LENGTH),
                    operator,
                    reason);
        } else {
            sequence = port.resolve(
                    key,
                    form.number("break"),
                    form.text("account", ACCOUNT_LENGTH),
                    form.decimal("amount"),
                    operator,
                    reason);
        }
        accepted.put(key, new Accepted(content, sequence));
        synchronized (accepted) {
            if (accepted.size() > REMEMBERED) {
                accepted.remove(accepted.keySet().iterator().next());
            }
        }
        return sequence;
    }

    private static void send(HttpExchange exchange, int status, ReadingTable table) throws IOException {
        boolean tabbed = TABBED.equals(exchange.getRequestHeaders().getFirst("Accept"));
        byte[] bytes = (tabbed ? table.tabbed() : table.json()).getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", tabbed ? TABBED : "application/json");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        if (status == 401) {
            headers.set("WWW-Authenticate", "Bearer");
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
