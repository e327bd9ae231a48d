package mnvh.ledger;

/** Which identity of the books was found broken. */
public enum Breach {
    /** Every identity holds. */
    NONE,
    /** dV = MTM + TC: position value is not what positions times marks and the components say. */
    POSITIONS,
    /** dC = -TC + X - fees + funding: cash is not what the components say. */
    CASH,
    /** dW = MTM + X - fees + funding: equity is not what the components say. */
    EQUITY,
    /** The books do not sum to zero, or an income account differs from its component. */
    BOOKS,
    /** The open lots are not the position, or a financing account is not their cost. */
    LOTS,
    /** realised + unrealised = MTM + X: profit by lots is not profit by components. */
    REALISED
}
