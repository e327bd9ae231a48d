package mnvh.report;

import java.nio.ByteBuffer;
import mnvh.audit.AuditBooks;
import mnvh.audit.Exact;
import mnvh.event.AccrualEvent;
import mnvh.event.AccrualType;
import mnvh.event.BalanceReportEvent;
import mnvh.event.BalanceType;
import mnvh.event.CashEvent;
import mnvh.event.CashType;
import mnvh.event.EventHeader;
import mnvh.event.FundingEvent;
import mnvh.event.IndexPriceEvent;
import mnvh.event.ReportStatus;
import mnvh.event.ResolutionEvent;
import mnvh.units.Component;
import mnvh.universe.Currencies;
import org.jspecify.annotations.Nullable;

/**
 * Puts funding, accruals, cash, index prices, and the venue's balances into the auditor's books. One thread.
 *
 * <p>A cash movement that comes twice counts once, by the exact text of its id; one that was refused or denied was
 * never booked and can come again.
 */
final class AuditCash {
    /** What explains money in suspense, by the number of its account; null for accounts that cannot. */
    private static final @Nullable Component[] REASONS = {
        null,
        null,
        null,
        null,
        null,
        Component.FEE,
        Component.CLEARING_FEE,
        Component.REGULATORY_FEE,
        Component.TAX,
        Component.OTHER_FEE,
        Component.REBATE,
        Component.FUNDING,
        Component.BORROW,
        Component.INTEREST,
        null,
        Component.EXTERNAL
    };

    private final AuditBooks books;
    private final AuditRows rows;
    private final AuditWallets wallets;
    private final AuditBreaks breaks;
    private final AuditIds seen;
    private final FundingEvent funding = new FundingEvent();
    private final AccrualEvent accrual = new AccrualEvent();
    private final IndexPriceEvent indexPrice = new IndexPriceEvent();
    private final CashEvent cash = new CashEvent();
    private final BalanceReportEvent balance = new BalanceReportEvent();
    private final ResolutionEvent resolution = new ResolutionEvent();

    AuditCash(AuditBooks books, Currencies currencies, AuditRows rows, AuditWallets wallets, AuditBreaks breaks) {
        this.books = books;
        this.seen = new AuditIds(currencies.size());
        this.rows = rows;
        this.wallets = wallets;
        this.breaks = breaks;
    }

    void funding(ByteBuffer buffer, int at) {
        funding.wrap(buffer, at);
        rows.touchInstrument(funding.instrument());
        books.funding(funding.instrument(), funding.rate(), funding.price(), funding.boundaryNs());
    }

    void accrual(ByteBuffer buffer, int at) {
        accrual.wrap(buffer, at);
        if (accrual.type() == AccrualType.BORROW) {
            rows.touchInstrument(accrual.instrument());
            books.borrow(accrual.instrument(), accrual.rate(), accrual.boundaryNs());
        } else {
            rows.touchCurrency(accrual.currency());
            books.interest(accrual.currency(), accrual.rate(), accrual.boundaryNs());
        }
    }

    void indexPrice(ByteBuffer buffer, int at) {
        indexPrice.wrap(buffer, at);
        books.rate(indexPrice.currency(), indexPrice.price(), EventHeader.timestampNs(buffer, at));
    }

    void cash(ByteBuffer buffer, int at, boolean refused) {
        cash.wrap(buffer, at);
        int source = cash.currency();
        String id = cash.id();
        if (refused || seen.contains(source, id)) {
            return;
        }
        rows.touchCurrency(source);
        if (cash.type() == CashType.EXTERNAL) {
            books.external(source, cash.amount());
            seen.add(source, id);
        } else if (isConverted(source, cash.toCurrency(), EventHeader.timestampNs(buffer, at))) {
            seen.add(source, id);
        }
    }

    /** A conversion of nothing, or into itself, means nothing; without a rate it is denied before that is seen. */
    private boolean isConverted(int source, int target, long nowNs) {
        if (cash.amount() <= 0 || cash.toAmount() <= 0 || source == target) {
            return false;
        }
        rows.touchCurrency(target);
        return books.convert(source, cash.amount(), target, cash.toAmount(), nowNs);
    }

    /**
     * What the venue has more or less than the wallet goes into suspense, unless its report is older than that, or of a
     * total.
     */
    void balance(ByteBuffer buffer, int at) {
        balance.wrap(buffer, at);
        int currency = balance.currency();
        if (balance.status() != ReportStatus.REPORTED
                || balance.type() != BalanceType.WALLET
                || !wallets.covers(currency, balance.asOfSequence())) {
            return;
        }
        Exact difference = Exact.of(balance.balance()).subtract(books.readings().wallet(currency));
        if (difference.signum() != 0) {
            rows.touchCurrency(currency);
            books.suspense(currency, difference.longValueExact());
            if (!breaks.takesBack(currency, difference)) {
                breaks.raise(EventHeader.sequence(buffer, at), currency, difference);
            }
        }
    }

    /** An explanation moves a part of an open difference out of suspense; what does not fit one moves nothing. */
    void resolution(ByteBuffer buffer, int at, boolean refused) {
        resolution.wrap(buffer, at);
        int account = resolution.account();
        Component reason = account >= 0 && account < REASONS.length ? REASONS[account] : null;
        int currency = breaks.currencyOf(resolution.breakId(), resolution.amount());
        if (refused || reason == null || currency < 0 || !breaks.isNew(resolution.resolutionId())) {
            return;
        }
        breaks.explain(resolution.breakId(), resolution.amount());
        rows.touchCurrency(currency);
        books.resolve(currency, reason, resolution.amount());
    }
}
