package mnvh.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ids of one kind of record that have been booked, each by its exact text. One thread. */
final class AuditIds {
    private final List<Set<String>> seen = new ArrayList<>();

    /** @param count of instruments or currencies; the same id of another one is another id */
    AuditIds(int count) {
        for (int n = 0; n < count; n++) {
            seen.add(new HashSet<>());
        }
    }

    /** @return true where the id was not there before, and is now */
    boolean add(int index, String id) {
        return seen.get(index).add(id);
    }

    /** @return true where the id is there */
    boolean contains(int index, String id) {
        return seen.get(index).contains(id);
    }
}
