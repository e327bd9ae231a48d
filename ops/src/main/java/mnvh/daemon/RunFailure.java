package mnvh.daemon;

/** A run that ends with a known exit code; the message is ready to print. */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /** @param message what the user reads */
    public RunFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** @return how the process ends */
    public ExitCode exitCode() {
        return exitCode;
    }
}
