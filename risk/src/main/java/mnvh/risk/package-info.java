/** What we may do: from a proposed basket to one that every limit admits. */
@NullMarked
package mnvh.risk;

import org.jspecify.annotations.NullMarked;
