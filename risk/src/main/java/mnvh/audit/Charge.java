package mnvh.audit;

import mnvh.units.Component;

/**
 * A fee or rebate that belongs to a fill.
 *
 * @param row the row that pays it
 * @param component the component it is part of
 * @param amount at 10^-8, positive is a cost
 * @param ofLot true when it is in the instrument's settlement currency, and so part of its lots' fees
 */
record Charge(Row row, Component component, Exact amount, boolean ofLot) {
    void post() {
        row.receive(amount.negate());
        row.post(component, amount.negate());
    }

    void reverse() {
        row.receive(amount);
        row.post(component, amount);
    }
}
