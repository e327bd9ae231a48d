package mnvh.fix;

import mnvh.event.EventSlot;
import mnvh.event.Ingress;
import mnvh.event.PositionReportEvent;
import mnvh.event.Refusal;
import mnvh.event.ReportStatus;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;

/**
 * What the venue says is held: PositionReport(35=AP) to {@link PositionReportEvent}.
 *
 * <p>The session keeps the venue's order, so a report includes every execution that came before it and none after:
 * where it stands in the inbound stream is what it is of.
 *
 * <p>The position is what the entries of PosType(703) TOT come to, or without such those of TQ; other types, of the
 * start or the end of the day, of one kind of trade, of a delivery, are parts of it or something else, and do not
 * count. One thread at a time.
 */
final class FixPositions {
    private static final int NO_INSTRUMENT = -1;
    private static final String VALID = "0";
    /** Total transaction quantity. */
    private static final String TOTAL = "TOT";
    /** Transaction quantity. */
    private static final String TRANSACTED = "TQ";

    private final Universe universe;
    private final Ingress ingress;
    private final VenueTime time;
    private final Refusals refusals;
    private final PositionReportEvent event = new PositionReportEvent();

    FixPositions(Universe universe, Ingress ingress, VenueTime time, Refusals refusals) {
        this.universe = universe;
        this.ingress = ingress;
        this.time = time;
        this.refusals = refusals;
    }

    /** PositionReport(35=AP). One without a quantity is no report of nothing: it is refused, or told as failed. */
    void onReport(Message report) {
        int instrument = NO_INSTRUMENT;
        try {
            String symbol = Fields.text(report, Tag.SYMBOL, "Symbol");
            instrument = universe.indexOf(symbol);
            if (instrument == Universe.UNKNOWN) {
                instrument = NO_INSTRUMENT;
                throw Fields.refused(Refusal.UNKNOWN_SYMBOL, Tag.SYMBOL, "Symbol", symbol);
            }
            long stampNs = report.isSetField(Tag.TRANSACT_TIME)
                    ? time.seen(Fields.timestampNs(report, Tag.TRANSACT_TIME, "TransactTime"))
                    : time.nowNs();
            boolean valid = VALID.equals(Fields.text(report, Tag.POS_REQ_RESULT, "PosReqResult"));
            long quantity = valid ? quantity(report) : 0;
            publish(instrument, stampNs, valid, quantity, Fields.textOr(report, Tag.TEXT, ""));
        } catch (MalformedField e) {
            refusals.refuse(e.refusal(), instrument, "35=AP " + e.text());
        }
    }

    private void publish(int instrument, long stampNs, boolean valid, long quantity, String text) {
        EventSlot slot = ingress.claim();
        event.begin(slot, stampNs)
                .asOfSequence(ingress.sequenceOf(slot) - 1)
                .instrument(instrument)
                .status(valid ? ReportStatus.REPORTED : ReportStatus.FAILED)
                .quantity(quantity)
                .text(text);
        ingress.publish(slot);
    }

    private static long quantity(Message report) throws MalformedField {
        int entries = Fields.intOr(report, Tag.NO_POSITIONS, "NoPositions", 0);
        if (entries <= 0) {
            throw new MalformedField(Refusal.MALFORMED, "NoPositions(702) is missing");
        }
        Long total = sum(report, entries, TOTAL);
        Long transacted = sum(report, entries, TRANSACTED);
        if (total != null && transacted != null && !total.equals(transacted)) {
            throw new MalformedField(Refusal.MALFORMED, "PosType(703) TOT and TQ differ");
        }
        Long held = total != null ? total : transacted;
        if (held == null) {
            throw new MalformedField(Refusal.MALFORMED, "PosType(703) is neither TOT nor TQ");
        }
        return held;
    }

    /** @return long less short over the entries of a type; null without such */
    private static @Nullable Long sum(Message report, int entries, String type) throws MalformedField {
        Long sum = null;
        for (int i = 1; i <= entries; i++) {
            Group entry = entry(report, i);
            if (type.equals(Fields.text(entry, Tag.POS_TYPE, "PosType"))) {
                sum = added(sum == null ? 0 : sum, signed(entry));
            }
        }
        return sum;
    }

    private static Group entry(Message report, int place) throws MalformedField {
        Group entry = new Group(Tag.NO_POSITIONS, Tag.POS_TYPE);
        try {
            report.getGroup(place, entry);
        } catch (FieldNotFound e) {
            throw new MalformedField(Refusal.MALFORMED, "NoPositions(702) has no entry " + place);
        }
        return entry;
    }

    private static long signed(Group entry) throws MalformedField {
        if (!entry.isSetField(Tag.LONG_QTY) && !entry.isSetField(Tag.SHORT_QTY)) {
            throw new MalformedField(Refusal.MALFORMED, "LongQty(704) and ShortQty(705) are missing");
        }
        return part(entry, Tag.LONG_QTY, "LongQty") - part(entry, Tag.SHORT_QTY, "ShortQty");
    }

    private static long added(long sum, long more) throws MalformedField {
        try {
            return Math.addExact(sum, more);
        } catch (ArithmeticException e) {
            throw new MalformedField(
                    Refusal.BAD_SIZE, "LongQty(704) less ShortQty(705) of all entries is beyond 64 bits");
        }
    }

    private static long part(Group entry, int tag, String name) throws MalformedField {
        return entry.isSetField(tag) ? Fields.sizeOrZero(entry, tag, name) : 0;
    }
}
