package mnvh.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A configuration and where it came from.
 *
 * @param config what the run is
 * @param file the run's file as the user gave it
 * @param universeFile the universe's file as messages name it
 * @param venueFile the venue's file as messages name it; it may be absent when nothing but defaults is used
 * @param settings every key in the order in which they are shown: value as YAML and origin
 * @param warnings what is allowed and probably not meant, ready to print
 */
public record LoadedConfig(
        Config config,
        String file,
        String universeFile,
        String venueFile,
        Map<String, Setting> settings,
        List<String> warnings) {

    /**
     * One key's value.
     *
     * @param text value as canonical YAML
     * @param origin {@code file:line}, {@code --set section.key}, {@code environment NAME} or {@code default}
     */
    public record Setting(String text, String origin) {}

    public LoadedConfig {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        warnings = List.copyOf(warnings);
    }
}
