/** What we own, in exact integers: double-entry accounts, lots, fees, funding. Only this package changes money. */
@NullMarked
package mnvh.ledger;

import org.jspecify.annotations.NullMarked;
