/** The typed, immutable configuration of one run and the loader that reads it. */
@NullMarked
package mnvh.config;

import org.jspecify.annotations.NullMarked;
