package mnvh.config;

import java.util.List;
import mnvh.universe.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * The instruments of a run: listed in a universe file, or one template for whatever symbols the data brings.
 *
 * @param instruments listed instruments in index order; empty when they come from data
 * @param template the contract every symbol of the data gets, or null when instruments are listed
 */
public record UniverseConfig(
        List<Instrument> instruments, @Nullable Instrument template) {
    public UniverseConfig {
        instruments = List.copyOf(instruments);
        if (instruments.isEmpty() == (template == null)) {
            throw new IllegalArgumentException("a universe lists instruments or gives a template, not both");
        }
    }
}
