package mnvh.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /metrics}, {@code /health/live} and {@code /health/ready} over HTTP, read-only.
 *
 * <p>Two daemon threads of its own; a slow client holds only those. Requests whose Host names neither this machine nor
 * the bound address are refused, so that no web page can read the endpoint through a rebound name.
 */
public final class MetricsEndpoint implements AutoCloseable {
    private static final int BACKLOG = 16;
    private static final int THREADS = 2;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpServer server;
    private final ExecutorService executor;
    private final String bind;

    /**
     * Opens the port at once.
     *
     * @param bind address, loopback unless a container says otherwise
     * @param port 0 for any free one
     * @param metrics what {@code /metrics} shows
     * @param health what {@code /health/ready} asks
     */
    public MetricsEndpoint(String bind, int port, Metrics metrics, Health health) {
        this.bind = bind;
        server = open(bind, port);
        executor = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "mnvh-http");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(executor);
        server.createContext("/", exchange -> answer(exchange, metrics, health));
        server.start();
    }

    /** @return the port that was opened */
    public int port() {
        return server.getAddress().getPort();
    }

    /** @return where a browser finds it */
    public String address() {
        return "http://" + bind + ":" + port() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private static HttpServer open(String bind, int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName(bind), port), BACKLOG);
        } catch (BindException e) {
            throw new EndpointException(
                    "port " + port + " on " + bind + " cannot be opened (" + e.getMessage()
                            + "); choose another with --set monitor.http_port=N, 0 for any free one",
                    e);
        } catch (IOException e) {
            throw new EndpointException("monitor.bind " + bind + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void answer(HttpExchange exchange, Metrics metrics, Health health) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!isOurs(exchange.getRequestHeaders().getFirst("Host"))) {
                send(exchange, 403, "text/plain", "the Host header names another machine\n");
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, "text/plain", "read-only\n");
            } else {
                route(exchange, metrics, health);
            }
        }
    }

    private static void route(HttpExchange exchange, Metrics metrics, Health health) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/metrics" -> send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
            case "/health/live" -> send(exchange, 200, "application/json", "{\"live\":true}\n");
            case "/health/ready" -> {
                List<String> obstacles = health.obstacles();
                send(exchange, obstacles.isEmpty() ? 200 : 503, "application/json", readiness(obstacles));
            }
            default -> send(exchange, 404, "text/plain", "try /metrics, /health/live or /health/ready\n");
        }
    }

    private static String readiness(List<String> obstacles) {
        StringBuilder json =
                new StringBuilder("{\"ready\":").append(obstacles.isEmpty()).append(",\"reasons\":[");
        for (int i = 0; i < obstacles.size(); i++) {
            String text = obstacles.get(i).replace("\\", "\\\\").replace("\"", "\\\"");
            json.append(i == 0 ? "\"" : ",\"")
                    .append(text.replaceAll("\\p{Cntrl}", " "))
                    .append('"');
        }
        return json.append("]}\n").toString();
    }

    private boolean isOurs(@Nullable String host) {
        if (host == null) {
            return false;
        }
        int colon = host.lastIndexOf(':');
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return LOOPBACK.contains(name.toLowerCase(Locale.ROOT)) || name.equals(bind);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
