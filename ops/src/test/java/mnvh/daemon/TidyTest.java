package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mnvh.daemon.Sources.Source;
import org.junit.jupiter.api.Test;

/** What no source holds, each with what to write instead. */
class TidyTest {
    private static final int WIDTH = 120;
    private static final Set<String> CLOCK_ROOMS = Set.of("daemon", "fix", "bench");
    /** The clock itself, and a helper thread's pace. */
    private static final Set<String> CLOCK_FILES = Set.of("WallClock.java", "Pretoucher.java");

    /**
     * One ban.
     *
     * @param banned what must not occur
     * @param instead what to do
     * @param code true when comments and literals are left out of the search
     * @param where the files it holds in
     */
    private record Rule(Pattern banned, String instead, boolean code, Predicate<Source> where) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b"),
                    "do it, or use the README's open list instead",
                    false,
                    TidyTest::isNotThis),
            new Rule(
                    Pattern.compile("\\bSystem\\.(out|err)\\b|\\.printStackTrace\\("),
                    "use the Screen of the verb, or an event, instead",
                    true,
                    source -> source.isMain() && !source.room().equals("daemon")),
            new Rule(
                    Pattern.compile(
                            "\\bSystem\\.(currentTimeMillis|nanoTime)\\b|\\b(Instant|Local\\w*|Zoned\\w*)\\.now\\("
                                    + "|\\bnew WallClock\\b|\\bClock\\.system"),
                    "use the event's timestampNs, or a Clock given to the constructor, instead",
                    true,
                    TidyTest::mayNotReadClocks),
            new Rule(
                    Pattern.compile("\\b(Math\\.random|new Random|ThreadLocalRandom|UUID\\.randomUUID)\\b"),
                    "use the configured seed instead",
                    true,
                    Source::isMain),
            new Rule(
                    Pattern.compile("\\b(BigDecimal|double|float|Double|Float)\\b"),
                    "use long at 1e-8 and mnvh.units.FixedPoint instead",
                    true,
                    source -> source.isMain() && source.room().equals("ledger")),
            new Rule(
                    Pattern.compile("\\b(Integer|Long|Double|Float|Boolean|Byte|Short|Character)\\b(?!\\.(?!valueOf))"),
                    "use the primitive instead",
                    true,
                    TidyTest::isHot),
            new Rule(
                    Pattern.compile("(?m)^(?!\\s*(case\\b|default\\b)).*(->|::)"),
                    "use a loop or a named class instead of a lambda",
                    true,
                    TidyTest::isHot),
            new Rule(
                    Pattern.compile("\\.(stream|iterator|forEach)\\(|\\bString\\.format\\("),
                    "use an indexed loop instead",
                    true,
                    TidyTest::isHot),
            new Rule(
                    Pattern.compile("(?m)^\\s*//\\s*(?![A-Z][^;{}]*$).*[;{}]\\s*$"),
                    "use git's memory instead of code in comments",
                    false,
                    TidyTest::isNotThis),
            new Rule(
                    Pattern.compile("(?i)\\bissue #?\\d|\\bticket\\b|@author\\b|\\b(coding|ai)"
                            + " (agent|assistant)s?\\b|\\bchatbot\\b"),
                    "use a comment that says why instead",
                    false,
                    TidyTest::isNotThis),
            new Rule(
                    Pattern.compile("(?<![\\w.$}*/])/(home|root|tmp|work|Users|mnt)/|\\b[A-Z]:\\\\\\\\"),
                    "use a path relative to the project or a @TempDir instead",
                    false,
                    TidyTest::isNotThis),
            new Rule(
                    Pattern.compile(
                            "\\bclass \\w*(Impl|Helper|Utils?)\\b|\\binterface I[A-Z]\\w*|\\bclass Abstract[A-Z]"),
                    "use a name that says the difference instead",
                    true,
                    TidyTest::isNotThis));

    @Test
    void noSourceHoldsWhatIsBanned() throws IOException {
        List<String> faults = new ArrayList<>();
        List<Source> sources = Sources.all();
        for (Source source : sources) {
            faults.addAll(faults(source));
        }
        assertTrue(sources.size() > 100, "found only " + sources.size() + " sources");
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    @Test
    void eachBanFindsItsFault() {
        assertEquals(1, faults("engine", "engine", "// TODO later").size());
        assertEquals(1, faults("engine", "engine", "System.out.println(1);").size());
        assertEquals(0, faults("ops", "daemon", "System.out.println(1);").size());
        assertEquals(
                1, faults("engine", "engine", "long t = System.nanoTime();").size());
        assertEquals(1, faults("risk", "ledger", "double x = 1;").size());
        assertEquals(0, faults("risk", "ledger", "/** Not a double. */").size());
        assertEquals(0, faults("risk", "stats", "double x = 1;").size());
        assertEquals(
                1,
                faults("risk", "stats", "@HotPath\nclass A { Integer boxed; }").size());
        assertEquals(
                0,
                faults("risk", "stats", "@HotPath\nclass A { int x = Integer.MAX_VALUE; }")
                        .size());
        assertEquals(
                1,
                faults("risk", "stats", "@HotPath\nclass A { Object o = Integer.valueOf(3); }")
                        .size());
        assertEquals(
                1,
                faults("risk", "stats", "@HotPath\nclass A { Runnable r = () -> go(); }")
                        .size());
        assertEquals(
                0,
                faults("risk", "stats", "@HotPath\nclass A {\n case 3 -> go();\n default -> stay();\n}")
                        .size());
        assertEquals(1, faults("engine", "order", "// order.cancel(3);").size());
        assertEquals(
                0,
                faults("engine", "order", "// Truncate towards zero: rounding up could overdraw cash.")
                        .size());
        assertEquals(1, faults("engine", "order", "String path = \"/tmp/x\";").size());
        assertEquals(1, faults("engine", "order", "class OrderManagerImpl {}").size());
        assertEquals(1, faults("engine", "order", " ".repeat(WIDTH) + "x").size());
    }

    private static List<String> faults(String module, String room, String text) {
        return faults(new Source(module + "/src/main/java/mnvh/" + room + "/A.java", text + "\n"));
    }

    private static List<String> faults(Source source) {
        List<String> faults = new ArrayList<>();
        String code = source.code();
        for (Rule rule : RULES) {
            if (rule.where().test(source)) {
                String searched = rule.code() ? code : source.text();
                for (Matcher found = rule.banned().matcher(searched); found.find(); ) {
                    long line = 1
                            + searched.substring(0, found.end())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
                    faults.add(
                            source.path() + ":" + line + ": '" + found.group().strip() + "': " + rule.instead());
                }
            }
        }
        List<String> lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > WIDTH) {
                faults.add(
                        source.path() + ":" + (i + 1) + ": longer than " + WIDTH + " columns: use two lines instead");
            }
        }
        return faults;
    }

    /** This file names what it bans. */
    private static boolean isNotThis(Source source) {
        return !source.path().endsWith("/TidyTest.java");
    }

    private static boolean isHot(Source source) {
        return source.isMain()
                && Pattern.compile("(?m)^@HotPath$").matcher(source.text()).find();
    }

    private static boolean mayNotReadClocks(Source source) {
        String name = source.path().substring(source.path().lastIndexOf('/') + 1);
        return source.isMain() && !CLOCK_ROOMS.contains(source.room()) && !CLOCK_FILES.contains(name);
    }
}
