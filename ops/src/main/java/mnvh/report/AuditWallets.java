package mnvh.report;

import java.util.Arrays;
import mnvh.audit.AuditReadings;
import mnvh.audit.Exact;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/**
 * When each currency's wallet last changed, which tells a balance report that came too late.
 *
 * <p>A wallet is cash and the cost of the margined positions; both are followed by touched rows, for to add it up anew
 * takes all instruments. One thread.
 */
final class AuditWallets {
    private final AuditRows rows;
    private final AuditReadings readings;
    private final Universe universe;
    private final Exact[] cash;
    private final Exact[] cost;
    /** By how much the record in hand changed each wallet. */
    private final Exact[] moved;

    private final long[] changed;

    AuditWallets(AuditRows rows, AuditReadings readings, Universe universe, Currencies currencies) {
        this.rows = rows;
        this.readings = readings;
        this.universe = universe;
        this.cash = zeros(currencies.size());
        this.cost = zeros(universe.size());
        this.moved = zeros(currencies.size());
        this.changed = new long[currencies.size()];
        for (int c = 0; c < cash.length; c++) {
            cash[c] = readings.cash(c);
        }
    }

    private static Exact[] zeros(int count) {
        Exact[] zeros = new Exact[count];
        Arrays.fill(zeros, Exact.ZERO);
        return zeros;
    }

    /** Notes which wallets, of those with touched rows, the record with this inbound sequence has changed. */
    void note(long sequence) {
        for (int n = 0; n < rows.touched(); n++) {
            int row = rows.touched(n);
            int c = rows.currency(row);
            moved[c] = moved[c].add(readings.cash(c)).subtract(cash[c]);
            cash[c] = readings.cash(c);
            if (rows.isInstrument(row) && universe.get(row).kind().margined()) {
                moved[c] = moved[c].add(readings.cost(row)).subtract(cost[row]);
                cost[row] = readings.cost(row);
            }
        }
        for (int n = 0; n < rows.touched(); n++) {
            int c = rows.currency(rows.touched(n));
            if (moved[c].signum() != 0) {
                changed[c] = sequence;
                moved[c] = Exact.ZERO;
            }
        }
    }

    /** @return true when a report that includes records up to {@code sequence}, 0 for unknown, is of this wallet */
    boolean covers(int currency, long sequence) {
        return sequence == 0 || sequence >= changed[currency];
    }
}
