package mnvh.config;

/** A value that may be left to a less specific key with the word {@value #INHERIT}. */
final class InheritType implements ValueType {
    static final String INHERIT = "inherit";

    /** What the word is read as. */
    enum Value {
        INHERITED
    }

    private final ValueType type;

    private InheritType(ValueType type) {
        this.type = type;
    }

    static InheritType of(ValueType type) {
        return new InheritType(type);
    }

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        return node.isWord(INHERIT) ? Value.INHERITED : type.parse(node);
    }

    @Override
    public String format(Object value) {
        return value == Value.INHERITED ? INHERIT : type.format(value);
    }

    @Override
    public String range() {
        return type.range() + " or " + INHERIT;
    }
}
