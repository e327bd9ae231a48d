package mnvh.bench;

/** A measurement that did not come about: its process failed, or said what nobody understands. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what the user reads */
    public BenchException(String message) {
        super(message);
    }
}
