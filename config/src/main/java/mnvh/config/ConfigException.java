package mnvh.config;

/** A configuration that cannot be run; the message holds every problem with its place and is ready to print. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param report all problems, as the user reads them */
    public ConfigException(String report) {
        super(report);
    }
}
