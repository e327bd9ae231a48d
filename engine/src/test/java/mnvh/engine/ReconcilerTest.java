package mnvh.engine;

import static mnvh.engine.FlowBench.CASH;
import static mnvh.engine.FlowBench.EUR;
import static mnvh.engine.FlowBench.USD;
import static mnvh.engine.FlowBench.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mnvh.event.BalanceReportEvent;
import mnvh.event.EventSlot;
import mnvh.event.OutboundFrame;
import mnvh.event.PositionReportEvent;
import mnvh.event.ResolutionEvent;
import mnvh.ledger.Account;
import mnvh.ledger.Ledger;
import mnvh.risk.TradingState;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/** What is unexplained, by currency and by instrument, and what it takes until nothing is. */
class ReconcilerTest {
    private final Universe universe = FlowUniverse.create();
    private final EventSlot slot = new EventSlot();
    private final Ledger ledger;
    private final EngineState engine;
    private final Reconciler reconciler;

    ReconcilerTest() {
        Outbox outbox = new Outbox(new DirectEgress(OutboundFrame.capacityFor(3, 1000, 2)));
        outbox.open(1, 0);
        engine = new EngineState(outbox);
        ledger = new Portfolio(
                        universe,
                        TestRun.literal(universe, TestRun.unlimited(), 1, 2),
                        (component, instrument, currency, amount) -> {})
                .ledger();
        reconciler = new Reconciler(ledger, engine);
    }

    private void balance(int currency, long amount) {
        new BalanceReportEvent().begin(slot, 0).currency(currency).balance(amount);
        reconciler.onBalance(slot);
    }

    private void position(int instrument, long quantity) {
        new PositionReportEvent().begin(slot, 0).instrument(instrument).quantity(quantity);
        reconciler.onPosition(slot);
    }

    private void resolve(int currency, long amount) {
        new ResolutionEvent()
                .begin(slot, 0)
                .currency(currency)
                .account(Account.EXTERNAL.ordinal())
                .amount(amount);
        reconciler.onResolution(slot);
    }

    private void assertReducing(boolean expected) {
        assertEquals(expected ? TradingState.REDUCING : TradingState.ACTIVE, engine.tradingState());
    }

    private void assertRefused(int currency, long amount) {
        long suspense = ledger.books().total(Account.SUSPENSE, currency);
        assertThrows(IllegalArgumentException.class, () -> resolve(currency, amount));
        assertEquals(suspense, ledger.books().total(Account.SUSPENSE, currency));
        assertReducing(true);
    }

    @Test
    void partLeavesTheRestUnexplained() {
        balance(USD, CASH + at(100));
        resolve(USD, at(40));
        assertReducing(true);
        resolve(USD, at(60));
        assertReducing(false);
        assertEquals(0, ledger.books().total(Account.SUSPENSE, USD));
        assertEquals(CASH + at(100), ledger.wallet());
    }

    @Test
    void moreThanIsUnexplainedIsRefused() {
        balance(USD, CASH + at(100));
        assertRefused(USD, at(201));
        assertRefused(USD, at(101));
        balance(USD, CASH - at(100));
        assertRefused(USD, at(-101));
    }

    @Test
    void theWrongWayIsRefused() {
        balance(USD, CASH + at(100));
        assertRefused(USD, at(-1));
        resolve(USD, at(100));
        assertThrows(IllegalArgumentException.class, () -> resolve(USD, at(1)));
    }

    @Test
    void eachCurrencyIsExplainedByItself() {
        balance(USD, CASH + at(100));
        balance(EUR, at(-3));
        assertRefused(EUR, at(100));
        resolve(USD, at(100));
        assertReducing(true);
        resolve(EUR, at(-3));
        assertReducing(false);
        assertEquals(at(-3), ledger.books().total(Account.WALLET, EUR));
    }

    @Test
    void differencesThatCancelOutAreExplained() {
        balance(USD, CASH + at(100));
        balance(USD, CASH);
        assertReducing(false);
        assertEquals(0, ledger.books().total(Account.SUSPENSE, USD));
    }

    @Test
    void breaksOfCashAndPositionsAreCountedApart() {
        position(0, at(1));
        position(1, at(2));
        balance(USD, CASH + at(1));
        position(0, at(3));
        position(0, 0);
        assertFalse(reconciler.blocked(0));
        assertTrue(reconciler.blocked(1));
        position(1, 0);
        assertReducing(true);
        resolve(USD, at(1));
        assertReducing(false);
        position(1, 0);
        assertReducing(false);
    }
}
