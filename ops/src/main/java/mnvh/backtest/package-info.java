/** Recorded bars through the production handler, on one thread. */
@NullMarked
package mnvh.backtest;

import org.jspecify.annotations.NullMarked;
