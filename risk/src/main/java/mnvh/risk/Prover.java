package mnvh.risk;

import mnvh.config.Config;
import mnvh.units.HotPath;
import mnvh.units.Side;
import mnvh.universe.Instrument;

/**
 * Writes the {@link Proof} of an admitted list.
 *
 * <p>For what one more increment breaks, each order in turn is asked about as if it were that much larger and all
 * others as they are: by the checks of one order, then by those of the list, in the gate's order. What the list sums up
 * is not summed anew: the order's part is exchanged and put back, in integers, so that an order costs the same in a
 * list of any length. Core thread only; allocates nothing after construction.
 */
@HotPath
final class Prover {
    private final Limits risk;
    private final Book book;
    private final Clips clips;
    private final ExposureLimits limits;
    private final LimitPrices prices;
    private final WorkingOrders working;
    private final DemandBounds bounds;
    private final OrderChecks checks;
    private final FirstDenial first = new FirstDenial();

    Prover(
            Config config,
            Limits risk,
            Book book,
            Clips clips,
            DemandBounds bounds,
            ExposureLimits limits,
            LimitPrices prices,
            WorkingOrders working,
            Duplicates duplicates) {
        this.risk = risk;
        this.book = book;
        this.clips = clips;
        this.bounds = bounds;
        this.limits = limits;
        this.prices = prices;
        this.working = working;
        this.checks = new OrderChecks(risk, config, book, clips, duplicates, first);
    }

    /** Proves the orders of {@code basket}, which the gate has admitted; {@code demand} is their S. */
    void prove(Basket basket, RiskInputs inputs, long demand) {
        Proof proof = basket.proof;
        long cash = bounds.cash();
        proof.cash.set(cash, Math.subtractExact(cash, demand), bounds.floor());
        proof.demand = demand;
        proof.demandLeast = bounds.least;
        proof.demandMost = bounds.most;
        limits.prove(basket, proof);
        checks.begin(inputs);
        int orders = 0;
        for (int i = 0; i < book.size; i++) {
            if (basket.quantity[i] != 0) {
                orders++;
                order(basket, i, proof);
                proof.referenceAgeNs[i] = inputs.nowNs - inputs.priceNs[i];
                increment(basket, inputs, i, demand, proof);
            }
        }
        proof.positionLimit = risk.maxPositionNotional();
        proof.messages.set(
                inputs.messagesLastSecond, inputs.messagesLastSecond + (long) orders, risk.maxMessagesPerS());
        proof.working.set(working.count(), working.count() + (long) orders, risk.maxWorkingOrders());
    }

    private void order(Basket basket, int i, Proof proof) {
        long delta = basket.quantity[i];
        boolean buy = delta > 0;
        long before = buy
                ? Math.addExact(book.position[i], book.buys[i])
                : Math.subtractExact(book.position[i], book.sells[i]);
        proof.notionalLimit[i] = clips.mostNotional(book, i, buy);
        proof.positionBefore[i] = buy ? book.boughtOut[i] : book.soldOut[i];
        proof.positionAfter[i] = book.value(i, Math.addExact(before, delta));
        proof.priceBound[i] = prices.bound(Side.ofSigned(delta), book.mark[i]);
    }

    private void increment(Basket basket, RiskInputs inputs, int i, long demand, Proof proof) {
        Instrument instrument = book.universe.get(i);
        long delta = basket.quantity[i];
        long more = Math.addExact(delta, delta > 0 ? instrument.sizeIncrement() : -instrument.sizeIncrement());
        long traded = book.value(i, more);
        first.clear();
        Verdict verdict = checks.check(i, more, traded, basket.limitPrice[i], inputs);
        if (verdict != Verdict.ADMITTED) {
            note(proof, i, verdict, first.after, first.limit);
            return;
        }
        long fee = book.feeOf(i, more, traded);
        long change =
                Math.addExact(Math.subtractExact(traded, basket.traded[i]), Math.subtractExact(fee, basket.fee[i]));
        long demandMore = Math.addExact(demand, change);
        if (!bounds.admit(demandMore)) {
            if (bounds.strict()) {
                note(proof, i, Verdict.DENIED_FINANCING, demandMore, -bounds.least);
            } else {
                long cash = Math.subtractExact(bounds.cash(), demandMore);
                note(proof, i, Verdict.DENIED_FINANCING, cash, bounds.floor());
            }
            return;
        }
        verdict = limits.ofOther(basket, i, more, traded);
        note(proof, i, verdict, limits.after, limits.limit);
    }

    private static void note(Proof proof, int i, Verdict verdict, long after, long limit) {
        boolean broken = verdict != Verdict.ADMITTED;
        proof.next[i] = verdict;
        proof.nextAfter[i] = broken ? after : 0;
        proof.nextLimit[i] = broken ? limit : 0;
    }

    /** Remembers the numbers of the first denial, and tells nobody. */
    @HotPath
    private static final class FirstDenial implements DenialListener {
        private boolean any;
        private long after;
        private long limit;

        void clear() {
            any = false;
        }

        @Override
        public void onDenial(int instrument, Verdict reason, long before, long with, long allowed, long notional) {
            after = any ? after : with;
            limit = any ? limit : allowed;
            any = true;
        }
    }
}
