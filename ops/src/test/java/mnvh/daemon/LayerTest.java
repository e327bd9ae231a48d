package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mnvh.daemon.Sources.Source;
import org.junit.jupiter.api.Test;

/** The arrows between packages hold, and each library stays in its room. */
class LayerTest {
    /** Module, package, and the packages it may import. */
    private static final String ARROWS = """
        config      units    ->
        config      universe -> units
        config      config   -> universe units
        risk        state    -> units
        risk        stats    -> state units
        risk        ledger   -> state config universe units
        risk        audit    -> config universe units
        risk        risk     -> ledger stats state config universe units
        engine      event    -> universe units
        engine      strategy -> risk ledger stats state config universe units
        engine      order    -> event risk state config universe units
        engine      engine   -> strategy order event risk ledger stats state config universe units
        engine      journal  -> event state units
        engine      vector   -> strategy stats units
        gateway-fix venue    -> event ledger config universe units
        gateway-fix fix      -> venue event config universe units
        ops         monitor  -> event units
        ops         backtest -> engine venue journal event risk ledger config universe units
        ops         report   -> journal event audit stats config universe units
        ops         study    -> venue strategy risk ledger config universe units
        ops         bench    -> monitor backtest report fix venue journal engine order strategy event risk ledger\
         stats state config universe units
        ops         daemon   -> *
        """;

    /** A library's packages, and the rooms that may use them. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("com.lmax.", Set.of("engine")),
            Map.entry("jdk.incubator.", Set.of("vector")),
            Map.entry("net.openhft.", Set.of("journal", "bench")),
            Map.entry("quickfix", Set.of("fix", "bench")),
            Map.entry("org.apache.mina.", Set.of("fix")),
            Map.entry("de.siegmar.", Set.of("venue")),
            Map.entry("org.snakeyaml.", Set.of("config")),
            Map.entry("io.micrometer.", Set.of("monitor")),
            Map.entry("com.sun.net.httpserver.", Set.of("monitor")),
            Map.entry("org.jline.", Set.of("daemon")),
            Map.entry("org.apache.logging.", Set.of("daemon")));

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+?)(?:\\.\\*)?;");
    private static final Pattern HOLDERS = Pattern.compile("\\b(Limits|Margins|BasketPipeline|RiskGate)\\b");
    private static final Pattern CHANGE =
            Pattern.compile("\\blimits(\\(\\))?\\.change\\(|\\bmargins(\\(\\))?\\.scale\\(");
    private static final Pattern AUDITOR = Pattern.compile("/(Session)?Audit\\w*\\.java$");
    private static final Pattern QUALIFIED = Pattern.compile("\\bmnvh\\.([a-z]+)\\.[A-Z]");

    private final Map<String, Set<String>> arrows = new HashMap<>();
    private final Map<String, String> modules = new HashMap<>();

    LayerTest() {
        for (String line : ARROWS.split("\n")) {
            String[] sides = line.split("->", -1);
            String[] left = sides[0].strip().split("\\s+");
            modules.put(left[1], left[0]);
            arrows.put(
                    left[1],
                    Set.of(sides[1].isBlank() ? new String[0] : sides[1].strip().split("\\s+")));
        }
        // The composition root sees everything.
        Set<String> others = new HashSet<>(arrows.keySet());
        others.remove("daemon");
        arrows.put("daemon", others);
    }

    @Test
    void everyImportFollowsAnArrow() throws IOException {
        List<String> faults = new ArrayList<>();
        int files = 0;
        for (Source source : Sources.all()) {
            if (source.isMain()) {
                faults.addAll(faults(source));
                files++;
            }
        }
        assertTrue(files > 100, "found only " + files + " sources");
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    /** The auditor's opinion is worth something only as long as he shares nothing with what he audits. */
    @Test
    void auditorNeverSeesTheLedger() throws IOException {
        assertFalse(arrows.getOrDefault("audit", Set.of("ledger")).contains("ledger"));
        assertFalse(arrows.getOrDefault("report", Set.of("ledger")).contains("ledger"));
        int files = 0;
        for (Source source : Sources.all()) {
            boolean audits = source.room().equals("audit")
                    || (source.room().equals("report")
                            && AUDITOR.matcher(source.path()).find());
            if (source.isMain() && audits) {
                files++;
                assertFalse(source.code().contains("mnvh.ledger"), source.path());
            }
        }
        assertTrue(files > 20, "found only " + files + " sources of the auditor");
    }

    /** The strategy cannot name what holds limits, and one class alone changes them, from a journaled record. */
    @Test
    void c20_nothingButAJournaledRecordChangesALimit() throws IOException {
        List<String> changing = new ArrayList<>();
        int strategy = 0;
        for (Source source : Sources.all()) {
            if (!source.isMain()) {
                continue;
            }
            if (source.room().equals("strategy")) {
                strategy++;
                assertFalse(HOLDERS.matcher(source.code()).find(), source.path());
            }
            if (CHANGE.matcher(source.code()).find()) {
                changing.add(source.path());
            }
        }
        assertTrue(strategy > 20, "found only " + strategy + " sources of the strategy");
        assertEquals(List.of("engine/src/main/java/mnvh/engine/TermChanges.java"), changing);
    }

    @Test
    void arrowsMakeNoCycle() {
        Set<String> settled = new HashSet<>();
        while (settled.size() < arrows.size()) {
            int before = settled.size();
            arrows.forEach((room, targets) -> {
                if (settled.containsAll(targets)) {
                    settled.add(room);
                }
            });
            assertTrue(settled.size() > before, () -> "a cycle outside " + settled);
        }
    }

    @Test
    void wrongArrowIsFound() {
        assertEquals(
                List.of("risk/src/main/java/mnvh/ledger/A.java: mnvh.ledger may not use mnvh.event"),
                faults(source("risk", "ledger", "import mnvh.event.EventSlot;")));
        assertEquals(
                List.of("risk/src/main/java/mnvh/ledger/A.java: mnvh.ledger may not use mnvh.event"),
                faults(source("risk", "ledger", "mnvh.event.EventSlot slot;")));
        assertEquals(
                List.of("ops/src/main/java/mnvh/report/A.java: picocli.CommandLine stays in [daemon]"),
                faults(source("ops", "report", "import picocli.CommandLine;")));
        assertEquals(
                List.of("engine/src/main/java/mnvh/ledger/A.java: mnvh.ledger lives in risk"),
                faults(source("engine", "ledger", "import mnvh.units.Side;")));
        assertEquals(List.of(), faults(source("risk", "ledger", "// see mnvh.event.EventSlot")));
    }

    private static Source source(String module, String room, String line) {
        return new Source(
                module + "/src/main/java/mnvh/" + room + "/A.java", "package mnvh." + room + ";\n\n" + line + "\n");
    }

    private List<String> faults(Source source) {
        List<String> faults = new ArrayList<>();
        String room = source.room();
        Set<String> targets = arrows.get(room);
        if (targets == null) {
            return List.of(source.path() + ": mnvh." + room + " is not in the table of arrows");
        }
        if (!source.path().startsWith(modules.get(room) + "/")) {
            faults.add(source.path() + ": mnvh." + room + " lives in " + modules.get(room));
        }
        String code = source.code();
        Set<String> used = new HashSet<>();
        for (Matcher name = QUALIFIED.matcher(code); name.find(); ) {
            used.add(name.group(1));
        }
        used.remove(room);
        used.removeAll(targets);
        used.forEach(other -> faults.add(source.path() + ": mnvh." + room + " may not use mnvh." + other));
        for (Matcher imported = IMPORT.matcher(code); imported.find(); ) {
            String name = imported.group(1);
            Set<String> homes = name.startsWith("picocli.") ? Set.of("daemon") : homesOf(name);
            if (!homes.isEmpty() && !homes.contains(room)) {
                faults.add(source.path() + ": " + name + " stays in " + homes);
            }
        }
        return faults;
    }

    private static Set<String> homesOf(String name) {
        for (Map.Entry<String, Set<String>> library : LIBRARIES.entrySet()) {
            if (name.startsWith(library.getKey())) {
                return library.getValue();
            }
        }
        return Set.of();
    }
}
