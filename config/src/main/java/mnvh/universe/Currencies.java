package mnvh.universe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The currencies of one run, dense by index; 0 is the one it reports in. Immutable; any thread. */
public final class Currencies {
    /** Index of the reporting currency. */
    public static final int REPORTING = 0;
    /** What {@link #indexOf} answers for a currency that is not of this run. */
    public static final int UNKNOWN = -1;

    /** Age beyond which an index price is late, and what it prices is not known. */
    public static final long MAX_PRICE_AGE_NS = 60_000_000_000L;

    private final List<String> codes;
    private final int[] ofInstrument;

    private Currencies(List<String> codes, int[] ofInstrument) {
        this.codes = codes;
        this.ofInstrument = ofInstrument;
    }

    /**
     * The reporting currency, then those that the instruments settle in, in order of first appearance, then others.
     *
     * @param reporting code of the currency that equity is told in
     * @param others further currencies that fees or balances may come in
     */
    public static Currencies of(Universe universe, String reporting, List<String> others) {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(reporting);
        universe.instruments().forEach(instrument -> codes.add(instrument.currency()));
        codes.addAll(others);
        List<String> dense = new ArrayList<>(codes);
        int[] ofInstrument = new int[universe.size()];
        for (int i = 0; i < ofInstrument.length; i++) {
            ofInstrument[i] = dense.indexOf(universe.get(i).currency());
        }
        return new Currencies(List.copyOf(dense), ofInstrument);
    }

    /** @return how many currencies there are */
    public int size() {
        return codes.size();
    }

    /** @return the code of the currency at {@code index} */
    public String code(int index) {
        return codes.get(index);
    }

    /** @return the index of {@code code}, or {@link #UNKNOWN}; for edges, not for the hot path */
    public int indexOf(String code) {
        return codes.indexOf(code);
    }

    /** @return the currency that instrument {@code i} settles in */
    public int ofInstrument(int i) {
        return ofInstrument[i];
    }
}
