/** What a session did: figures, tables and texts made from its journal alone. */
@NullMarked
package mnvh.report;

import org.jspecify.annotations.NullMarked;
