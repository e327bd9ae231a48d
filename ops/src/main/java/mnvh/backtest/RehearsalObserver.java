package mnvh.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mnvh.backtest.RehearsedOrder.Bound;
import mnvh.backtest.RehearsedOrder.Unit;
import mnvh.config.Config;
import mnvh.config.RiskConfig;
import mnvh.engine.StepObserver;
import mnvh.event.Notice;
import mnvh.risk.Basket;
import mnvh.risk.BasketPipeline;
import mnvh.risk.DenialListener;
import mnvh.risk.DrawdownLimit;
import mnvh.risk.Limits;
import mnvh.risk.RiskInputs;
import mnvh.risk.Verdict;
import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/**
 * Decides every list of a session once more under other limits, and keeps what comes out otherwise.
 *
 * <p>Each step is judged by itself on the recorded books. At a step whose loss reaches a limit no order leaves, as the
 * halt that it causes would see to; the steps after it are judged again, and how many orders left since is counted.
 * Intents admitted and peaks of equity are its own. Core thread only; allocates.
 */
final class RehearsalObserver implements StepObserver, DenialListener {
    /** What the other pipeline denied or cut in the step in hand. */
    private record Heard(int instrument, Verdict reason, long before, long after, long limit) {
        Bound bound() {
            return new Bound(reason.name(), before, after, limit, reason.counts() ? Unit.COUNT : Unit.DECIMAL);
        }
    }

    private final Config config;
    private final Universe universe;
    private final DrawdownLimit drawdown;
    private final Basket under;
    private final List<Heard> heard = new ArrayList<>();
    private final List<RehearsedOrder> orders = new ArrayList<>();
    private final long[] changes = new long[RehearsedOrder.Change.values().length];
    private final Map<String, Long> checks = new TreeMap<>();
    private @Nullable BasketPipeline pipeline;
    private Rehearsal.@Nullable Halt halt;
    private Rehearsal.@Nullable Halt firstHalt;
    private long step;
    private long haltedSteps;
    private long lists;
    private long sent;
    private long unchanged;
    private long notionalSent;
    private long notionalUnder;
    private long sentSinceHalt;

    /** @param config the session's own with the other limits */
    RehearsalObserver(Config config, Universe universe) {
        this.config = config;
        this.universe = universe;
        this.drawdown = new DrawdownLimit(new Limits(config.risk()));
        this.under = new Basket(universe.size());
    }

    @Override
    public boolean onPipeline(BasketPipeline recorded) {
        pipeline = recorded.under(config, this);
        return config.risk().maxParticipationRatio() != RiskConfig.NONE;
    }

    @Override
    public void onBooks(long number, long closeNs, long equity, long external, boolean trading) {
        step = number;
        halt = null;
        Verdict verdict = drawdown.onEquity(closeNs, equity, external);
        if (!trading) {
            return;
        }
        if (verdict == Verdict.DENIED_DRAWDOWN) {
            halted(
                    closeNs,
                    verdict,
                    drawdown.peakEquity(),
                    equity,
                    config.risk().maxDrawdownRatio());
        } else if (verdict == Verdict.DENIED_DAILY_LOSS) {
            halted(
                    closeNs,
                    verdict,
                    drawdown.dayStartEquity(),
                    equity,
                    config.risk().maxDailyLossRatio());
        }
    }

    private void halted(long closeNs, Verdict verdict, long from, long equity, long ratio) {
        long most = FixedPoint.multiplyRate(from, ratio, Rounding.FLOOR);
        long fall = Math.subtractExact(from, equity);
        Bound bound = new Bound(verdict.name(), fall, fall, most, Unit.DECIMAL);
        halted(new Rehearsal.Halt(step, closeNs, bound));
    }

    private void halted(Rehearsal.Halt now) {
        halt = now;
        firstHalt = firstHalt == null ? now : firstHalt;
        haltedSteps++;
    }

    @Override
    public void onDenial(int instrument, Verdict reason, long before, long after, long limit, long notional) {
        heard.add(new Heard(instrument, reason, before, after, limit));
    }

    @Override
    public void onList(Basket recorded, RiskInputs inputs) {
        lists++;
        decide(recorded, inputs);
        for (int i = 0; i < universe.size(); i++) {
            long was = recorded.quantity[i];
            long is = under.quantity[i];
            notionalSent = Math.addExact(notionalSent, Math.abs(recorded.traded(i)));
            notionalUnder = Math.addExact(notionalUnder, Math.abs(under.traded(i)));
            if (was != 0) {
                sent++;
                sentSinceHalt += firstHalt == null ? 0 : 1;
            }
            if (was != is || recorded.limitPrice[i] != under.limitPrice[i]) {
                differs(order(i, recorded, inputs.nowNs));
            } else if (was != 0) {
                unchanged++;
            }
        }
    }

    /** What the other pipeline throws would have halted, as in the handler; it must not reach the handler here. */
    private void decide(Basket recorded, RiskInputs inputs) {
        heard.clear();
        under.clear();
        if (halt != null) {
            return;
        }
        System.arraycopy(recorded.proposed, 0, under.notional, 0, under.size());
        System.arraycopy(recorded.signal, 0, under.signal, 0, under.size());
        System.arraycopy(recorded.leash, 0, under.leash, 0, under.size());
        BasketPipeline other = pipeline;
        if (other == null) {
            throw new IllegalStateException("a list before the pipeline that decides on it");
        }
        try {
            other.run(under, inputs);
        } catch (RuntimeException e) {
            under.clear();
            halted(new Rehearsal.Halt(step, inputs.nowNs, unmeasured(Notice.GATE_FAILED.name())));
        }
    }

    private void differs(RehearsedOrder order) {
        orders.add(order);
        RehearsedOrder.Change change = order.change();
        changes[change.ordinal()]++;
        if (change == RehearsedOrder.Change.DENIED || change == RehearsedOrder.Change.SCALED) {
            checks.merge(order.bound().check(), 1L, Math::addExact);
        }
    }

    private RehearsedOrder order(int i, Basket recorded, long closeNs) {
        long was = recorded.quantity[i];
        return new RehearsedOrder(
                step,
                closeNs,
                universe.get(i).symbol(),
                was,
                under.quantity[i],
                recorded.limitPrice[i],
                under.limitPrice[i],
                was == 0 ? under.traded(i) : recorded.traded(i),
                bound(i, recorded));
    }

    /** A cut that both configurations made alike did not make the difference; what scaled the list then did. */
    private Bound bound(int i, Basket recorded) {
        if (halt != null) {
            return halt.bound();
        }
        Verdict verdict = under.verdict[i];
        if (verdict.denies() || under.afterClips[i] != recorded.afterClips[i]) {
            return numbers(i, verdict);
        }
        boolean smaller = Math.abs(under.quantity[i]) < Math.abs(recorded.quantity[i]);
        if (smaller && under.binding.cuts()) {
            return numbers(BASKET, under.binding);
        }
        return verdict.cuts() ? unmeasured(Verdict.ADMITTED.name()) : numbers(i, verdict);
    }

    private static Bound unmeasured(String check) {
        return new Bound(check, 0, 0, 0, Unit.NONE);
    }

    /** @return a verdict with its numbers, those of the instrument or else of the whole list */
    private Bound numbers(int instrument, Verdict verdict) {
        Bound ofList = unmeasured(verdict.name());
        for (Heard each : heard) {
            if (each.reason != verdict) {
                continue;
            }
            if (each.instrument == instrument) {
                return each.bound();
            }
            ofList = each.instrument == BASKET ? each.bound() : ofList;
        }
        return ofList;
    }

    Rehearsal.Totals totals() {
        return new Rehearsal.Totals(
                lists,
                sent,
                unchanged,
                changes[RehearsedOrder.Change.REPRICED.ordinal()],
                changes[RehearsedOrder.Change.SCALED.ordinal()],
                changes[RehearsedOrder.Change.DENIED.ordinal()],
                changes[RehearsedOrder.Change.RAISED.ordinal()],
                notionalSent,
                notionalUnder,
                haltedSteps,
                sentSinceHalt,
                checks);
    }

    List<RehearsedOrder> orders() {
        return orders;
    }

    Rehearsal.@Nullable Halt firstHalt() {
        return firstHalt;
    }
}
