/** What enters and leaves the core: flyweights whose bytes are the bytes on disk, and the ports they pass. */
@NullMarked
package mnvh.event;

import org.jspecify.annotations.NullMarked;
