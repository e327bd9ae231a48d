package mnvh.audit;

import java.util.Arrays;
import mnvh.units.Component;

/**
 * One currency told in the reporting currency.
 *
 * <p>What has happened since the last time is translated at the rate that was in force, component by component; what
 * the rounding of the parts leaves to the rounding of the whole is ROUNDING, what a new rate changes is FX. One thread.
 */
final class Translation {
    private final CurrencyBook book;
    private final Exact[] seen = new Exact[Component.count()];
    private final Exact[] told = new Exact[Component.count()];
    private Exact rate = Exact.ZERO;
    private Exact equity = Exact.ZERO;
    private long rateNs;
    private AuditListener listener = AuditListener.NONE;
    private int currency;

    Translation(CurrencyBook book) {
        this.book = book;
        Arrays.fill(seen, Exact.ZERO);
        Arrays.fill(told, Exact.ZERO);
    }

    /** Tells {@code to} of every translation from now on, as one of this currency. */
    void listen(int index, AuditListener to) {
        currency = index;
        listener = to;
    }

    /**
     * @param price reporting units per unit at 10^-8, positive
     * @return false, and nothing changed, for a rate older than the known one
     */
    boolean take(Exact price, long timestampNs) {
        if (known() && timestampNs < rateNs) {
            return false;
        }
        boolean first = !known();
        sync();
        rate = price;
        rateNs = timestampNs;
        if (first) {
            sync();
        } else {
            Exact before = equity;
            equity = translate(book.equity());
            tell(Component.FX, equity.subtract(before));
        }
        return true;
    }

    /** Translates what has happened since the last time; nothing without a rate. */
    void sync() {
        if (!known()) {
            return;
        }
        listener.translated(currency, rate);
        Exact before = equity;
        Exact explained = Exact.ZERO;
        for (int k = 0; k < seen.length; k++) {
            Component component = Component.of(k);
            Exact now = book.total().component(component);
            if (now.equals(seen[k])) {
                continue;
            }
            Exact part = translate(now.subtract(seen[k]));
            tell(component, part);
            seen[k] = now;
            if (component != Component.TRADING_CASHFLOW) {
                explained = explained.add(part);
            }
        }
        equity = translate(book.equity());
        tell(Component.ROUNDING, equity.subtract(before).subtract(explained));
    }

    private void tell(Component component, Exact amount) {
        if (amount.signum() != 0) {
            told[component.ordinal()] = told[component.ordinal()].add(amount);
        }
    }

    private Exact translate(Exact amount) {
        return Exact.halfEven(amount, rate, Exact.SCALE);
    }

    boolean known() {
        return rate.signum() > 0;
    }

    /** @return reporting units per unit at 10^-8, 0 when unknown */
    Exact rate() {
        return rate;
    }

    /** @return true when there is a rate at most {@code maxAgeNs} old */
    boolean fresh(long nowNs, long maxAgeNs) {
        return known() && (rateNs >= nowNs || Math.subtractExact(nowNs, rateNs) <= maxAgeNs);
    }

    /** @return equity in the reporting currency as last translated */
    Exact equity() {
        return equity;
    }

    /** @return equity in the reporting currency from cash, positions and rate; 0 without a rate */
    Exact equityAnew() {
        return translate(book.equity());
    }

    /** @return the component in the reporting currency as last translated */
    Exact component(Component component) {
        return told[component.ordinal()];
    }
}
