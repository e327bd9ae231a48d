package mnvh.report;

import java.util.List;
import mnvh.units.DecimalText;

/**
 * What the gate's verdicts are called and say, each in ordinal order.
 *
 * @param words name of each
 * @param sentences why, in a sentence
 * @param counts whether its numbers count something, and are not decimals at 10^-8
 */
public record VerdictNames(List<String> words, List<String> sentences, List<Boolean> counts) {
    private static final String NONE = "none";

    public VerdictNames {
        words = List.copyOf(words);
        sentences = List.copyOf(sentences);
        counts = List.copyOf(counts);
    }

    /** @return the verdict in one word */
    String word(int verdict) {
        return RecordNames.word(words, verdict);
    }

    /** @return the verdict's word and sentence */
    String say(int verdict) {
        String sentence = verdict >= 0 && verdict < sentences.size() ? sentences.get(verdict) : "unknown";
        return word(verdict) + ": " + sentence;
    }

    /** @return a number of that verdict's check */
    String number(int verdict, long value) {
        return verdict >= 0 && verdict < counts.size() && counts.get(verdict)
                ? Long.toString(value)
                : DecimalText.format(value);
    }

    /** @return a limit at 10^-8, {@code none} for the ends of the numbers */
    static String limit(long value) {
        return value == Long.MAX_VALUE || value == Long.MIN_VALUE ? NONE : DecimalText.format(value);
    }

    /** @return a limit that counts something, {@code none} for the largest */
    static String limit(int value) {
        return value == Integer.MAX_VALUE ? NONE : Integer.toString(value);
    }
}
