package mnvh.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import mnvh.event.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ControlEndpointTest {
    private static final String WHO = "operator=alice&reason=maintenance";
    private static final String RESOLUTION = "break=9&account=interest&amount=-2.5&" + WHO;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch stalled = new CountDownLatch(1);
    private volatile boolean journaled = true;
    private volatile long refusedSequence;
    /** Inbound sequence that is journaled only when {@link #stalled} ends. */
    private volatile long stalledSequence;

    private final ControlToken token = ControlToken.create();
    private final ControlEndpoint endpoint = new ControlEndpoint(new Recording(), token);
    private final HttpClient client = HttpClient.newHttpClient();

    /** Keeps what was asked; the first record has the inbound sequence 41. */
    private final class Recording implements ControlPort {
        @Override
        public long command(Command command, String operator, String reason) {
            return ask(command + " " + operator + " " + reason);
        }

        @Override
        public long resolve(String id, long breakId, String account, long amount, String operator, String reason) {
            return ask(String.join(" ", id, breakId + "", account, amount + "", operator, reason));
        }

        @Override
        public long change(String key, String symbol, String value, String operator, String reason) {
            return ask(String.join(" ", key, "[" + symbol + "]", value, operator, reason));
        }

        @Override
        public ReadingTable terms() {
            return ReadingTable.of(List.of("term"), List.of("risk.max_order_notional"));
        }

        private long ask(String what) {
            asked.add(what);
            return 40L + asked.size();
        }

        @Override
        public void requestRefused(String what) {
            refused.add(what);
        }

        @Override
        public void awaitJournaled(long sequence) {
            if (!journaled) {
                throw new ControlRefusal(503, "not journaled yet");
            }
            if (sequence == stalledSequence) {
                try {
                    stalled.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public ReadingTable status() {
            return ReadingTable.of(List.of("state"), List.of("ACTIVE"));
        }

        @Override
        public ReadingTable breaks() {
            return new ReadingTable(List.of("break"), List.of());
        }

        @Override
        public ReadingTable outcomes() {
            return new ReadingTable(List.of("sequence"), List.of());
        }

        @Override
        public boolean refused(long sequence) {
            return sequence == refusedSequence;
        }
    }

    @AfterEach
    void closeEndpoint() {
        endpoint.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(endpoint.address() + path))
                .header("Authorization", "Bearer " + token.text());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String key, String form) throws Exception {
        return send(request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(form)));
    }

    @Test
    void changedTermsAreAskedForWithWhoseTheyAre() throws Exception {
        String limit = "term=risk.max_order_notional&value=20000&" + WHO;
        assertEquals(202, post("/v1/terms/change", "k1", limit).statusCode());
        assertEquals(
                202,
                post("/v1/terms/change", "k2", limit + "&instrument=BTC-PERP").statusCode());
        assertEquals(
                List.of(
                        "risk.max_order_notional [] 20000 alice maintenance",
                        "risk.max_order_notional [BTC-PERP] 20000 alice maintenance"),
                asked);
        assertEquals(400, post("/v1/terms/change", "k3", "value=20000&" + WHO).statusCode());
        assertEquals(404, post("/v1/terms/else", "k4", limit).statusCode());
        assertEquals(200, send(request("/v1/terms").GET()).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"pause, PAUSE", "resume, RESUME", "flatten, FLATTEN", "halt, HALT"})
    void commandIsAskedOfTheDaemonAndAnsweredWithItsSequence(String path, Command command) throws Exception {
        HttpResponse<String> answer = post("/v1/control/" + path, "k1", WHO);
        assertEquals(202, answer.statusCode());
        assertEquals("[\n  {\"sequence\": \"41\"}\n]\n", answer.body());
        assertEquals(List.of(command + " alice maintenance"), asked);
    }

    @Test
    void resolutionIsNamedByItsKey() throws Exception {
        assertEquals(202, post("/v1/reconcile/resolve", "k.1-a_b", RESOLUTION).statusCode());
        assertEquals(List.of("k.1-a_b 9 interest -250000000 alice maintenance"), asked);
    }

    @Test
    void sameKeyAgainIsAnsweredTheSameAndAsksNothing() throws Exception {
        HttpResponse<String> first = post("/v1/control/pause", "k1", WHO);
        HttpResponse<String> again = post("/v1/control/pause", "k1", WHO);
        assertEquals(202, again.statusCode());
        assertEquals(first.body(), again.body());
        assertEquals(409, post("/v1/control/resume", "k1", WHO).statusCode(), "another path");
        assertEquals(409, post("/v1/control/pause", "k1", WHO + "x").statusCode(), "another reason");
        assertEquals(1, asked.size());
        post("/v1/control/pause", "k2", WHO);
        assertEquals(2, asked.size());
    }

    @Test
    void keyOfARefusedExplanationTakesACorrectedOne() throws Exception {
        String corrected = RESOLUTION.replace("-2.5", "-2");
        post("/v1/reconcile/resolve", "k1", RESOLUTION);
        assertEquals(409, post("/v1/reconcile/resolve", "k1", corrected).statusCode(), "it may be booked");
        refusedSequence = 41;
        HttpResponse<String> same = post("/v1/reconcile/resolve", "k1", RESOLUTION);
        assertEquals("[\n  {\"sequence\": \"41\"}\n]\n", same.body(), "the same again has the same outcome");
        HttpResponse<String> other = post("/v1/reconcile/resolve", "k1", corrected);
        assertEquals(202, other.statusCode());
        assertEquals("[\n  {\"sequence\": \"42\"}\n]\n", other.body());
        assertEquals(
                List.of("k1 9 interest -250000000 alice maintenance", "k1 9 interest -200000000 alice maintenance"),
                asked);
        assertEquals(
                other.body(), post("/v1/reconcile/resolve", "k1", corrected).body());
        assertEquals(
                409, post("/v1/reconcile/resolve", "k1", RESOLUTION).statusCode(), "the key is the corrected one's");
        assertEquals(2, asked.size());
    }

    @Test
    void requestIsNotAcceptedBeforeItIsJournaled() throws Exception {
        journaled = false;
        assertEquals(503, post("/v1/control/pause", "k1", WHO).statusCode());
        journaled = true;
        assertEquals(202, post("/v1/control/pause", "k1", WHO).statusCode());
        assertEquals(1, asked.size(), "it was in the stream all the time");
    }

    /** A client that says it sends more than it does: its request is never whole. */
    private Socket halfARequest(String key) throws IOException {
        URI address = URI.create(endpoint.address());
        Socket socket = new Socket(InetAddress.getByName(address.getHost()), address.getPort());
        socket.setSoTimeout((int) LIMIT.toMillis());
        String head =
                "POST /v1/control/pause HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer "
                        + token.text() + "\r\nIdempotency-Key: " + key
                        + "\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        String started = "HTTP/1.1 100 Continue";
        assertEquals(
                started, new String(socket.getInputStream().readNBytes(started.length()), StandardCharsets.US_ASCII));
        socket.getOutputStream().write(WHO.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void slowClientsKeepNobodyElseWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int n = 0; n < 4; n++) {
                slow.add(halfARequest("slow" + n));
            }
            HttpRequest.Builder halt =
                    request("/v1/control/halt").header("Idempotency-Key", "k1").timeout(LIMIT);
            assertEquals(202, send(halt.POST(BodyPublishers.ofString(WHO))).statusCode());
            assertEquals(List.of("HALT alice maintenance"), asked);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** What stalls is given up after five seconds at the earliest: the kill is answered before. */
    @Test
    void clientsThatStallDoNotDelayAKill() throws Exception {
        List<Socket> stalls = new ArrayList<>();
        try {
            for (int n = 0; n < 40; n++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(endpoint.address()).getPort());
                stalls.add(socket);
                socket.getOutputStream()
                        .write("POST /v1/control/kill HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
            }
            Thread.sleep(300);
            HttpRequest.Builder kill = request("/v1/control/kill")
                    .header("Idempotency-Key", "k1")
                    .timeout(Duration.ofSeconds(4))
                    .POST(BodyPublishers.ofString(WHO));
            assertEquals(202, send(kill).statusCode());
            assertEquals(List.of("KILL alice maintenance"), asked);
        } finally {
            for (Socket socket : stalls) {
                socket.close();
            }
        }
    }

    @Test
    void c19_refusedRequestsAreToldWithTheirReasonAndAcceptedOnesAreNot() throws Exception {
        String bare = endpoint.address() + "/v1/control/resume";
        HttpRequest.Builder strange = HttpRequest.newBuilder(URI.create(bare))
                .header("Authorization", "Bearer " + "0".repeat(64))
                .POST(BodyPublishers.ofString(WHO));
        assertEquals(401, send(strange).statusCode());
        assertEquals(400, post("/v1/control/resume", "k1", "operator=alice").statusCode());
        assertEquals(202, post("/v1/control/pause", "k2", WHO).statusCode());
        journaled = false;
        assertEquals(503, post("/v1/control/pause", "k3", WHO).statusCode(), "in the stream, only not yet on the disk");
        assertEquals(
                List.of(
                        "401 POST /v1/control/resume: the token is missing or not of this start",
                        "400 POST /v1/control/resume: reason is missing"),
                refused);
        assertEquals(2, asked.size());
    }

    @Test
    void requestThatIsNotJournaledYetKeepsNobodyElseWaiting() throws Exception {
        stalledSequence = 41;
        var first = client.sendAsync(
                request("/v1/control/pause")
                        .header("Idempotency-Key", "k1")
                        .POST(BodyPublishers.ofString(WHO))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        while (asked.isEmpty()) {
            Thread.onSpinWait();
        }
        HttpRequest.Builder halt =
                request("/v1/control/halt").header("Idempotency-Key", "k2").timeout(LIMIT);
        assertEquals(202, send(halt.POST(BodyPublishers.ofString(WHO))).statusCode());
        assertFalse(first.isDone());
        stalled.countDown();
        assertEquals(202, first.get().statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/status", "/v1/reconcile", "/v1/control/pause"})
    void withoutTheTokenNothingIsReadOrAsked(String path) throws Exception {
        for (String header : List.of("", "Bearer", "Bearer ", "Bearer " + "0".repeat(64), "Basic " + token.text())) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.address() + path));
            if (!header.isEmpty()) {
                request.header("Authorization", header);
            }
            if (path.contains("control")) {
                request.header("Idempotency-Key", "k1").POST(BodyPublishers.ofString(WHO));
            }
            HttpResponse<String> answer = send(request);
            assertEquals(401, answer.statusCode(), header);
            assertFalse(answer.body().contains(token.text()));
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void tokenIsNewAtEveryStartAndLong() {
        assertTrue(token.text().matches("[0-9a-f]{64}"));
        assertNotEquals(token.text(), ControlToken.create().text());
    }

    @Test
    void pageOfAnotherOriginIsRefused() throws Exception {
        for (String origin : List.of("http://evil.example", "null", endpoint.address() + ".evil.example")) {
            assertEquals(
                    403, send(request("/v1/status").header("Origin", origin)).statusCode(), origin);
        }
        assertEquals(
                200,
                send(request("/v1/status").header("Origin", endpoint.address())).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:80"})
    void anotherHostIsRefused(String host) throws IOException {
        assertEquals("HTTP/1.1 403 Forbidden", rawStatus(host));
    }

    @Test
    void ownHostIsNotRefused() throws IOException {
        assertEquals("HTTP/1.1 200 OK", rawStatus(endpoint.address().substring("http://".length())));
    }

    private String rawStatus(String host) throws IOException {
        URI address = URI.create(endpoint.address());
        try (Socket socket = new Socket(InetAddress.getByName(address.getHost()), address.getPort())) {
            String request = "GET /v1/status HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token.text()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/control/pause | operator=alice | reason is missing",
                "/v1/control/pause | reason=x | operator is missing",
                "/v1/control/pause | operator=alice&reason=%20 | reason is missing",
                "/v1/control/pause | operator=0123456789012345678901234567890123&reason=x | operator must be 1 to 32",
                "/v1/control/pause | operator=al%0Aice&reason=x | operator must be 1 to 32",
                "/v1/control/pause | operator=a&reason=x&force=1 | unknown field 'force'",
                "/v1/control/pause | operator=a&operator=b&reason=x | operator is there twice",
                "/v1/control/pause | operator=%zz&reason=x | not form-encoded",
                "/v1/reconcile/resolve | break=x&account=taxes&amount=1&operator=a&reason=b | break must be",
                "/v1/reconcile/resolve | break=-9&account=taxes&amount=1&operator=a&reason=b | break must be",
                "/v1/reconcile/resolve | break=9&account=taxes&amount=1.123456789&operator=a&reason=b | amount must be",
                "/v1/reconcile/resolve | break=9&amount=1&operator=a&reason=b | account is missing"
            })
    void requestThatDoesNotFitIsRefusedByTheNameOfItsField(String path, String form, String why) throws Exception {
        HttpResponse<String> answer = post(path, "k1", form);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains(why), answer.body());
        assertEquals(List.of(), asked);
        assertEquals(202, post("/v1/control/pause", "k1", WHO).statusCode(), "its key is not used up");
    }

    @Test
    void requestNeedsAKey() throws Exception {
        assertEquals(
                400,
                send(request("/v1/control/pause").POST(BodyPublishers.ofString(WHO)))
                        .statusCode());
        assertEquals(400, post("/v1/control/pause", "a b", WHO).statusCode());
        assertEquals(400, post("/v1/control/pause", "k".repeat(33), WHO).statusCode());
        assertEquals(List.of(), asked);
    }

    @Test
    void otherPathsMethodsAndSizesAreRefused() throws Exception {
        assertEquals(404, send(request("/v1/control/pause")).statusCode(), "GET only reads");
        assertEquals(404, post("/v1/control/stop", "k1", WHO).statusCode());
        assertEquals(404, post("/v1/status", "k1", WHO).statusCode());
        assertEquals(405, send(request("/v1/status").DELETE()).statusCode());
        assertEquals(
                413, post("/v1/control/pause", "k1", WHO + "x".repeat(5000)).statusCode());
        assertEquals(List.of(), asked);
    }

    @Test
    void readingsComeAsJsonOrAsLines() throws Exception {
        assertEquals(
                "[\n  {\"state\": \"ACTIVE\"}\n]\n", send(request("/v1/status")).body());
        HttpResponse<String> lines = send(request("/v1/status").header("Accept", "text/tab-separated-values"));
        assertEquals("state\nACTIVE\n", lines.body());
        assertEquals("[]\n", send(request("/v1/reconcile")).body());
    }

    /** More than there are threads begin a request and say no more; the limit in config/jvm.options ends them. */
    @Test
    void requestsThatStallAreGivenUpAndTheDoorIsOpenAgain() throws Exception {
        URI address = URI.create(endpoint.address());
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int n = 0; n < 70; n++) {
                Socket socket = new Socket(InetAddress.getByName(address.getHost()), address.getPort());
                stalled.add(socket);
                socket.setSoTimeout(20_000);
                String begun = "POST /v1/control/halt HTTP/1.1\r\nHost: " + address.getAuthority()
                        + "\r\nAuthorization: Bearer " + token.text() + "\r\nIdempotency-Key: stalled" + n
                        + "\r\nContent-Length: 60\r\n\r\noperator=";
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            }
            for (Socket socket : stalled) {
                assertTrue(ended(socket));
            }
            assertEquals(202, post("/v1/control/pause", "k1", WHO).statusCode());
            assertEquals(List.of("PAUSE alice maintenance"), asked, "what stalled asked nothing");
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    /** @return true once the other side has closed the connection, be it over what nobody read */
    private static boolean ended(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == -1;
        } catch (SocketException reset) {
            return true;
        }
    }
}
