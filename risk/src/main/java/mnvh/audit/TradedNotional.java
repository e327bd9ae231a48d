package mnvh.audit;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import mnvh.config.FeeTier;
import mnvh.universe.Currencies;

/**
 * What was traded on each UTC day, by currency, and how much of it counts for the fees of another day.
 *
 * <p>The newest day is that of the newest stamp; what it pays by is settled when it begins, and again when a fill of an
 * earlier day comes or goes. One thread.
 */
final class TradedNotional {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final Translation[] translations;
    private final TreeMap<Long, Exact[]> days = new TreeMap<>();
    private long newest = Long.MIN_VALUE;
    private Exact reached = Exact.ZERO;

    TradedNotional(Translation[] translations) {
        this.translations = translations;
    }

    /** An event is stamped so. */
    void at(long timestampNs) {
        long day = Math.floorDiv(timestampNs, DAY_NS);
        if (day > newest) {
            newest = day;
            days.headMap(day - FeeTier.KEPT_DAYS).clear();
            reached = before(day);
        }
    }

    /**
     * A fill is booked, or taken back.
     *
     * @param change of what was traded in its currency: the fill's absolute notional, negative when it is taken back
     */
    void count(int currency, Exact change, long timestampNs) {
        long day = Math.floorDiv(timestampNs, DAY_NS);
        if (day < newest - FeeTier.KEPT_DAYS) {
            return;
        }
        Exact[] traded = days.computeIfAbsent(day, none -> zeros());
        traded[currency] = traded[currency].add(change);
        if (day < newest) {
            reached = before(newest);
        }
    }

    /** @return what chooses the tiers of the newest day */
    Exact reached() {
        return reached;
    }

    /** @return what chooses the tier of a fill of that time, in the reporting currency at 10^-8 */
    Exact reached(long timestampNs) {
        long day = Math.floorDiv(timestampNs, DAY_NS);
        return day >= newest ? reached : before(day);
    }

    /** Each currency's sum at its latest rate, cut to whole units; without a rate it counts for nothing. */
    private Exact before(long day) {
        Exact[] sums = zeros();
        for (Map.Entry<Long, Exact[]> traded :
                days.subMap(day - FeeTier.WINDOW_DAYS, day).entrySet()) {
            for (int c = 0; c < sums.length; c++) {
                sums[c] = sums[c].add(traded.getValue()[c]);
            }
        }
        Exact total = sums[Currencies.REPORTING];
        for (int c = 0; c < sums.length; c++) {
            if (c != Currencies.REPORTING) {
                total = total.add(Exact.cut(sums[c], translations[c].rate(), Exact.SCALE));
            }
        }
        return total;
    }

    private Exact[] zeros() {
        Exact[] zeros = new Exact[translations.length];
        Arrays.fill(zeros, Exact.ZERO);
        return zeros;
    }
}
