package mnvh.universe;

import java.util.ArrayList;
import java.util.List;
import mnvh.units.DecimalText;

/** Margin terms as one column of the universe's text: {@code cross 0.05 50000:0.2:0.1 250000:0.5:0.25}. */
final class MarginText {
    private MarginText() {}

    /** Mode, first maintenance ratio, then notional, initial and maintenance ratio of each further tier. */
    static String write(MarginTerms terms) {
        StringBuilder text = new StringBuilder(terms.mode().text())
                .append(' ')
                .append(DecimalText.formatRate(terms.tiers().get(0).maintenanceRate()));
        for (MarginTier tier : terms.tiers().subList(1, terms.tiers().size())) {
            text.append(' ').append(DecimalText.format(tier.notional()));
            text.append(':').append(DecimalText.formatRate(tier.initialRate()));
            text.append(':').append(DecimalText.formatRate(tier.maintenanceRate()));
        }
        return text.toString();
    }

    /** @return the terms that {@link #write} wrote; throws {@link IllegalArgumentException} */
    static MarginTerms parse(String text, long firstInitialRate) {
        String[] words = text.split(" ", -1);
        List<MarginTier> tiers = new ArrayList<>();
        for (int k = 1; k < words.length; k++) {
            if (k == 1) {
                tiers.add(new MarginTier(0, firstInitialRate, DecimalText.parseRate(words[1])));
                continue;
            }
            String[] f = words[k].split(":", -1);
            if (f.length != 3) {
                throw new IllegalArgumentException("margin tier '" + words[k] + "' has " + f.length + " parts, not 3");
            }
            tiers.add(
                    new MarginTier(DecimalText.parse(f[0]), DecimalText.parseRate(f[1]), DecimalText.parseRate(f[2])));
        }
        return new MarginTerms(mode(words[0]), tiers);
    }

    private static MarginMode mode(String word) {
        for (MarginMode mode : MarginMode.values()) {
            if (mode.text().equals(word)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("unknown margin mode '" + word + "'");
    }
}
