package mnvh.bench;

import java.util.Locale;

/** Figures as people read them: three digits, and a unit that fits. */
final class FigureText {
    private static final double THOUSAND = 1000;
    private static final String[] TIMES = {"ns", "us", "ms", "s"};
    private static final String[] SIZES = {"B", "kB", "MB", "GB", "TB"};
    private static final String[] COUNTS = {"/s", "k/s", "M/s", "G/s"};

    private FigureText() {}

    /** @return the median */
    static String measured(Figure figure) {
        return value(figure.samples().median(), figure.unit());
    }

    /** @return lowest and highest repetition */
    static String spread(Figure figure) {
        Samples samples = figure.samples();
        return value(samples.lowest(), figure.unit()) + " .. " + value(samples.highest(), figure.unit());
    }

    /** @return first and last repetition of the warm-up; empty without one */
    static String warmUp(Figure figure) {
        double[] warmUp = figure.samples().warmUp();
        return warmUp.length == 0
                ? ""
                : value(warmUp[0], figure.unit()) + " -> " + value(warmUp[warmUp.length - 1], figure.unit());
    }

    /** @return the limit's median and its name; empty without a limit */
    static String limit(Figure figure) {
        Samples limit = figure.limit();
        return limit == null ? "" : value(limit.median(), figure.unit()) + ", " + figure.limitName();
    }

    /** @return how often the limit; empty without a limit */
    static String ratio(Figure figure) {
        double ratio = figure.ratio();
        return Double.isNaN(ratio) ? "" : digits(ratio) + "x";
    }

    /** @return what it should reach; empty without a goal */
    static String goal(Figure figure) {
        Goal goal = figure.goal();
        if (goal == null) {
            return "";
        }
        return switch (goal.kind()) {
            case MOST_TIMES_LIMIT -> "<= " + digits(goal.bound()) + "x";
            case LEAST_TIMES_LIMIT -> ">= " + digits(goal.bound()) + "x";
            case MOST -> "<= " + value(goal.bound(), figure.unit());
            case LEAST -> ">= " + value(goal.bound(), figure.unit());
        };
    }

    /** @return yes or no; empty without a goal, and in the short form */
    static String met(Figure figure, boolean brief) {
        if (brief || figure.goal() == null) {
            return "";
        }
        return figure.met() ? "yes" : "no";
    }

    /** @return {@code value} with a unit in which it has one to three digits before the point */
    static String value(double value, Unit unit) {
        return switch (unit) {
            case NS -> scaled(value, TIMES, 0, " ");
            case US -> scaled(value, TIMES, 1, " ");
            case MS -> scaled(value, TIMES, 2, " ");
            case BYTES -> scaled(value, SIZES, 0, " ");
            case BYTES_PER_S -> scaled(value, SIZES, 0, " ") + "/s";
            case PER_S -> scaled(value, COUNTS, 0, " ");
        };
    }

    private static String scaled(double value, String[] names, int given, String gap) {
        double scaled = value;
        int name = given;
        while (Math.abs(scaled) >= 999.5 && name < names.length - 1) {
            scaled /= THOUSAND;
            name++;
        }
        while (Math.abs(scaled) < 0.9995 && scaled != 0 && name > 0) {
            scaled *= THOUSAND;
            name--;
        }
        return digits(scaled) + gap + names[name];
    }

    /** Three significant digits for values from one up, at most three decimals below; trailing zeros are left out. */
    private static String digits(double value) {
        double size = Math.abs(value);
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return decimals == 0 ? text : text.replaceFirst("\\.?0+$", "");
    }
}
