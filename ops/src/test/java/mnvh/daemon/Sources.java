package mnvh.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of every module, for tests that read them. */
final class Sources {
    static final Path ROOT = Path.of(System.getProperty("mnvh.root", ".."));
    private static final List<String> MODULES = List.of("config", "risk", "engine", "gateway-fix", "ops");

    /**
     * One source file.
     *
     * @param path relative to the project, with slashes
     * @param text its text
     */
    record Source(String path, String text) {
        boolean isMain() {
            return !path.contains("/src/test/");
        }

        /** @return the package's last word, empty for none of ours */
        String room() {
            int start = path.indexOf("/mnvh/");
            int end = path.lastIndexOf('/');
            return start < 0 || end <= start + 5
                    ? ""
                    : path.substring(start + 6, end).replace('/', '.');
        }

        /** @return the text with comments and the content of strings and character literals blanked, lines kept */
        String code() {
            return Blanked.of(text);
        }
    }

    private Sources() {}

    static List<Source> all() throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String module : MODULES) {
            for (String tree : List.of("src/main/java", "src/vector/java", "src/test/java")) {
                Path folder = ROOT.resolve(module).resolve(tree);
                if (Files.isDirectory(folder)) {
                    collect(folder, sources);
                }
            }
        }
        return sources;
    }

    private static void collect(Path folder, List<Source> into) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                String name = ROOT.relativize(file).toString().replace('\\', '/');
                into.add(new Source(name, Files.readString(file)));
            }
        }
    }
}
