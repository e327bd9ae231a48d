package mnvh.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients of the control API that are slow or stall: nobody else waits for them, and a kill least of all. */
@Tag("slow")
class StalledClientsTest extends ControlCase {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<Socket> clients = new ArrayList<>();

    @AfterEach
    void closeClients() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    /** @return a client that has sent {@code text} and says no more unless it is told to */
    private Socket begun(String text) throws IOException {
        Socket client = connect();
        clients.add(client);
        client.setSoTimeout((int) LIMIT.toMillis());
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private String head(String path, String key, String more) {
        return "POST " + path + " HTTP/1.1\r\nHost: "
                + URI.create(endpoint.address()).getAuthority()
                + "\r\nAuthorization: Bearer " + token.text() + "\r\nIdempotency-Key: " + key + "\r\n" + more
                + "\r\n\r\n";
    }

    /** A client that says it sends more than it does: its request is never whole. */
    private void beginHalfARequest(String key) throws IOException {
        Socket client = begun(head("/v1/control/pause", key, "Expect: 100-continue\r\nContent-Length: 100"));
        String started = "HTTP/1.1 100 Continue";
        assertEquals(
                started, new String(client.getInputStream().readNBytes(started.length()), StandardCharsets.US_ASCII));
        client.getOutputStream().write(WHO.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void slowClientsKeepNobodyElseWaiting() throws Exception {
        for (int n = 0; n < 4; n++) {
            beginHalfARequest("slow" + n);
        }
        HttpRequest.Builder halt =
                request("/v1/control/halt").header("Idempotency-Key", "k1").timeout(LIMIT);
        assertEquals(202, send(halt.POST(BodyPublishers.ofString(WHO))).statusCode());
        assertEquals(List.of("HALT alice maintenance"), asked);
    }

    /** What stalls is given up after five seconds at the earliest: the kill is answered before. */
    @Test
    void clientsThatStallDoNotDelayAKill() throws Exception {
        for (int n = 0; n < 40; n++) {
            begun("POST /v1/control/kill HTTP/1.1\r\nHost: ");
        }
        Thread.sleep(300);
        HttpRequest.Builder kill = request("/v1/control/kill")
                .header("Idempotency-Key", "k1")
                .timeout(Duration.ofSeconds(4))
                .POST(BodyPublishers.ofString(WHO));
        assertEquals(202, send(kill).statusCode());
        assertEquals(List.of("KILL alice maintenance"), asked);
    }

    /** More than there are threads begin a request and say no more; the limit in config/jvm.options ends them. */
    @Test
    void requestsThatStallAreGivenUpAndTheDoorIsOpenAgain() throws Exception {
        for (int n = 0; n < 70; n++) {
            begun(head("/v1/control/halt", "stalled" + n, "Content-Length: 60") + "operator=");
        }
        for (Socket client : clients) {
            assertTrue(ended(client));
        }
        assertEquals(202, post("/v1/control/pause", "k1", WHO).statusCode());
        assertEquals(List.of("PAUSE alice maintenance"), asked, "what stalled asked nothing");
    }

    /** @return true once the other side has closed the connection, be it over what nobody read */
    private static boolean ended(Socket client) throws IOException {
        try {
            return client.getInputStream().read() == -1;
        } catch (SocketException reset) {
            return true;
        }
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
}
