package mnvh.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with one configuration, and its report. One thread. */
final class Problems {
    private record Problem(boolean fatal, Place place, String message, String hint) {
        int order() {
            SourceText source = place.source();
            return source == null ? Integer.MAX_VALUE : source.order();
        }

        String text() {
            StringBuilder text = new StringBuilder(place.head())
                    .append(fatal ? ": error: " : ": warning: ")
                    .append(message)
                    .append('\n');
            SourceText source = place.source();
            if (source != null && place.line() > 0) {
                String number = Integer.toString(place.line());
                text.append(" ".repeat(Math.max(0, 5 - number.length()))).append(number);
                text.append(" | ").append(source.shown(place.line())).append('\n');
                text.append("      | ").append(" ".repeat(place.column() - 1));
                text.append("^".repeat(place.width())).append('\n');
            }
            if (!hint.isEmpty()) {
                text.append("  ").append(hint).append('\n');
            }
            return text.toString();
        }
    }

    private final List<Problem> problems = new ArrayList<>();

    /** Something that keeps the run from starting; {@code hint} may be empty. */
    void error(Place place, String message, String hint) {
        problems.add(new Problem(true, place, message, hint));
    }

    /** Something that is allowed and probably not meant; {@code hint} may be empty. */
    void warning(Place place, String message, String hint) {
        problems.add(new Problem(false, place, message, hint));
    }

    /** @return how many errors there are */
    int errors() {
        return (int) problems.stream().filter(Problem::fatal).count();
    }

    /** @return the warnings as they are printed, in order of place */
    List<String> warnings() {
        return sorted().stream()
                .filter(problem -> !problem.fatal())
                .map(problem -> problem.text().stripTrailing())
                .toList();
    }

    /** @return all problems in order of place and the total line */
    String report() {
        StringBuilder text = new StringBuilder();
        for (Problem problem : sorted()) {
            text.append(problem.text());
        }
        int errors = errors();
        int warnings = problems.size() - errors;
        text.append(count(errors, "error"));
        if (warnings > 0) {
            text.append(", ").append(count(warnings, "warning"));
        }
        return text.append(". Nothing was started.").toString();
    }

    /** Throws what has been found, if any of it is an error. */
    void throwIfAny() {
        if (errors() > 0) {
            throw new ConfigException(report());
        }
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(Problem::order)
                .thenComparingInt(problem -> problem.place().line())
                .thenComparingInt(problem -> problem.place().column()));
        return sorted;
    }
}
