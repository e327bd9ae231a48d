package mnvh.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.util.Random;
import mnvh.units.DecimalText;
import org.junit.jupiter.api.Test;
import quickfix.Message;
import quickfix.UtcTimestampPrecision;

/** Order messages have the bytes that QuickFIX/J gives to the same fields. */
class RequestMessageTest {
    private static final long SEED = 20260101;
    private static final LocalDateTime SENT = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 678_999_999);

    @Test
    void orderHasTheBytesOfQuickFix() throws Exception {
        Random random = new Random(SEED);
        RequestMessage ours = new RequestMessage(MsgType.NEW_ORDER_SINGLE);
        for (int i = 0; i < 2_000; i++) {
            long id = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
            long quantity = 1 + (random.nextLong() >>> (4 + random.nextInt(58)));
            long price = 1 + (random.nextLong() >>> (4 + random.nextInt(58)));
            long stampNs = random.nextLong() >>> 2;
            stampNs -= random.nextBoolean() ? stampNs % 1_000_000 : 0;
            String symbol = "S".repeat(1 + random.nextInt(400));
            WireText body = ours.body();
            new ClOrdIds("R7").append(body.tag(11), id);
            body.put(WireText.SOH).field(21, '1').tag(38).decimal(quantity).put(WireText.SOH);
            body.field(40, '2').tag(44).decimal(price).put(WireText.SOH);
            body.field(54, '1').field(55, symbol).field(59, '3');
            body.tag(60).timestamp(stampNs).put(WireText.SOH);
            Message theirs = new Message();
            theirs.getHeader().setString(35, "D");
            theirs.setString(11, "R7-" + id);
            theirs.setString(21, "1");
            theirs.setString(38, DecimalText.format(quantity));
            theirs.setString(40, "2");
            theirs.setString(44, DecimalText.format(price));
            theirs.setString(54, "1");
            theirs.setString(55, symbol);
            theirs.setString(59, "3");
            theirs.setString(60, FixTime.timestamp(stampNs));
            int sequence = 1 + random.nextInt(Integer.MAX_VALUE - 1);
            stamp(ours, sequence);
            stamp(theirs, sequence);
            assertEquals(theirs.toString(), ours.toString(), "seed " + SEED + ", message " + i);
            assertEquals(sequence, ours.sequence());
        }
    }

    @Test
    void dateFollowsMidnightBothWays() {
        WireText text = new WireText();
        long midnightNs = 1_800_057_600L * 1_000_000_000L;
        for (long ns : new long[] {midnightNs - 1, midnightNs, midnightNs - 1_000_000, 0}) {
            assertEquals(FixTime.timestamp(ns), text.clear().timestamp(ns).text());
        }
    }

    @Test
    void headerFieldThatWouldBeLeftOutIsRefused() {
        RequestMessage ours = new RequestMessage(MsgType.NEW_ORDER_SINGLE);
        assertThrows(IllegalStateException.class, () -> ours.getHeader().setString(50, "DESK"));
        assertThrows(IllegalStateException.class, () -> ours.getHeader().setInt(369, 7));
        assertThrows(
                IllegalStateException.class,
                () -> ours.getHeader().setUtcTimeStamp(52, SENT, UtcTimestampPrecision.NANOS));
    }

    @Test
    void negativeNumberIsRefused() {
        WireText text = new WireText();
        assertThrows(IllegalArgumentException.class, () -> text.number(-1));
        assertThrows(IllegalArgumentException.class, () -> text.decimal(-100_000_000));
    }

    @Test
    void characterThatTheWireHasNotIsNoSeparator() {
        assertEquals(
                "55=?\u00fc\u0001", new WireText().field(55, "\u0401\u00fc").text());
    }

    /** Does to a message what a session does before it asks for the text. */
    private static void stamp(Message message, int sequence) {
        message.getHeader().setString(8, "FIX.4.4");
        message.getHeader().setString(49, "CLIENT");
        message.getHeader().setString(56, "VENUE");
        message.getHeader().setInt(34, sequence);
        message.getHeader().setUtcTimeStamp(52, SENT, UtcTimestampPrecision.MILLIS);
    }
}
