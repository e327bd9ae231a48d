package mnvh.ledger;

import java.util.List;

/** Faults in which rates a fill pays by. */
final class TierFaults {
    static final List<LedgerFault> TIERS = List.of(
            new LedgerFault(
                    "every instrument pays by the general table",
                    "FeeSchedule.FeeSchedule",
                    "fees.of(universe.get(i).symbol())",
                    "fees.general()"),
            new LedgerFault("rates of the day before stay in force", "FeeSchedule.at", "changed = refresh();", ""),
            new LedgerFault(
                    "late fill pays by today's tier",
                    "FeeSchedule.feeOf",
                    "past ? volume.reached(timestampNs) : reached",
                    "reached"),
            new LedgerFault(
                    "day of a fill counts for its own tier",
                    "TradedVolume.reachedBefore",
                    "before < day;",
                    "before <= day;"),
            new LedgerFault(
                    "window a day too long",
                    "TradedVolume.reachedBefore",
                    "day - FeeTier.WINDOW_DAYS;",
                    "day - FeeTier.WINDOW_DAYS - 1;"),
            new LedgerFault(
                    "what was traded in an old day stays", "TradedVolume.at", "traded.clear(place(begun, c));", ""),
            new LedgerFault(
                    "coins counted as dollars",
                    "TradedVolume.reachedBefore",
                    "priced(price[c])",
                    "priced(FixedPoint.SCALE)"),
            new LedgerFault(
                    "late fill leaves today's tier", "TradedVolume.count", "return day != today;", "return false;"),
            new LedgerFault(
                    "busted fill still counts for the tiers", "Trades.bust", "fees.untraded(i, paid, filledNs);", ""),
            new LedgerFault(
                    "corrected fill counts twice for the tiers",
                    "Trades.correct",
                    "fees.untraded(i, paidBefore, filledNs);",
                    ""),
            new LedgerFault(
                    "corrected fill pays by the tier of its correction",
                    "Trades.correct",
                    "long fee = feeOf(fill, paid, filledNs);",
                    "long fee = feeOf(fill, paid, Long.MAX_VALUE);"));

    private TierFaults() {}
}
