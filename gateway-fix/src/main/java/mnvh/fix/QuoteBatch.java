package mnvh.fix;

import java.util.function.Consumer;
import mnvh.units.DecimalText;
import quickfix.Group;
import quickfix.Message;

/**
 * Collects changes of quotes into MarketDataIncrementalRefresh(35=X) messages of some dozen entries each, and writes
 * MarketDataSnapshotFullRefresh(35=W). One thread.
 */
final class QuoteBatch {
    private static final int ENTRIES_MAX = 60;
    private static final String CHANGE = "1";
    private static final String DELETE = "2";
    private static final int[] INCREMENT_ORDER = {
        Tag.MD_UPDATE_ACTION,
        Tag.MD_ENTRY_TYPE,
        Tag.SYMBOL,
        Tag.MD_ENTRY_PX,
        Tag.MD_ENTRY_SIZE,
        Tag.MD_ENTRY_DATE,
        Tag.MD_ENTRY_TIME,
        Tag.FUNDING_RATE,
        Tag.FUNDING_TIME,
        0
    };
    private static final int[] SNAPSHOT_ORDER = {
        Tag.MD_ENTRY_TYPE, Tag.MD_ENTRY_PX, Tag.MD_ENTRY_SIZE, Tag.MD_ENTRY_DATE, Tag.MD_ENTRY_TIME, 0
    };

    private final String requestId;
    private final Consumer<Message> sender;
    private Message message = new Message();
    private int entries;

    /** @param requestId MDReqID(262) of the subscription */
    QuoteBatch(String requestId, Consumer<Message> sender) {
        this.requestId = requestId;
        this.sender = sender;
    }

    /** Sends the whole of one book. */
    void snapshot(String symbol, long timestampNs, TopOfBook book) {
        flush();
        Message snapshot = new Message();
        snapshot.getHeader().setString(Tag.MSG_TYPE, MsgType.MARKET_DATA_SNAPSHOT);
        snapshot.setString(Tag.MD_REQ_ID, requestId);
        snapshot.setString(Tag.SYMBOL, symbol);
        if (book.bidPrice > 0) {
            snapshot.addGroupRef(snapshotEntry(EntryType.BID, timestampNs, book.bidPrice, book.bidSize));
        }
        if (book.askPrice > 0) {
            snapshot.addGroupRef(snapshotEntry(EntryType.OFFER, timestampNs, book.askPrice, book.askSize));
        }
        if (book.lastPrice > 0) {
            snapshot.addGroupRef(snapshotEntry(EntryType.TRADE, timestampNs, book.lastPrice, book.volume));
        }
        if (snapshot.getGroupCount(Tag.NO_MD_ENTRIES) > 0) {
            sender.accept(snapshot);
        }
    }

    /** Adds a new quote; both sides and the last trade stay in one message. */
    void quote(String symbol, long timestampNs, TopOfBook book) {
        if (entries > ENTRIES_MAX - 3) {
            flush();
        }
        String date = FixTime.date(timestampNs);
        String time = FixTime.time(timestampNs);
        add(symbol, EntryType.BID, date, time, book.bidPrice, book.bidSize);
        add(symbol, EntryType.OFFER, date, time, book.askPrice, book.askSize);
        if (book.lastPrice > 0) {
            add(symbol, EntryType.TRADE, date, time, book.lastPrice, book.volume);
        }
    }

    /** Adds a settlement of a funding rate. */
    void funding(String symbol, long timestampNs, long rate, long price, long boundaryNs) {
        Group entry =
                add(symbol, EntryType.SETTLEMENT_PRICE, FixTime.date(timestampNs), FixTime.time(timestampNs), price, 0);
        entry.setString(Tag.FUNDING_RATE, DecimalText.formatRate(rate));
        entry.setString(Tag.FUNDING_TIME, FixTime.timestamp(boundaryNs));
    }

    /** Sends what has been collected. */
    void flush() {
        if (entries > 0) {
            message.getHeader().setString(Tag.MSG_TYPE, MsgType.MARKET_DATA_INCREMENT);
            message.setString(Tag.MD_REQ_ID, requestId);
            sender.accept(message);
            message = new Message();
            entries = 0;
        }
    }

    private Group add(String symbol, String type, String date, String time, long price, long size) {
        Group entry = new Group(Tag.NO_MD_ENTRIES, Tag.MD_UPDATE_ACTION, INCREMENT_ORDER);
        entry.setString(Tag.MD_UPDATE_ACTION, price > 0 ? CHANGE : DELETE);
        entry.setString(Tag.SYMBOL, symbol);
        fill(entry, type, date, time, price, size);
        message.addGroupRef(entry);
        entries++;
        return entry;
    }

    private static Group snapshotEntry(String type, long timestampNs, long price, long size) {
        Group entry = new Group(Tag.NO_MD_ENTRIES, Tag.MD_ENTRY_TYPE, SNAPSHOT_ORDER);
        fill(entry, type, FixTime.date(timestampNs), FixTime.time(timestampNs), price, size);
        return entry;
    }

    private static void fill(Group entry, String type, String date, String time, long price, long size) {
        entry.setString(Tag.MD_ENTRY_TYPE, type);
        if (price > 0) {
            entry.setString(Tag.MD_ENTRY_PX, DecimalText.format(price));
        }
        if (size > 0) {
            entry.setString(Tag.MD_ENTRY_SIZE, DecimalText.format(size));
        }
        entry.setString(Tag.MD_ENTRY_DATE, date);
        entry.setString(Tag.MD_ENTRY_TIME, time);
    }
}
