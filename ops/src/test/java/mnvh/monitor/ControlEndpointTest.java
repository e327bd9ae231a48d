package mnvh.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mnvh.event.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlEndpointTest extends ControlCase {
    private static final String RESOLUTION = "break=9&account=interest&amount=-2.5&" + WHO;

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
        try (Socket socket = connect()) {
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
}
