package mnvh.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A folder with a run's files, for tests. */
final class RunFiles {
    static final String TWO_PERPS = """
            defaults: { kind: linear-perp, initial_margin_ratio: 0.1 }
            instruments:
              - { symbol: BTC-PERP, tick: "0.1", size_increment: "0.001" }
              - { symbol: ETH-PERP, tick: "0.01", size_increment: "0.01" }
            """;

    private final Path folder;

    RunFiles(Path folder) {
        this.folder = folder;
        write("universes/sim-40.yaml", TWO_PERPS);
    }

    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LoadedConfig load(String text, String... sets) {
        return ConfigLoader.load(write("run.yaml", text), List.of(sets), Map.of());
    }

    /** @return the report with the folder's name taken out */
    String report(String text, String... sets) {
        try {
            load(text, sets);
        } catch (ConfigException e) {
            return String.valueOf(e.getMessage()).replace(folder + "/", "");
        }
        throw new AssertionError("nothing was refused");
    }

    /** Every other line is what is written, the indented one below it what is said. */
    static Stream<Arguments> pairs(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size() / 2)
                .mapToObj(
                        i -> Arguments.of(lines.get(2 * i), lines.get(2 * i + 1).strip()));
    }
}
