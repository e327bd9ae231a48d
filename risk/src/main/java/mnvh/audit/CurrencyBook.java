package mnvh.audit;

import mnvh.units.Component;

/** Cash, positions and components of one currency, in that currency at 10^-8. One thread. */
final class CurrencyBook {
    private final String code;
    private final Row total = new Row(null);
    private final Row general = new Row(total);
    private final Exact opening;
    private Exact positionValue = Exact.ZERO;
    private long interestNs = Long.MIN_VALUE;

    /** @param opening cash that no event brought */
    CurrencyBook(String code, Exact opening) {
        this.code = code;
        this.opening = opening;
        general.receive(opening);
    }

    /** @return the sum of all rows */
    Row total() {
        return total;
    }

    /** Money comes in or goes out of the general row. */
    void receive(Component component, Exact amount) {
        general.receive(amount);
        general.post(component, amount);
    }

    /** What was in suspense has that reason; throws {@link IllegalArgumentException} for what cannot be one. */
    void resolve(Component reason, Exact amount) {
        switch (reason) {
            case FEE, CLEARING_FEE, REGULATORY_FEE, TAX, OTHER_FEE, REBATE, FUNDING, BORROW, INTEREST, EXTERNAL -> {
                general.post(Component.SUSPENSE, amount.negate());
                general.post(reason, amount);
            }
            default -> throw new IllegalArgumentException(reason + " cannot be the reason of money in suspense");
        }
    }

    /** @return the row of what belongs to no instrument of this currency */
    Row general() {
        return general;
    }

    void addPositionValue(Exact change) {
        positionValue = positionValue.add(change);
    }

    Exact positionValue() {
        return positionValue;
    }

    /** @return cash and positions */
    Exact equity() {
        return total.cash().add(positionValue);
    }

    /** @return false, and nothing accrued, for a boundary not newer than the last */
    boolean accrue(Exact wallet, Exact rate, long boundaryNs) {
        if (boundaryNs <= interestNs) {
            return false;
        }
        interestNs = boundaryNs;
        receive(Component.INTEREST, Exact.halfEven(wallet, rate, Exact.RATE_SCALE));
        return true;
    }

    /** @throws AuditException unless equity has changed by the components and nothing else */
    void check() {
        AuditException.requireEqual(code, "change of equity", total.earned(), equity().subtract(opening));
    }
}
