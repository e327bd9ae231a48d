package mnvh.risk;

import mnvh.config.Config;
import mnvh.config.FinancingMode;
import mnvh.config.NeutralityMode;
import mnvh.ledger.FeeSchedule;
import mnvh.ledger.Ledger;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/**
 * From proposal to basket: band, clips, neutrality, financing, risk scale, rounding, repair, recheck, in this order.
 *
 * <p>Source: method 3. {@link Rounds} repeats the stages from neutrality to repair while a later one has undone an
 * earlier one. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class BasketPipeline implements Stateful {
    /** Rounds after which stages that still contradict each other mean no trade. */
    public static final int MAX_ROUNDS = 4;

    private final Limits risk;
    private final Universe universe;
    private final Ledger ledger;
    private final FeeSchedule fees;
    private final WorkingOrders working;
    private final Margins margins;
    private final Book book;
    private final Band band;
    private final Clips clips;
    private final SelfFinancing financing;
    private final ExposureLimits limits;
    private final RiskGate gate;
    private final Rounds rounds;
    private final DenialListener denials;

    /**
     * Throws {@link IllegalArgumentException} for modes that exclude each other.
     *
     * @param denials told what is denied or cut
     */
    public BasketPipeline(
            Universe universe,
            Config config,
            Ledger ledger,
            FeeSchedule fees,
            WorkingOrders working,
            DenialListener denials) {
        this(
                universe,
                config,
                ledger,
                fees,
                working,
                new Margins(universe),
                new Band(config.strategy().tradeThresholdRatio()),
                denials);
    }

    private BasketPipeline(
            Universe universe,
            Config config,
            Ledger ledger,
            FeeSchedule fees,
            WorkingOrders working,
            Margins margins,
            Band band,
            DenialListener denials) {
        FinancingMode mode = config.selfFinancing().mode();
        if (config.strategy().neutrality().mode() == NeutralityMode.DRIVER
                && (mode == FinancingMode.EXCESS_SIDE || mode == FinancingMode.SCALAR)) {
            throw new IllegalArgumentException("strategy.neutrality.mode driver needs self_financing.mode projection or"
                    + " funded, got " + mode.text());
        }
        this.universe = universe;
        this.ledger = ledger;
        this.fees = fees;
        this.working = working;
        this.denials = denials;
        this.risk = new Limits(config.risk());
        this.margins = margins;
        this.book = new Book(universe, ledger, fees, working);
        this.band = band;
        this.clips = new Clips(risk, universe.size());
        this.financing = new SelfFinancing(config.selfFinancing(), book);
        LimitPrices prices = new LimitPrices(config.execution().collarRate(), risk);
        this.limits = new ExposureLimits(risk, book, prices, margins);
        this.gate = new RiskGate(config, risk, book, clips, financing, limits, prices, working, denials);
        Neutrality neutrality = new Neutrality(config.strategy().neutrality(), universe);
        this.rounds = new Rounds(book, clips, neutrality, financing, limits, prices, gate);
    }

    /** @return the limits in force; a change holds from the next run on */
    public Limits limits() {
        return risk;
    }

    /**
     * The same list under other limits: a pipeline that reads this one's books, margins and no-trade band, writes none
     * of them, and remembers intents of its own. Throws {@link IllegalArgumentException} as the constructor does.
     *
     * @param other limits, collar, financing and neutrality; nothing else of it counts
     * @param heard told what the other limits deny or cut
     */
    public BasketPipeline under(Config other, DenialListener heard) {
        return new BasketPipeline(universe, other, ledger, fees, working, margins, band, heard);
    }

    /** @return what margin the instruments need now; a change holds from the next run on */
    public Margins margins() {
        return margins;
    }

    /** Sets the no-trade band, fraction of equity at 10^-12; until then it is {@code trade_threshold_ratio}. */
    public void tradeThreshold(long ratio) {
        band.width(ratio);
    }

    /**
     * Runs every stage on {@code basket.notional}.
     *
     * @return ADMITTED when orders leave (whole or cut: {@code basket.binding} says), NO_TRADE when there are none,
     *     else what denied the basket
     */
    public Verdict run(Basket basket, RiskInputs inputs) {
        basket.clearResults();
        book.load(inputs);
        limits.begin();
        basket.betaExposureBefore = book.betaExposure;
        long[] x = basket.notional;
        band.apply(book, x, basket.verdict);
        System.arraycopy(x, 0, basket.afterBand, 0, x.length);
        clips.apply(book, inputs, x, basket.verdict, denials);
        System.arraycopy(x, 0, basket.afterClips, 0, x.length);

        Verdict verdict = rounds.settle(basket, inputs, x);
        if (verdict.denies()) {
            report(basket, verdict);
            deny(basket, verdict);
        } else {
            verdict = order(basket, inputs, x);
        }
        DemandParts.measure(limits, rounds.correction, basket);
        return verdict;
    }

    /** The recheck and what the basket reports about it. */
    private Verdict order(Basket basket, RiskInputs inputs, long[] x) {
        Verdict cut = Verdict.ADMITTED;
        if (basket.financingScale < FixedPoint.RATE_SCALE) {
            cut = Verdict.CUT_FINANCING;
            report(basket, cut);
        }
        if (rounds.riskBinding != Verdict.ADMITTED) {
            cut = RiskScale.cut(rounds.riskBinding);
            report(basket, cut);
        }
        for (int i = 0; i < x.length; i++) {
            boolean wanted = basket.afterClips[i] != 0 || x[i] != 0;
            if (basket.quantity[i] != 0 && !basket.verdict[i].cuts()) {
                basket.verdict[i] = Verdict.ADMITTED;
            } else if (basket.quantity[i] == 0 && wanted) {
                basket.verdict[i] = rounds.onlyReducing && x[i] == 0 ? Verdict.CUT_REDUCING : Verdict.BELOW_MINIMUM;
            }
        }
        Verdict verdict = gate.admit(basket, inputs, x);
        for (int i = 0; i < x.length && verdict == Verdict.NO_TRADE; i++) {
            verdict = basket.verdict[i].denies() ? basket.verdict[i] : verdict;
        }
        basket.binding = verdict == Verdict.ADMITTED ? cut : verdict;
        return verdict;
    }

    private void deny(Basket basket, Verdict verdict) {
        basket.binding = verdict;
        for (int i = 0; i < basket.quantity.length; i++) {
            if (basket.afterClips[i] != 0 || basket.notional[i] != 0) {
                basket.verdict[i] = verdict;
            }
            basket.notional[i] = 0;
            basket.drop(i);
        }
    }

    /** Reports what bound the whole list, with the numbers of the check that bound it. */
    private void report(Basket basket, Verdict verdict) {
        switch (verdict) {
            case NOT_CONVERGED:
                tell(verdict, 0, basket.rounds, MAX_ROUNDS, basket.afterClips);
                break;
            case CUT_FINANCING:
            case DENIED_FINANCING:
            case NO_SCALAR_ROOT:
            case NO_ONE_SIDED_ROOT:
            case NO_PROJECTION:
                reportFinancing(basket, verdict);
                break;
            default:
                tell(verdict, rounds.riskBefore, rounds.riskAfter, rounds.riskLimit, basket.afterClips);
        }
    }

    private void reportFinancing(Basket basket, Verdict verdict) {
        if (financing.strict(book)) {
            tell(verdict, 0, rounds.demandBefore, 0, basket.afterNeutrality);
            return;
        }
        long cash = Math.subtractExact(book.cash, book.workingDemand);
        long floor = Math.subtractExact(cash, financing.budget(book));
        tell(verdict, cash, Math.subtractExact(cash, rounds.demandBefore), floor, basket.afterNeutrality);
    }

    private void tell(Verdict verdict, long before, long after, long limit, long[] list) {
        denials.onDenial(DenialListener.BASKET, verdict, before, after, limit, turnover(list));
    }

    private static long turnover(long[] x) {
        long sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum = Math.addExact(sum, Math.absExact(x[i]));
        }
        return sum;
    }

    @Override
    public void writeTo(StateWriter writer) {
        gate.writeTo(writer);
        risk.writeTo(writer);
        margins.writeTo(writer);
    }
}
