package mnvh.report;

import java.nio.ByteBuffer;
import mnvh.audit.AuditBooks;
import mnvh.audit.Exact;
import mnvh.event.CorrectionType;
import mnvh.event.EventHeader;
import mnvh.event.FeeEvent;
import mnvh.event.FillEvent;
import mnvh.event.SettlementEvent;
import mnvh.event.TradeCorrectionEvent;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

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
    private final AuditIds fills;
    private final AuditIds corrections;
    private final AuditIds fees;
    private final FillEvent fill = new FillEvent();
    private final TradeCorrectionEvent correction = new TradeCorrectionEvent();
    private final FeeEvent fee = new FeeEvent();
    private final SettlementEvent settlement = new SettlementEvent();

    AuditTrades(
            AuditBooks books,
            Universe universe,
            Currencies currencies,
            AuditRows rows,
            AuditFill filled,
            AuditBreaks breaks) {
        this.books = books;
        this.currencies = currencies;
        this.fills = new AuditIds(universe.size());
        this.corrections = new AuditIds(universe.size());
        this.fees = new AuditIds(universe.size());
        this.rows = rows;
        this.filled = filled;
        this.breaks = breaks;
    }

    void fill(ByteBuffer buffer, int at, boolean refused) {
        fill.wrap(buffer, at);
        int i = fill.instrument();
        if (refused || !fills.add(i, fill.execId())) {
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
        String id = correction.execId();
        if (refused || corrections.contains(i, id)) {
            return;
        }
        rows.touchInstrument(i);
        // The fees of the old fill may have come in any currency.
        rows.touchCurrencies();
        if (isBooked(i)) {
            corrections.add(i, id);
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
        if (refused || !fees.add(i, fee.feeId())) {
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
}
