package mnvh.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML 1.2 text to {@link ConfigNode}s with their places; the only place where the YAML library is used.
 *
 * <p>Refused here, because no configuration needs them: duplicate keys, keys that are not text, tags of one's own, more
 * than one document, nesting beyond {@value #MAX_DEPTH} levels.
 */
final class YamlText {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_BYTES = 4 << 20;
    private static final Set<Tag> CORE = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private final Problems problems;
    private final @Nullable SourceText source;
    private final Place whole;

    private YamlText(Problems problems, @Nullable SourceText source, Place whole) {
        this.problems = problems;
        this.source = source;
        this.whole = whole;
    }

    /**
     * @param file as the user gave it, which is how messages name it
     * @param order position among the files of a run
     * @param namedAt what named the file, or null for the command line
     * @return the file's root, or null when it could not be read, which is then among the problems; an empty file is an
     *     empty scalar
     */
    static @Nullable ConfigNode readFile(Path file, int order, @Nullable Place namedAt, Problems problems) {
        Place place = namedAt == null ? Place.of(file.toString()) : namedAt;
        String name = namedAt == null ? "" : "'" + file + "': ";
        if (!Files.exists(file)) {
            problems.error(place, name + "no such file", "");
            return null;
        }
        if (Files.isDirectory(file)) {
            problems.error(place, name + "a folder, not a file", "");
            return null;
        }
        byte[] bytes;
        try (InputStream input = Files.newInputStream(file)) {
            bytes = input.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                problems.error(place, name + "larger than " + (MAX_BYTES >> 20) + " MiB: not a configuration", "");
                return null;
            }
        } catch (IOException e) {
            problems.error(place, name + "cannot be read (" + e.getClass().getSimpleName() + ")", "");
            return null;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.error(Place.of(file.toString()), "not UTF-8 text", "");
            return null;
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        SourceText source = new SourceText(file.toString(), order, text);
        return new YamlText(problems, source, new Place(source, source.name(), 1, 1, 1)).read(text);
    }

    /** @return the value of a flag, variable or default, or null when it is no YAML, which is then a problem */
    static @Nullable ConfigNode readValue(String text, Place place, Problems problems) {
        return new YamlText(problems, null, place).read(text);
    }

    private @Nullable ConfigNode read(String text) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.isPresent() ? node(root.get(), 0) : scalar("", false, whole);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
            problems.error(
                    mark.isPresent() ? at(mark.get(), 1) : whole,
                    "not valid YAML: " + e.getProblem(),
                    e.getContext() == null ? "" : e.getContext());
        } catch (ReaderException e) {
            problems.error(at(text, e.getPosition()), "not valid YAML: a character that may not stand in text", "");
        } catch (YamlEngineException e) {
            problems.error(whole, "not valid YAML: " + e.getMessage(), "");
        }
        return null;
    }

    private @Nullable ConfigNode node(Node node, int depth) {
        Place place = place(node);
        if (depth > MAX_DEPTH) {
            problems.error(place, "nested more than " + MAX_DEPTH + " levels deep", "");
            return null;
        }
        if (!CORE.contains(node.getTag())) {
            problems.error(place, "the tag " + node.getTag() + " means nothing here", "");
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar.getValue(), !scalar.isPlain(), place);
        }
        if (node instanceof SequenceNode list) {
            List<ConfigNode> items = new ArrayList<>();
            for (Node item : list.getValue()) {
                ConfigNode converted = node(item, depth + 1);
                if (converted != null) {
                    items.add(converted);
                }
            }
            return new ConfigNode(ConfigNode.Kind.LIST, "", false, items, List.of(), place);
        }
        return section((MappingNode) node, depth, place);
    }

    private ConfigNode section(MappingNode section, int depth, Place place) {
        List<ConfigNode.Entry> entries = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (NodeTuple tuple : section.getValue()) {
            Place keyPlace = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.error(keyPlace, "a key must be text", "");
                continue;
            }
            String name = key.getValue();
            Place first = seen.putIfAbsent(name, keyPlace);
            if (first != null) {
                problems.error(keyPlace, "key '" + name + "' stands twice", first(first));
                continue;
            }
            ConfigNode value = node(tuple.getValueNode(), depth + 1);
            if (value != null) {
                entries.add(new ConfigNode.Entry(name, keyPlace, value));
            }
        }
        return new ConfigNode(ConfigNode.Kind.SECTION, "", false, List.of(), entries, place);
    }

    private static String first(Place place) {
        return place.line() == 0 ? "" : "it stands first in line " + place.line();
    }

    private static ConfigNode scalar(String text, boolean quoted, Place place) {
        return new ConfigNode(ConfigNode.Kind.SCALAR, text, quoted, List.of(), List.of(), place);
    }

    private Place place(Node node) {
        Optional<Mark> start = node.getStartMark();
        if (start.isEmpty()) {
            return whole;
        }
        Optional<Mark> end = node.getEndMark();
        boolean underlined = node instanceof ScalarNode
                && end.isPresent()
                && end.get().getLine() == start.get().getLine();
        return at(start.get(), underlined ? end.get().getColumn() - start.get().getColumn() : 1);
    }

    private Place at(Mark mark, int width) {
        if (source == null) {
            return whole;
        }
        // Errors at the end of the text are marked after the last line; show the last one instead.
        int line = Math.min(mark.getLine() + 1, source.size());
        return new Place(source, source.name(), line, mark.getColumn() + 1, Math.max(1, width));
    }

    private Place at(String text, int codePoint) {
        if (source == null) {
            return whole;
        }
        int line = 1;
        int column = 1;
        int end = text.offsetByCodePoints(0, Math.min(codePoint, text.codePointCount(0, text.length())));
        for (int i = 0; i < end; i = text.offsetByCodePoints(i, 1)) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return new Place(source, source.name(), line, column, 1);
    }
}
