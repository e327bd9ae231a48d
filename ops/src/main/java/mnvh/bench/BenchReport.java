package mnvh.bench;

import java.util.List;

/**
 * Everything one run measured.
 *
 * @param machine where
 * @param date when it began, ISO 8601 in UTC
 * @param loadBefore load average before the first group; NaN where unknown
 * @param loadAfter after the last
 * @param brief true for the short form, whose numbers mean nothing
 * @param groups in the order they were measured
 */
public record BenchReport(
        Machine machine, String date, double loadBefore, double loadAfter, boolean brief, List<Group> groups) {
    /**
     * What one JVM measured.
     *
     * @param name the group's word on the command line
     * @param summary what it measures
     * @param seconds it took
     */
    public record Group(String name, String summary, double seconds, List<Figure> figures) {}
}
