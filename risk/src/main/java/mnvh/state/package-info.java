/** What the core's state is, as numbers: the contract behind the state hash. */
@NullMarked
package mnvh.state;

import org.jspecify.annotations.NullMarked;
