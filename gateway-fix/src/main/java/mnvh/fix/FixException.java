package mnvh.fix;

/** A FIX session that cannot start; the message is ready to print. */
public final class FixException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is; decides the exit code. */
    public enum Kind {
        /** The machine: a port in use, a folder that cannot be written, a password file (exit 3). */
        ENVIRONMENT,
        /** The session: it cannot be set up as configured (exit 5). */
        SESSION
    }

    private final Kind kind;

    /** @param message what the user reads */
    public FixException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** @param message what the user reads */
    public FixException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** @return whose fault it is */
    public Kind kind() {
        return kind;
    }
}
