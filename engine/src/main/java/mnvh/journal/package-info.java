/** Sessions on disk: what entered and left the core, sealed record by record; the only user of Chronicle Queue. */
@NullMarked
package mnvh.journal;

import org.jspecify.annotations.NullMarked;
