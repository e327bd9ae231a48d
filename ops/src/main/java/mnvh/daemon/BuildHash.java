package mnvh.daemon;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The program that runs as one number: SHA-256 over the bytes of every jar on its class path, its own and the
 * libraries' that its manifest names.
 *
 * <p>Of names only the files' own count, so that the same program is the same wherever it lies. A folder of classes,
 * which a development run has, counts with every file in it. Neither Java nor its flags do.
 */
final class BuildHash {
    private static final int CHUNK = 1 << 16;

    private final MessageDigest digest;
    private final Set<Path> seen = new LinkedHashSet<>();

    private BuildHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @return 64 hexadecimal digits; throws {@link UncheckedIOException} where a jar of this process cannot be read */
    static String ofThisProgram() {
        return of(Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList());
    }

    /** @return 64 hexadecimal digits for a class path; what does not exist holds no class and does not count */
    static String of(List<Path> classPath) {
        BuildHash hash = new BuildHash();
        try {
            for (Path entry : classPath) {
                hash.entry(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void entry(Path entry) throws IOException {
        Path path = entry.toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file :
                        (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                    file(path.relativize(file).toString(), file);
                }
            }
        } else if (Files.isRegularFile(path) && seen.add(path)) {
            file(String.valueOf(path.getFileName()), path);
            for (String more : named(path)) {
                entry(path.resolveSibling(more));
            }
        }
    }

    /** @return what a jar's manifest adds to the class path */
    private static List<String> named(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String more = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return more == null || more.isBlank()
                    ? List.of()
                    : Stream.of(more.strip().split("\\s+"))
                            .map(BuildHash::decoded)
                            .toList();
        }
    }

    /** An entry is a URL, relative to its jar: a blank of the file's name stands as %20 in it. */
    private static String decoded(String entry) {
        try {
            String path = new URI(entry).getPath();
            return path == null ? entry : path;
        } catch (URISyntaxException e) {
            return entry;
        }
    }

    private void file(String name, Path file) throws IOException {
        digest.update((name + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
    }
}
