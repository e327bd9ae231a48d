/** The instruments, dense and immutable; symbols become indices here and nowhere else. */
@NullMarked
package mnvh.universe;

import org.jspecify.annotations.NullMarked;
