package mnvh.engine;

import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.OutboundFrame;
import mnvh.units.HotPath;

/**
 * Books what the venue says happened: fills, their corrections and fees, carry, cash, index prices, settlements.
 *
 * <p>A record that was booked is not booked again, and one that cannot be booked has changed nothing, halts, and may
 * come again. Core thread only; allocates nothing after construction.
 */
@HotPath
final class BookEvents {
    private final BookChecks checks;
    private final TradeEvents trades;
    private final CashEvents cash;

    BookEvents(
            Portfolio portfolio,
            EngineState engine,
            Halt halt,
            Reconciler reconciler,
            FillSources sources,
            FundingWatch fundingWatch) {
        checks = new BookChecks(portfolio, engine, halt);
        trades = new TradeEvents(portfolio, engine, halt, reconciler, sources, checks);
        cash = new CashEvents(portfolio.ledger(), engine, checks, fundingWatch);
    }

    /** Books the record. */
    void on(EventSlot slot, OutboundFrame frame) {
        switch (slot.kind()) {
            case EventKind.FILL:
                trades.onFill(slot, frame);
                break;
            case EventKind.FUNDING:
                cash.onFunding(slot, frame);
                break;
            case EventKind.INDEX_PRICE:
                cash.onIndexPrice(slot, frame);
                break;
            case EventKind.ACCRUAL:
                cash.onAccrual(slot, frame);
                break;
            case EventKind.SETTLEMENT:
                trades.onSettlement(slot, frame);
                break;
            case EventKind.TRADE_CORRECTION:
                trades.onCorrection(slot, frame);
                break;
            case EventKind.FEE:
                trades.onFee(slot, frame);
                break;
            case EventKind.CASH:
                cash.onCash(slot, frame);
                break;
            default:
                throw new IllegalStateException("no record for the books: kind " + slot.kind());
        }
    }

    /** Checks every currency's totals at once. */
    void verifyCurrencies(OutboundFrame frame) {
        checks.verifyCurrencies(frame);
    }
}
