/** From a basket to orders, and from reports to order states. */
@NullMarked
package mnvh.order;

import org.jspecify.annotations.NullMarked;
