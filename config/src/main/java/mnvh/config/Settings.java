package mnvh.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parsed value and the place of every key that could be read. One thread. */
final class Settings {
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    void put(String path, Object value, Place place) {
        values.put(path, value);
        places.put(path, place);
    }

    /** Forgets a key whose value was refused, so that nothing is concluded from it. */
    void remove(String path) {
        values.remove(path);
    }

    /** @return true when all of {@code paths} have a value */
    boolean has(String... paths) {
        return values.keySet().containsAll(List.of(paths));
    }

    /** @return the first of {@code paths} that stands in a file, else the first that somebody gave, else the first */
    Place placeOf(String... paths) {
        Place best = place(paths[0]);
        for (String path : paths) {
            Place place = place(path);
            if (place.line() > 0) {
                return place;
            }
            if (best.label().equals(Origin.DEFAULT)) {
                best = place;
            }
        }
        return best;
    }

    private Place place(String path) {
        Place place = places.get(path);
        return place == null ? Place.of(Origin.DEFAULT) : place;
    }

    Object value(String path) {
        Object value = values.get(path);
        if (value == null) {
            throw new IllegalStateException("no value for " + path);
        }
        return value;
    }

    long fixed(String path) {
        return (Long) value(path);
    }

    int whole(String path) {
        return Math.toIntExact((Long) value(path));
    }

    double real(String path) {
        return (Double) value(path);
    }

    boolean flag(String path) {
        return (Boolean) value(path);
    }

    String text(String path) {
        return (String) value(path);
    }

    <E extends Enum<E>> E word(String path, Class<E> type) {
        return type.cast(value(path));
    }
}
