package mnvh.risk;

import mnvh.config.Config;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * The recheck: every limit on the rounded orders, exactly, in integers; what fails is denied with the reason.
 *
 * <p>Source: method 7. Checks of one order deny that order; every one of them runs and reports, the first names the
 * verdict. Then the checks of the whole list run on what is left (self-financing, gross, net, beta, margin, message
 * rate, order-to-fill ratio, working orders) and deny all of it: part of a market-neutral list is not market-neutral.
 * Part of a list that closes everything is as good as it can be, and so of such a list as many orders leave as there is
 * room for. Core thread only; allocates nothing after construction.
 */
@HotPath
final class RiskGate implements Stateful {
    /** Orders within a minute of event time up to which nobody asks how many of them filled. */
    static final long FREE_ORDERS = 500;
    /** Orders within a minute of event time that one fill stands for, beyond the free ones. */
    static final long ORDERS_PER_FILL = 100;

    private final Limits risk;
    private final Book book;
    private final DemandBounds bounds;
    private final Prover prover;
    private final ExposureLimits limits;
    private final OrderChecks checks;
    private final Duplicates duplicates;
    private final WorkingOrders working;
    private final DenialListener denials;

    RiskGate(
            Config config,
            Limits risk,
            Book book,
            Clips clips,
            SelfFinancing financing,
            ExposureLimits limits,
            LimitPrices prices,
            WorkingOrders working,
            DenialListener denials) {
        this.risk = risk;
        this.book = book;
        this.bounds = new DemandBounds(financing, book);
        this.limits = limits;
        this.working = working;
        this.denials = denials;
        this.duplicates = new Duplicates(book.size);
        this.checks = new OrderChecks(risk, config, book, clips, duplicates, denials);
        this.prover = new Prover(config, risk, book, clips, bounds, limits, prices, working, duplicates);
    }

    /**
     * Decides on {@code basket.quantity} at {@code basket.limitPrice}; denied orders become zero.
     *
     * @param list the unrounded trades that the orders stand for; names the largest increment of the strict modes
     * @return ADMITTED when orders leave, NO_TRADE when there were none, else the check that denied
     */
    Verdict admit(Basket basket, RiskInputs inputs, long[] list) {
        Verdict first = Verdict.NO_TRADE;
        int orders = 0;
        long turnover = 0;
        long room = book.closing ? room(inputs) : Long.MAX_VALUE;
        checks.begin(inputs);
        for (int i = 0; i < book.size; i++) {
            if (basket.quantity[i] == 0) {
                continue;
            }
            Verdict verdict = checks.check(i, basket.quantity[i], basket.traded[i], basket.limitPrice[i], inputs);
            if (verdict != Verdict.ADMITTED) {
                drop(basket, i, verdict);
                first = first == Verdict.NO_TRADE ? verdict : first;
                continue;
            }
            if (orders >= room) {
                drop(basket, i, crowdedOut(inputs));
                first = first == Verdict.NO_TRADE ? basket.verdict[i] : first;
                continue;
            }
            orders++;
            turnover = Math.addExact(turnover, Math.absExact(basket.traded[i]));
        }
        if (orders == 0) {
            return first;
        }
        bounds.of(list);
        long demand = cashDemand(basket);
        Verdict verdict = financing(demand, turnover);
        verdict = exposure(basket, turnover, verdict);
        verdict = messages(inputs, orders, turnover, verdict);
        if (verdict == Verdict.ADMITTED) {
            prover.prove(basket, inputs, demand);
        }
        for (int i = 0; i < book.size; i++) {
            if (basket.quantity[i] != 0) {
                if (verdict == Verdict.ADMITTED) {
                    duplicates.admitted(i, inputs.nowNs, basket.quantity[i]);
                } else {
                    drop(basket, i, verdict);
                }
            }
        }
        return verdict;
    }

    /** @return orders that may leave before message rate or working orders are at their limits, not negative */
    private long room(RiskInputs inputs) {
        long messages = risk.maxMessagesPerS() - inputs.messagesLastSecond;
        return Math.max(0, Math.min(messages, risk.maxWorkingOrders() - working.count()));
    }

    private Verdict crowdedOut(RiskInputs inputs) {
        return risk.maxMessagesPerS() - inputs.messagesLastSecond <= risk.maxWorkingOrders() - working.count()
                ? Verdict.DENIED_MESSAGE_RATE
                : Verdict.DENIED_WORKING_ORDERS;
    }

    /** @return true when the rounded orders, at least one, meet financing and exposure limits; reports nothing */
    boolean holds(Basket basket, long[] list) {
        bounds.of(list);
        return bounds.admit(cashDemand(basket)) && limits.ofOrders(basket) == Verdict.ADMITTED;
    }

    /** @return S of the priced orders */
    private static long cashDemand(Basket basket) {
        long demand = 0;
        for (int i = 0; i < basket.traded.length; i++) {
            demand = Math.addExact(demand, Math.addExact(basket.traded[i], basket.fee[i]));
        }
        return demand;
    }

    private static void drop(Basket basket, int i, Verdict verdict) {
        basket.drop(i);
        basket.verdict[i] = verdict;
    }

    private Verdict financing(long demand, long turnover) {
        if (bounds.admit(demand)) {
            return Verdict.ADMITTED;
        }
        if (bounds.strict()) {
            denials.onDenial(DenialListener.BASKET, Verdict.DENIED_FINANCING, 0, demand, -bounds.least, turnover);
        } else {
            long after = Math.subtractExact(bounds.cash(), demand);
            denials.onDenial(
                    DenialListener.BASKET, Verdict.DENIED_FINANCING, bounds.cash(), after, bounds.floor(), turnover);
        }
        return Verdict.DENIED_FINANCING;
    }

    private Verdict exposure(Basket basket, long turnover, Verdict sofar) {
        Verdict verdict = limits.ofOrders(basket);
        if (verdict == Verdict.ADMITTED) {
            return sofar;
        }
        denials.onDenial(DenialListener.BASKET, verdict, limits.before, limits.after, limits.limit, turnover);
        return sofar == Verdict.ADMITTED ? verdict : sofar;
    }

    private Verdict messages(RiskInputs inputs, int orders, long turnover, Verdict sofar) {
        Verdict verdict = sofar;
        long sent = inputs.messagesLastSecond;
        if (sent + orders > risk.maxMessagesPerS()) {
            denials.onDenial(
                    DenialListener.BASKET,
                    Verdict.DENIED_MESSAGE_RATE,
                    sent,
                    sent + orders,
                    risk.maxMessagesPerS(),
                    turnover);
            verdict = verdict == Verdict.ADMITTED ? Verdict.DENIED_MESSAGE_RATE : verdict;
        }
        long recent = inputs.ordersRecently;
        long most = Math.max(FREE_ORDERS, Math.multiplyExact(inputs.fillsRecently, ORDERS_PER_FILL));
        if (recent > most) {
            denials.onDenial(
                    DenialListener.BASKET, Verdict.DENIED_ORDER_TO_FILL, recent, recent + orders, most, turnover);
            verdict = verdict == Verdict.ADMITTED ? Verdict.DENIED_ORDER_TO_FILL : verdict;
        }
        long alive = working.count();
        if (alive + orders > risk.maxWorkingOrders()) {
            denials.onDenial(
                    DenialListener.BASKET,
                    Verdict.DENIED_WORKING_ORDERS,
                    alive,
                    alive + orders,
                    risk.maxWorkingOrders(),
                    turnover);
            verdict = verdict == Verdict.ADMITTED ? Verdict.DENIED_WORKING_ORDERS : verdict;
        }
        return verdict;
    }

    @Override
    public void writeTo(StateWriter writer) {
        duplicates.writeTo(writer);
    }
}
