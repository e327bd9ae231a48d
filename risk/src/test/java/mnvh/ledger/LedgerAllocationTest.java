package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.state.StateHash;
import mnvh.units.FeeKind;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Currencies;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

class LedgerAllocationTest {
    private static final int EVENTS = 200_000;
    private static final int BTC = 1;

    private final Universe universe = new Universe(List.of(
            LedgerDesk.instrument(0, InstrumentKind.LINEAR_PERP, FixedPoint.SCALE),
            LedgerDesk.instrument(1, InstrumentKind.SPOT, FixedPoint.SCALE),
            LedgerDesk.instrument(2, InstrumentKind.INVERSE_PERP, 100 * FixedPoint.SCALE)));
    private final Ledger ledger = new Ledger(
            universe,
            Currencies.of(universe, "USD", List.of("EUR")),
            new FeeSchedule(universe, new FeeConfig(-10_000_000, 450_000_000, 1, 2)),
            new LotsConfig(LotMethod.FIFO, 8, 4),
            1_000_000 * FixedPoint.SCALE,
            Long.MAX_VALUE,
            (component, instrument, currency, amount) -> {});
    private final AccountingIdentity identity = new AccountingIdentity(universe, ledger);
    private final StateHash hash = new StateHash();
    private final Execution execution = new Execution();
    private long lastId;

    @Test
    void eventsAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        run();
        run();
        long before = threads.getCurrentThreadAllocatedBytes();
        long empty = threads.getCurrentThreadAllocatedBytes() - before;
        before = threads.getCurrentThreadAllocatedBytes();
        run();
        // The compiler may leave some tens of bytes once; an object an event would be millions.
        long perRun = threads.getCurrentThreadAllocatedBytes() - before - empty;
        assertTrue(perRun < EVENTS / 100, perRun + " bytes for " + EVENTS + " rounds of events");

        // The meter works: one small array is seen.
        before = threads.getCurrentThreadAllocatedBytes();
        byte[] seen = new byte[64];
        assertTrue(threads.getCurrentThreadAllocatedBytes() - before >= empty + seen.length);
    }

    private void run() {
        for (int n = 0; n < EVENTS; n++) {
            int i = n % 3;
            long price = (100 + n % 7) * FixedPoint.SCALE + n % 1000;
            ledger.mark(i, price);
            execution.of(++lastId, i, n % 5 < 3 ? Side.BUY : Side.SELL, (1 + n % 3) * FixedPoint.SCALE, price + n % 11);
            execution.liquidity(n % 2 == 0 ? Liquidity.MAKER : Liquidity.TAKER).at(lastId);
            if (n % 13 == 0) {
                execution.commission(n % 3, n % 17);
            }
            ledger.fill(execution);
            takeBack(n, i, price);
            carry(n, price);
            check(identity.checkTouched(i));
            check(identity.checkCurrency(BTC));
            check(identity.checkAll());
            if (ledger.position(i) > 1000 * FixedPoint.SCALE) {
                execution.of(++lastId, i, Side.SELL, ledger.position(i), price).at(lastId);
                ledger.fill(execution);
            }
            hash.clear();
            ledger.writeTo(hash);
        }
    }

    private void takeBack(int n, int i, long price) {
        if (n % 4 == 0) {
            ledger.lateFee(i, lastId, FeeKind.TAX, n % 3, n % 5 - 2);
        }
        if (n % 8 == 0) {
            ledger.bust(i, lastId);
        } else if (n % 8 == 1) {
            long replaced = lastId;
            ledger.correct(
                    replaced,
                    execution.of(++lastId, i, Side.BUY, FixedPoint.SCALE, price).at(lastId));
        }
    }

    private void carry(int n, long price) {
        ledger.funding(0, n % 100, price, lastId);
        ledger.borrow(1, n % 100, lastId);
        ledger.interest(BTC, n % 3, lastId);
        ledger.external(0, n % 3 - 1);
        ledger.suspend(BTC, n % 3 - 1);
        ledger.resolve(BTC, Account.FUNDING, n % 3 - 1);
        ledger.indexPrice(BTC, price, lastId);
        ledger.convert(0, 1, BTC, 1, lastId);
        ledger.closeStep(lastId);
    }

    private static void check(long residual) {
        if (residual != 0) {
            throw new IllegalStateException("residual " + residual);
        }
    }
}
