/** The simulated venue: recorded and synthetic markets, order books with depth, and bar fills for backtests. */
@NullMarked
package mnvh.venue;

import org.jspecify.annotations.NullMarked;
