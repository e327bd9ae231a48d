package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.state.StateHash;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

class LedgerAllocationTest {
    private static final int EVENTS = 200_000;

    private final Universe universe = new Universe(List.of(
            LedgerDesk.instrument(0, InstrumentKind.LINEAR_PERP, FixedPoint.SCALE),
            LedgerDesk.instrument(1, InstrumentKind.SPOT, FixedPoint.SCALE)));
    private final Ledger ledger = new Ledger(
            universe,
            new FeeSchedule(universe, new FeeConfig(-10_000_000, 450_000_000, 1, 2)),
            new LotsConfig(LotMethod.FIFO, 8),
            1_000_000 * FixedPoint.SCALE,
            new Silence());
    private final AccountingIdentity identity = new AccountingIdentity(universe, ledger);
    private final StateHash hash = new StateHash();
    private long boundaryNs;

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
            int i = n & 1;
            long price = (100 + n % 7) * FixedPoint.SCALE + n % 1000;
            ledger.mark(i, price);
            ledger.applyFill(
                    i,
                    n % 5 < 3 ? Side.BUY : Side.SELL,
                    (1 + n % 3) * FixedPoint.SCALE,
                    price + n % 11,
                    n % 2 == 0 ? Liquidity.MAKER : Liquidity.TAKER,
                    n % 13 == 0,
                    n % 17,
                    n);
            ledger.applyFunding(0, n % 100, price, ++boundaryNs);
            check(identity.checkTouched(i));
            check(identity.checkAll());
            if (ledger.position(i) > 1000 * FixedPoint.SCALE) {
                ledger.applyFill(i, Side.SELL, ledger.position(i), price, Liquidity.MAKER, false, 0, n);
            }
            hash.clear();
            ledger.writeTo(hash);
        }
    }

    private static void check(long residual) {
        if (residual != 0) {
            throw new IllegalStateException("residual " + residual);
        }
    }

    /** A listener that does nothing. */
    private static final class Silence implements LedgerListener {
        @Override
        public void onMarkToMarket(int instrument, long amount) {}

        @Override
        public void onTradingCashflow(int instrument, long amount) {}

        @Override
        public void onExecutionEdge(int instrument, long amount) {}

        @Override
        public void onFee(int instrument, long amount) {}

        @Override
        public void onRebate(int instrument, long amount) {}

        @Override
        public void onFunding(int instrument, long amount) {}
    }
}
