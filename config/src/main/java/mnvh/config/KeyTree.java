package mnvh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks sections down to the known keys and explains what is not one. */
final class KeyTree {
    /** Receives each known key that has a value. */
    interface Visitor {
        void key(String path, ConfigNode value);
    }

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "lambda", "strategy.inventory_leash",
            "leash", "strategy.inventory_leash",
            "leverage", "risk.max_gross_leverage_ratio",
            "cash", "initial_cash",
            "kappa", "self_financing.mode",
            "slippage", "execution.collar_bps");

    private final Problems problems;

    KeyTree(Problems problems) {
        this.problems = problems;
    }

    /** @return true when {@code path} is a key or a section; else the reason is among the problems */
    boolean knows(String path, Place place) {
        if (ConfigKeys.find(path) != null || ConfigKeys.isSection(path)) {
            return true;
        }
        int dot = path.lastIndexOf('.');
        unknown(dot < 0 ? "" : path.substring(0, dot), path.substring(dot + 1), path, place);
        return false;
    }

    /** Visits a key, or all keys of a section. */
    void visit(String path, ConfigNode node, Visitor visitor) {
        boolean key = ConfigKeys.find(path) != null;
        if (key && !(ConfigKeys.isSection(path) && node.kind() == ConfigNode.Kind.SECTION)) {
            visitor.key(path, node);
        } else if (node.kind() == ConfigNode.Kind.SECTION) {
            visit(node, path, visitor);
        } else if (!node.isNothing()) {
            problems.error(
                    node.place(),
                    path + " must be a section of keys, got " + node.shown(),
                    "known here: " + String.join(", ", ConfigKeys.names(path)));
        }
    }

    /**
     * Visits the keys of a section.
     *
     * @param section what holds them
     * @param prefix its full name, empty for a run's file, {@code venue} for a venue's
     */
    void visit(ConfigNode section, String prefix, Visitor visitor) {
        for (ConfigNode.Entry entry : section.entries()) {
            String path = prefix.isEmpty() ? entry.key() : prefix + "." + entry.key();
            boolean plain = !entry.key().contains(".");
            if (plain && path.equals("venue") && entry.value().place().line() > 0) {
                // In a file the venue is the name of another file; only flags and variables reach into it.
                visitor.key(path, entry.value());
            } else if (plain && (ConfigKeys.find(path) != null || ConfigKeys.isSection(path))) {
                visit(path, entry.value(), visitor);
            } else {
                unknown(prefix, entry.key(), entry.key(), entry.keyPlace());
            }
        }
    }

    private void unknown(String section, String name, String written, Place place) {
        if (name.equals("beta")) {
            problems.error(
                    place,
                    "'beta' alone is not a key: there are two betas",
                    "beta of the update rule is strategy.aggressiveness; the market beta is estimated, and bounded by"
                            + " risk.max_market_beta_ratio");
        } else if (SecretKeys.names(name)) {
            problems.error(
                    place,
                    "'" + name + "' is a literal secret, which no configuration may hold",
                    "put it into a file with mode 600 and name that file: venue.fix.password_file");
        } else if (name.contains(".") && ConfigKeys.find(name) != null) {
            int dot = name.lastIndexOf('.');
            problems.error(
                    place,
                    "'" + name + "' stands in the section " + name.substring(0, dot),
                    "in a file write " + name.replace(".", ": { ") + ": ... }" + " }".repeat(levels(name) - 1));
        } else {
            Set<String> known = ConfigKeys.names(section);
            String hint = known.isEmpty() ? "" : "known here: " + String.join(", ", known);
            problems.error(place, "unknown key '" + written + "'" + Suggestion.question(meant(section, name)), hint);
        }
    }

    private static int levels(String path) {
        return path.split("\\.").length - 1;
    }

    private static @Nullable String meant(String section, String name) {
        String other = OTHER_NAMES.get(name);
        if (other != null) {
            return other;
        }
        List<String> elsewhere = ConfigKeys.ending(name);
        if (!elsewhere.isEmpty()) {
            return elsewhere.get(0);
        }
        String sibling = Suggestion.of(name, ConfigKeys.names(section));
        if (sibling != null) {
            return sibling;
        }
        List<String> leaves = new ArrayList<>();
        for (ConfigKey key : ConfigKeys.all()) {
            leaves.add(key.name());
        }
        String leaf = Suggestion.of(name, leaves);
        return leaf == null ? null : ConfigKeys.ending(leaf).get(0);
    }
}
