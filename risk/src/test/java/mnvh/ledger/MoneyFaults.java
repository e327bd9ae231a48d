package mnvh.ledger;

import java.util.List;

/** Faults in money that moves without a trade, and in the books themselves. */
final class MoneyFaults {
    static final List<LedgerFault> CARRY = List.of(
            new LedgerFault(
                    "funding with the wrong sign",
                    "Carry.funding",
                    "Math.negateExact(FixedPoint.multiplyRate(instrument",
                    "(FixedPoint.multiplyRate(instrument"),
            new LedgerFault(
                    "funding on what is held now",
                    "Carry.held",
                    "Math.subtractExact(holdings.position[i], holdings.of(i).history.quantityAfter(instantNs))",
                    "holdings.position[i]"),
            new LedgerFault(
                    "funding leaves out fills of the boundary itself",
                    "FillHistory.quantityAfter",
                    "timestampNs(n) > instantNs",
                    "timestampNs(n) >= instantNs"),
            new LedgerFault(
                    "funding of one boundary booked twice",
                    "Boundaries.look",
                    "boundaryNs > untilNs[owner]",
                    "boundaryNs >= untilNs[owner]"),
            new LedgerFault(
                    "funding of an old boundary booked",
                    "Boundaries.look",
                    "boundaryNs > untilNs[owner]",
                    "boundaryNs != untilNs[owner]"),
            new LedgerFault(
                    "funding never booked",
                    "Boundaries.look",
                    "boundaryNs > untilNs[owner]",
                    "boundaryNs == untilNs[owner]"),
            new LedgerFault(
                    "funding at the price of another instrument",
                    "Carry.funding",
                    "instrument.notional(held, price)",
                    "instrument.notional(held, Math.max(1, holdings.of(0).mark()))"),
            new LedgerFault(
                    "borrow on longs",
                    "Carry.borrow",
                    "Math.min(0, books.balance(Account.POSITION_VALUE, i))",
                    "-Math.abs(books.balance(Account.POSITION_VALUE, i))"),
            new LedgerFault("borrow of one boundary booked twice", "Carry.borrow", "borrowed.book(i, boundaryNs);", ""),
            new LedgerFault(
                    "interest on the general row alone",
                    "Carry.interest",
                    "books.total(Account.WALLET, currency)",
                    "books.balance(Account.WALLET, books.rows().general(currency))"));

    static final List<LedgerFault> CASH = List.of(
            new LedgerFault(
                    "external money booked as suspense",
                    "CashMoves.external",
                    "receive(Account.EXTERNAL, currency, amount);",
                    "receive(Account.SUSPENSE, currency, amount);"),
            new LedgerFault(
                    "suspense resolved to the wrong side",
                    "CashMoves.resolve",
                    "posting.debit(Account.SUSPENSE, row, amount);\n        posting.credit(account, row, amount);",
                    "posting.credit(Account.SUSPENSE, row, amount);\n        posting.debit(account, row, amount);"),
            new LedgerFault(
                    "currencies of a conversion swapped",
                    "Ledger.convert",
                    "cashMoves.convert(from, paid, to, received);",
                    "cashMoves.convert(to, paid, from, received);"),
            new LedgerFault(
                    "conversion without a rate", "Translation.fresh", "(price[currency] != 0 && nowNs", "(nowNs"),
            new LedgerFault(
                    "currency without a rate reported at 1.0",
                    "Translation.close",
                    "boolean converted = price[c] == 0 || tryToConvert(c);",
                    "price[c] = Math.max(price[c], FixedPoint.SCALE); boolean converted = tryToConvert(c);"),
            new LedgerFault(
                    "conversion at a late rate",
                    "Translation.fresh",
                    "nowNs - pricedNs[currency] <= maxAgeNs",
                    "nowNs - pricedNs[currency] <= Long.MAX_VALUE"),
            new LedgerFault(
                    "older index price accepted",
                    "Translation.price",
                    "timestampNs < pricedNs[currency]",
                    "timestampNs < 0"),
            new LedgerFault(
                    "FX with the wrong sign",
                    "Translation.reprice",
                    "Math.addExact(reported[fx], change)",
                    "Math.subtractExact(reported[fx], change)"),
            new LedgerFault(
                    "what came before an index price converted at it",
                    "Translation.reprice",
                    "convert(currency);\n        long revalued",
                    "long revalued"),
            new LedgerFault(
                    "components converted again at every step",
                    "Translation.convert",
                    "done[row + k] = components.inCurrency(Component.of(k), currency);",
                    ""),
            new LedgerFault(
                    "ROUNDING left out",
                    "Translation.convert",
                    "Math.subtractExact(Math.subtractExact(next, translated[currency]), sum)",
                    "0"),
            new LedgerFault(
                    "converted amount cut instead of rounded",
                    "Translation.at",
                    "Rounding.HALF_EVEN",
                    "Rounding.TOWARDS_ZERO"));

    static final List<LedgerFault> BOOKS = List.of(
            new LedgerFault("overflow not undone", "Books.commitCarefully", "undo(posting);", ""),
            new LedgerFault(
                    "overflow undone by half",
                    "Books.undo",
                    "move(posting.account(leg), posting.row(leg), -posting.amount(leg));",
                    "words[of(posting.row(leg)) + posting.account(leg)] -= posting.amount(leg);"),
            new LedgerFault("row moved, total not", "Books.move", "words[totalOf[row] + account] += amount;", ""),
            new LedgerFault(
                    "row moved, total not, on the straight way",
                    "Books.trade",
                    "words[total + POSITION_VALUE] += valueChange;",
                    ""),
            new LedgerFault("room kept after a posting that was looked at", "Books.commitCarefully", "room = 0;", ""),
            new LedgerFault(
                    "component announced to the listener not at all",
                    "ComponentTotals.add",
                    "listener.onComponent(component, rows.instrument(row), rows.currency(row), amount);",
                    ""),
            new LedgerFault(
                    "component announced to the listener not at all on the straight way",
                    "ComponentTotals.trade",
                    "listener.onComponent(Component.EDGE, i, currency, edge);",
                    ""),
            new LedgerFault(
                    "component lost to the totals",
                    "ComponentTotals.add",
                    "words[of(row) + component.ordinal()] += amount;",
                    ""),
            new LedgerFault(
                    "component lost to the totals on the straight way",
                    "ComponentTotals.trade",
                    "sums[cell + CASHFLOW] += cashflow;",
                    ""));

    private MoneyFaults() {}
}
