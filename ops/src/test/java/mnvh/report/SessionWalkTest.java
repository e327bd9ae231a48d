package mnvh.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mnvh.journal.SessionFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionWalkTest {
    static final RecordNames NAMES = new RecordNames(List.of(), List.of(), List.of(), List.of("ACTIVE"), List.of());

    @TempDir
    Path folder;

    @Test
    void effectsFollowTheirCause() {
        List<String> story = new ArrayList<>();
        for (RecordLine line : lines(HandMadeSession.traded(folder))) {
            story.add(line.stream() + line.sequence() + " " + line.type());
        }
        assertEquals(
                List.of(
                        "in1 config",
                        "in2 universe",
                        "in3 timer",
                        "out1 step",
                        "in4 timer",
                        "out2 step",
                        "in5 timer",
                        "out3 fill",
                        "out3 column",
                        "out3 column",
                        "out3 column",
                        "in6 timer",
                        "out4 fill"),
                story.subList(0, 13));
    }

    @Test
    void fillReadsAsKeyValues() {
        RecordLine fill = lines(HandMadeSession.traded(folder)).get(7);

        assertTrue(
                fill.text()
                        .startsWith("2026-01-07T00:00:00Z out 3 fill cl_ord_id=3 symbol=A side=buy liquidity=taker"
                                + " quantity=10 price=100.05 mark=100 "),
                fill::text);
        assertNull(FixText.of(fill), "a booked fill is no message");
    }

    @Test
    void orderReadsAsFix() {
        RecordLine order = new RecordLine("out", 9, 8, HandMadeSession.START_NS, "order")
                .put("cl_ord_id", 17)
                .put("symbol", "A")
                .put("side", "sell")
                .put("time_in_force", "ioc")
                .putDecimal("quantity", 300_000_000L)
                .putDecimal("price", 9_950_000_000L)
                .put("step", 4);

        assertEquals(
                "2026-01-05T00:00:00Z -> MsgType(35)=D|ClOrdID(11)=17|Symbol(55)=A|Side(54)=2|TimeInForce(59)=3|"
                        + "OrderQty(38)=3|Price(44)=99.5|",
                FixText.of(order));
    }

    @Test
    void jsonQuotesWhatWouldBreakIt() {
        assertEquals("\"a\\\"b\\\\c\\n\\u0001\"", JsonWriter.quote("a\"b\\c\n\u0001"));
    }

    private static List<RecordLine> lines(Path session) {
        List<RecordLine> lines = new ArrayList<>();
        try (SessionWalk walk = new SessionWalk(SessionFolder.open(session), NAMES)) {
            for (RecordLine line = walk.next(); line != null; line = walk.next()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
