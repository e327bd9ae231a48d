package mnvh.monitor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import mnvh.event.Command;
import org.junit.jupiter.api.AfterEach;

/** The control API before a daemon that only keeps what it was asked. */
abstract class ControlCase {
    static final String WHO = "operator=alice&reason=maintenance";

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    final List<String> refused = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch stalled = new CountDownLatch(1);
    volatile boolean journaled = true;
    volatile long refusedSequence;
    /** Inbound sequence that is journaled only when {@link #stalled} ends. */
    volatile long stalledSequence;

    final ControlToken token = ControlToken.create();
    final ControlEndpoint endpoint = new ControlEndpoint(new Recording(), token);
    final HttpClient client = HttpClient.newHttpClient();

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

    /** @return a connection that nothing was sent over */
    Socket connect() throws IOException {
        URI address = URI.create(endpoint.address());
        return new Socket(InetAddress.getByName(address.getHost()), address.getPort());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(endpoint.address() + path))
                .header("Authorization", "Bearer " + token.text());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String key, String form) throws Exception {
        return send(request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(form)));
    }
}
