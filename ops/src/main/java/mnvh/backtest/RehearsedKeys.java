package mnvh.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mnvh.config.Config;
import mnvh.config.ConfigException;
import mnvh.config.ConfigText;
import mnvh.universe.Universe;

/**
 * What of a configuration a rehearsal puts in the place of the recorded one, and what it leaves alone and says so.
 *
 * <p>Rehearsed is what the risk pipeline alone reads. Every other key acts before a list is proposed or after it has
 * left, so that a recorded session cannot tell what it would have done.
 */
final class RehearsedKeys {
    private static final Set<String> LIMITS = Set.of(
            "risk.max_gross_leverage_ratio",
            "risk.max_net_leverage_ratio",
            "risk.max_market_beta_ratio",
            "risk.max_margin_usage_ratio",
            "risk.stress_move_ratio",
            "risk.max_drawdown_ratio",
            "risk.max_daily_loss_ratio",
            "risk.max_order_notional",
            "risk.max_position_notional",
            "risk.max_participation_ratio",
            "risk.max_price_deviation_bps",
            "risk.max_messages_per_s",
            "risk.max_working_orders",
            "execution.collar_bps",
            "self_financing.mode",
            "self_financing.cash_floor",
            "strategy.neutrality.mode",
            "strategy.neutrality.band_ratio",
            "strategy.neutrality.min_beta_dispersion",
            "strategy.neutrality.max_correction_ratio",
            "strategy.neutrality.hedge");

    private final List<Rehearsal.Key> rehearsed = new ArrayList<>();
    private final List<Rehearsal.Key> left = new ArrayList<>();
    private final Config config;

    /**
     * @param recorded the session's configuration as its journal holds it
     * @param next the configuration whose limits are rehearsed
     * @param universe the session's instruments; throws {@link ConfigException} where limits in money would be in
     *     another currency than the session's books
     */
    RehearsedKeys(String recorded, Config next, Universe universe) {
        Map<String, String> before = values(recorded);
        Map<String, String> after = values(ConfigText.write(next));
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> line : before.entrySet()) {
            String key = line.getKey();
            String old = line.getValue();
            String other = after.getOrDefault(key, old);
            boolean limit = LIMITS.contains(key);
            if (!other.equals(old)) {
                (limit ? rehearsed : left).add(new Rehearsal.Key(key, old, other));
            }
            text.append(key).append('=').append(limit ? other : old).append('\n');
        }
        requireCurrency(before, after);
        config = ConfigText.parse(text.toString(), universe);
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return values;
    }

    private static void requireCurrency(Map<String, String> before, Map<String, String> after) {
        String recorded = String.valueOf(before.get("currency"));
        String other = String.valueOf(after.get("currency"));
        if (!recorded.equals(other)) {
            throw new ConfigException("error: currency is " + other + " but the session's books are in " + recorded
                    + "; limits in money cannot be compared");
        }
    }

    /** @return the recorded configuration with the limits of the other */
    Config config() {
        return config;
    }

    /** @return limits that differ */
    List<Rehearsal.Key> rehearsed() {
        return List.copyOf(rehearsed);
    }

    /** @return keys that differ and are not applied */
    List<Rehearsal.Key> left() {
        return List.copyOf(left);
    }
}
