package mnvh.config;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The known word that was probably meant. */
final class Suggestion {
    private Suggestion() {}

    /** @return the nearest of {@code known} within a third of the word's length, or null */
    static @Nullable String of(String word, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(1, word.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(word, candidate);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** @return {@code ; did you mean 'x'?} or nothing */
    static String question(@Nullable String suggestion) {
        return suggestion == null ? "" : "; did you mean '" + suggestion + "'?";
    }

    /** @return insertions, deletions, substitutions and swaps of neighbours between two words */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                int best = cost[i - 1][j - 1] + (same ? 0 : 1);
                best = Math.min(best, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean pair = i > 1 && j > 1;
                if (pair && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = best;
            }
        }
        return cost[from.length()][to.length()];
    }
}
