package mnvh.report;

import mnvh.audit.AuditLot;
import mnvh.audit.Exact;
import mnvh.audit.StandingFill;

/**
 * What became of a lot. Quantities and money at 10^-8, money in the settlement currency.
 *
 * <p>What was opened, and came from or went to another lot, and was not closed, is open. One thread.
 */
final class LotLife {
    private final long id;
    private final int side;
    private final long openedNs;
    private long endedNs;
    private Exact opened = Exact.ZERO;
    private Exact merged = Exact.ZERO;
    private Exact closed = Exact.ZERO;
    private Exact cost = Exact.ZERO;
    private Exact openFees = Exact.ZERO;
    private Exact closedFees = Exact.ZERO;
    private Exact realised = Exact.ZERO;

    /** @param opener the fill that opens it */
    LotLife(StandingFill opener) {
        id = opener.id();
        side = opener.quantity().signum();
        openedNs = opener.timestampNs();
    }

    /** More is bought into it. */
    void open(Exact quantity, Exact paid, Exact fees) {
        opened = opened.add(quantity);
        cost = cost.add(paid);
        openFees = openFees.add(fees);
    }

    /**
     * A part of what is open is closed.
     *
     * @param paid what the other side of the trade paid for that part
     * @param fees of that part
     */
    void close(Exact part, Exact paid, Exact fees, long nowNs) {
        Exact whole = open();
        Exact closedCost = Exact.share(cost, part, whole);
        Exact feesOfPart = Exact.share(openFees, part, whole);
        cost = cost.subtract(closedCost);
        openFees = openFees.subtract(feesOfPart);
        closedFees = closedFees.add(feesOfPart).add(fees);
        realised = realised.subtract(closedCost).subtract(paid);
        closed = closed.add(part);
        endedNs = nowNs;
    }

    /** What is open of a younger lot becomes part of this one. */
    void merge(LotLife younger, long nowNs) {
        Exact rest = younger.open();
        merged = merged.add(rest);
        cost = cost.add(younger.cost);
        openFees = openFees.add(younger.openFees);
        younger.merged = younger.merged.subtract(rest);
        younger.cost = Exact.ZERO;
        younger.openFees = Exact.ZERO;
        younger.endedNs = nowNs;
    }

    /** @return true where the auditor has the same lot */
    boolean is(AuditLot lot) {
        return id == lot.id()
                && openedNs == lot.openedNs()
                && open().equals(lot.quantity())
                && cost.equals(lot.cost())
                && openFees.equals(lot.fees());
    }

    Exact open() {
        return opened.add(merged).subtract(closed);
    }

    Exact opened() {
        return opened;
    }

    /** @return what came from other lots, less what went to one */
    Exact merged() {
        return merged;
    }

    Exact closed() {
        return closed;
    }

    /** @return what is open cost this much, with the sign of its value */
    Exact cost() {
        return cost;
    }

    /** @return fees of opening and closing, rebates negative */
    Exact fees() {
        return openFees.add(closedFees);
    }

    /** @return profit of what was closed, without fees */
    Exact realised() {
        return realised;
    }

    /** @return of the fill that opened it */
    long id() {
        return id;
    }

    /** @return 1 for a long lot, -1 for a short one */
    int side() {
        return side;
    }

    long openedNs() {
        return openedNs;
    }

    /** @return when the last of it was closed or merged; 0 while some is open, and where a settlement closed it */
    long endedNs() {
        return open().signum() == 0 ? endedNs : 0;
    }
}
