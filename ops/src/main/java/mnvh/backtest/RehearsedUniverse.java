package mnvh.backtest;

import java.util.List;
import mnvh.config.ConfigException;
import mnvh.config.UniverseConfig;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;
import org.jspecify.annotations.Nullable;

/** Whether a configuration's instruments are those that a session traded: limits of other contracts say nothing. */
final class RehearsedUniverse {
    private RehearsedUniverse() {}

    /**
     * Throws {@link ConfigException} that names the first difference.
     *
     * @param other listed instruments, which must be the session's; or a template, which must give the session's
     *     contracts but for tick and size increment, as those come with the data
     * @param name the universe's file as messages name it
     */
    static void require(Universe recorded, UniverseConfig other, String name) {
        Instrument template = other.template();
        String difference = template == null ? listed(recorded, other.instruments()) : derived(recorded, template);
        if (difference != null) {
            throw new ConfigException(
                    name + ": error: not the universe of the session, so that nothing can be rehearsed: " + difference);
        }
    }

    private static @Nullable String listed(Universe recorded, List<Instrument> instruments) {
        if (instruments.size() != recorded.size()) {
            return "the session has " + recorded.size() + " instruments, this " + instruments.size();
        }
        String[] here = UniverseText.write(recorded).split("\n");
        String[] there = UniverseText.write(new Universe(instruments)).split("\n");
        for (int i = 0; i < here.length; i++) {
            if (!here[i].equals(there[i])) {
                return "instrument " + (i + 1) + " is " + here[i].replace('\t', ' ') + " in the session, here "
                        + there[i].replace('\t', ' ');
            }
        }
        return null;
    }

    private static @Nullable String derived(Universe recorded, Instrument template) {
        for (Instrument each : recorded.instruments()) {
            boolean same = each.kind() == template.kind()
                    && each.currency().equals(template.currency())
                    && each.multiplier() == template.multiplier()
                    && each.maxQuantity() == template.maxQuantity()
                    && each.minNotional() == template.minNotional()
                    && each.margin().equals(template.margin());
            if (!same) {
                return each.symbol() + " has other terms in the session than the template gives";
            }
        }
        return null;
    }
}
