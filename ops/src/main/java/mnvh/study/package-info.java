/** What the estimators make of markets whose truth is known. */
@NullMarked
package mnvh.study;

import org.jspecify.annotations.NullMarked;
