package mnvh.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mnvh.universe.Universe;

/**
 * What fills cost, on this venue.
 *
 * @param general what holds for every instrument without a table of its own
 * @param instruments tables by symbol, each complete
 * @param maxDifference what the commission that a venue reports for a fill may differ from the schedule without a
 *     notice, in the reporting currency at 10^-8; {@link #NO_BOUND} for anything
 */
public record FeeConfig(FeeTable general, Map<String, FeeTable> instruments, long maxDifference) {
    /** No difference is worth a notice. */
    public static final long NO_BOUND = Long.MAX_VALUE;

    public FeeConfig {
        instruments = Collections.unmodifiableMap(new TreeMap<>(instruments));
    }

    /** One table without tiers for every instrument, and no notice of differences. */
    public FeeConfig(long makerRate, long takerRate, long perContract, long minimum, long maximum) {
        this(new FeeTable(makerRate, takerRate, perContract, minimum, maximum, List.of()), Map.of(), NO_BOUND);
    }

    /** The same without a largest fee. */
    public FeeConfig(long makerRate, long takerRate, long perContract, long minimum) {
        this(makerRate, takerRate, perContract, minimum, FeeTable.NO_MAXIMUM);
    }

    /** @return the table that an instrument pays by */
    public FeeTable of(String symbol) {
        return instruments.getOrDefault(symbol, general);
    }

    /** Throws {@link ConfigException} where a table is of no instrument of the universe. */
    public void requireKnown(Universe universe) {
        for (String symbol : instruments.keySet()) {
            if (universe.indexOf(symbol) == Universe.UNKNOWN) {
                throw new ConfigException("error: fees.instruments: no instrument '" + symbol + "' in the universe");
            }
        }
    }
}
