/** How we speak FIX 4.4: the gateway to a venue, and a simulated venue to speak with; the only user of QuickFIX/J. */
@NullMarked
package mnvh.fix;

import org.jspecify.annotations.NullMarked;
