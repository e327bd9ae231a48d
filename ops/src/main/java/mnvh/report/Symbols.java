package mnvh.report;

import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/** Symbols by index, also before the universe was read. One thread. */
final class Symbols {
    private @Nullable Universe universe;

    /** Takes the universe once it is known. */
    void use(Universe known) {
        universe = known;
    }

    /** @return the symbol; the index itself where it names none, nothing for -1 */
    String of(int index) {
        Universe known = universe;
        if (index == -1) {
            return "";
        }
        return known == null || index < 0 || index >= known.size()
                ? "#" + index
                : known.get(index).symbol();
    }
}
