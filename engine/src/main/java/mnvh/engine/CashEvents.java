package mnvh.engine;

import mnvh.event.AccrualEvent;
import mnvh.event.AccrualType;
import mnvh.event.CashEvent;
import mnvh.event.CashType;
import mnvh.event.EventSlot;
import mnvh.event.FundingEvent;
import mnvh.event.IndexPriceEvent;
import mnvh.event.Notice;
import mnvh.event.OutboundFrame;
import mnvh.ledger.CarryOutcome;
import mnvh.ledger.Ledger;
import mnvh.order.SeenExecutions;
import mnvh.order.SeenExecutions.Sighting;
import mnvh.units.HotPath;

/** Books funding, borrow, interest, cash movements and index prices. Core thread only; allocates nothing. */
@HotPath
final class CashEvents {
    private final Ledger ledger;
    private final EngineState engine;
    private final BookChecks checks;
    private final SeenExecutions seen;
    private final FundingWatch watch;

    private final FundingEvent funding = new FundingEvent();
    private final IndexPriceEvent indexPrice = new IndexPriceEvent();
    private final AccrualEvent accrual = new AccrualEvent();
    private final CashEvent cash = new CashEvent();

    CashEvents(Ledger ledger, EngineState engine, BookChecks checks, FundingWatch watch) {
        this.watch = watch;
        this.ledger = ledger;
        this.engine = engine;
        this.checks = checks;
        this.seen = checks.seen();
    }

    void onFunding(EventSlot slot, OutboundFrame frame) {
        funding.wrap(slot.buffer(), 0);
        int i = checks.requireInstrument(funding.instrument());
        report(ledger.funding(i, funding.rate(), funding.price(), funding.boundaryNs()), i, funding.boundaryNs());
        watch.onBoundary(i, funding.boundaryNs());
        checks.verify(i, frame);
    }

    void onAccrual(EventSlot slot, OutboundFrame frame) {
        accrual.wrap(slot.buffer(), 0);
        if (accrual.type() == AccrualType.BORROW) {
            int i = checks.requireInstrument(accrual.instrument());
            report(ledger.borrow(i, accrual.rate(), accrual.boundaryNs()), i, accrual.boundaryNs());
            checks.verify(i, frame);
        } else {
            int currency = checks.requireCurrency(accrual.currency());
            report(ledger.interest(currency, accrual.rate(), accrual.boundaryNs()), -1, accrual.boundaryNs());
            checks.verifyCurrency(currency, frame);
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

    void onIndexPrice(EventSlot slot, OutboundFrame frame) {
        indexPrice.wrap(slot.buffer(), 0);
        int currency = checks.requireCurrency(indexPrice.currency());
        if (!ledger.indexPrice(currency, indexPrice.price(), slot.timestampNs())) {
            engine.alarm(Notice.INDEX_PRICE_OLD, -1, currency);
        }
        checks.verifyCurrency(currency, frame);
    }

    void onCash(EventSlot slot, OutboundFrame frame) {
        cash.wrap(slot.buffer(), 0);
        int currency = checks.requireCurrency(cash.currency());
        int other = checks.requireCurrency(cash.toCurrency());
        Sighting sighting = seen.look(BookChecks.CASH, currency, cash.idHash())
                .with(cash.type().ordinal())
                .with(cash.amount())
                .with(other)
                .with(cash.toAmount())
                .sighting();
        if (!checks.isNew(sighting, -1, frame)) {
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
        checks.verifyCurrency(currency, frame);
        checks.verifyCurrency(other, frame);
    }
}
