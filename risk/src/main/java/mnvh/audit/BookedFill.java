package mnvh.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A fill as it stands in the books.
 *
 * @param quantity contracts at 10^-8, signed
 * @param paid value at the fill's price, settlement currency at 10^-8, negative when received
 * @param charges its fees, late ones too
 */
record BookedFill(long id, Exact quantity, Exact paid, List<Charge> charges, long timestampNs) {
    /** @return fees in the settlement currency at 10^-8, rebates negative */
    Exact lotFee() {
        Exact sum = Exact.ZERO;
        for (int n = 0; n < charges.size(); n++) {
            Charge charge = charges.get(n);
            if (charge.ofLot()) {
                sum = sum.add(charge.amount());
            }
        }
        return sum;
    }

    /** @return this fill without what only the books need */
    StandingFill standing() {
        return new StandingFill(id, quantity, paid, lotFee(), timestampNs);
    }

    /** @return the same fill with one more fee */
    BookedFill with(Charge late) {
        List<Charge> all = new ArrayList<>(charges);
        all.add(late);
        return new BookedFill(id, quantity, paid, List.copyOf(all), timestampNs);
    }

    void postCharges() {
        for (int n = 0; n < charges.size(); n++) {
            charges.get(n).post();
        }
    }

    void reverseCharges() {
        for (int n = 0; n < charges.size(); n++) {
            charges.get(n).reverse();
        }
    }
}
