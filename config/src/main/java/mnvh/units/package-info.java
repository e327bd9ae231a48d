/** Fixed-point arithmetic and the small words every storey uses. */
@NullMarked
package mnvh.units;

import org.jspecify.annotations.NullMarked;
