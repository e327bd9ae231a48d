package mnvh.config;

/** A value that its key does not take; the message is a hint for the user and may be empty. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String hint) {
        super(hint, null, false, false);
    }

    Refusal() {
        this("");
    }

    String hint() {
        String hint = getMessage();
        return hint == null ? "" : hint;
    }
}
