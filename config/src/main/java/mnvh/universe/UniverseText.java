package mnvh.universe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mnvh.units.DecimalText;

/**
 * The universe as text, one instrument a line: what a journal's second record holds.
 *
 * <p>Columns: symbol, kind, currency, tick, size increment, multiplier, minimum and maximum quantity, minimum notional,
 * initial margin ratio; then, where margin is not that ratio for every notional and maintenance too, the rest of its
 * terms ({@link MarginText}). Separated by tabs, in index order, each line ended by a line feed.
 */
public final class UniverseText {
    private UniverseText() {}

    /** @return the text; the same universe gives the same bytes on every machine */
    public static String write(Universe universe) {
        StringBuilder text = new StringBuilder();
        for (Instrument i : universe.instruments()) {
            text.append(i.symbol())
                    .append('\t')
                    .append(i.kind().text())
                    .append('\t')
                    .append(i.currency());
            for (long value : new long[] {
                i.tickSize(), i.sizeIncrement(), i.multiplier(), i.minQuantity(), i.maxQuantity(), i.minNotional()
            }) {
                text.append('\t').append(DecimalText.format(value));
            }
            text.append('\t').append(DecimalText.formatRate(i.initialMarginRate()));
            if (!i.margin().isFlat()) {
                text.append('\t').append(MarginText.write(i.margin()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** @return the universe that {@link #write} wrote; throws {@link IllegalArgumentException} naming the line */
    public static Universe parse(String text) {
        List<Instrument> instruments = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            String[] f = line.split("\t", -1);
            if (f.length != 10 && f.length != 11) {
                throw new IllegalArgumentException("universe line " + (instruments.size() + 1) + " has " + f.length
                        + " columns, expected 10 or 11");
            }
            instruments.add(new Instrument(
                    instruments.size(),
                    f[0],
                    kind(f[1]),
                    f[2],
                    DecimalText.parse(f[3]),
                    DecimalText.parse(f[4]),
                    DecimalText.parse(f[5]),
                    DecimalText.parse(f[6]),
                    DecimalText.parse(f[7]),
                    DecimalText.parse(f[8]),
                    margin(f)));
        }
        return new Universe(instruments);
    }

    private static MarginTerms margin(String[] f) {
        long rate = DecimalText.parseRate(f[9]);
        return f.length == 10 ? MarginTerms.flat(rate) : MarginText.parse(f[10], rate);
    }

    private static InstrumentKind kind(String text) {
        for (InstrumentKind kind : InstrumentKind.values()) {
            if (kind.text().equals(text.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown instrument kind '" + text + "'");
    }
}
