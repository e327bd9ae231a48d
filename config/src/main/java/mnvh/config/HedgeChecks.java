package mnvh.config;

import java.util.Map;

/** What hedge instruments must be, as far as no key can say it alone. */
final class HedgeChecks {
    /** Shares are typed by hand: nine digits are what one can ask for. */
    private static final double SUM_TOLERANCE = 1e-9;

    private static final String HEDGE = "strategy.neutrality.hedge";
    private static final String MODE = "strategy.neutrality.mode";
    private static final String LIMIT = "risk.max_market_beta_ratio";

    private HedgeChecks() {}

    /** Checks the shares; their symbols are checked where every symbol is. */
    static void run(Settings settings, Problems problems) {
        if (!settings.has(HEDGE, MODE)) {
            return;
        }
        Map<?, ?> hedge = (Map<?, ?>) settings.value(HEDGE);
        Place place = settings.placeOf(HEDGE, MODE);
        NeutralityMode mode = settings.word(MODE, NeutralityMode.class);
        if (mode != NeutralityMode.HEDGE) {
            if (!hedge.isEmpty()) {
                problems.warning(place, HEDGE + " is not used by the mode " + mode.text(), "");
            }
            return;
        }
        double sum = 0;
        for (Map.Entry<?, ?> share : hedge.entrySet()) {
            sum += (Double) share.getValue();
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            problems.error(
                    place,
                    HEDGE + " must sum to 1, got " + YamlNumber.format(sum),
                    "See: mnvh config explain " + HEDGE);
        }
        if (settings.has(LIMIT) && settings.fixed(LIMIT) == RiskConfig.NONE) {
            problems.error(
                    settings.placeOf(LIMIT, MODE),
                    MODE + " hedge needs " + LIMIT,
                    "it holds the book down while no hedge instrument can trade");
        }
    }
}
