package mnvh.ledger;

import mnvh.units.Component;
import mnvh.units.HotPath;
import org.jspecify.annotations.Nullable;

/** Tells the totals, and through them the listener, what a posting was made of. Core thread only. */
@HotPath
final class Announcer {
    /** By account; null for those that are no income. */
    private static final @Nullable Component[] COMPONENTS = components();

    private final ComponentTotals totals;

    Announcer(ComponentTotals totals) {
        this.totals = totals;
    }

    private static @Nullable Component[] components() {
        @Nullable Component[] components = new Component[Account.count()];
        for (int k = 0; k < components.length; k++) {
            components[k] = Account.of(k).component();
        }
        return components;
    }

    /** Announces the income legs of a posting that is done: what an account is credited raises equity. */
    void announce(Posting posting) {
        for (int leg = 0; leg < posting.legs(); leg++) {
            @Nullable Component component = COMPONENTS[posting.account(leg)];
            if (component != null) {
                totals.add(component, posting.row(leg), -posting.amount(leg));
            }
        }
    }

    /** Announces a component of a row. */
    void announce(Component component, int row, long amount) {
        totals.add(component, row, amount);
    }
}
