package mnvh.ledger;

import java.util.List;
import java.util.stream.Stream;

/** Faults of the ledger, each of which somebody must notice. */
final class LedgerFaults {
    /** Every one of them. */
    static final List<LedgerFault> ALL = Stream.of(
                    TradeFaults.FEES,
                    TierFaults.TIERS,
                    TradeFaults.POSITIONS,
                    TradeFaults.LOTS,
                    TradeFaults.CHANGES,
                    TradeFaults.SETTLEMENT,
                    MoneyFaults.CARRY,
                    MoneyFaults.CASH,
                    MoneyFaults.BOOKS)
            .flatMap(List::stream)
            .toList();

    private LedgerFaults() {}
}
