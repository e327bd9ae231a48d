package mnvh.journal;

/** A journal that cannot be used; the message names the folder or the record and is ready to print. Any thread. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is: the exit code follows from it. */
    public enum Kind {
        /** The machine: folder, rights, space, another daemon, another version. */
        ENVIRONMENT,
        /** The journal's own bytes: a record that fails its checks. */
        DAMAGED
    }

    private final Kind kind;

    /** @param message one sentence, as the user reads it */
    public JournalException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** @param message one sentence, as the user reads it */
    public JournalException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** @return whose fault it is */
    public Kind kind() {
        return kind;
    }
}
