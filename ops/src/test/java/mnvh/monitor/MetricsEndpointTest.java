package mnvh.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import mnvh.event.EventSlot;
import mnvh.event.MarketDataEvent;
import mnvh.event.Notice;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsEndpointTest {
    private final RunMonitor monitor = new RunMonitor(RunMonitorTest.NAMES);
    private final StageLatencies latencies = new StageLatencies();
    private volatile boolean killed;
    private final Metrics metrics = new Metrics(
            monitor,
            RunMonitorTest.NAMES,
            "simulator",
            () -> 4_000_000_000L,
            new Plumbing(() -> 0.5, () -> 4096, () -> 3, () -> 1, () -> killed),
            new BuildIdentity("0.1.0", "abc1234", "17"),
            latencies);
    private final MetricsEndpoint endpoint = new MetricsEndpoint("127.0.0.1", 0, metrics, new Health(monitor));
    private final HttpClient client = HttpClient.newHttpClient();
    private final Frames frames = new Frames();
    private final EventSlot slot = new EventSlot();

    @AfterEach
    void closeEndpoint() {
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mnvh_orders_sent_total{side=\"buy\",venue=\"simulator\"} 2",
                "mnvh_orders_sent_total{side=\"sell\",venue=\"simulator\"} 1",
                "mnvh_orders_rejected_total{reason=\"rejected\",venue=\"simulator\"} 0",
                "mnvh_orders_denied_total{reason=\"denied-state\",venue=\"simulator\"} 1",
                "mnvh_fills_total{venue=\"simulator\"} 1",
                "mnvh_fees_usd_total{venue=\"simulator\"} 0.25",
                "mnvh_traded_notional_usd_total{venue=\"simulator\"} 201",
                "mnvh_equity_usd{venue=\"simulator\"} 998.75",
                "mnvh_drawdown_ratio{venue=\"simulator\"} 0.2",
                "mnvh_portfolio_beta_ratio{venue=\"simulator\"} 0.05",
                "mnvh_gross_leverage_ratio{venue=\"simulator\"} 1.5",
                "mnvh_fee_to_gross_ratio{venue=\"simulator\"} 0.25",
                "mnvh_kappa_ratio{venue=\"simulator\"} 0.5",
                "mnvh_cross_sectional_variance{venue=\"simulator\"} 4.0E-4",
                "mnvh_ledger_residual_usd{venue=\"simulator\"} 0",
                "mnvh_market_data_age_seconds{venue=\"simulator\"} 3",
                "mnvh_step_duration_seconds_bucket{stage=\"core\",le=\"0.01\"} 1",
                "mnvh_pipeline_latency_seconds_bucket{stage=\"core\",le=\"1.0E-6\"} 1",
                "mnvh_ring_remaining_capacity_ratio{venue=\"simulator\"} 0.5",
                "mnvh_journal_size_bytes{venue=\"simulator\"} 4096",
                "mnvh_fix_session_up{session=\"simulator\"} 1",
                "mnvh_fix_drop_copy_up{venue=\"simulator\"} 1.0",
                "mnvh_fix_resend_requests_total{venue=\"simulator\"} 3",
                "mnvh_kill_switch_active{venue=\"simulator\"} 0",
                "mnvh_trading_halted{venue=\"simulator\"} 0",
                "mnvh_build_info{java=\"17\",revision=\"abc1234\",version=\"0.1.0\"} 1"
            })
    void scrapeShows(String sample) throws Exception {
        new MarketDataEvent().begin(slot, 5).receivedNs(1_000_000_000L);
        monitor.onEvent(slot, 3, false);
        up();
        monitor.onFrame(frames.step(1), 1, true);
        monitor.onFrame(frames.fill(), 2, true);
        latencies.of(Stage.STEP).record(9_000_000);
        latencies.of(Stage.MARKET_DATA).record(900);

        String text = get("/metrics").body();

        assertTrue(text.lines().anyMatch(line -> line.startsWith(sample)), () -> sample + " is not in\n" + text);
    }

    /** The frame's state is not halted: so it is in a flatten after a kill. */
    @Test
    void killSwitchIsActiveAsLongAsItIsPulledWhateverTheState() throws Exception {
        monitor.onFrame(frames.step(1), 1, true);
        killed = true;
        String text = get("/metrics").body();
        assertTrue(text.contains("mnvh_kill_switch_active{venue=\"simulator\"} 1"), text);
        assertTrue(text.contains("mnvh_trading_halted{venue=\"simulator\"} 0"), text);
        killed = false;
        assertTrue(get("/metrics").body().contains("mnvh_kill_switch_active{venue=\"simulator\"} 0"));
    }

    @Test
    void everyMeterHasADescription() throws Exception {
        Set<String> described = new HashSet<>();
        Set<String> families = new HashSet<>();
        get("/metrics").body().lines().forEach(line -> {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# TYPE ")) {
                families.add(words[2]);
            } else if (line.startsWith("# HELP ") && words.length == 4 && !words[3].isBlank()) {
                described.add(words[2]);
            }
        });
        assertTrue(families.size() > 20, families::toString);
        assertEquals(families, described);
    }

    @Test
    void readyOnlyWithASessionAndAStep() throws Exception {
        HttpResponse<String> before = get("/health/ready");
        assertEquals(503, before.statusCode());
        assertEquals(
                "{\"ready\":false,\"reasons\":[\"FIX session is DOWN: not logged on yet\",\"no step has closed"
                        + " yet\"]}\n",
                before.body());

        up();
        monitor.onFrame(frames.step(1), 1, true);
        assertEquals("{\"ready\":true,\"reasons\":[]}\n", get("/health/ready").body());

        monitor.onFrame(frames.notice(Notice.DRAWDOWN_LIMIT, 2), 2, true);
        assertEquals(
                "{\"ready\":false,\"reasons\":[\"trading is halted: DRAWDOWN_LIMIT\"]}\n",
                get("/health/ready").body());
        assertEquals(200, get("/health/live").statusCode());
    }

    @Test
    void hostOfAnotherMachineIsRefused() throws Exception {
        assertTrue(raw("GET /metrics HTTP/1.0\r\nHost: localhost:1\r\n\r\n").startsWith("HTTP/1.1 200"));
        assertTrue(raw("GET /metrics HTTP/1.0\r\nHost: [::1]:1\r\n\r\n").startsWith("HTTP/1.1 200"));
        String rebound = raw("GET /metrics HTTP/1.0\r\nHost: rebound.example\r\n\r\n");
        assertTrue(rebound.startsWith("HTTP/1.1 403"), rebound);
        assertFalse(rebound.contains("mnvh_"), rebound);
        assertTrue(raw("GET /metrics HTTP/1.0\r\n\r\n").startsWith("HTTP/1.1 403"));
    }

    @Test
    void writingIsRefused() throws Exception {
        assertTrue(raw("POST /metrics HTTP/1.0\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
                .startsWith("HTTP/1.1 405"));
        assertTrue(raw("GET /elsewhere HTTP/1.0\r\nHost: localhost\r\n\r\n").startsWith("HTTP/1.1 404"));
    }

    @Test
    void takenPortIsNamed() {
        EndpointException refused = assertThrows(
                EndpointException.class,
                () -> new MetricsEndpoint("127.0.0.1", endpoint.port(), metrics, new Health(monitor)));
        assertTrue(
                String.valueOf(refused.getMessage()).startsWith("port " + endpoint.port() + " on 127.0.0.1"),
                refused::getMessage);
    }

    private void up() {
        new SessionEvent().begin(slot, 9).state(SessionState.UP);
        monitor.onEvent(slot, 4, true);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + endpoint.port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", endpoint.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
