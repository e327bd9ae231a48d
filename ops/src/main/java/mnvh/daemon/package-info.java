/** How the program is started, watched and stopped: command line, live view, wiring. The only composition root. */
@NullMarked
package mnvh.daemon;

import org.jspecify.annotations.NullMarked;
