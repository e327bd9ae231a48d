package mnvh.bench;

import java.util.List;

/** A group of figures that are measured together, in a JVM of their own. */
public interface Benchmark {
    /** @return the word that names the group on the command line */
    String name();

    /** @return what it measures, one line */
    String summary();

    /** @return flags its JVM needs beyond those of the others */
    default List<String> jvmFlags() {
        return List.of();
    }

    /** Measures and hands every figure to {@code meter}. */
    void run(Meter meter) throws Exception;
}
