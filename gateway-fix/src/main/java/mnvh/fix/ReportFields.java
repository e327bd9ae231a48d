package mnvh.fix;

import mnvh.event.Refusal;
import mnvh.units.Side;
import mnvh.universe.Universe;
import quickfix.Message;

/** Fields that every report on an order has, as the universe and the core know them. */
final class ReportFields {
    private final Universe universe;
    private final VenueTime time;

    ReportFields(Universe universe, VenueTime time) {
        this.universe = universe;
        this.time = time;
    }

    /** @return index of Symbol(55) in the universe */
    int instrument(Message report) throws MalformedField {
        String symbol = Fields.text(report, Tag.SYMBOL, "Symbol");
        int instrument = universe.indexOf(symbol);
        if (instrument == Universe.UNKNOWN) {
            throw Fields.refused(Refusal.UNKNOWN_SYMBOL, Tag.SYMBOL, "Symbol", symbol);
        }
        return instrument;
    }

    /** @return TransactTime(60), or the venue's time as it is known where there is none */
    long transactTime(Message report) throws MalformedField {
        return report.isSetField(Tag.TRANSACT_TIME)
                ? time.seen(Fields.timestampNs(report, Tag.TRANSACT_TIME, "TransactTime"))
                : time.nowNs();
    }

    /** @return Side(54) */
    Side side(Message report) throws MalformedField {
        String code = Fields.text(report, Tag.SIDE, "Side");
        for (Side side : new Side[] {Side.BUY, Side.SELL}) {
            if (code.length() == 1 && code.charAt(0) == side.fixCode()) {
                return side;
            }
        }
        throw Fields.refused(Refusal.MALFORMED, Tag.SIDE, "Side", code);
    }
}
