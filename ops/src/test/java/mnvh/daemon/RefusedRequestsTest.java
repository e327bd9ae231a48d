package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RefusedRequestsTest {
    private static final Pattern BEFORE = Pattern.compile(" \\(and (\\d+) before\\)$");

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void c19_floodIsOneRecordASecondAndEveryRequestIsCounted() throws Exception {
        long startNs = System.nanoTime();
        int sent = 0;
        try (RefusedRequests requests = new RefusedRequests(told::add)) {
            while (System.nanoTime() - startNs < 2_500_000_000L) {
                requests.add("401 POST /v1/control/kill: number " + ++sent);
                Thread.sleep(1);
            }
        }
        double seconds = (System.nanoTime() - startNs) / 1e9;
        // One at the start, one after every second, and what is left at the end.
        assertTrue(told.size() >= 3 && told.size() <= seconds + 2, told.size() + " records in " + seconds + " s");
        int counted = 0;
        for (String text : told) {
            Matcher before = BEFORE.matcher(text);
            counted += 1 + (before.find() ? Integer.parseInt(before.group(1)) : 0);
        }
        assertEquals(sent, counted);
        assertTrue(told.get(told.size() - 1).contains("number " + sent + " (and"), told.toString());
    }

    @Test
    void onlyPrintableCharactersAreKeptAndTheCountIsNeverCut() throws Exception {
        try (RefusedRequests requests = new RefusedRequests(told::add)) {
            requests.add("404 POST /\n\u001b[31mred");
            while (told.isEmpty()) {
                Thread.sleep(1);
            }
            requests.add("x");
            requests.add("y".repeat(500));
        }
        assertEquals("control 404 POST /??[31mred", told.get(0));
        assertEquals("control " + "y".repeat(120) + " (and 1 before)", told.get(1));
    }
}
