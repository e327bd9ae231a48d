package mnvh.event;

/** What can be asked of the core. */
public enum Command {
    /** Cancel everything and stop trading until resumed. */
    HALT,
    /** Trade again. */
    RESUME,
    /** Only reduce exposure. */
    PAUSE,
    /** Close all positions, then halt. */
    FLATTEN,
    /** Send nothing more; the session ends. */
    STOP,
    /** Cancel everything and send no order any more, whatever else is asked, until a named person resets it. */
    KILL,
    /** Lift the kill switch; what was killed stays halted until resumed. */
    RESET;

    private static final Command[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static Command of(int ordinal) {
        return VALUES[ordinal];
    }
}
