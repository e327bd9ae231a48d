package mnvh.engine;

import static mnvh.engine.FlowBench.CASH;
import static mnvh.engine.FlowBench.EUR;
import static mnvh.engine.FlowBench.USD;
import static mnvh.engine.FlowBench.at;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** What is unexplained, break by break, and what it takes until nothing is. */
class ReconcilerTest {
    private final Universe universe = FlowUniverse.create();
    private final EventSlot slot = new EventSlot();
    private final Ledger ledger;
    private final EngineState engine;
    private final Reconciler reconciler;
    private final Resolutions resolutions;
    private long sequence;

    ReconcilerTest() {
        Outbox outbox = new Outbox(new DirectEgress(OutboundFrame.capacityFor(3, 1000, 2)));
        outbox.open(1, 0);
        engine = new EngineState(outbox);
        ledger = new Portfolio(
                        universe,
                        TestRun.literal(universe, TestRun.unlimited(), 1, 2),
                        (component, instrument, currency, amount) -> {})
                .ledger();
        reconciler = new Reconciler(ledger, engine, outbox, TestRun.unlimited());
        resolutions = new Resolutions(ledger, engine, reconciler);
    }

    private long balance(int currency, long amount) {
        new BalanceReportEvent().begin(slot, 0).currency(currency).balance(amount);
        reconciler.at(++sequence, 0);
        reconciler.onBalance(slot);
        return sequence;
    }

    private void position(int instrument, long quantity) {
        new PositionReportEvent().begin(slot, 0).instrument(instrument).quantity(quantity);
        reconciler.at(++sequence, 0);
        reconciler.onPosition(slot);
    }

    private void resolve(long breakId, long amount) {
        new ResolutionEvent()
                .begin(slot, 0)
                .breakId(breakId)
                .account(Account.EXTERNAL.ordinal())
                .amount(amount)
                .resolutionId("R" + ++sequence);
        resolutions.on(slot);
    }

    private void assertReducing(boolean expected) {
        assertEquals(expected ? TradingState.REDUCING : TradingState.ACTIVE, engine.tradingState());
    }

    private void assertRefused(long breakId, long amount) {
        int open = reconciler.breaks().size();
        long suspense = ledger.books().total(Account.SUSPENSE, USD);
        resolve(breakId, amount);
        assertEquals(suspense, ledger.books().total(Account.SUSPENSE, USD));
        assertEquals(open, reconciler.breaks().size());
    }

    private void assertOpen(long... numbers) {
        long[] open = new long[reconciler.breaks().size()];
        for (int n = 0; n < numbers.length; n++) {
            int b = reconciler.breaks().indexOf(numbers[n]);
            open[b] = numbers[n];
        }
        assertArrayEquals(numbers, open, "in the order of their age");
    }

    @Test
    void partLeavesTheRestUnexplained() {
        long id = balance(USD, CASH + at(100));
        resolve(id, at(40));
        assertReducing(true);
        assertOpen(id);
        resolve(id, at(60));
        assertReducing(false);
        assertEquals(0, ledger.books().total(Account.SUSPENSE, USD));
        assertEquals(CASH + at(100), ledger.wallet());
    }

    @Test
    void moreThanIsUnexplainedIsRefused() {
        long more = balance(USD, CASH + at(100));
        assertRefused(more, at(201));
        assertRefused(more, at(101));
        long less = balance(USD, CASH - at(100));
        assertRefused(less, at(-201));
        resolve(less, at(-200));
        assertOpen(more);
    }

    @Test
    void theWrongWayIsRefused() {
        long id = balance(USD, CASH + at(100));
        assertRefused(id, at(-1));
        resolve(id, at(100));
        assertRefused(id, at(1));
        assertReducing(false);
    }

    @Test
    void eachBreakIsExplainedByItself() {
        long usd = balance(USD, CASH + at(100));
        long eur = balance(EUR, at(-3));
        assertRefused(eur, at(100));
        resolve(usd, at(100));
        assertReducing(true);
        assertOpen(eur);
        resolve(eur, at(-3));
        assertReducing(false);
        assertEquals(at(-3), ledger.books().total(Account.WALLET, EUR));
    }

    @Test
    void closedBreakLeavesTheOthersInTheirOrder() {
        long first = balance(USD, CASH + at(1));
        long second = balance(USD, CASH + at(3));
        long third = balance(USD, CASH + at(6));
        resolve(second, at(2));
        assertOpen(first, third);
        resolve(first, at(1));
        resolve(third, at(3));
        assertOpen();
    }

    @Test
    void differencesThatTheVenueTakesBackAreExplained() {
        balance(USD, CASH + at(100));
        balance(USD, CASH + at(40));
        balance(USD, CASH);
        assertOpen();
        assertReducing(false);
        assertEquals(0, ledger.books().total(Account.SUSPENSE, USD));
    }

    @Test
    void breaksOfCashAndPositionsAreCountedApart() {
        position(0, at(1));
        position(1, at(2));
        long cash = balance(USD, CASH + at(1));
        position(0, at(3));
        position(0, 0);
        assertFalse(reconciler.blocked(0));
        assertTrue(reconciler.blocked(1));
        position(1, 0);
        assertReducing(true);
        resolve(cash, at(1));
        assertReducing(false);
        position(1, 0);
        assertReducing(false);
    }
}
