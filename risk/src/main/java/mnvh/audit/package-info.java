/**
 * The books once more, in integers without bounds: a second opinion on what the ledger says.
 *
 * <p>Shares no code with the ledger and none of its arithmetic. State follows from few facts: what was traded, what was
 * paid, the marks. Lots are those that the retained fills leave, realised profit is cost less what was paid, financing
 * is minus the cost of the lots, equity is cash plus positions.
 */
@NullMarked
package mnvh.audit;

import org.jspecify.annotations.NullMarked;
