package mnvh.ledger;

/** Which identity of the books was found broken. */
public enum Breach {
    /** Every identity holds. */
    NONE,
    /** dV = MTM + TC: position value is not what positions times marks and the components say. */
    POSITIONS,
    /** dC = -TC + X + every other component: cash is not what the components say. */
    CASH,
    /** Equity in the reporting currency is not what the converted components say. */
    EQUITY,
    /** The books do not sum to zero, an income account differs from its component, or rows differ from their total. */
    BOOKS,
    /** The open lots are not the position, or a financing account is not their cost. */
    LOTS,
    /** realised + unrealised = MTM + X: profit by lots is not profit by components. */
    REALISED
}
