package mnvh.bench;

import org.jspecify.annotations.Nullable;

/**
 * A figure as one line of text: nine fields between tabs, doubles in the form that reads back to the same bits.
 *
 * <pre>
 *   figure  name  unit  goal  limit's name  warm-up  repetitions  limit's warm-up  limit's repetitions
 * </pre>
 */
final class FigureLine {
    /** First field of the line. */
    static final String WORD = "figure";

    private static final String NONE = "-";
    private static final int FIELDS = 9;

    private FigureLine() {}

    /** @return the line; throws {@link IllegalArgumentException} for a name that would break it */
    static String write(Figure figure) {
        Goal goal = figure.goal();
        Samples limit = figure.limit();
        return String.join(
                "\t",
                WORD,
                oneLine(figure.name()),
                figure.unit().name(),
                goal == null ? NONE : goal.kind().name() + " " + goal.bound(),
                oneLine(figure.limitName()),
                numbers(figure.samples().warmUp()),
                numbers(figure.samples().values()),
                limit == null ? NONE : numbers(limit.warmUp()),
                limit == null ? NONE : numbers(limit.values()));
    }

    /** @return the figure; throws {@link BenchException} for a line that is not one */
    static Figure read(String line) {
        String[] fields = line.split("\t", -1);
        try {
            if (fields.length != FIELDS || !fields[0].equals(WORD)) {
                throw new IllegalArgumentException(fields.length + " fields");
            }
            Samples limit = fields[8].equals(NONE) ? null : new Samples(numbers(fields[7]), numbers(fields[8]));
            return new Figure(
                    fields[1],
                    Unit.valueOf(fields[2]),
                    new Samples(numbers(fields[5]), numbers(fields[6])),
                    fields[4],
                    limit,
                    goal(fields[3]));
        } catch (IllegalArgumentException e) {
            throw new BenchException("not a figure (" + e.getMessage() + "): " + line);
        }
    }

    private static @Nullable Goal goal(String text) {
        if (text.equals(NONE)) {
            return null;
        }
        String[] words = text.split(" ", -1);
        if (words.length != 2) {
            throw new IllegalArgumentException("goal '" + text + "'");
        }
        return new Goal(Goal.Kind.valueOf(words[0]), Double.parseDouble(words[1]));
    }

    private static String oneLine(String text) {
        if (text.indexOf('\t') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a name must be one line without tabs: '" + text + "'");
        }
        return text;
    }

    private static String numbers(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.length() == 0 ? "" : " ").append(value);
        }
        return text.toString();
    }

    private static double[] numbers(String text) {
        if (text.isEmpty()) {
            return new double[0];
        }
        String[] words = text.split(" ", -1);
        double[] values = new double[words.length];
        for (int k = 0; k < words.length; k++) {
            values[k] = Double.parseDouble(words[k]);
        }
        return values;
    }
}
