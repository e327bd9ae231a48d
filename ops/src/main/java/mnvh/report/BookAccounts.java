package mnvh.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mnvh.audit.AuditReadings;
import mnvh.audit.Exact;
import mnvh.report.BookTransaction.Posting;
import mnvh.units.Component;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/**
 * The auditor's books as accounts with debit balances, and what has changed on them since they were last asked.
 *
 * <p>Cash is what the auditor saw received and paid; income is what he has by the components' own definitions. That
 * every transaction sums to zero is therefore a finding, and one that does not is refused. One thread.
 */
final class BookAccounts {
    private static final int WIDTH = Component.count();

    private final AuditReadings readings;
    private final Universe universe;
    private final Currencies currencies;
    private final List<BookAccount> all = new ArrayList<>();
    private final BookAccount[] wallets;
    private final BookAccount[] capital;
    private final BookAccount[] positions;
    /** Null where an instrument is paid in full. */
    private final @Nullable BookAccount[] financing;
    /** By row, instruments before currencies, and component; null for the trading cashflow, which is no income. */
    private final @Nullable BookAccount[] results;
    /** What the auditor read for each account when it last changed. */
    private final Exact[] seen;

    private final Exact[] cash;
    /** Of the transaction in hand: the change of cash less that of financing. */
    private final Exact[] received;

    private final Exact[] sums;
    private final List<Posting> postings = new ArrayList<>();

    /** @param readings of books in which nothing has happened yet */
    BookAccounts(AuditReadings readings, Universe universe, Currencies currencies) {
        this.readings = readings;
        this.universe = universe;
        this.currencies = currencies;
        wallets = new BookAccount[currencies.size()];
        capital = new BookAccount[currencies.size()];
        positions = new BookAccount[universe.size()];
        financing = new BookAccount[universe.size()];
        results = new BookAccount[(universe.size() + currencies.size()) * WIDTH];
        for (int c = 0; c < wallets.length; c++) {
            wallets[c] = general("assets", "wallet", c, false);
            capital[c] = general("equity", "capital", c, false);
        }
        for (int i = 0; i < positions.length; i++) {
            positions[i] = of("assets", "positions", i, false);
            financing[i] = universe.get(i).kind().margined() ? of("assets", "financing", i, true) : null;
        }
        for (int row = 0; row < universe.size() + currencies.size(); row++) {
            addResults(row);
        }
        seen = zeros(all.size());
        cash = zeros(wallets.length);
        received = zeros(wallets.length);
        sums = zeros(wallets.length);
    }

    private static Exact[] zeros(int count) {
        Exact[] zeros = new Exact[count];
        Arrays.fill(zeros, Exact.ZERO);
        return zeros;
    }

    private void addResults(int row) {
        for (int k = 0; k < WIDTH; k++) {
            Component component = Component.of(k);
            if (component != Component.TRADING_CASHFLOW) {
                String part = component == Component.FX ? "conversion" : SessionReport.name(component);
                results[row * WIDTH + k] = row < universe.size()
                        ? of(root(component), part, row, true)
                        : general(root(component), part, row - universe.size(), true);
            }
        }
    }

    private static String root(Component component) {
        return switch (component) {
            case FEE, CLEARING_FEE, REGULATORY_FEE, TAX, OTHER_FEE, BORROW -> "expenses";
            case FX, ROUNDING, EXTERNAL, SUSPENSE -> "equity";
            case MTM, TRADING_CASHFLOW, EDGE, REBATE, FUNDING, INTEREST -> "income";
        };
    }

    private BookAccount of(String root, String part, int instrument, boolean opposite) {
        String symbol = universe.get(instrument).symbol();
        int currency = currencies.ofInstrument(instrument);
        return add(new BookAccount(all.size(), root, part, instrument, symbol, currency, opposite));
    }

    private BookAccount general(String root, String part, int currency, boolean opposite) {
        return add(new BookAccount(all.size(), root, part, -1, currencies.code(currency), currency, opposite));
    }

    private BookAccount add(BookAccount account) {
        all.add(account);
        return account;
    }

    /** @return every account there can be, by number */
    List<BookAccount> all() {
        return List.copyOf(all);
    }

    Universe universe() {
        return universe;
    }

    Currencies currencies() {
        return currencies;
    }

    /** @return what the run starts with; to be asked first */
    List<Posting> opening() {
        begin();
        for (int c = 0; c < capital.length; c++) {
            follow(capital[c], readings.cash(c).negate());
        }
        return conclude();
    }

    /** @return what has changed on the accounts of the instruments in [first, end), and of no instrument */
    List<Posting> changes(int first, int end) {
        begin();
        for (int i = first; i < end; i++) {
            followInstrument(i);
        }
        followGeneral();
        return conclude();
    }

    private void begin() {
        postings.clear();
        Arrays.fill(received, Exact.ZERO);
        Arrays.fill(sums, Exact.ZERO);
    }

    private void followInstrument(int i) {
        BookAccount borrowed = financing[i];
        if (borrowed != null) {
            Exact change = follow(borrowed, readings.cost(i));
            received[borrowed.currency()] = received[borrowed.currency()].subtract(change);
        }
        follow(positions[i], readings.value(i));
        for (int k = 0; k < WIDTH; k++) {
            BookAccount result = results[i * WIDTH + k];
            if (result != null) {
                follow(result, readings.component(Component.of(k), i));
            }
        }
    }

    private void followGeneral() {
        for (int c = 0; c < wallets.length; c++) {
            for (int k = 0; k < WIDTH; k++) {
                BookAccount result = results[(universe.size() + c) * WIDTH + k];
                if (result != null) {
                    follow(result, readings.generalComponent(Component.of(k), c));
                }
            }
        }
    }

    /** @return by how much the account's debit balance has changed */
    private Exact follow(BookAccount account, Exact reading) {
        Exact before = seen[account.number()];
        if (reading.equals(before)) {
            return Exact.ZERO;
        }
        seen[account.number()] = reading;
        Exact amount = account.opposite() ? before.subtract(reading) : reading.subtract(before);
        postings.add(new Posting(account, amount, account.opposite() ? reading.negate() : reading));
        sums[account.currency()] = sums[account.currency()].add(amount);
        return amount;
    }

    /** Posts the wallets, which every other account's change must have come from or gone to. */
    private List<Posting> conclude() {
        List<Posting> others = List.copyOf(postings);
        postings.clear();
        for (int c = 0; c < wallets.length; c++) {
            Exact now = readings.cash(c);
            Exact change = received[c].add(now).subtract(cash[c]);
            cash[c] = now;
            follow(wallets[c], seen[wallets[c].number()].add(change));
            require("the sum of a transaction in " + currencies.code(c), Exact.ZERO, sums[c]);
        }
        postings.addAll(others);
        return List.copyOf(postings);
    }

    /** Compares every account with the auditor; throws {@link IllegalStateException} where a change was passed over. */
    void verify() {
        List<Posting> forgotten = changes(0, universe.size());
        if (!forgotten.isEmpty()) {
            throw new IllegalStateException("changes that no record explains: " + forgotten);
        }
        for (int c = 0; c < wallets.length; c++) {
            require("the wallet of " + currencies.code(c), readings.wallet(c), seen[wallets[c].number()]);
        }
    }

    private static void require(String what, Exact expected, Exact found) {
        if (!found.equals(expected)) {
            throw new IllegalStateException(what + " is " + found + " at 1e-8, expected " + expected);
        }
    }
}
