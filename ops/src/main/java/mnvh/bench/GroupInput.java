package mnvh.bench;

import java.util.ArrayList;
import java.util.List;

/** Understands what a measuring process says, and nothing else. */
final class GroupInput {
    private final Progress progress;
    private final List<Figure> figures = new ArrayList<>();
    private boolean ended;

    /** @param progress told what the process tells */
    GroupInput(Progress progress) {
        this.progress = progress;
    }

    /** Takes a line; throws {@link BenchException} when it is not of the protocol. */
    void accept(String line) {
        String word = line.substring(0, Math.max(0, line.indexOf('\t')));
        if (ended) {
            throw new BenchException("something after the end: " + line);
        }
        switch (word) {
            case GroupOutput.AT -> at(line);
            case FigureLine.WORD -> figures.add(FigureLine.read(line));
            case GroupOutput.END -> end(line);
            default -> throw new BenchException("not a line of a measurement: " + line);
        }
    }

    /** @return every figure; throws {@link BenchException} when the last line never came */
    List<Figure> figures() {
        if (!ended) {
            throw new BenchException("the measurement stopped before its end");
        }
        return List.copyOf(figures);
    }

    private void at(String line) {
        String[] fields = line.split("\t", 3);
        double fraction = fields.length == 3 ? fraction(fields[1]) : Double.NaN;
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new BenchException("not a progress: " + line);
        }
        progress.at(fields[2], fraction);
    }

    private void end(String line) {
        if (!line.equals(GroupOutput.END + "\t" + figures.size())) {
            throw new BenchException(figures.size() + " figures came, but the end says: " + line);
        }
        ended = true;
    }

    private static double fraction(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
