package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static mnvh.fix.ScriptedVenue.entry;
import static mnvh.fix.ScriptedVenue.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import mnvh.event.EventKind;
import mnvh.event.PositionReportEvent;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.event.ReportStatus;
import org.junit.jupiter.api.Test;
import quickfix.Group;
import quickfix.Message;

/** What a venue says is held, over a real socket. */
@org.junit.jupiter.api.Tag("slow")
class FixPositionsTest extends ScriptedCase {
    /** A report of a position with one entry for each quantity, long where positive. */
    private static Message position(String symbol, String... quantities) {
        Message report = empty(symbol);
        for (String quantity : quantities) {
            report.addGroup(entry("TQ", quantity));
        }
        return report;
    }

    private static Message empty(String symbol) {
        return message("AP", Tag.SYMBOL, symbol, Tag.POS_MAINT_RPT_ID, "P", Tag.POS_REQ_RESULT, "0");
    }

    private static Group entry(String type, String quantity) {
        Group entry = new Group(Tag.NO_POSITIONS, Tag.POS_TYPE);
        entry.setString(Tag.POS_TYPE, type);
        boolean negative = quantity.startsWith("-");
        entry.setString(negative ? Tag.SHORT_QTY : Tag.LONG_QTY, negative ? quantity.substring(1) : quantity);
        return entry;
    }

    /** A report with an entry for each pair of PosType(703) and quantity. */
    private static Message typed(String... pairs) {
        Message report = empty("S0");
        for (int n = 0; n < pairs.length; n += 2) {
            report.addGroup(entry(pairs[n], pairs[n + 1]));
        }
        return report;
    }

    private PositionReportEvent nextPosition() throws Exception {
        return new PositionReportEvent()
                .wrap(ingress.next(EventKind.POSITION_REPORT).buffer(), 0);
    }

    @Test
    void positionsAreAskedForByAccountAndReported() throws Exception {
        comeUp();
        Message request = venue.take("AN");
        assertEquals("T1", request.getString(Tag.ACCOUNT));
        assertEquals("0", request.getString(Tag.POS_REQ_TYPE));
        assertEquals("1", request.getString(Tag.SUBSCRIPTION_REQUEST_TYPE));
        venue.send(position("S0", "2.5"));
        PositionReportEvent report = nextPosition();
        assertEquals(ReportStatus.REPORTED, report.status());
        assertEquals(0, report.instrument());
        assertEquals(5 * ONE / 2, report.quantity());
        assertEquals(ingress.lastSequence() - 1, report.asOfSequence(), "every record that came before it");
        venue.send(position("S0", "-2"));
        assertEquals(-2 * ONE, nextPosition().quantity());
        venue.send(position("S0", "5", "-2"));
        assertEquals(3 * ONE, nextPosition().quantity(), "long less short");
    }

    @Test
    void onlyEntriesThatMeanThePositionCount() throws Exception {
        comeUp();
        venue.send(typed("SOD", "7", "TQ", "2", "FIN", "9", "ALC", "1"));
        assertEquals(2 * ONE, nextPosition().quantity(), "not the start or the end of the day, nor a part");
        venue.send(typed("TQ", "5", "TQ", "-3", "TOT", "2"));
        assertEquals(2 * ONE, nextPosition().quantity(), "the total, and not the total once more");
        venue.send(typed("TOT", "-4"));
        assertEquals(-4 * ONE, nextPosition().quantity());
    }

    @Test
    void reportWhoseEntriesDoNotMeanThePositionIsRefused() throws Exception {
        comeUp();
        venue.send(typed("SOD", "7", "FIN", "9"));
        assertEquals(
                "35=AP PosType(703) is neither TOT nor TQ",
                ingress.nextRefusal().text());
        venue.send(typed("TQ", "5", "TOT", "4"));
        assertEquals(
                "35=AP PosType(703) TOT and TQ differ", ingress.nextRefusal().text());
        Message silent = empty("S0");
        Group entry = new Group(Tag.NO_POSITIONS, Tag.POS_TYPE);
        entry.setString(Tag.POS_TYPE, "TQ");
        silent.addGroup(entry);
        venue.send(silent);
        assertEquals(
                "35=AP LongQty(704) and ShortQty(705) are missing",
                ingress.nextRefusal().text());
    }

    @Test
    void sumBeyond64BitsIsRefused() throws Exception {
        comeUp();
        String[] pairs = new String[20];
        for (int n = 0; n < pairs.length; n += 2) {
            pairs[n] = "TQ";
            pairs[n + 1] = "9999999999";
        }
        venue.send(typed(pairs));
        RefusedEvent refused = ingress.nextRefusal();
        assertEquals(Refusal.BAD_SIZE, refused.refusal());
        assertEquals("35=AP LongQty(704) less ShortQty(705) of all entries is beyond 64 bits", refused.text());
        pairs[1] = "-9999999999";
        venue.send(typed(pairs));
        assertEquals(8 * 9_999_999_999L * ONE, nextPosition().quantity());
    }

    @Test
    void positionThatTheVenueCannotTellIsFailedAndNotFlat() throws Exception {
        comeUp();
        venue.send(message("AP", Tag.SYMBOL, "S0", Tag.POS_REQ_RESULT, "99", Tag.TEXT, "busy"));
        PositionReportEvent report = nextPosition();
        assertEquals(ReportStatus.FAILED, report.status());
        assertEquals("busy", report.text());
    }

    @Test
    void positionReportThatCannotBeReadIsRefusedAndNotFlat() throws Exception {
        comeUp();
        venue.send(message("AP", Tag.SYMBOL, "S0", Tag.POS_REQ_RESULT, "0"));
        assertEquals("35=AP NoPositions(702) is missing", ingress.nextRefusal().text());
        venue.send(position("S0", "x"));
        assertEquals("35=AP LongQty(704)='x'", ingress.nextRefusal().text());
        venue.send(position("NOPE", "1"));
        assertEquals("35=AP Symbol(55)='NOPE'", ingress.nextRefusal().text());
        venue.send(message("AP", Tag.SYMBOL, "S0"));
        assertEquals("35=AP PosReqResult(728) is missing", ingress.nextRefusal().text());
        venue.send(position("S0", "1"));
        assertEquals(ONE, nextPosition().quantity(), "the session goes on");
    }
}
