package mnvh.audit;

import java.util.Arrays;
import mnvh.units.Component;
import org.jspecify.annotations.Nullable;

/**
 * The cash and the components of an instrument, of a currency's general flows, or of a whole currency.
 *
 * <p>Cash is the sum of what was paid and received; components are what changed equity, by their own definitions. The
 * two are posted apart and must meet. Every posting is repeated in the row of the whole. One thread.
 */
final class Row {
    private final @Nullable Row whole;
    private final Exact[] components = new Exact[Component.count()];
    private Exact cash = Exact.ZERO;

    /** @param whole the row that this one is a part of; null for a whole currency */
    Row(@Nullable Row whole) {
        this.whole = whole;
        Arrays.fill(components, Exact.ZERO);
    }

    /** @param amount at 10^-8, negative when paid */
    void receive(Exact amount) {
        if (amount.signum() == 0) {
            return;
        }
        cash = cash.add(amount);
        if (whole != null) {
            whole.receive(amount);
        }
    }

    /** @param amount at 10^-8, positive raises equity */
    void post(Component component, Exact amount) {
        if (amount.signum() == 0) {
            return;
        }
        int k = component.ordinal();
        components[k] = components[k].add(amount);
        if (whole != null) {
            whole.post(component, amount);
        }
    }

    /** @return cash at 10^-8: wallet and financing */
    Exact cash() {
        return cash;
    }

    /** @return the component at 10^-8, positive raises equity */
    Exact component(Component component) {
        return components[component.ordinal()];
    }

    /** @return what all components added to equity, at 10^-8 */
    Exact earned() {
        // The trading cashflow moves value between cash and position; equity stays.
        return Exact.sum(components).subtract(component(Component.TRADING_CASHFLOW));
    }
}
