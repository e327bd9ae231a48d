package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static mnvh.fix.ScriptedVenue.entry;
import static mnvh.fix.ScriptedVenue.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import mnvh.event.EventKind;
import mnvh.event.PositionReportEvent;
import mnvh.event.ReportStatus;
import org.junit.jupiter.api.Test;
import quickfix.Group;
import quickfix.Message;

/** What a venue says is held, over a real socket. */
class FixPositionsTest extends ScriptedCase {
    /** A report of a position with one entry for each quantity, long where positive. */
    private static Message position(String symbol, String... quantities) {
        Message report = message("AP", Tag.SYMBOL, symbol, Tag.POS_MAINT_RPT_ID, "P", Tag.POS_REQ_RESULT, "0");
        for (String quantity : quantities) {
            Group entry = new Group(Tag.NO_POSITIONS, Tag.POS_TYPE);
            entry.setString(Tag.POS_TYPE, "TQ");
            boolean negative = quantity.startsWith("-");
            entry.setString(negative ? Tag.SHORT_QTY : Tag.LONG_QTY, negative ? quantity.substring(1) : quantity);
            report.addGroup(entry);
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
        assertEquals(0, report.asOfSequence());
        venue.send(position("S0", "-2"));
        assertEquals(-2 * ONE, nextPosition().quantity());
        venue.send(position("S0", "5", "-2"));
        assertEquals(3 * ONE, nextPosition().quantity(), "long less short");
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
