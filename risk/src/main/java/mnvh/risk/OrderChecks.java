package mnvh.risk;

import mnvh.config.BarFill;
import mnvh.config.Config;
import mnvh.config.ExecutionConfig;
import mnvh.config.Mode;
import mnvh.config.RiskConfig;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.Instrument;

/**
 * The checks that concern one rounded order, in the order of method 7; each reports its own numbers.
 *
 * <p>What an order reduces passes order notional, position and participation, and an order that only reduces passes
 * drawdown and daily loss too; nothing passes the others. The limits reported are the largest order that would pass.
 * Core thread only; allocates nothing after construction.
 */
@HotPath
final class OrderChecks {
    /** Far above what a double can err by. */
    private static final double DOUBT = 1.0e-9;

    private final Limits risk;
    private final ExecutionConfig execution;
    /** False where bars fill every order at the next close, those of the step before as well: none meets another. */
    private final boolean meets;

    private final Book book;
    private final Clips clips;
    private final Duplicates duplicates;
    private final DenialListener denials;
    private Verdict binding = Verdict.ADMITTED;
    private Verdict lossVerdict = Verdict.ADMITTED;
    private int instrument;
    private long notional;

    OrderChecks(Limits risk, Config config, Book book, Clips clips, Duplicates duplicates, DenialListener denials) {
        this.risk = risk;
        this.execution = config.execution();
        this.meets = config.mode() != Mode.BACKTEST || execution.barFill() == BarFill.SAME_CLOSE;
        this.book = book;
        this.clips = clips;
        this.duplicates = duplicates;
        this.denials = denials;
    }

    /** Judges what is the same for every order of a basket; once before its orders. */
    void begin(RiskInputs inputs) {
        lossVerdict = DrawdownLimit.judge(risk, inputs.peakEquity, inputs.dayStartEquity, inputs.equity);
    }

    /**
     * Runs every check on the order of instrument {@code i}.
     *
     * @param traded its notional at the mark, signed
     * @return ADMITTED, or the first that denied
     */
    Verdict check(int i, long delta, long traded, long limitPrice, RiskInputs inputs) {
        binding = Verdict.ADMITTED;
        instrument = i;
        notional = book.mark[i] > 0 ? traded : 0;
        boolean reduces = book.reduces(i, delta);
        if (book.state == TradingState.HALTED || (book.state == TradingState.REDUCING && !reduces)) {
            long held = book.position[i];
            deny(Verdict.DENIED_STATE, held, Math.addExact(held, delta), 0);
        }
        if (!inputs.present[i] || book.mark[i] <= 0) {
            deny(Verdict.DENIED_DATA, 0, delta, 0);
            // Without a fresh price the checks below have nothing to measure with.
            return binding;
        }
        size(i, delta, inputs);
        position(i, delta, reduces);
        if (!within(Math.absExact(delta), inputs.recentVolume[i], risk.maxParticipationRatio())) {
            long most = clips.mostQuantity(book, inputs.recentVolume[i], i, delta > 0);
            if (Math.absExact(delta) > most) {
                deny(Verdict.DENIED_PARTICIPATION, 0, Math.absExact(delta), most);
            }
        }
        loss(inputs, reduces);
        price(i, delta, limitPrice);
        if (duplicates.repeats(i, inputs.nowNs, delta)) {
            deny(Verdict.DENIED_DUPLICATE, delta, delta, 0);
        }
        selfMatch(i, delta > 0, limitPrice);
        return binding;
    }

    private void selfMatch(int i, boolean buy, long limitPrice) {
        long facing = buy ? book.lowestSell(i) : book.highestBuy(i);
        if (meets && (buy ? limitPrice >= facing : limitPrice <= facing)) {
            deny(Verdict.DENIED_SELF_MATCH, 0, limitPrice, facing);
        }
    }

    private void deny(Verdict why, long before, long after, long limit) {
        binding = binding == Verdict.ADMITTED ? why : binding;
        denials.onDenial(instrument, why, before, after, limit, notional);
    }

    private void size(int i, long delta, RiskInputs inputs) {
        if (!inputs.tradable[i] || book.foreign(i) || !OrderSizes.fits(book, i, delta, notional)) {
            Instrument contract = book.universe.get(i);
            boolean small = Math.absExact(delta) < contract.minQuantity();
            deny(
                    Verdict.DENIED_INSTRUMENT,
                    0,
                    Math.absExact(delta),
                    small ? contract.minQuantity() : contract.maxQuantity());
        }
    }

    private void position(int i, long delta, boolean reduces) {
        long magnitude = Math.absExact(notional);
        long most = clips.mostNotional(book, i, delta > 0);
        if (magnitude > most) {
            deny(Verdict.DENIED_ORDER_NOTIONAL, 0, magnitude, most);
        }
        if (reduces || risk.maxPositionNotional() == RiskConfig.NONE) {
            return;
        }
        long before = delta > 0
                ? Math.addExact(book.position[i], book.buys[i])
                : Math.subtractExact(book.position[i], book.sells[i]);
        if (book.surelyBelow(i, Math.addExact(before, delta), risk.maxPositionNotional())) {
            return;
        }
        long after = book.value(i, Math.addExact(before, delta));
        if (delta > 0 ? after > risk.maxPositionNotional() : after < -risk.maxPositionNotional()) {
            deny(Verdict.DENIED_POSITION, book.value(i, before), after, risk.maxPositionNotional());
        }
    }

    private void loss(RiskInputs inputs, boolean reduces) {
        if (reduces) {
            return;
        }
        Verdict verdict = lossVerdict;
        if (verdict == Verdict.DENIED_BANKRUPT) {
            deny(verdict, inputs.equity, inputs.equity, 0);
        } else if (verdict == Verdict.DENIED_DRAWDOWN) {
            long fall = inputs.peakEquity - inputs.equity;
            deny(verdict, fall, fall, Book.ofAmount(inputs.peakEquity, risk.maxDrawdownRatio()));
        } else if (verdict == Verdict.DENIED_DAILY_LOSS) {
            long fall = inputs.dayStartEquity - inputs.equity;
            deny(verdict, fall, fall, Book.ofAmount(inputs.dayStartEquity, risk.maxDailyLossRatio()));
        }
    }

    private void price(int i, long delta, long limitPrice) {
        long mark = book.mark[i];
        long away = Math.absExact(Math.subtractExact(limitPrice, mark));
        boolean far = !within(away, mark, risk.maxPriceDeviationRate());
        if (limitPrice <= 0 || !book.universe.get(i).isOnTick(limitPrice) || far) {
            deny(Verdict.DENIED_PRICE, mark, limitPrice, share(mark, risk.maxPriceDeviationRate()));
        }
        long adverse = delta > 0 ? limitPrice - mark : mark - limitPrice;
        if (!within(adverse, mark, execution.collarRate())) {
            deny(Verdict.DENIED_COLLAR, mark, limitPrice, share(mark, execution.collarRate()));
        }
    }

    /** @return true when {@code amount} is at most that share of {@code whole}; mostly plain from an estimate */
    private static boolean within(long amount, long whole, long rate) {
        return rate == RiskConfig.NONE
                || (double) amount < (double) whole * FixedPoint.rateToDouble(rate) * (1 - DOUBT) - 1
                || amount <= share(whole, rate);
    }

    private static long share(long whole, long rate) {
        return rate == RiskConfig.NONE ? Long.MAX_VALUE : FixedPoint.multiplyRate(whole, rate, Rounding.FLOOR);
    }
}
