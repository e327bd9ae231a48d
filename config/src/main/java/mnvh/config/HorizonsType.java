package mnvh.config;

import java.util.ArrayList;
import java.util.List;

/** Horizons in steps, rising, {@code [2, 10, 50]}. */
final class HorizonsType implements ValueType {
    private static final int MOST = 8;
    private static final WholeType STEPS = WholeType.of(2, 1000);

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        if (node.kind() != ConfigNode.Kind.LIST || node.items().size() > MOST) {
            throw new Refusal();
        }
        List<Integer> horizons = new ArrayList<>();
        for (ConfigNode item : node.items()) {
            int steps = Math.toIntExact((Long) STEPS.parse(item));
            if (!horizons.isEmpty() && steps <= horizons.get(horizons.size() - 1)) {
                throw new Refusal("each must be above the one before it");
            }
            horizons.add(steps);
        }
        return List.copyOf(horizons);
    }

    @Override
    public String format(Object value) {
        return value.toString();
    }

    @Override
    public String range() {
        return "at most " + MOST + " whole numbers within [2, 1000], rising";
    }
}
