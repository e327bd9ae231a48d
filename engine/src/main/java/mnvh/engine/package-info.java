/**
 * The rings and the one handler that decides.
 *
 * <pre>
 *   edge threads --> INGRESS RING --> core thread: journal inbound, then MnvhStepHandler
 *                                                                         |
 *   exit thread: journal outbound, then venue  <-- EGRESS RING <----------+
 * </pre>
 */
@NullMarked
package mnvh.engine;

import org.jspecify.annotations.NullMarked;
