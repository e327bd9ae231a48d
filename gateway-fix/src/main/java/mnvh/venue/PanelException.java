package mnvh.venue;

/** A data file that cannot be used; the message holds every problem with its place and is ready to print. */
public final class PanelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param report all problems, as the user reads them */
    public PanelException(String report) {
        super(report);
    }

    PanelException(String report, Throwable cause) {
        super(report, cause);
    }
}
