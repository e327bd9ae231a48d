package mnvh.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, order ids and masks: the texts of the wire. */
class FixTextTest {
    @ParameterizedTest
    @CsvSource({
        "20240229-23:59:59, 2024-02-29T23:59:59Z, 0",
        "20240229-23:59:59.1, 2024-02-29T23:59:59Z, 100000000",
        "20240229-23:59:59.123, 2024-02-29T23:59:59Z, 123000000",
        "20240229-23:59:59.123456789, 2024-02-29T23:59:59Z, 123456789",
        "20161231-23:59:60, 2017-01-01T00:00:00Z, 0"
    })
    void timestampsAreRead(String text, Instant second, long fraction) {
        assertEquals(second.getEpochSecond() * 1_000_000_000L + fraction, FixTime.parseTimestamp(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20240229",
                "20240230-00:00:00",
                "20240229-24:00:00",
                "20240229-00:60:00",
                "20240229-00:00:61",
                "20240229 00:00:00",
                "20240229-00:00:00.",
                "20240229-00:00:00.1234567890",
                "20240229-0a:00:00",
                "00010101-00:00:00"
            })
    void unreadableTimestampsAreRefused(String text) {
        assertThrows(DateTimeException.class, () -> FixTime.parseTimestamp(text));
    }

    @Test
    void timestampsAreWrittenWithTheDecimalsTheyNeed() {
        long ns = Instant.parse("2024-01-02T03:04:05Z").getEpochSecond() * 1_000_000_000L;
        assertEquals("20240102-03:04:05.000", FixTime.timestamp(ns));
        assertEquals("20240102-03:04:05.006", FixTime.timestamp(ns + 6_000_000));
        assertEquals("20240102-03:04:05.006000001", FixTime.timestamp(ns + 6_000_001));
        assertEquals("20240102", FixTime.date(ns));
        assertEquals("03:04:05.000000001", FixTime.time(ns + 1));
        assertEquals(ns + 6_000_001, FixTime.parseTimestamp(FixTime.timestamp(ns + 6_000_001)));
    }

    @Test
    void orderIdsOfOtherSessionsAreForeign() {
        ClOrdIds ids = new ClOrdIds("R7");
        assertEquals("R7-123", ids.text(123));
        assertEquals(123, ids.parse("R7-123"));
        for (String foreign : new String[] {"R8-123", "R7-", "R7-12x", "R7123", "R7-1234567890123456789", ""}) {
            assertEquals(ClOrdIds.FOREIGN, ids.parse(foreign), foreign);
        }
        assertThrows(IllegalArgumentException.class, () -> new ClOrdIds("a-b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8=FIX.4.4^35=A^553=bob^554=hunter2^10=1^",
                "8=FIX.4.4^35=A^95=7^96=hunter2^10=1^",
                "8=FIX.4.4^35=A^58=hunter2^10=1^",
                "8=FIX.4.4^35=BE^554=x^925=hunter2^10=1^",
                "MsgSeqNum too high, received 5: 8=FIX.4.4^35=A^58=hunter2^554=hunter2^10=1^",
                "8=FIX.4.4|35=A|554=hunter2|10=1|"
            })
    void secretsAreMaskedWhereverTheyStand(String text) {
        String masked = MessageMask.mask(text.replace('^', '\u0001'));
        assertFalse(masked.contains("hunter2"), masked);
        assertFalse(masked.contains("\u0001"), masked);
    }

    @Test
    void whatIsNoSecretStays() {
        assertEquals(
                "8=FIX.4.4|35=5|58=bye|196=7|1554=x|",
                MessageMask.mask("8=FIX.4.4\u000135=5\u000158=bye\u0001196=7\u00011554=x\u0001"));
    }
}
