package mnvh.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;

/**
 * A configuration as one number: SHA-256 over every key's value and every instrument.
 *
 * <p>Unlike {@link ConfigText}, which holds what a replay needs, nothing is left out: addresses, ports, names of files
 * and Username(553) count too. What the files it names contain does not, but for the universe's and the venue's. The
 * same values give the same number wherever they were given: file, environment or flag.
 */
public final class ConfigFingerprint {
    private ConfigFingerprint() {}

    /** @return 64 hexadecimal digits */
    public static String of(LoadedConfig loaded) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(loaded.settings())
                .forEach((key, setting) ->
                        text.append(key).append('=').append(setting.text()).append('\n'));
        // Shown as stars among the settings.
        text.append("username=").append(loaded.config().venue().username()).append('\n');
        UniverseConfig universe = loaded.config().universe();
        Instrument template = universe.template();
        text.append(template == null ? "listed\n" : "template\n");
        text.append(UniverseText.write(new Universe(template == null ? universe.instruments() : List.of(template))));
        return HexFormat.of().formatHex(digest(text.toString()));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
