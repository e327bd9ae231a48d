package mnvh.config;

/** Words for where a value came from. */
final class Origin {
    /** Nobody gave a value. */
    static final String DEFAULT = "default";

    private Origin() {}

    /** @return the name of a command-line override in messages and origins */
    static String flag(String key) {
        return "--set " + key;
    }

    /** @return the name of an environment variable in messages and origins */
    static String variable(String name) {
        return "environment " + name;
    }
}
