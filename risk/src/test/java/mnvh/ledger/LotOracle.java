package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import mnvh.config.LotMethod;

/** Lots of one instrument from their definition, in unlimited integers and a plain list. */
final class LotOracle {
    private final LotMethod method;
    private final int capacity;
    private final List<Lot> lots = new ArrayList<>();
    private BigInteger position = BigInteger.ZERO;
    private BigInteger realised = BigInteger.ZERO;

    /** An open lot. */
    private record Lot(BigInteger quantity, BigInteger cost, BigInteger fees, long id, long timeNs) {
        Lot plus(Lot other) {
            return new Lot(quantity.add(other.quantity), cost.add(other.cost), fees.add(other.fees), id, timeNs);
        }
    }

    LotOracle(LotMethod method, int capacity) {
        this.method = method;
        this.capacity = method == LotMethod.AVERAGE ? 1 : capacity;
    }

    /** @return the same, to go on from here by itself */
    LotOracle copy() {
        LotOracle copy = new LotOracle(method, capacity);
        copy.lots.addAll(lots);
        copy.position = position;
        copy.realised = realised;
        return copy;
    }

    void fill(long id, long timeNs, long signed, long paid, long fee) {
        BigInteger delta = BigInteger.valueOf(signed);
        BigInteger quantity = delta.abs();
        BigInteger closing =
                position.signum() * delta.signum() < 0 ? position.abs().min(quantity) : BigInteger.ZERO;
        BigInteger closingPaid = share(BigInteger.valueOf(paid), closing, quantity);
        BigInteger openingFee = BigInteger.valueOf(fee).subtract(share(BigInteger.valueOf(fee), closing, quantity));
        if (closing.signum() > 0) {
            realised = realised.subtract(close(closing).add(closingPaid));
        }
        BigInteger opening = quantity.subtract(closing);
        if (opening.signum() > 0) {
            open(new Lot(opening, BigInteger.valueOf(paid).subtract(closingPaid), openingFee, id, timeNs));
        }
        position = position.add(delta);
    }

    private BigInteger close(BigInteger quantity) {
        BigInteger left = quantity;
        BigInteger cost = BigInteger.ZERO;
        while (left.signum() > 0) {
            int at = method == LotMethod.LIFO ? lots.size() - 1 : 0;
            Lot lot = lots.get(at);
            BigInteger part = left.min(lot.quantity);
            BigInteger partCost = share(lot.cost, part, lot.quantity);
            BigInteger partFees = share(lot.fees, part, lot.quantity);
            cost = cost.add(partCost);
            left = left.subtract(part);
            if (part.equals(lot.quantity)) {
                lots.remove(at);
            } else {
                BigInteger rest = lot.quantity.subtract(part);
                lots.set(
                        at,
                        new Lot(rest, lot.cost.subtract(partCost), lot.fees.subtract(partFees), lot.id, lot.timeNs));
            }
        }
        return cost;
    }

    private void open(Lot lot) {
        if (lots.size() == capacity && capacity == 1) {
            lots.set(0, lots.get(0).plus(lot));
            return;
        }
        if (lots.size() == capacity) {
            lots.set(0, lots.get(0).plus(lots.remove(1)));
        }
        lots.add(lot);
    }

    private static BigInteger share(BigInteger amount, BigInteger part, BigInteger whole) {
        return new BigDecimal(amount.multiply(part))
                .divide(new BigDecimal(whole), 0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact();
    }

    /** Expects instrument {@code i} of {@code ledger} to hold exactly these lots, position and profit. */
    void assertHolds(Ledger ledger, int i) {
        Lots actual = ledger.lots(i);
        assertEquals(position, BigInteger.valueOf(ledger.position(i)), "position");
        assertEquals(realised, BigInteger.valueOf(ledger.realised(i)), "realised");
        BigInteger cost = BigInteger.ZERO;
        List<Lot> seen = new ArrayList<>();
        for (int rank = 0; rank < actual.count(); rank++) {
            seen.add(new Lot(
                    BigInteger.valueOf(actual.quantity(rank)),
                    BigInteger.valueOf(actual.cost(rank)),
                    BigInteger.valueOf(actual.fees(rank)),
                    actual.id(rank),
                    actual.openedNs(rank)));
            cost = cost.add(BigInteger.valueOf(actual.cost(rank)));
        }
        assertEquals(lots, seen);
        assertEquals(cost, BigInteger.valueOf(actual.cost()), "cost");
    }
}
