package mnvh.config;

import java.util.List;

/** Two ratios, {@code [lower, upper]}. */
final class RatioBandType implements ValueType {
    private static final RealType RATIO = RealType.of("[0, 1]");

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        if (node.kind() != ConfigNode.Kind.LIST || node.items().size() != 2) {
            throw new Refusal();
        }
        double lower = (Double) RATIO.parse(node.items().get(0));
        double upper = (Double) RATIO.parse(node.items().get(1));
        if (!(lower < upper)) {
            throw new Refusal("the first must be below the second");
        }
        return List.of(lower, upper);
    }

    @Override
    public String format(Object value) {
        List<?> band = (List<?>) value;
        return "[" + RATIO.format(band.get(0)) + ", " + RATIO.format(band.get(1)) + "]";
    }

    @Override
    public String range() {
        return "two numbers within [0, 1], the lower first";
    }
}
