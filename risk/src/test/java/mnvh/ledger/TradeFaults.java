package mnvh.ledger;

import java.util.List;

/** Faults in what becomes of a fill, from its fee to its end. */
final class TradeFaults {
    /** Between what is undone and what comes next where all went well. */
    private static final String UNDONE =
            "\n            history.rebuild(rebuilt);\n            throw e;\n        }\n        ";

    static final List<LedgerFault> FEES = List.of(
            new LedgerFault(
                    "fee charged twice",
                    "Trades.fillWithCare",
                    "stage(held, cashflow, paid, move.gain());\n        Account",
                    "stage(held, cashflow, paid, move.gain());"
                            + " charge(fee < 0 ? Account.REBATES : Account.TRADING_FEES, feeRow, fee);"
                            + "\n        Account"),
            new LedgerFault(
                    "fee charged twice on the straight way",
                    "Books.trade",
                    "(margined ? gain : -paid) - fee",
                    "(margined ? gain : -paid) - 2 * fee"),
            new LedgerFault(
                    "fee lost to the lot on the straight way",
                    "StraightFill.book",
                    "delta, quantity, paid, fee, fill.timestampNs);",
                    "delta, quantity, paid, 0, fill.timestampNs);"),
            new LedgerFault("fee of the straight way cut", "StraightFill.book", "Rounding.CEILING", "Rounding.FLOOR"),
            new LedgerFault(
                    "fee with the wrong sign",
                    "Trades.charge",
                    "charge(Account account, int row, long fee) {",
                    "charge(Account account, int row, long cost) { long fee = -cost;"),
            new LedgerFault(
                    "fee on its account, but not out of the wallet",
                    "Trades.charge",
                    "posting.credit(Account.WALLET, row, fee);",
                    ""),
            new LedgerFault(
                    "trading fee on the clearing account",
                    "Trades.fillWithCare",
                    "Account.TRADING_FEES;\n        charge(feeAccount, feeRow, fee);\n        books",
                    "Account.CLEARING_FEES;\n        charge(feeAccount, feeRow, fee);\n        books"),
            new LedgerFault(
                    "rebate booked as a negative fee",
                    "Trades.fill",
                    "fee < 0 ? Account.REBATES : Account.TRADING_FEES;\n        charge(feeAccount, feeRow, fee);"
                            + "\n        books",
                    "Account.TRADING_FEES;\n        charge(feeAccount, feeRow, fee);\n        books"),
            new LedgerFault(
                    "fee in a third currency booked as one of the instrument's",
                    "Trades.feeRow",
                    "fill.charged ? rows.ofFee(fill.instrument, fill.feeCurrency) : fill.instrument",
                    "fill.instrument"),
            new LedgerFault(
                    "fee in a third currency added to the lot",
                    "Trades.fillWithCare",
                    "long lotFee = feeRow == i ? fee : 0;",
                    "long lotFee = fee;"),
            new LedgerFault(
                    "fee lost to the lot",
                    "Trades.fillWithCare",
                    "long lotFee = feeRow == i ? fee : 0;",
                    "long lotFee = 0;"),
            new LedgerFault(
                    "fee on the quantity held instead of the fill's",
                    "Trades.feeOf",
                    "Math.absExact(paid), fill.quantity, filledNs)",
                    "Math.absExact(paid), Math.abs(holdings.position[fill.instrument]), filledNs)"),
            new LedgerFault("reported commission not charged", "Trades.feeOf", "? fill.fee", "? 0"),
            new LedgerFault("no fee by schedule after a reported commission", "Execution.of", "charged = false;", ""),
            new LedgerFault(
                    "maker pays what takers pay",
                    "FeeSchedule.setTier",
                    "Liquidity.MAKER.ordinal()] = makerRate",
                    "Liquidity.MAKER.ordinal()] = takerRate"),
            new LedgerFault(
                    "minimum fee in place of a rebate", "FeeSchedule.fee", "return inForce < 0 ? fee : ", "return "),
            new LedgerFault(
                    "fee above its maximum", "FeeSchedule.fee", "Math.min(maximum[instrument], ", "Math.max(0, "),
            new LedgerFault(
                    "fee not rounded up",
                    "FeeSchedule.proportional",
                    "int up = rest == 0 ? 0",
                    "int up = rest != 0 ? 0"),
            new LedgerFault(
                    "tax on the account of other fees", "Account.ofFee", "return TAXES;", "return OTHER_FEES;"));

    static final List<LedgerFault> POSITIONS = List.of(
            new LedgerFault("short positions not marked", "Ledger.mark", "if (position != 0) {", "if (position > 0) {"),
            new LedgerFault("mark announced, not booked", "Ledger.mark", "books.commit(marking);", ""),
            new LedgerFault("mark booked, not kept", "Ledger.mark", "held.mark(price);", ""),
            new LedgerFault(
                    "position valued on the quantity before the trade",
                    "Trades.fillWithCare",
                    "cashflowTo(held, after, mark)",
                    "cashflowTo(held, lots.position(), mark)"),
            new LedgerFault(
                    "position valued on the quantity before the trade on the straight way",
                    "StraightFill.book",
                    "multiply(after, mark, Rounding.HALF_EVEN) : value(i, after, mark)",
                    "multiply(after - delta, mark, Rounding.HALF_EVEN) : value(i, after - delta, mark)"),
            new LedgerFault(
                    "position valued at the fill's price",
                    "Trades.fillWithCare",
                    "cashflowTo(held, after, mark)",
                    "cashflowTo(held, after, fill.price)"),
            new LedgerFault(
                    "position valued at the fill's price on the straight way",
                    "StraightFill.book",
                    "multiply(after, mark, Rounding.HALF_EVEN) : value(i, after, mark)",
                    "multiply(after, fill.price, Rounding.HALF_EVEN) : value(i, after, fill.price)"),
            new LedgerFault(
                    "every fill's price becomes the mark",
                    "Trades.fillWithCare",
                    "held.mark(mark);",
                    "held.mark(fill.price);"),
            new LedgerFault(
                    "edge booked as mark to market",
                    "Trades.stage",
                    "Account.EXECUTION_EDGE",
                    "Account.MARK_TO_MARKET"),
            new LedgerFault(
                    "wallet not moved for realised profit",
                    "Trades.stage",
                    "posting.debit(Account.WALLET, i, gain);",
                    "posting.debit(Account.FINANCING, i, gain);"),
            new LedgerFault(
                    "financing not reversed where a lot closes",
                    "Trades.stage",
                    "Account.FINANCING, i, Math.addExact(paid, gain)",
                    "Account.FINANCING, i, Math.max(0, Math.addExact(paid, gain))"),
            new LedgerFault(
                    "margined position paid out of the wallet",
                    "Trades.stage",
                    "if (held.margined) {",
                    "if (held.instrument.kind().inverse()) {"),
            new LedgerFault(
                    "unrealised profit adds the cost",
                    "Ledger.unrealised",
                    "value(i) - lots(i).cost()",
                    "value(i) + lots(i).cost()"),
            new LedgerFault("fill counted twice", "Ledger.fill", "fills++;", "fills += 2;"),
            new LedgerFault(
                    "profit of the last fill not told", "StraightFill.book", "holdings.lastRealised = gain;", ""));

    static final List<LedgerFault> LOTS = List.of(
            new LedgerFault(
                    "last lot first, where the first was asked for",
                    "Lots.Lots",
                    "config.method() == LotMethod.LIFO",
                    "config.method() == LotMethod.FIFO"),
            new LedgerFault("merged lot loses its cost", "Lots.merge", "words[lot + COST] += lotCost;", ""),
            new LedgerFault("merged lot loses its fee", "Lots.merge", "words[lot + FEES] += lotFees;", ""),
            new LedgerFault(
                    "merged lot takes the younger one's time",
                    "Lots.makeRoom",
                    "words[second + OPENED_NS] = words[oldest + OPENED_NS];",
                    ""),
            new LedgerFault(
                    "lot keeps the fee of the part that closed",
                    "Lots.close",
                    "words[lot + FEES] -= share(words[lot + FEES], left, open);",
                    ""),
            new LedgerFault(
                    "lot keeps the cost of the part that closed", "Lots.close", "words[lot + COST] -= part;", ""),
            new LedgerFault(
                    "share cut instead of rounded", "Lots.share", "Rounding.HALF_EVEN", "Rounding.TOWARDS_ZERO"),
            new LedgerFault(
                    "fill through zero opens with the whole fee",
                    "LotMove.plan",
                    "opening == 0 ? 0 : fee - Lots.share(fee, closing, quantity)",
                    "opening == 0 ? 0 : fee"),
            new LedgerFault(
                    "fill through zero on the straight way opens with the whole fee",
                    "Lots.trade",
                    "fee - share(fee, closing, quantity)",
                    "fee"),
            new LedgerFault(
                    "realised profit with the wrong sign on the straight way",
                    "Lots.trade",
                    "words[at + REALISED] += gain;",
                    "words[at + REALISED] -= gain;"),
            new LedgerFault(
                    "realised profit with the wrong sign",
                    "LotMove.plan",
                    "gain = Math.negateExact(Math.addExact(closedCost, closingPaid));",
                    "gain = Math.addExact(closedCost, closingPaid);"));

    static final List<LedgerFault> CHANGES = List.of(
            new LedgerFault(
                    "bust keeps the fee",
                    "Trades.bust",
                    "-booked.fee(at));\n        held.charges.giveBack(id, posting);",
                    "0);\n        held.charges.giveBack(id, posting);"),
            new LedgerFault("bust keeps the late fee", "Trades.bust", "held.charges.giveBack(id, posting);", ""),
            new LedgerFault(
                    "bust leaves the lots",
                    "Trades.rebook",
                    "held.lots.copy(rebuilt);\n        holdings.lastRealised",
                    "holdings.lastRealised"),
            new LedgerFault(
                    "bust pays once more instead of back",
                    "Trades.bust",
                    "Math.negateExact(booked.paid(at))",
                    "booked.paid(at)"),
            new LedgerFault("bust can come again", "Trades.bust", "history.remove(at);", ""),
            new LedgerFault(
                    "bust takes out the fill before",
                    "Trades.bust",
                    "history.remove(at);",
                    "history.remove(Math.max(0, at - 1));"),
            new LedgerFault(
                    "bust of an unknown fill takes a later one",
                    "FillHistory.find",
                    "ring.id(n) == id",
                    "ring.id(n) >= id"),
            new LedgerFault("refused bust forgets the fill", "Trades.bust", "history.restore(at);", ""),
            new LedgerFault(
                    "correction forgets the old fee",
                    "Trades.correct",
                    "-booked.fee(at));\n        held.charges.giveBack(oldId, posting);",
                    "0);\n        held.charges.giveBack(oldId, posting);"),
            new LedgerFault(
                    "correction forgets the late fee", "Trades.correct", "held.charges.giveBack(oldId, posting);", ""),
            new LedgerFault(
                    "corrected fill keeps its old name",
                    "FillRing.replace",
                    "takeOut(entry);\n        words[entry + ID] = id;",
                    "takeOut(entry);"),
            new LedgerFault(
                    "refused correction stays in the history",
                    "Trades.correct",
                    "booked.unreplace(at);" + UNDONE + "held.charges",
                    UNDONE + "held.charges"),
            new LedgerFault(
                    "refused late fee stays in the lot",
                    "Trades.lateFee",
                    "booked.unreplace(at);" + UNDONE + "held.lots",
                    UNDONE + "held.lots"),
            new LedgerFault(
                    "bust forgets the late fees of other fills",
                    "Charges.drop",
                    "if (fills[at] != fill) {",
                    "if (fills[at] == fill) {"),
            new LedgerFault(
                    "late fee in the instrument's row, whatever its currency",
                    "Trades.lateFee",
                    "int row = rows.ofFee(i, currency);",
                    "int row = i;"),
            new LedgerFault(
                    "late fee lost to the lot",
                    "Trades.lateFee",
                    "booked.addFee(at, row == i ? fee : 0);",
                    "booked.addFee(at, 0);"),
            new LedgerFault(
                    "late fee of any kind is a trading fee",
                    "Trades.lateFee",
                    "Account.ofFee(kind)",
                    "Account.TRADING_FEES"),
            new LedgerFault("fills that leave the history leave the lots", "FillHistory.moveOn", "base = later;", ""),
            new LedgerFault(
                    "place of a fill's fee not kept",
                    "FillRing.add",
                    "if (feePlace != fees.usualPlace()) {",
                    "if (fee != lotFee) {"),
            new LedgerFault(
                    "usual fee not kept among others",
                    "FillRing.add",
                    "fees.set(place(entry), fee, feePlace);\n        }\n        tail",
                    "}\n        tail"),
            new LedgerFault(
                    "fees before the first unusual one not kept",
                    "FillRing.keepFeesApart",
                    "fees.set(place(entry), words[entry + LOT_FEE], fees.usualPlace());\n            }",
                    "}"),
            new LedgerFault(
                    "copy of the lots keeps a busted fill",
                    "FillHistory.rebuild",
                    "if (n == laterAt && n != 0) {",
                    "if (n < 0) {"));

    static final List<LedgerFault> SETTLEMENT = List.of(
            new LedgerFault(
                    "settlement with edge",
                    "Trades.settle",
                    "long paid = held.instrument.value(delta, price);",
                    "long paid = held.instrument.value(delta, held.mark());"),
            new LedgerFault("settlement leaves the position", "Trades.settle", "holdings.position[i] = 0;", ""),
            new LedgerFault("settlement leaves the lots", "Trades.settle", "move.apply(lots, id, timestampNs);", ""),
            new LedgerFault("settled instrument trades on", "Trades.settle", "held.settle();", ""));

    private TradeFaults() {}
}
