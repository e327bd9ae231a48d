package mnvh.audit;

/**
 * An open lot.
 *
 * @param id of the fill that opened it; of merged lots, the oldest
 * @param quantity contracts at 10^-8, positive
 * @param cost what it cost in all, settlement currency at 10^-8; of a linear short, and of an inverse long, negative
 * @param fees paid to open it in the settlement currency at 10^-8, rebates negative
 * @param openedNs when it was opened; of merged lots, the oldest
 */
public record AuditLot(long id, Exact quantity, Exact cost, Exact fees, long openedNs) {
    /** @return this lot and a younger one as one, known by this one's id and time */
    AuditLot merged(AuditLot younger) {
        return new AuditLot(
                id, quantity.add(younger.quantity), cost.add(younger.cost), fees.add(younger.fees), openedNs);
    }

    /** @return what is left when {@code part} of the quantity, less than all of it, is closed */
    AuditLot without(Exact part) {
        return new AuditLot(
                id,
                quantity.subtract(part),
                cost.subtract(Exact.share(cost, part, quantity)),
                fees.subtract(Exact.share(fees, part, quantity)),
                openedNs);
    }
}
