/** The arithmetic of a step in vectors, for JVMs that are given the module jdk.incubator.vector. */
@NullMarked
package mnvh.vector;

import org.jspecify.annotations.NullMarked;
