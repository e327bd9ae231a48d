package mnvh.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import mnvh.audit.AuditLot;
import mnvh.audit.Exact;
import mnvh.audit.StandingFill;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;

/**
 * What became of every lot of one instrument: a walk through its fills in their order, from the first to the last.
 *
 * <p>Each fill has a share in what the lots it closes earn and cost, and the last lot has the rest. One thread.
 */
final class LotDiary {
    private final int capacity;
    private final boolean newestFirst;
    private final Deque<LotLife> open = new ArrayDeque<>();
    private final List<LotLife> lives = new ArrayList<>();
    private Exact position = Exact.ZERO;

    /** @param fills those that stand, settlements too, in their order */
    LotDiary(LotsConfig config, List<StandingFill> fills) {
        this.capacity = config.method() == LotMethod.AVERAGE ? 1 : config.maxPerInstrument();
        this.newestFirst = config.method() == LotMethod.LIFO;
        fills.forEach(this::apply);
    }

    private void apply(StandingFill fill) {
        Exact size = fill.quantity().abs();
        boolean opposite = fill.quantity().signum() * position.signum() < 0;
        Exact closing = opposite ? size.min(position.abs()) : Exact.ZERO;
        Exact paid = Exact.share(fill.paid(), closing, size);
        Exact fees = Exact.share(fill.fees(), closing, size);
        close(closing, paid, fees, fill.timestampNs());
        if (closing.compareTo(size) < 0) {
            open(
                    fill,
                    size.subtract(closing),
                    fill.paid().subtract(paid),
                    fill.fees().subtract(fees));
        }
        position = position.add(fill.quantity());
    }

    private void close(Exact quantity, Exact paid, Exact fees, long nowNs) {
        Exact left = quantity;
        Exact paidLeft = paid;
        Exact feesLeft = fees;
        while (left.signum() > 0) {
            LotLife lot = newestFirst ? open.getLast() : open.getFirst();
            Exact part = left.min(lot.open());
            Exact paidPart = Exact.share(paidLeft, part, left);
            Exact feesPart = Exact.share(feesLeft, part, left);
            lot.close(part, paidPart, feesPart, nowNs);
            if (lot.open().signum() == 0) {
                end();
            }
            left = left.subtract(part);
            paidLeft = paidLeft.subtract(paidPart);
            feesLeft = feesLeft.subtract(feesPart);
        }
    }

    /** Takes the lot that is closed first from the open ones. */
    private void end() {
        if (newestFirst) {
            open.removeLast();
        } else {
            open.removeFirst();
        }
    }

    private void open(StandingFill fill, Exact quantity, Exact paid, Exact fees) {
        if (open.size() == capacity && capacity == 1) {
            open.getFirst().open(quantity, paid, fees);
            return;
        }
        if (open.size() == capacity) {
            LotLife oldest = open.removeFirst();
            oldest.merge(open.removeFirst(), fill.timestampNs());
            open.addFirst(oldest);
        }
        LotLife lot = new LotLife(fill);
        lot.open(quantity, paid, fees);
        open.addLast(lot);
        lives.add(lot);
    }

    /** @return every lot that there was, oldest first */
    List<LotLife> lives() {
        return lives;
    }

    /** @return true where these lots are open and no others, oldest first */
    boolean leaves(List<AuditLot> lots) {
        if (lots.size() != open.size()) {
            return false;
        }
        Iterator<LotLife> mine = open.iterator();
        for (AuditLot lot : lots) {
            if (!mine.next().is(lot)) {
                return false;
            }
        }
        return true;
    }
}
