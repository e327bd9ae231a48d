package mnvh.engine;

import java.util.Arrays;
import mnvh.event.AccrualEvent;
import mnvh.event.AccrualType;
import mnvh.event.CashEvent;
import mnvh.event.CashType;
import mnvh.event.CorrectionType;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FeeEvent;
import mnvh.event.FillEvent;
import mnvh.event.FillSection;
import mnvh.event.FundingEvent;
import mnvh.event.IndexPriceEvent;
import mnvh.event.Notice;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.SettlementEvent;
import mnvh.event.TradeCorrectionEvent;
import mnvh.ledger.CarryOutcome;
import mnvh.ledger.Execution;
import mnvh.ledger.Ledger;
import mnvh.order.FillOutcome;
import mnvh.order.SeenExecutions;
import mnvh.order.SeenExecutions.Sighting;
import mnvh.units.HotPath;

/**
 * Books what the venue says happened: fills, their corrections and fees, carry, cash, index prices, settlements.
 *
 * <p>Each record is one transaction: it is looked at, booked in the ledger, then remembered, and only then its order
 * moves. So a record that was booked is not booked again, and one that cannot be booked has changed nothing, halts, and
 * may come again. Core thread only; allocates nothing after construction.
 */
@HotPath
final class BookEvents {
    private static final int RECORDS_REMEMBERED = 1 << 16;
    private static final int FILLS = 0;
    private static final int CORRECTIONS = 1;
    private static final int FEES = 2;
    private static final int CASH = 3;
    private static final int NO_CURRENCY = -1;

    private final Portfolio portfolio;
    private final Ledger ledger;
    private final FeeComparison fees;
    private final EngineState engine;
    private final Halt halt;
    private final Reconciler reconciler;
    private final SeenExecutions seen = new SeenExecutions(RECORDS_REMEMBERED);
    /** The last boundary that was funded, by instrument. */
    private final long[] fundedUntilNs;

    private final Execution execution = new Execution();
    private final FillEvent fill = new FillEvent();
    private final FundingEvent funding = new FundingEvent();
    private final IndexPriceEvent indexPrice = new IndexPriceEvent();
    private final AccrualEvent accrual = new AccrualEvent();
    private final SettlementEvent settlement = new SettlementEvent();
    private final TradeCorrectionEvent correction = new TradeCorrectionEvent();
    private final FeeEvent fee = new FeeEvent();
    private final CashEvent cash = new CashEvent();
    private final FillSection fillSection = new FillSection();

    BookEvents(Portfolio portfolio, EngineState engine, Halt halt, Reconciler reconciler) {
        this.portfolio = portfolio;
        this.ledger = portfolio.ledger();
        this.fees = portfolio.feeComparison();
        this.engine = engine;
        this.halt = halt;
        this.reconciler = reconciler;
        this.fundedUntilNs = new long[ledger.positions().length];
        Arrays.fill(fundedUntilNs, Long.MIN_VALUE);
    }

    /** Books the record. */
    void on(EventSlot slot, OutboundFrame frame) {
        switch (slot.kind()) {
            case EventKind.FILL:
                onFill(slot, frame);
                break;
            case EventKind.FUNDING:
                onFunding(slot, frame);
                break;
            case EventKind.INDEX_PRICE:
                onIndexPrice(slot, frame);
                break;
            case EventKind.ACCRUAL:
                onAccrual(slot, frame);
                break;
            case EventKind.SETTLEMENT:
                onSettlement(slot, frame);
                break;
            case EventKind.TRADE_CORRECTION:
                onCorrection(slot, frame);
                break;
            case EventKind.FEE:
                onFee(slot, frame);
                break;
            case EventKind.CASH:
                onCash(slot, frame);
                break;
            default:
                throw new IllegalStateException("no record for the books: kind " + slot.kind());
        }
    }

    private void onFill(EventSlot slot, OutboundFrame frame) {
        fill.wrap(slot.buffer(), 0);
        int i = requireInstrument(fill.instrument());
        boolean reported = fill.hasCommission() != 0;
        // A commission that the first report lacked is other content too: one that comes later is a FEE record.
        Sighting sighting = seen.look(FILLS, i, fill.execIdHash())
                .with(fill.side().sign())
                .with(fill.quantity())
                .with(fill.price())
                .with(fill.liquidity().ordinal())
                .with(reported ? fill.commissionCurrency() : NO_CURRENCY)
                .with(reported ? fill.commission() : 0)
                .sighting();
        if (sighting == Sighting.REPEATED) {
            engine.alarm(Notice.REPEATED_EXECUTION, i, fill.clOrdId());
            return;
        }
        if (sighting == Sighting.CONFLICTING) {
            halt.now(Notice.CONFLICTING_EXECUTION, i, fill.clOrdId(), frame);
            return;
        }
        execution
                .of(fill.execIdHash(), i, fill.side(), fill.quantity(), fill.price())
                .liquidity(fill.liquidity())
                .at(slot.timestampNs());
        if (reported) {
            execution.commission(requireCurrency(fill.commissionCurrency()), fill.commission());
        }
        fees.take(fill, slot.timestampNs());
        portfolio.orders().admit(fill);
        long charged = ledger.fill(execution);
        seen.remember();
        FillOutcome outcome = portfolio.orders().onFill(fill, slot.timestampNs(), frame);
        reconciler.positionChanged(i);
        write(charged, i, frame);
        fees.tell(engine, i);
        report(outcome, i, fill.clOrdId(), frame);
        // At the same instant the order of the records decides: what came after the funding was not held into it.
        if (slot.timestampNs() < fundedUntilNs[i]) {
            engine.alarm(Notice.FUNDED_WITHOUT_FILL, i, fundedUntilNs[i]);
        }
        verify(i, frame);
    }

    private void report(FillOutcome outcome, int i, long clOrdId, OutboundFrame frame) {
        switch (outcome) {
            case LATE:
                engine.alarm(Notice.LATE_FILL, i, clOrdId);
                break;
            case OVERFILL:
                halt.now(Notice.OVERFILL, i, clOrdId, frame);
                break;
            case CONTRADICTING:
                halt.now(Notice.ORDER_CONTRADICTION, i, clOrdId, frame);
                break;
            case ORPHAN:
                halt.now(Notice.ORPHAN_FILL, i, clOrdId, frame);
                break;
            default:
                break;
        }
    }

    private void write(long charged, int i, OutboundFrame frame) {
        fillSection
                .wrap(frame.buffer(), frame.section(SectionKind.FILL, FillSection.LENGTH))
                .clOrdId(fill.clOrdId())
                .instrument(i)
                .side(fill.side())
                .liquidity(fill.liquidity())
                .quantity(fill.quantity())
                .price(fill.price())
                .markPrice(ledger.markPrice(i))
                .realised(ledger.lastRealised())
                .position(ledger.position(i))
                .cash(ledger.cash())
                .equity(ledger.equity());
        fees.write(fillSection, charged);
    }

    private void onFunding(EventSlot slot, OutboundFrame frame) {
        funding.wrap(slot.buffer(), 0);
        int i = requireInstrument(funding.instrument());
        CarryOutcome outcome = ledger.funding(i, funding.rate(), funding.price(), funding.boundaryNs());
        if (outcome == CarryOutcome.BOOKED) {
            fundedUntilNs[i] = funding.boundaryNs();
        }
        report(outcome, i, funding.boundaryNs());
        verify(i, frame);
    }

    private void onAccrual(EventSlot slot, OutboundFrame frame) {
        accrual.wrap(slot.buffer(), 0);
        if (accrual.type() == AccrualType.BORROW) {
            int i = requireInstrument(accrual.instrument());
            report(ledger.borrow(i, accrual.rate(), accrual.boundaryNs()), i, accrual.boundaryNs());
            verify(i, frame);
        } else {
            int currency = requireCurrency(accrual.currency());
            report(ledger.interest(currency, accrual.rate(), accrual.boundaryNs()), -1, accrual.boundaryNs());
            verifyCurrency(currency, frame);
        }
    }

    private void report(CarryOutcome outcome, int instrument, long boundaryNs) {
        switch (outcome) {
            case POSITION_UNKNOWN:
                engine.alarm(Notice.FUNDING_UNKNOWN, instrument, boundaryNs);
                break;
            case REPEATED:
                engine.alarm(Notice.FUNDING_REPEATED, instrument, boundaryNs);
                break;
            case OUT_OF_ORDER:
                engine.alarm(Notice.FUNDING_OUT_OF_ORDER, instrument, boundaryNs);
                break;
            case NOT_APPLICABLE:
                engine.alarm(Notice.CARRY_NOT_APPLICABLE, instrument, boundaryNs);
                break;
            default:
                break;
        }
    }

    private void onIndexPrice(EventSlot slot, OutboundFrame frame) {
        indexPrice.wrap(slot.buffer(), 0);
        int currency = requireCurrency(indexPrice.currency());
        if (!ledger.indexPrice(currency, indexPrice.price(), slot.timestampNs())) {
            engine.alarm(Notice.INDEX_PRICE_OLD, -1, currency);
        }
        verifyCurrency(currency, frame);
    }

    private void onSettlement(EventSlot slot, OutboundFrame frame) {
        settlement.wrap(slot.buffer(), 0);
        int i = requireInstrument(settlement.instrument());
        if (ledger.settled(i) && settlement.price() == ledger.markPrice(i)) {
            engine.alarm(Notice.RECORD_REPEATED, i, 0);
            return;
        }
        long held = ledger.position(i);
        ledger.settle(slot.sequence(), i, settlement.price(), slot.timestampNs());
        reconciler.positionChanged(i);
        engine.alarm(Notice.SETTLED, i, held, settlement.price());
        portfolio.orders().cancelInstrument(i, slot.timestampNs(), frame);
        verify(i, frame);
    }

    private void onCorrection(EventSlot slot, OutboundFrame frame) {
        correction.wrap(slot.buffer(), 0);
        int i = requireInstrument(correction.instrument());
        boolean bust = correction.type() == CorrectionType.BUST;
        boolean reported = correction.hasCommission() != 0;
        Sighting sighting = seen.look(CORRECTIONS, i, correction.execIdHash())
                .with(correction.execRefIdHash())
                .with(correction.type().ordinal())
                .with(correction.side().sign())
                .with(correction.quantity())
                .with(correction.price())
                .with(correction.liquidity().ordinal())
                .with(reported ? correction.commissionCurrency() : NO_CURRENCY)
                .with(reported ? correction.commission() : 0)
                .sighting();
        if (!isNew(sighting, i, frame)) {
            return;
        }
        if (!bust) {
            replacement(i);
        }
        portfolio.orders().admit(correction);
        long before = ledger.position(i);
        boolean booked = bust
                ? ledger.bust(i, correction.execRefIdHash())
                : ledger.correct(correction.execRefIdHash(), execution);
        if (!booked) {
            engine.alarm(Notice.CORRECTION_UNKNOWN, i, correction.clOrdId(), ledger.position(i));
            return;
        }
        seen.remember();
        reconciler.positionChanged(i);
        Notice done = bust ? Notice.TRADE_BUSTED : Notice.TRADE_CORRECTED;
        engine.alarm(done, i, correction.clOrdId(), ledger.position(i));
        long is = bust ? 0 : correction.side().sign() * correction.quantity();
        // The position has moved by what is less what was. A fill fits in 64 bits, so the difference may wrap.
        long was = is - (ledger.position(i) - before);
        FillOutcome outcome = portfolio.orders().onCorrection(correction, was, is, frame);
        if (outcome != FillOutcome.ORPHAN) {
            report(outcome, i, correction.clOrdId(), frame);
        }
        verify(i, frame);
    }

    private void replacement(int i) {
        execution
                .of(correction.execIdHash(), i, correction.side(), correction.quantity(), correction.price())
                .liquidity(correction.liquidity());
        if (correction.hasCommission() != 0) {
            execution.commission(requireCurrency(correction.commissionCurrency()), correction.commission());
        }
    }

    private void onFee(EventSlot slot, OutboundFrame frame) {
        fee.wrap(slot.buffer(), 0);
        int i = requireInstrument(fee.instrument());
        int currency = requireCurrency(fee.currency());
        Sighting sighting = seen.look(FEES, i, fee.feeIdHash())
                .with(fee.execRefIdHash())
                .with(fee.amount())
                .with(currency)
                .with(fee.feeKind().ordinal())
                .sighting();
        if (!isNew(sighting, i, frame)) {
            return;
        }
        if (!ledger.lateFee(i, fee.execRefIdHash(), fee.feeKind(), currency, fee.amount())) {
            // The venue has taken it: the wallet is less, whatever it was for.
            long amount = Math.negateExact(fee.amount());
            reconciler.admit(currency, amount);
            ledger.suspend(currency, amount);
            reconciler.note(currency, amount, Notice.FEE_UNKNOWN_FILL, i, currency);
        }
        seen.remember();
        verify(i, frame);
        verifyCurrency(currency, frame);
    }

    private void onCash(EventSlot slot, OutboundFrame frame) {
        cash.wrap(slot.buffer(), 0);
        int currency = requireCurrency(cash.currency());
        int other = requireCurrency(cash.toCurrency());
        Sighting sighting = seen.look(CASH, currency, cash.idHash())
                .with(cash.type().ordinal())
                .with(cash.amount())
                .with(other)
                .with(cash.toAmount())
                .sighting();
        if (!isNew(sighting, -1, frame)) {
            return;
        }
        if (cash.type() == CashType.EXTERNAL) {
            ledger.external(currency, cash.amount());
            seen.remember();
            engine.alarm(Notice.CASH_EXTERNAL, -1, cash.amount(), currency);
        } else if (ledger.convert(currency, cash.amount(), other, cash.toAmount(), slot.timestampNs())) {
            seen.remember();
        } else {
            engine.alarm(Notice.CONVERSION_DENIED, -1, cash.amount(), currency);
        }
        verifyCurrency(currency, frame);
        verifyCurrency(other, frame);
    }

    private boolean isNew(Sighting sighting, int instrument, OutboundFrame frame) {
        if (sighting == Sighting.REPEATED) {
            engine.alarm(Notice.RECORD_REPEATED, instrument, 0);
        } else if (sighting == Sighting.CONFLICTING) {
            halt.now(Notice.RECORD_CONFLICTING, instrument, 0, frame);
        }
        return sighting == Sighting.FIRST;
    }

    private int requireInstrument(int instrument) {
        if (instrument < 0 || instrument >= ledger.positions().length) {
            throw new IllegalArgumentException("no instrument of this run: " + instrument);
        }
        return instrument;
    }

    private int requireCurrency(int currency) {
        if (currency < 0 || currency >= ledger.currencies().size()) {
            throw new IllegalArgumentException("no currency of this run: " + currency);
        }
        return currency;
    }

    /** The touched rows of every posting are checked at once; everything is checked at the step. */
    private void verify(int instrument, OutboundFrame frame) {
        long residual = portfolio.identity().checkTouched(instrument);
        if (residual != 0) {
            halt.now(Notice.IDENTITY_BROKEN, instrument, residual, frame);
        }
    }

    /** Checks every currency's totals at once. */
    void verifyCurrencies(OutboundFrame frame) {
        for (int c = 0; c < ledger.currencies().size(); c++) {
            verifyCurrency(c, frame);
        }
    }

    private void verifyCurrency(int currency, OutboundFrame frame) {
        long residual = portfolio.identity().checkCurrency(currency);
        if (residual != 0) {
            halt.now(Notice.IDENTITY_BROKEN, -1, residual, frame);
        }
    }
}
