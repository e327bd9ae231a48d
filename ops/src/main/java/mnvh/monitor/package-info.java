/**
 * What an operator watches: counters read from the record streams, metrics, health. The only user of Micrometer and
 * HTTP.
 */
@NullMarked
package mnvh.monitor;

import org.jspecify.annotations.NullMarked;
