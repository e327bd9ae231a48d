package mnvh.config;

/** How the value of a key is written, and what it may be. */
interface ValueType {
    /** The word that switches off what may be switched off. */
    String NONE = "none";

    /** @return the value, in the class that {@link #format} takes; throws {@link Refusal} outside the range */
    Object parse(ConfigNode node) throws Refusal;

    /** @return canonical YAML text that {@link #parse} reads as the same value; the same bytes on every machine */
    String format(Object value);

    /** @return what the value must be, as the end of the sentence "KEY must be ..." */
    String range();
}
