package mnvh.universe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The instruments of one run, dense by index. Immutable; any thread. */
public final class Universe {
    /** What {@link #indexOf} answers for a symbol that is not traded here. */
    public static final int UNKNOWN = -1;

    private final Instrument[] instruments;
    private final Map<String, Integer> indices;

    /** @param instruments in index order; index i must stand at position i, symbols must differ */
    public Universe(List<Instrument> instruments) {
        if (instruments.isEmpty()) {
            throw new IllegalArgumentException("a universe needs at least one instrument");
        }
        this.instruments = instruments.toArray(Instrument[]::new);
        this.indices = new HashMap<>();
        for (int i = 0; i < this.instruments.length; i++) {
            Instrument instrument = this.instruments[i];
            if (instrument.index() != i) {
                throw new IllegalArgumentException(instrument.symbol() + ": index " + instrument.index() + " at " + i);
            }
            if (indices.put(instrument.symbol(), i) != null) {
                throw new IllegalArgumentException("symbol '" + instrument.symbol() + "' stands twice");
            }
        }
    }

    /** @return how many instruments there are */
    public int size() {
        return instruments.length;
    }

    /** @return the instrument at {@code index} */
    public Instrument get(int index) {
        return instruments[index];
    }

    /** @return the index of {@code symbol}, or {@link #UNKNOWN}; for edges, not for the hot path */
    public int indexOf(String symbol) {
        Integer index = indices.get(symbol);
        return index == null ? UNKNOWN : index;
    }

    /** @return the instruments in index order */
    public List<Instrument> instruments() {
        return List.of(instruments);
    }
}
