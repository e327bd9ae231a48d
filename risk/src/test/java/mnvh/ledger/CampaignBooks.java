package mnvh.ledger;

import mnvh.units.FeeKind;
import mnvh.units.Liquidity;
import mnvh.units.Side;

/** What a campaign's events are done to: the ledger, or the ledger with the auditor at its side. */
interface CampaignBooks {
    Effect mark(int i, long price);

    Effect fill(
            long id, int i, Side side, long quantity, long price, Liquidity liquidity, Commission paid, long timeNs);

    Effect bust(int i, long id);

    Effect correct(long oldId, long id, int i, Side side, long quantity, long price, Commission paid);

    Effect lateFee(int i, long id, FeeKind kind, int currency, long fee);

    Effect settle(long id, int i, long price, long timeNs);

    Effect funding(int i, long rate, long price, long boundaryNs);

    Effect borrow(int i, long rate, long boundaryNs);

    Effect interest(int currency, long rate, long boundaryNs);

    Effect external(int currency, long amount);

    Effect suspend(int currency, long amount);

    Effect resolve(int currency, Account account, long amount);

    Effect convert(int from, long paid, int to, long received, long nowNs);

    Effect indexPrice(int currency, long price, long timeNs);

    Effect closeStep(long nowNs);

    /** What an event did. */
    enum Effect {
        /** What it is for. */
        DONE,
        /** Nothing, by the rules. */
        NOTHING,
        /** Nothing: it cannot be booked. */
        REFUSED
    }

    /**
     * What the venue says a fill cost.
     *
     * @param reported false for what the schedule charges
     */
    record Commission(boolean reported, int currency, long amount) {
        static final Commission SCHEDULED = new Commission(false, 0, 0);
    }
}
