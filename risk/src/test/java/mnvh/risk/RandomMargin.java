package mnvh.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mnvh.universe.MarginMode;
import mnvh.universe.MarginTerms;
import mnvh.universe.MarginTier;

/** Margin terms as venues have them, drawn at random: up to four tiers, maintenance about half of initial. */
final class RandomMargin {
    private static final long PERCENT = 10_000_000_000L;

    private RandomMargin() {}

    static MarginTerms terms(Random random, MarginMode mode) {
        List<MarginTier> tiers = new ArrayList<>();
        long notional = 0;
        long initial = PERCENT * (1 + random.nextInt(20));
        long maintenance = initial / 2;
        for (int t = random.nextInt(4); t >= 0; t--) {
            tiers.add(new MarginTier(notional, initial, maintenance));
            notional += 100_000_000L * (100 + random.nextInt(20_000));
            initial += PERCENT * random.nextInt(15);
            maintenance = Math.max(maintenance, initial / (2 + random.nextInt(2)) / 10_000 * 10_000);
        }
        return new MarginTerms(mode, tiers);
    }
}
