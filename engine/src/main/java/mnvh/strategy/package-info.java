/**
 * What to hold: synchronised prices, weights, what dispersion has been doing, and the update rule. An estimator that
 * has too few steps reads NaN: NOT_READY.
 */
@NullMarked
package mnvh.strategy;

import org.jspecify.annotations.NullMarked;
