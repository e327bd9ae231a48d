/**
 * Sums, rolling windows and performance figures over doubles; never money. What has too few observations reads NaN:
 * NOT_READY.
 */
@NullMarked
package mnvh.stats;

import org.jspecify.annotations.NullMarked;
