/** What the program's parts cost on this machine, each beside the limit it is judged by. */
@NullMarked
package mnvh.bench;

import org.jspecify.annotations.NullMarked;
