package mnvh.audit;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;

/**
 * The lots that a sequence of fills leaves open.
 *
 * <p>A fill first closes what is held the other way, then opens a lot with the rest. One thread.
 */
final class OpenLots {
    private final int capacity;
    private final boolean newestFirst;
    private final ArrayDeque<AuditLot> lots;
    private Exact position = Exact.ZERO;
    private Exact cost = Exact.ZERO;

    OpenLots(LotsConfig config) {
        this.capacity = config.method() == LotMethod.AVERAGE ? 1 : config.maxPerInstrument();
        this.newestFirst = config.method() == LotMethod.LIFO;
        this.lots = new ArrayDeque<>();
    }

    /** Another book with the same lots. */
    OpenLots(OpenLots source) {
        this.capacity = source.capacity;
        this.newestFirst = source.newestFirst;
        this.lots = source.lots.clone();
        this.position = source.position;
        this.cost = source.cost;
    }

    /** @return sum of the fills' quantities at 10^-8, signed */
    Exact position() {
        return position;
    }

    /** @return cost of all open lots at 10^-8 */
    Exact cost() {
        return cost;
    }

    /** @return the lots, oldest first */
    List<AuditLot> list() {
        return List.copyOf(lots);
    }

    void apply(BookedFill fill) {
        Exact size = fill.quantity().abs();
        boolean opposite = fill.quantity().signum() * position.signum() < 0;
        Exact closing = opposite ? size.min(position.abs()) : Exact.ZERO;
        Exact opening = size.subtract(closing);
        close(closing);
        if (opening.signum() > 0) {
            Exact lotFee = fill.lotFee();
            open(new AuditLot(
                    fill.id(),
                    opening,
                    fill.paid().subtract(Exact.share(fill.paid(), closing, size)),
                    lotFee.subtract(Exact.share(lotFee, closing, size)),
                    fill.timestampNs()));
        }
        position = position.add(fill.quantity());
    }

    private void close(Exact quantity) {
        Exact left = quantity;
        while (left.signum() > 0) {
            AuditLot lot = newestFirst ? lots.removeLast() : lots.removeFirst();
            cost = cost.subtract(lot.cost());
            if (lot.quantity().compareTo(left) <= 0) {
                left = left.subtract(lot.quantity());
                continue;
            }
            AuditLot rest = lot.without(left);
            cost = cost.add(rest.cost());
            if (newestFirst) {
                lots.addLast(rest);
            } else {
                lots.addFirst(rest);
            }
            return;
        }
    }

    private void open(AuditLot lot) {
        cost = cost.add(lot.cost());
        if (lots.size() < capacity) {
            lots.addLast(lot);
        } else if (capacity == 1) {
            lots.addLast(lots.removeFirst().merged(lot));
        } else {
            AuditLot oldest = lots.removeFirst();
            lots.addFirst(oldest.merged(lots.removeFirst()));
            lots.addLast(lot);
        }
    }

    /** @throws AuditException where the lots are not the position, or their costs not the cost */
    void check(String name) {
        Exact quantities = Exact.ZERO;
        Exact costs = Exact.ZERO;
        for (Iterator<AuditLot> open = lots.iterator(); open.hasNext(); ) {
            AuditLot lot = open.next();
            quantities = quantities.add(lot.quantity());
            costs = costs.add(lot.cost());
        }
        AuditException.requireEqual(name, "quantity of the open lots", position.abs(), quantities);
        AuditException.requireEqual(name, "cost of the open lots", cost, costs);
    }
}
