package mnvh.risk;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * Gross, net, beta exposure and worst-case margin of the book with a list on top, in integers.
 *
 * <p>Gross, net and beta are taken with everything filled, margin over the worst subset. Core thread only; allocates
 * nothing after construction.
 */
@HotPath
final class Exposure {
    long gross;
    long net;
    long beta;
    long margin;
    /** True when a trade was left out because it does not only reduce. */
    boolean partial;

    private final Book book;
    private final LimitPrices prices;
    private final MarginModel model;

    private long termTrade;
    private long termBought;
    private long termSold;
    private long termCost;

    Exposure(Book book, LimitPrices prices, MarginModel model) {
        this.book = book;
        this.prices = prices;
        this.model = model;
    }

    /**
     * Measures an unrounded list scaled by {@code factor}; {@code onlyReducing} leaves out trades that do not reduce.
     */
    void ofList(long[] x, long factor, boolean onlyReducing) {
        begin();
        for (int i = 0; i < x.length; i++) {
            long trade = x[i] == 0 || factor == FixedPoint.RATE_SCALE
                    ? x[i]
                    : FixedPoint.multiplyRate(x[i], factor, Rounding.TOWARDS_ZERO);
            if (trade == 0 || (onlyReducing && !book.reducesNotional(i, trade))) {
                partial |= trade != 0;
                add(i, 0, book.boughtOut[i], book.soldOut[i], 0);
                continue;
            }
            long magnitude = Math.absExact(trade);
            long loss = prices.lossOf(book.universe.get(i), magnitude, book.mark[i]);
            long paid = trade > 0 ? Math.addExact(magnitude, loss) : magnitude;
            long cost = Math.addExact(book.costOfNotional(i, paid), loss);
            long bought = Math.addExact(book.boughtOut[i], Math.max(0, trade));
            long sold = Math.addExact(book.soldOut[i], Math.min(0, trade));
            add(i, trade, bought, sold, cost);
        }
        margin = model.required();
    }

    /** Measures the rounded orders of {@code basket}. */
    void ofOrders(Basket basket, boolean onlyReducing) {
        begin();
        for (int i = 0; i < basket.quantity.length; i++) {
            term(basket, i, basket.quantity[i], basket.traded[i], onlyReducing);
            add(i, termTrade, termBought, termSold, termCost);
        }
        margin = model.required();
    }

    /**
     * Puts another order in the place of one that is measured, on the same side and at the same limit price.
     *
     * @param delta signed quantity of the one that comes, worth {@code traded}
     */
    void exchange(Basket basket, int i, long delta, long traded, boolean onlyReducing) {
        term(basket, i, basket.quantity[i], basket.traded[i], onlyReducing);
        take(i);
        term(basket, i, delta, traded, onlyReducing);
        add(i, termTrade, termBought, termSold, termCost);
        margin = model.required();
    }

    /** Puts the order of {@code basket} back that {@link #exchange} took out for this other one. */
    void putBack(Basket basket, int i, long delta, long traded, boolean onlyReducing) {
        term(basket, i, delta, traded, onlyReducing);
        take(i);
        term(basket, i, basket.quantity[i], basket.traded[i], onlyReducing);
        add(i, termTrade, termBought, termSold, termCost);
        margin = model.required();
    }

    /** What an instrument with this order adds to the sums. */
    private void term(Basket basket, int i, long delta, long traded, boolean onlyReducing) {
        if (delta == 0 || (onlyReducing && !book.reduces(i, delta))) {
            partial |= delta != 0;
            termTrade = 0;
            termBought = book.boughtOut[i];
            termSold = book.soldOut[i];
            termCost = 0;
            return;
        }
        long most = Math.addExact(Math.addExact(book.position[i], book.buys[i]), Math.max(0, delta));
        long least = Math.addExact(Math.subtractExact(book.position[i], book.sells[i]), Math.min(0, delta));
        long loss = LimitPrices.lossOf(book.universe.get(i), delta, basket.limitPrice[i], book.mark[i]);
        boolean working = book.buys[i] != 0 || book.sells[i] != 0;
        termTrade = traded;
        termBought = valueAfter(i, most, working);
        termSold = valueAfter(i, least, working);
        long paid = Math.addExact(Math.absExact(traded), delta > 0 ? loss : 0);
        termCost = Math.addExact(book.costOf(i, delta, paid), loss);
    }

    private void take(int i) {
        long after = book.inventory[i] + termTrade;
        gross -= Math.abs(after);
        net -= after;
        beta -= termTrade == 0 ? book.betaHeld[i] : book.betaOf(i, after);
        model.take(i, termBought, termSold, termCost + book.workingCost[i]);
    }

    /** @return value of a quantity that everything or nothing of one side leaves; often the one held */
    private long valueAfter(int i, long quantity, boolean working) {
        return !working && quantity == book.position[i] ? book.inventory[i] : book.value(i, quantity);
    }

    /** @return margin and stress per notional of instrument {@code i} at 10^-12 */
    long marginRate(int i) {
        return model.ratePerNotional(i);
    }

    private void begin() {
        gross = 0;
        net = 0;
        beta = 0;
        partial = false;
        model.clear();
    }

    private void add(int i, long trade, long bought, long sold, long cost) {
        long after = Math.addExact(book.inventory[i], trade);
        long betaAfter = trade == 0 ? book.betaHeld[i] : book.betaOf(i, after);
        gross = Math.addExact(gross, Math.absExact(after));
        net = Math.addExact(net, after);
        beta = Math.addExact(beta, betaAfter);
        model.add(i, bought, sold, Math.addExact(cost, book.workingCost[i]));
    }
}
