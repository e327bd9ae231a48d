package mnvh.engine;

import mnvh.event.CorrectionType;
import mnvh.event.EventSlot;
import mnvh.event.FeeEvent;
import mnvh.event.FillEvent;
import mnvh.event.FillSection;
import mnvh.event.Notice;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.SettlementEvent;
import mnvh.event.TradeCorrectionEvent;
import mnvh.ledger.Execution;
import mnvh.ledger.Ledger;
import mnvh.order.FillOutcome;
import mnvh.order.SeenExecutions;
import mnvh.order.SeenExecutions.Sighting;
import mnvh.units.HotPath;

/**
 * Books fills, their corrections and late fees, and settlements.
 *
 * <p>Each record is one transaction: it is looked at, booked in the ledger, then remembered, and only then its order
 * moves. Core thread only; allocates nothing after construction.
 */
@HotPath
final class TradeEvents {
    private static final int NO_CURRENCY = -1;

    private final Portfolio portfolio;
    private final Ledger ledger;
    private final FeeComparison fees;
    private final EngineState engine;
    private final Halt halt;
    private final Reconciler reconciler;
    private final FillSources sources;
    private final BookChecks checks;
    private final SeenExecutions seen;

    private final Execution execution = new Execution();
    private final FillEvent fill = new FillEvent();
    private final SettlementEvent settlement = new SettlementEvent();
    private final TradeCorrectionEvent correction = new TradeCorrectionEvent();
    private final FeeEvent fee = new FeeEvent();
    private final FillSection fillSection = new FillSection();

    TradeEvents(
            Portfolio portfolio,
            EngineState engine,
            Halt halt,
            Reconciler reconciler,
            FillSources sources,
            BookChecks checks) {
        this.portfolio = portfolio;
        this.ledger = portfolio.ledger();
        this.fees = portfolio.feeComparison();
        this.engine = engine;
        this.halt = halt;
        this.reconciler = reconciler;
        this.sources = sources;
        this.checks = checks;
        this.seen = checks.seen();
    }

    void onFill(EventSlot slot, OutboundFrame frame) {
        fill.wrap(slot.buffer(), 0);
        int i = checks.requireInstrument(fill.instrument());
        boolean reported = fill.hasCommission() != 0;
        // A commission that the first report lacked is other content too: one that comes later is a FEE record.
        Sighting sighting = seen.look(BookChecks.FILLS, i, fill.execIdHash())
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
            execution.commission(checks.requireCurrency(fill.commissionCurrency()), fill.commission());
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
        if (slot.timestampNs() < ledger.fundedUntilNs(i)) {
            engine.alarm(Notice.FUNDED_WITHOUT_FILL, i, ledger.fundedUntilNs(i));
        }
        checks.verify(i, frame);
        sources.onFill(fill, slot, frame);
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

    void onCorrection(EventSlot slot, OutboundFrame frame) {
        correction.wrap(slot.buffer(), 0);
        int i = checks.requireInstrument(correction.instrument());
        boolean bust = correction.type() == CorrectionType.BUST;
        boolean reported = correction.hasCommission() != 0;
        Sighting sighting = seen.look(BookChecks.CORRECTIONS, i, correction.execIdHash())
                .with(correction.execRefIdHash())
                .with(correction.type().ordinal())
                .with(correction.side().sign())
                .with(correction.quantity())
                .with(correction.price())
                .with(correction.liquidity().ordinal())
                .with(reported ? correction.commissionCurrency() : NO_CURRENCY)
                .with(reported ? correction.commission() : 0)
                .sighting();
        if (!checks.isNew(sighting, i, frame)) {
            return;
        }
        if (!bust) {
            replacement(i);
        }
        portfolio.orders().admit(correction);
        long before = ledger.position(i);
        long filledNs = ledger.filledNs(i, correction.execRefIdHash());
        boolean booked = bust
                ? ledger.bust(i, correction.execRefIdHash())
                : ledger.correct(correction.execRefIdHash(), execution);
        if (!booked) {
            engine.alarm(Notice.CORRECTION_UNKNOWN, i, correction.clOrdId(), ledger.position(i));
            return;
        }
        seen.remember();
        reconciler.positionChanged(i);
        sources.onCorrected(i, correction.execRefIdHash());
        Notice done = bust ? Notice.TRADE_BUSTED : Notice.TRADE_CORRECTED;
        engine.alarm(done, i, correction.clOrdId(), ledger.position(i));
        long is = bust ? 0 : correction.side().sign() * correction.quantity();
        // The position has moved by what is less what was. A fill fits in 64 bits, so the difference may wrap.
        long was = is - (ledger.position(i) - before);
        if (is != was && filledNs <= ledger.fundedUntilNs(i)) {
            engine.alarm(Notice.FUNDED_FILL_CHANGED, i, ledger.fundedUntilNs(i));
        }
        FillOutcome outcome = portfolio.orders().onCorrection(correction, was, is, frame);
        if (outcome != FillOutcome.ORPHAN) {
            report(outcome, i, correction.clOrdId(), frame);
        }
        checks.verify(i, frame);
    }

    private void replacement(int i) {
        execution
                .of(correction.execIdHash(), i, correction.side(), correction.quantity(), correction.price())
                .liquidity(correction.liquidity());
        if (correction.hasCommission() != 0) {
            execution.commission(checks.requireCurrency(correction.commissionCurrency()), correction.commission());
        }
    }

    void onFee(EventSlot slot, OutboundFrame frame) {
        fee.wrap(slot.buffer(), 0);
        int i = checks.requireInstrument(fee.instrument());
        int currency = checks.requireCurrency(fee.currency());
        Sighting sighting = seen.look(BookChecks.FEES, i, fee.feeIdHash())
                .with(fee.execRefIdHash())
                .with(fee.amount())
                .with(currency)
                .with(fee.feeKind().ordinal())
                .sighting();
        if (!checks.isNew(sighting, i, frame)) {
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
        checks.verify(i, frame);
        checks.verifyCurrency(currency, frame);
    }

    void onSettlement(EventSlot slot, OutboundFrame frame) {
        settlement.wrap(slot.buffer(), 0);
        int i = checks.requireInstrument(settlement.instrument());
        if (ledger.settled(i) && settlement.price() == ledger.markPrice(i)) {
            engine.alarm(Notice.RECORD_REPEATED, i, 0);
            return;
        }
        long held = ledger.position(i);
        ledger.settle(slot.sequence(), i, settlement.price(), slot.timestampNs());
        reconciler.positionChanged(i);
        engine.alarm(Notice.SETTLED, i, held, settlement.price());
        portfolio.orders().cancelInstrument(i, slot.timestampNs(), frame);
        checks.verify(i, frame);
    }
}
