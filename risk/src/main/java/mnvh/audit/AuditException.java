package mnvh.audit;

/** Two ways to the same number disagree; the message names both values. */
public final class AuditException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final Exact expected;
    private final Exact found;

    AuditException(String name, String what, Exact expected, Exact found) {
        super(name + ": " + what + " is " + found + ", expected " + expected + ", off by " + found.subtract(expected));
        this.expected = expected;
        this.found = found;
    }

    /** @throws AuditException unless both are the same */
    static void requireEqual(String name, String what, Exact expected, Exact found) {
        if (!expected.equals(found)) {
            throw new AuditException(name, what, expected, found);
        }
    }

    /** @return what the one way gives, in integer units */
    public Exact expected() {
        return expected;
    }

    /** @return what the other way gives, in integer units */
    public Exact found() {
        return found;
    }
}
