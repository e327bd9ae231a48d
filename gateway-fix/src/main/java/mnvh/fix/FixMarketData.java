package mnvh.fix;

import java.time.DateTimeException;
import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.EventSlot;
import mnvh.event.FundingEvent;
import mnvh.event.Ingress;
import mnvh.event.MarketDataEvent;
import mnvh.event.Refusal;
import mnvh.event.TimerEvent;
import mnvh.universe.Universe;
import quickfix.FieldMap;
import quickfix.Group;
import quickfix.Message;

/**
 * Market data in: 35=W, X and h to {@link MarketDataEvent}, {@link FundingEvent} and {@link TimerEvent}.
 *
 * <p>An event carries the whole top of book, so the last known one is kept per instrument and an increment changes it.
 * A last price or a venue's mark is in the event of its own update only: repeated with a later quote it would look
 * fresh. A step's close that is not after the one before is refused, for the core cannot close a step twice.
 * Consecutive entries of one instrument and one time are one update: one event, or none when an entry of it is refused,
 * so that no half of a quote reaches the core. One thread at a time.
 */
final class FixMarketData {
    private static final String DELETE = "2";
    private static final String OPEN = "2";
    private static final String CLOSED = "3";
    private static final int NONE = -1;

    private final Universe universe;
    private final Ingress ingress;
    private final VenueTime time;
    private final Refusals refusals;
    private final MarketDataEvent event = new MarketDataEvent();
    private final TopOfBook[] books;

    private final TopOfBook update = new TopOfBook();
    private int updated = NONE;
    private long updatedNs;
    private boolean refused;
    private long messageNs;
    private long lastCloseNs = Long.MIN_VALUE;

    FixMarketData(Universe universe, Ingress ingress, VenueTime time, Refusals refusals) {
        this.universe = universe;
        this.ingress = ingress;
        this.time = time;
        this.refusals = refusals;
        this.books = new TopOfBook[universe.size()];
        for (int i = 0; i < books.length; i++) {
            books[i] = new TopOfBook();
        }
    }

    /** MarketDataSnapshotFullRefresh(35=W): replaces what was known of one instrument. */
    void onSnapshot(Message message) {
        messageNs = time.nowNs();
        String symbol = Fields.textOr(message, Tag.SYMBOL, "");
        int instrument = known(symbol, MsgType.MARKET_DATA_SNAPSHOT);
        if (instrument == Universe.UNKNOWN || lacksEntries(message, instrument)) {
            return;
        }
        long stampNs = Long.MIN_VALUE;
        for (Group entry : message.getGroups(Tag.NO_MD_ENTRIES)) {
            try {
                stampNs = Math.max(stampNs, entryTime(entry));
            } catch (MalformedField e) {
                refuse(instrument, e);
                return;
            }
        }
        begin(instrument, stampNs);
        update.clear();
        for (Group entry : message.getGroups(Tag.NO_MD_ENTRIES)) {
            apply(entry, instrument, stampNs);
        }
        flush();
    }

    /** MarketDataIncrementalRefresh(35=X): an entry without Symbol(55) is of the entry before it. */
    void onIncrement(Message message) {
        messageNs = time.nowNs();
        if (lacksEntries(message, NONE)) {
            return;
        }
        String symbol = "";
        for (Group entry : message.getGroups(Tag.NO_MD_ENTRIES)) {
            symbol = Fields.textOr(entry, Tag.SYMBOL, symbol);
            int instrument = known(symbol, MsgType.MARKET_DATA_INCREMENT);
            if (instrument == Universe.UNKNOWN) {
                flush();
                continue;
            }
            try {
                long stampNs = entryTime(entry);
                if (instrument != updated || stampNs != updatedNs) {
                    flush();
                    begin(instrument, stampNs);
                    update.set(books[instrument]);
                }
                apply(entry, instrument, stampNs);
            } catch (MalformedField e) {
                // Which update the entry belongs to is unknown, so the one it interrupts is not trusted either.
                refused = true;
                refuse(instrument, e);
            }
        }
        flush();
    }

    /** TradingSessionStatus(35=h): open ends a step, closed ends the session. */
    void onTradingSession(Message message) {
        try {
            String status = Fields.text(message, Tag.TRAD_SES_STATUS, "TradSesStatus");
            switch (status) {
                case OPEN:
                    publishTimer(Fields.timestampNs(message, Tag.TRAD_SES_CLOSE_TIME, "TradSesCloseTime"));
                    break;
                case CLOSED:
                    publishStop();
                    break;
                default:
                    refusals.refuse(Refusal.UNSUPPORTED, NONE, "35=h TradSesStatus(340)=" + status);
            }
        } catch (MalformedField e) {
            refusals.refuse(e.refusal(), NONE, "35=h " + e.text());
        }
    }

    /** SecurityList(35=y): a venue that owns time says with it what time it is, for the session's own events. */
    void onSecurityList(Message list) {
        try {
            if (list.isSetField(Tag.TRANSACT_TIME)) {
                time.seen(Fields.timestampNs(list, Tag.TRANSACT_TIME, "TransactTime"));
            }
        } catch (MalformedField e) {
            refusals.refuse(e.refusal(), NONE, "35=y " + e.text());
        }
    }

    /** Forgets all quotes: a new subscription starts with snapshots. Steps that closed stay closed. */
    void clear() {
        for (TopOfBook book : books) {
            book.clear();
        }
    }

    private void begin(int instrument, long stampNs) {
        updated = instrument;
        updatedNs = stampNs;
        refused = false;
    }

    private void apply(Group entry, int instrument, long stampNs) {
        try {
            String type = Fields.text(entry, Tag.MD_ENTRY_TYPE, "MDEntryType");
            boolean delete = DELETE.equals(Fields.optional(entry, Tag.MD_UPDATE_ACTION));
            switch (type) {
                case EntryType.BID:
                    update.bidPrice = delete ? 0 : entryPrice(entry);
                    update.bidSize = delete ? 0 : entrySize(entry);
                    break;
                case EntryType.OFFER:
                    update.askPrice = delete ? 0 : entryPrice(entry);
                    update.askSize = delete ? 0 : entrySize(entry);
                    break;
                case EntryType.TRADE:
                    update.lastPrice = entryPrice(entry);
                    // A last price without a size is what a market without volumes has; it adds none.
                    update.volume += entry.isSetField(Tag.MD_ENTRY_SIZE) ? entrySize(entry) : 0;
                    break;
                case EntryType.SETTLEMENT_PRICE:
                    if (entry.isSetField(Tag.FUNDING_RATE)) {
                        publishFunding(entry, instrument, stampNs);
                    } else {
                        update.markPrice = entryPrice(entry);
                    }
                    break;
                default:
                    throw Fields.refused(Refusal.UNSUPPORTED, Tag.MD_ENTRY_TYPE, "MDEntryType", type);
            }
            update.touched |= !entry.isSetField(Tag.FUNDING_RATE);
        } catch (MalformedField e) {
            refused = true;
            refuse(instrument, e);
        }
    }

    private void flush() {
        if (updated == NONE) {
            return;
        }
        if (!refused && update.touched) {
            books[updated].set(update);
            EventSlot slot = ingress.claim();
            event.begin(slot, time.seen(updatedNs))
                    .instrument(updated)
                    .bidPrice(update.bidPrice)
                    .bidSize(update.bidSize)
                    .askPrice(update.askPrice)
                    .askSize(update.askSize)
                    .lastPrice(update.lastPrice)
                    .volume(update.volume)
                    .markPrice(update.markPrice)
                    .receivedNs(time.receivedNs());
            ingress.publish(slot);
        }
        updated = NONE;
    }

    private void publishFunding(FieldMap entry, int instrument, long stampNs) throws MalformedField {
        long rate = Fields.rate(entry, Tag.FUNDING_RATE, "FundingRate");
        long price = entryPrice(entry);
        long boundaryNs = Fields.timestampNs(entry, Tag.FUNDING_TIME, "FundingTime");
        EventSlot slot = ingress.claim();
        new FundingEvent()
                .begin(slot, time.seen(stampNs))
                .instrument(instrument)
                .rate(rate)
                .price(price)
                .boundaryNs(boundaryNs);
        ingress.publish(slot);
    }

    private void publishTimer(long closeNs) throws MalformedField {
        if (closeNs <= lastCloseNs) {
            throw new MalformedField(
                    Refusal.MALFORMED,
                    "TradSesCloseTime(344)='" + FixTime.timestamp(closeNs) + "' is not after the last close '"
                            + FixTime.timestamp(lastCloseNs) + "'");
        }
        lastCloseNs = closeNs;
        EventSlot slot = ingress.claim();
        new TimerEvent().begin(slot, time.seen(closeNs)).closeNs(closeNs);
        ingress.publish(slot);
    }

    private void publishStop() {
        EventSlot slot = ingress.claim();
        new CommandEvent().begin(slot, time.nowNs()).command(Command.STOP).reason("market closed");
        ingress.publish(slot);
    }

    private int known(String symbol, String msgType) {
        int instrument = universe.indexOf(symbol);
        if (instrument == Universe.UNKNOWN) {
            refusals.refuse(Refusal.UNKNOWN_SYMBOL, NONE, "35=" + msgType + " Symbol(55)='" + symbol + "'");
        }
        return instrument;
    }

    private boolean lacksEntries(Message message, int instrument) {
        if (message.getGroupCount(Tag.NO_MD_ENTRIES) > 0) {
            return false;
        }
        refusals.refuse(Refusal.MALFORMED, instrument, "NoMDEntries(268) has no entry");
        return true;
    }

    private void refuse(int instrument, MalformedField e) {
        refusals.refuse(
                e.refusal(),
                instrument,
                e.text() + " of " + universe.get(instrument).symbol());
    }

    /** @return MDEntryDate(272) plus MDEntryTime(273), or the time of the message's receipt when either is absent */
    private long entryTime(FieldMap entry) throws MalformedField {
        String date = Fields.optional(entry, Tag.MD_ENTRY_DATE);
        String ofDay = Fields.optional(entry, Tag.MD_ENTRY_TIME);
        if (date == null || ofDay == null) {
            return messageNs;
        }
        try {
            return FixTime.parseDate(date) + FixTime.parseTime(ofDay);
        } catch (DateTimeException e) {
            throw Fields.refused(Refusal.MALFORMED, Tag.MD_ENTRY_TIME, "MDEntryTime", date + "-" + ofDay);
        }
    }

    private static long entryPrice(FieldMap entry) throws MalformedField {
        return Fields.price(entry, Tag.MD_ENTRY_PX, "MDEntryPx");
    }

    private static long entrySize(FieldMap entry) throws MalformedField {
        return Fields.size(entry, Tag.MD_ENTRY_SIZE, "MDEntrySize");
    }
}
