package mnvh.daemon;

/** What the process says when it ends; scripts rely on the numbers. */
public enum ExitCode {
    /** As asked. */
    OK(0),
    /** A fault of the program: stack trace in the log file. */
    UNEXPECTED(1),
    /** The command line, a configuration or a data file cannot be used. */
    USAGE(2),
    /** The machine: port taken, disk full, rights, Java too old. */
    ENVIRONMENT(3),
    /** Replay differs, or a journal is damaged. */
    VERIFICATION_FAILED(4),
    /** The venue: logon refused, session lost for good, books disagree. */
    VENUE(5),
    /** A limit or an operator halted trading. */
    RISK_STOP(6),
    /** The control API refused: no daemon, a wrong token, or a request that does not fit. */
    CONTROL_REFUSED(7),
    /** A rehearsal: an order would have been another, or trading would have halted. */
    REHEARSAL_DIFFERS(8),
    /** Stopped by a signal, in order. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** @return the process's exit status */
    public int number() {
        return number;
    }
}
