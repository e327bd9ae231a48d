package mnvh.fix;

import mnvh.event.Refusal;

/** A field that is missing or cannot be what it says; caught where the message is decoded, never beyond. */
final class MalformedField extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    MalformedField(Refusal refusal, String text) {
        super(text, null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    /** @return the field, its value and what is wrong with it */
    String text() {
        return String.valueOf(getMessage());
    }
}
