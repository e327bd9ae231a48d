package mnvh.report;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import mnvh.audit.AuditBooks;
import mnvh.audit.AuditListener;
import mnvh.audit.AuditReadings;
import mnvh.audit.AuditRules;
import mnvh.audit.Exact;
import mnvh.config.Config;
import mnvh.config.LotsConfig;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.TimerEvent;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/**
 * Takes a session record by record, each with the frame it caused: books the record by its own arithmetic, then
 * compares the frame.
 *
 * <p>Throws {@link AuditMismatch} at the first difference. Marks are decisions of the step, so they are taken from its
 * frame; that a record was refused is taken from its notice. One thread.
 */
final class AuditRecords {
    private final Universe universe;
    private final Currencies currencies;
    private final Config config;
    private final AuditBooks books;
    private final AuditRows rows;
    private final AuditComponents components;
    private final AuditWallets wallets;
    private final AuditFill filled;
    private final AuditTrades trades;
    private final AuditCash cash;
    private final AuditStep step;
    private final AuditTerms terms;
    private final AuditNotices notices = new AuditNotices();
    private final TimerEvent timer = new TimerEvent();
    private boolean stopped;
    private long refused;
    private long lastNs;

    AuditRecords(Config config, Universe universe) {
        this.universe = universe;
        this.config = config;
        currencies = Currencies.of(universe, config.currency(), List.of());
        books = new AuditBooks(new AuditRules(
                universe, currencies, config.lots(), config.fees(), config.initialCash(), Currencies.MAX_PRICE_AGE_NS));
        AuditReadings readings = books.readings();
        rows = new AuditRows(universe, currencies);
        components = new AuditComponents(rows, readings);
        wallets = new AuditWallets(rows, readings, universe, currencies);
        filled = new AuditFill(readings, books.fees(), config.fees().maxDifference(), universe, currencies);
        AuditBreaks breaks = new AuditBreaks();
        trades = new AuditTrades(books, universe, currencies, rows, filled, breaks);
        cash = new AuditCash(books, currencies, rows, wallets, breaks);
        terms = new AuditTerms(books.fees(), universe);
        step = new AuditStep(books, universe, currencies, config.initialCash());
    }

    /**
     * Books the record at {@code at} and compares the frame at {@code frameAt}, which has no sections where the record
     * caused none.
     */
    void take(ByteBuffer record, int at, ByteBuffer frame, int frameAt) {
        rows.clear();
        filled.clear();
        notices.read(frame, frameAt);
        lastNs = EventHeader.timestampNs(record, at);
        boolean closed = false;
        if (!stopped) {
            if (EventKind.ofVenue(EventHeader.kind(record, at))) {
                books.fees().at(lastNs);
            }
            if (notices.tiered()) {
                Exact reached = books.fees().reached().min(Exact.of(Long.MAX_VALUE));
                AuditMismatch.require("traded notional", "", notices.traded(), reached);
            }
            closed = EventHeader.kind(record, at) == EventKind.TIMER;
            if (closed) {
                step.close(timer.wrap(record, at).closeNs(), frame, frameAt);
            } else {
                book(record, at, frame, frameAt);
                wallets.note(EventHeader.sequence(record, at));
            }
            refused += notices.refused() ? 1 : 0;
        }
        stopped |= notices.stopped();
        components.add(frame, frameAt);
        filled.check(frame, frameAt);
        step.check(closed, frame, frameAt);
        if (closed) {
            components.checkAll(frame, frameAt);
        } else {
            components.checkTouched(frame, frameAt);
        }
    }

    private void book(ByteBuffer record, int at, ByteBuffer frame, int frameAt) {
        boolean no = notices.refused();
        switch (EventHeader.kind(record, at)) {
            case EventKind.FILL -> trades.fill(record, at, no);
            case EventKind.TRADE_CORRECTION -> trades.correct(record, at, no);
            case EventKind.FEE -> trades.fee(record, at, no);
            case EventKind.SETTLEMENT -> trades.settle(record, at, no);
            case EventKind.CASH -> cash.cash(record, at, no);
            case EventKind.TERM -> terms.take(record, at, frame, frameAt);
            default -> {
                if (!no) {
                    bookCarry(record, at);
                }
            }
        }
    }

    private void bookCarry(ByteBuffer record, int at) {
        switch (EventHeader.kind(record, at)) {
            case EventKind.FUNDING -> {
                if (!notices.fundingUnknown()) {
                    cash.funding(record, at);
                }
            }
            case EventKind.ACCRUAL -> cash.accrual(record, at);
            case EventKind.INDEX_PRICE -> cash.indexPrice(record, at);
            case EventKind.BALANCE_REPORT -> cash.balance(record, at);
            case EventKind.RESOLUTION -> cash.resolution(record, at, notices.resolutionRefused());
            default -> {
                // Prices, orders, commands, statuses, position reports and copies of fills change no books.
            }
        }
    }

    /** Translates what the last step did not and checks all of the auditor's own identities. */
    void finish() {
        books.closeStep(lastNs);
        books.checkAll();
    }

    /** Tells {@code listener} what is booked from now on. */
    void listen(AuditListener listener) {
        books.listen(listener);
    }

    Universe universe() {
        return universe;
    }

    /** @return what the session started with, of the reporting currency, at 10^-8 */
    Exact initialCash() {
        return Exact.of(config.initialCash());
    }

    /** @return how lots are kept */
    LotsConfig lots() {
        return config.lots();
    }

    AuditReadings readings() {
        return books.readings();
    }

    Currencies currencies() {
        return currencies;
    }

    /** @return the codes of the currencies, the reporting one first */
    List<String> codes() {
        return IntStream.range(0, currencies.size()).mapToObj(currencies::code).toList();
    }

    /** @return fills booked */
    long fills() {
        return filled.count();
    }

    /** @return steps closed */
    long steps() {
        return step.count();
    }

    /** @return records that the journal says could not be booked */
    long refused() {
        return refused;
    }
}
