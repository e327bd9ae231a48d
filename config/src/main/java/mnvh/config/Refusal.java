package mnvh.config;

import java.util.List;

/** A value that its key does not take; the message is a hint for the user and may be empty. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong within a value.
     *
     * @param place where it stands
     * @param within its path from the key on, such as {@code [1].taker_bps}; empty for the value itself
     * @param text what is wrong, as the sentence goes on after the path
     * @param hint may be empty
     */
    record Fault(Place place, String within, String text, String hint) {}

    @SuppressWarnings("serial")
    private final List<Fault> faults;

    private Refusal(String hint, List<Fault> faults) {
        super(hint, null, false, false);
        this.faults = List.copyOf(faults);
    }

    Refusal(String hint) {
        this(hint, List.of());
    }

    Refusal() {
        this("");
    }

    /** A value whose parts are wrong, each where it stands. */
    Refusal(List<Fault> faults) {
        this("", faults);
    }

    String hint() {
        String hint = getMessage();
        return hint == null ? "" : hint;
    }

    /** @return what is wrong within the value; empty where the value as a whole is refused */
    List<Fault> faults() {
        return faults;
    }
}
