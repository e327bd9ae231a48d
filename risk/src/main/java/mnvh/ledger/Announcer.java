package mnvh.ledger;

import mnvh.units.Component;
import mnvh.units.HotPath;
import org.jspecify.annotations.Nullable;

/** Tells the totals, and through them the listener, what a posting was made of. Core thread only. */
@HotPath
final class Announcer {
    /** By account; null for those that are no income. */
    private static final @Nullable Component[] COMPONENTS = components();

    private final Rows rows;
    private final LedgerListener listener;

    Announcer(Rows rows, LedgerListener listener) {
        this.rows = rows;
        this.listener = listener;
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
                announce(component, posting.row(leg), -posting.amount(leg));
            }
        }
    }

    /** Announces a component of a row, unless it is nothing. */
    void announce(Component component, int row, long amount) {
        if (amount != 0) {
            listener.onComponent(component, rows.instrument(row), rows.currency(row), amount);
        }
    }
}
