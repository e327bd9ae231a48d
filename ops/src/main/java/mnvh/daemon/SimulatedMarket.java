package mnvh.daemon;

import java.nio.file.Path;
import java.util.List;
import mnvh.config.Config;
import mnvh.units.WallClock;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;
import mnvh.venue.Commissions;
import mnvh.venue.Market;
import mnvh.venue.Panel;
import mnvh.venue.PanelReader;
import mnvh.venue.RecordedMarket;
import mnvh.venue.SyntheticMarket;
import mnvh.venue.UniverseResolver;
import org.jspecify.annotations.Nullable;

/** The market that a simulator quotes and the universe that follows from it. */
final class SimulatedMarket {
    private final Config config;
    private final @Nullable Panel panel;
    private final Universe universe;

    /** Reads the panel, if there is one; throws what the panel's reader says of a bad cell. */
    SimulatedMarket(Config config, @Nullable Path data, @Nullable String from, @Nullable String to) {
        this.config = config;
        this.panel = data == null ? null : PanelReader.read(data, false).window(from, to);
        this.universe = UniverseResolver.resolve(config.universe(), panel);
    }

    /** @return the instruments, resolved */
    Universe universe() {
        return universe;
    }

    /** @return what the simulator charges */
    Commissions commissions() {
        return new Commissions(universe, Currencies.of(universe, config.currency(), List.of()), config.fees());
    }

    /** @return the market from its start; a synthetic one starts with the step that runs now */
    Market open() {
        if (panel != null) {
            return new RecordedMarket(universe, panel, config.venue().simulator());
        }
        long interval = config.step().intervalNs();
        long startNs = Math.floorDiv(new WallClock().nowNs(), interval) * interval;
        return new SyntheticMarket(universe, config.venue().simulator(), config.step(), startNs);
    }
}
