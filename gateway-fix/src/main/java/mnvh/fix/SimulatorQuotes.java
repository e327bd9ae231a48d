package mnvh.fix;

import java.util.Arrays;
import java.util.function.Consumer;
import mnvh.units.Side;
import mnvh.universe.Universe;
import mnvh.venue.MatchingEngine;
import quickfix.Group;
import quickfix.Message;

/**
 * The simulator's tops of book and who wants them: MarketDataRequest(35=V) in, 35=W, X and Y out. Market thread only.
 *
 * <p>The first quote of an instrument after its subscription is a snapshot; increments follow.
 */
final class SimulatorQuotes {
    private final Universe universe;
    private final MatchingEngine engine;
    private final QuoteBatch batch;
    private final Consumer<Message> sender;
    private final TopOfBook[] books;
    private final boolean[] subscribed;
    private final boolean[] snapshotSent;
    private boolean anySubscribed;

    SimulatorQuotes(Universe universe, MatchingEngine engine, Consumer<Message> sender) {
        this.universe = universe;
        this.engine = engine;
        this.batch = new QuoteBatch("QUOTES", sender);
        this.sender = sender;
        this.subscribed = new boolean[universe.size()];
        this.snapshotSent = new boolean[universe.size()];
        this.books = new TopOfBook[universe.size()];
        for (int i = 0; i < books.length; i++) {
            books[i] = new TopOfBook();
        }
    }

    /** MarketDataRequest(35=V): all of its symbols, or none and a reject when one is unknown. */
    void subscribe(Message request, long nowNs) {
        for (Group entry : request.getGroups(Tag.NO_RELATED_SYM)) {
            String symbol = Fields.textOr(entry, Tag.SYMBOL, "?");
            if (universe.indexOf(symbol) == Universe.UNKNOWN) {
                Message reject = new Message();
                reject.getHeader().setString(Tag.MSG_TYPE, MsgType.MARKET_DATA_REQUEST_REJECT);
                reject.setString(Tag.MD_REQ_ID, Fields.textOr(request, Tag.MD_REQ_ID, "?"));
                reject.setString(Tag.TEXT, "unknown symbol " + symbol);
                sender.accept(reject);
                return;
            }
        }
        for (Group entry : request.getGroups(Tag.NO_RELATED_SYM)) {
            int instrument = universe.indexOf(Fields.textOr(entry, Tag.SYMBOL, "?"));
            subscribed[instrument] = true;
            if (books[instrument].touched) {
                books[instrument].volume = 0;
                publish(instrument, nowNs);
            }
        }
        anySubscribed = true;
    }

    /** @return true while somebody is subscribed to anything */
    boolean anySubscribed() {
        return anySubscribed;
    }

    /** The client has gone. */
    void unsubscribe() {
        anySubscribed = false;
        Arrays.fill(subscribed, false);
        Arrays.fill(snapshotSent, false);
    }

    /** The makers have moved: what the book now shows, with what was traded since the last quote. */
    void onQuote(long timestampNs, int instrument, long last, long tradedVolume) {
        TopOfBook book = books[instrument];
        book.bidPrice = engine.bestPrice(instrument, Side.BUY);
        book.bidSize = engine.bestQuantity(instrument, Side.BUY);
        book.askPrice = engine.bestPrice(instrument, Side.SELL);
        book.askSize = engine.bestQuantity(instrument, Side.SELL);
        book.lastPrice = last;
        book.volume = tradedVolume;
        book.touched = true;
        if (subscribed[instrument]) {
            publish(instrument, timestampNs);
        }
    }

    void onFunding(long timestampNs, int instrument, long rate, long price, long boundaryNs) {
        if (subscribed[instrument]) {
            batch.funding(universe.get(instrument).symbol(), timestampNs, rate, price, boundaryNs);
        }
    }

    /** Sends what waits to share a message. */
    void flush() {
        batch.flush();
    }

    private void publish(int instrument, long timestampNs) {
        String symbol = universe.get(instrument).symbol();
        if (snapshotSent[instrument]) {
            batch.quote(symbol, timestampNs, books[instrument]);
        } else {
            snapshotSent[instrument] = true;
            batch.snapshot(symbol, timestampNs, books[instrument]);
        }
    }
}
