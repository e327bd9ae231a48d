package mnvh.venue;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.ConfigException;
import mnvh.config.UniverseConfig;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/** Turns a universe's configuration, and the data where it names the symbols, into the instruments of a run. */
public final class UniverseResolver {
    private UniverseResolver() {}

    /**
     * Listed instruments stay as listed and must all be in the data; a template is given every symbol of the data, in
     * column order, with tick and size increment of its symbols.csv where there is one.
     *
     * @param panel the data, or null when there is none
     * @return the universe; throws {@link ConfigException} naming every symbol that is wrong
     */
    public static Universe resolve(UniverseConfig config, @Nullable Panel panel) {
        Instrument template = config.template();
        if (template == null) {
            return listed(config, panel);
        }
        if (panel == null) {
            throw new ConfigException("error: the universe is a template and takes its symbols from data, but this run"
                    + " reads no data; list the instruments instead");
        }
        List<Instrument> instruments = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String symbol : panel.symbols()) {
            try {
                instruments.add(derive(template, instruments.size(), symbol, panel.rules(symbol)));
            } catch (IllegalArgumentException e) {
                problems.add(panel.source() + ": error: " + e.getMessage());
            }
        }
        return conclude(instruments, problems);
    }

    private static Universe listed(UniverseConfig config, @Nullable Panel panel) {
        List<String> problems = new ArrayList<>();
        if (panel != null) {
            for (Instrument instrument : config.instruments()) {
                if (panel.columnOf(instrument.symbol()) < 0) {
                    problems.add(panel.source() + ": error: no data for '" + instrument.symbol()
                            + "', which the universe lists");
                }
            }
        }
        return conclude(config.instruments(), problems);
    }

    private static Universe conclude(List<Instrument> instruments, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigException(String.join("\n", problems));
        }
        try {
            return new Universe(instruments);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("error: " + e.getMessage());
        }
    }

    private static Instrument derive(Instrument template, int index, String symbol, @Nullable SymbolRules rules) {
        long tick = rules == null ? template.tickSize() : rules.tickSize();
        long increment = rules == null ? template.sizeIncrement() : rules.sizeIncrement();
        return new Instrument(
                index,
                symbol,
                template.kind(),
                template.currency(),
                tick,
                increment,
                template.multiplier(),
                // A minimum below one increment, or between two, would never be met exactly.
                roundUp(template.minQuantity(), increment),
                template.maxQuantity(),
                template.minNotional(),
                template.margin());
    }

    private static long roundUp(long quantity, long increment) {
        long rest = quantity % increment;
        return rest == 0 ? quantity : Math.addExact(quantity, increment - rest);
    }
}
