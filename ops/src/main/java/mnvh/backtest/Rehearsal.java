package mnvh.backtest;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mnvh.config.LoadedConfig;
import mnvh.journal.SessionFolder;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/**
 * A recorded session under limits that are not in force yet: which orders would have been denied, scaled or priced
 * otherwise.
 *
 * <p>In an open loop: the session runs through the production handler as it was recorded, and each of its lists is
 * decided once more under the other limits, from the same proposal, books and working orders. What an order that
 * did not leave would have changed later on is not told.
 *
 * @param replay what the session itself did; where it does not match, the rest says nothing
 * @param rehearsed limits that differ
 * @param left keys that differ and are not rehearsed
 * @param totals orders and notionals, by what would have become of them
 * @param orders each order that differs, in the order of steps and instruments
 * @param firstHalt the first step at which a loss limit would have halted, or null
 */
public record Rehearsal(
        Replay.Result replay,
        List<Key> rehearsed,
        List<Key> left,
        Totals totals,
        List<RehearsedOrder> orders,
        @Nullable Halt firstHalt) {

    /**
     * A key whose value differs.
     *
     * @param recorded the session's value as canonical YAML
     * @param other the new value
     */
    public record Key(String path, String recorded, String other) {}

    /**
     * A step at which trading would have halted.
     *
     * @param step number from 0
     * @param closeNs its close, event time
     * @param bound the loss limit, with the loss before and after and the loss that halts; or GATE_FAILED
     */
    public record Halt(long step, long closeNs, RehearsedOrder.Bound bound) {}

    /**
     * Orders of the session, by what would have become of them.
     *
     * @param lists steps that decided on a list
     * @param sent orders that left
     * @param unchanged those that would have left the same
     * @param repriced those that would have left with another limit price
     * @param scaled those that would have left smaller
     * @param denied those that would not have left
     * @param raised orders that would have left larger, on the other side, or where none did
     * @param notionalSent absolute notional at the marks of what left, at 10^-8
     * @param notionalUnder absolute notional of what would have left
     * @param haltedSteps steps at which a loss limit would have halted
     * @param sentSinceHalt orders that left at the first such step or later; none would have before a resume
     * @param checks orders denied or scaled, by the check that bound
     */
    public record Totals(
            long lists,
            long sent,
            long unchanged,
            long repriced,
            long scaled,
            long denied,
            long raised,
            long notionalSent,
            long notionalUnder,
            long haltedSteps,
            long sentSinceHalt,
            Map<String, Long> checks) {
        public Totals {
            checks = Collections.unmodifiableMap(new TreeMap<>(checks));
        }
    }

    public Rehearsal {
        rehearsed = List.copyOf(rehearsed);
        left = List.copyOf(left);
        orders = List.copyOf(orders);
    }

    /** @return true when no order differs and no step would have halted */
    public boolean nothingDiffers() {
        return orders.isEmpty() && firstHalt == null;
    }

    /**
     * Rehearses {@code next} on a session.
     *
     * @return what differs. Throws {@link mnvh.config.ConfigException} where the session's universe or currency is
     *     another
     */
    public static Rehearsal of(SessionFolder session, LoadedConfig next) {
        Rehearsed rehearsed = new Rehearsed(next);
        Replay.Result result = Replay.observed(session, rehearsed);
        return rehearsed.conclude(result);
    }

    /** Makes the observer once the session's own texts are read. */
    private static final class Rehearsed implements Replay.ObserverSource {
        private final LoadedConfig next;
        private @Nullable RehearsedKeys keys;
        private @Nullable RehearsalObserver observer;

        Rehearsed(LoadedConfig next) {
            this.next = next;
        }

        @Override
        public RehearsalObserver observe(String recorded, Universe universe) {
            RehearsedUniverse.require(universe, next.config().universe(), next.universeFile());
            RehearsedKeys split = new RehearsedKeys(recorded, next.config(), universe);
            RehearsalObserver made = new RehearsalObserver(split.config(), universe);
            keys = split;
            observer = made;
            return made;
        }

        Rehearsal conclude(Replay.Result result) {
            RehearsedKeys split = keys;
            RehearsalObserver seen = observer;
            if (split == null || seen == null) {
                throw new IllegalStateException("a replay without its observer");
            }
            return new Rehearsal(
                    result, split.rehearsed(), split.left(), seen.totals(), seen.orders(), seen.firstHalt());
        }
    }
}
