package mnvh.monitor;

/**
 * Which program runs.
 *
 * @param version the project's version
 * @param revision the git id it was built from, or "unknown"
 * @param java the Java version it runs on
 */
public record BuildIdentity(String version, String revision, String java) {}
