package mnvh.report;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import mnvh.audit.AuditBooks;
import mnvh.audit.Exact;
import mnvh.event.CorrectionType;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.FeeEvent;
import mnvh.event.FillEvent;
import mnvh.event.SettlementEvent;
import mnvh.event.TradeCorrectionEvent;
import mnvh.universe.Currencies;

/**
 * Puts fills, their corrections and late fees, and settlements into the auditor's books.
 *
 * <p>What comes twice counts once; records are told apart by the exact text of their ids. What was refused, or changed
 * a fill that is not known, was never booked and can come again. One thread.
 */
final class AuditTrades {
    private final AuditBooks books;
    private final Currencies currencies;
    private final AuditRows rows;
    private final AuditFill filled;
    private final AuditBreaks breaks;
    private final Set<String> seen = new HashSet<>();
    private final FillEvent fill = new FillEvent();
    private final TradeCorrectionEvent correction = new TradeCorrectionEvent();
    private final FeeEvent fee = new FeeEvent();
    private final SettlementEvent settlement = new SettlementEvent();

    AuditTrades(AuditBooks books, Currencies currencies, AuditRows rows, AuditFill filled, AuditBreaks breaks) {
        this.books = books;
        this.currencies = currencies;
        this.rows = rows;
        this.filled = filled;
        this.breaks = breaks;
    }

    void fill(ByteBuffer buffer, int at, boolean refused) {
        fill.wrap(buffer, at);
        int i = fill.instrument();
        if (refused || !seen.add(key(EventKind.FILL, i, fill.execId()))) {
            return;
        }
        boolean reported = fill.hasCommission() != 0;
        int feeCurrency = reported ? fill.commissionCurrency() : currencies.ofInstrument(i);
        rows.touchInstrument(i);
        rows.touchCurrency(feeCurrency);
        filled.before(fill, feeCurrency, EventHeader.timestampNs(buffer, at));
        if (books.fill(
                fill.execIdHash(),
                i,
                fill.side(),
                fill.quantity(),
                fill.price(),
                fill.liquidity(),
                reported,
                feeCurrency,
                fill.commission(),
                EventHeader.timestampNs(buffer, at))) {
            filled.booked();
        }
    }

    void correct(ByteBuffer buffer, int at, boolean refused) {
        correction.wrap(buffer, at);
        int i = correction.instrument();
        String key = key(EventKind.TRADE_CORRECTION, i, correction.execId());
        if (refused || seen.contains(key)) {
            return;
        }
        rows.touchInstrument(i);
        // The fees of the old fill may have come in any currency.
        rows.touchCurrencies();
        if (isBooked(i)) {
            seen.add(key);
        }
    }

    private boolean isBooked(int i) {
        if (correction.type() == CorrectionType.BUST) {
            return books.bust(i, correction.execRefIdHash());
        }
        boolean reported = correction.hasCommission() != 0;
        return books.correct(
                i,
                correction.execRefIdHash(),
                correction.execIdHash(),
                correction.side(),
                correction.quantity(),
                correction.price(),
                correction.liquidity(),
                reported,
                reported ? correction.commissionCurrency() : currencies.ofInstrument(i),
                correction.commission());
    }

    /** A fee of no fill that can be changed leaves the wallet all the same. */
    void fee(ByteBuffer buffer, int at, boolean refused) {
        fee.wrap(buffer, at);
        int i = fee.instrument();
        int currency = fee.currency();
        if (refused || !seen.add(key(EventKind.FEE, i, fee.feeId()))) {
            return;
        }
        rows.touchInstrument(i);
        rows.touchCurrency(currency);
        if (!books.lateFee(i, fee.execRefIdHash(), fee.feeKind(), currency, fee.amount())) {
            long difference = Math.negateExact(fee.amount());
            books.suspense(currency, difference);
            breaks.raise(EventHeader.sequence(buffer, at), currency, Exact.of(difference));
        }
    }

    void settle(ByteBuffer buffer, int at, boolean refused) {
        settlement.wrap(buffer, at);
        if (!refused) {
            rows.touchInstrument(settlement.instrument());
            books.settle(settlement.instrument(), settlement.price());
        }
    }

    private static String key(int kind, int instrument, String id) {
        return kind + "/" + instrument + "/" + id;
    }
}
