package mnvh.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import mnvh.config.FinancingMode;
import mnvh.config.NeutralityMode;
import mnvh.config.SelfFinancingConfig;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.universe.Instrument;

/** What must hold of a basket that left the pipeline, recomputed from quantities, marks and fees alone. */
final class BasketRules {
    private static final BigDecimal MARGIN = new BigDecimal("0.1");

    private final RiskFixture desk;
    private final Basket basket;
    private final String seed;
    private final int n;
    private final long[] traded;
    private final long[] inventory;
    private final boolean[] reduces;
    private boolean working;

    private BasketRules(RiskFixture desk, String seed) {
        this.desk = desk;
        this.basket = desk.basket;
        this.seed = seed;
        n = basket.size();
        traded = new long[n];
        inventory = new long[n];
        reduces = new boolean[n];
        for (int i = 0; i < n; i++) {
            long mark = desk.marks.get(i);
            long held = desk.ledger.position(i);
            long delta = basket.quantity[i];
            traded[i] = desk.universe.get(i).notional(delta, mark);
            inventory[i] = desk.universe.get(i).notional(held + desk.working.signed(i), mark);
            reduces[i] =
                    delta > 0 ? held + desk.working.buys(i) + delta <= 0 : held - desk.working.sells(i) + delta >= 0;
            working |= desk.working.buys(i) != 0 || desk.working.sells(i) != 0;
        }
    }

    static void check(RiskFixture desk, String seed) {
        BasketRules rules = new BasketRules(desk, seed);
        rules.orders();
        rules.cash();
        rules.sizes();
        rules.exposures();
        rules.beta();
    }

    private void require(boolean holds, String what) {
        assertTrue(holds, () -> seed + ": " + what);
    }

    private void orders() {
        for (int i = 0; i < n; i++) {
            if (basket.quantity[i] == 0) {
                continue;
            }
            Instrument instrument = desk.universe.get(i);
            require(instrument.isOnIncrement(basket.quantity[i]), "increment");
            require(Math.abs(basket.quantity[i]) >= instrument.minQuantity(), "minimum quantity");
            require(Math.abs(traded[i]) >= instrument.minNotional(), "minimum notional");
            require(instrument.isOnTick(basket.limitPrice[i]) && basket.limitPrice[i] > 0, "tick");
            require(desk.inputs.present[i] && desk.inputs.tradable[i], "an order in what cannot be traded");
            require(reduces[i] || desk.inputs.state == TradingState.ACTIVE, "a new risk while reducing");
            long opens = Math.abs(traded[i]) - closes(i);
            require(desk.maxOrder == RiskFixture.NONE || opens <= desk.maxOrder, "order limit: " + opens);
            long before =
                    desk.ledger.position(i) + (basket.quantity[i] > 0 ? desk.working.buys(i) : -desk.working.sells(i));
            long after = instrument.notional(before + basket.quantity[i], desk.marks.get(i));
            require(
                    reduces[i] || desk.maxPosition == RiskFixture.NONE || Math.abs(after) <= desk.maxPosition,
                    "position limit: " + after);
        }
    }

    /** @return the part of an order that brings the position nearer to zero, whatever of its side fills before it */
    private long closes(int i) {
        long mark = desk.marks.get(i);
        long held = desk.ledger.position(i);
        long most = basket.quantity[i] > 0
                ? -desk.universe.get(i).notional(held + desk.working.buys(i), mark)
                : desk.universe.get(i).notional(held - desk.working.sells(i), mark);
        return Math.min(Math.abs(traded[i]), Math.max(0, most));
    }

    private void cash() {
        long demand = 0;
        long largest = 0;
        for (int i = 0; i < n; i++) {
            demand +=
                    traded[i] + desk.fees.feeOf(i, Liquidity.TAKER, Math.abs(traded[i]), Math.abs(basket.quantity[i]));
            if (basket.afterRisk[i] != 0) {
                Instrument instrument = desk.universe.get(i);
                largest = Math.max(largest, instrument.notional(instrument.sizeIncrement(), desk.marks.get(i)));
            }
        }
        assertEquals(demand, basket.cashDemand, seed);
        assertEquals(
                demand,
                basket.demandSignal
                        + basket.demandLeash
                        + basket.demandNeutrality
                        + basket.demandFees
                        + basket.demandRounding,
                seed);
        boolean strict = desk.financing != FinancingMode.FUNDED && desk.inputs.state == TradingState.ACTIVE;
        if (strict) {
            require(demand <= 0 && demand >= -largest, "S = " + demand + ", L = " + largest);
        } else if (desk.cashFloor != SelfFinancingConfig.NO_FLOOR && !working) {
            long cash = desk.ledger.cash();
            require(cash - demand >= Math.min(cash, desk.cashFloor), "cash " + cash + " to " + (cash - demand));
        }
    }

    /** No order beyond the proposal but by neutrality or projection, which have bounds of their own, and a lot. */
    private void sizes() {
        boolean strict = desk.financing != FinancingMode.FUNDED && desk.inputs.state == TradingState.ACTIVE;
        long moved = 0;
        for (int i = 0; i < n; i++) {
            Instrument instrument = desk.universe.get(i);
            long increment = strict ? instrument.notional(instrument.sizeIncrement(), desk.marks.get(i)) + 1 : 0;
            long most = Math.abs(basket.proposed[i]);
            if (desk.neutrality != NeutralityMode.NONE) {
                most = Math.max(most, Math.abs(basket.afterNeutrality[i]));
            }
            if (desk.financing == FinancingMode.PROJECTION) {
                most = Math.max(most, Math.abs(basket.afterFinancing[i]));
            }
            require(Math.abs(traded[i]) <= most + increment, "order of " + traded[i] + " for at most " + most);
            moved += Math.abs(basket.afterNeutrality[i] - basket.afterClips[i]);
        }
        if (basket.rounds == 1) {
            long cap = (long) (desk.maxCorrection * desk.inputs.equity) + n;
            require(moved <= cap, "correction of " + moved + ", at most " + cap);
        }
    }

    private void exposures() {
        if (basket.orders == 0) {
            return;
        }
        bound("gross", desk.maxGross, gross(0), gross(1), gross(2));
        bound("net", desk.maxNet, net(0), net(1), net(2));
        bound("beta", desk.maxBeta, beta(0), beta(1), beta(2));
        bound("margin", desk.maxMargin, margin(0), margin(1), margin(2));
    }

    /** A limit holds of everything, or everything is not beyond what the book, or its reducing trades alone, leave. */
    private void bound(String what, long ratio, long without, long reduced, long with) {
        if (ratio == RiskFixture.NONE) {
            return;
        }
        long most = BigDecimal.valueOf(desk.inputs.equity)
                .multiply(BigDecimal.valueOf(ratio, 12))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        long passing = Math.max(most, Math.max(Math.abs(without), Math.abs(reduced)));
        require(Math.abs(with) <= passing, what + " " + with + ", limit " + most + ", passing " + passing);
    }

    /** @param which nothing, what only reduces, or all */
    private long part(int i, int which) {
        return which == 0 || (which == 1 && !reduces[i]) ? 0 : traded[i];
    }

    private long gross(int which) {
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.abs(inventory[i] + part(i, which));
        }
        return sum;
    }

    private long net(int which) {
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += inventory[i] + part(i, which);
        }
        return sum;
    }

    private long beta(int which) {
        long sum = 0;
        for (int i = 0; i < n; i++) {
            double own = desk.inputs.marketBeta[i];
            long scaled = Double.isNaN(own) ? FixedPoint.RATE_SCALE : (long) Math.rint(own * FixedPoint.RATE_SCALE);
            sum += BigDecimal.valueOf(scaled, 12)
                    .multiply(BigDecimal.valueOf(inventory[i] + part(i, which)))
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }
        return sum;
    }

    /** Everything of one side of an instrument fills and nothing of the other, whatever works and is new. */
    private long margin(int which) {
        long sum = 0;
        long most = 0;
        long least = 0;
        for (int i = 0; i < n; i++) {
            Instrument instrument = desk.universe.get(i);
            long mark = desk.marks.get(i);
            long delta = part(i, which) == 0 ? 0 : basket.quantity[i];
            long held = desk.ledger.position(i);
            long bought = instrument.notional(held + desk.working.buys(i) + Math.max(0, delta), mark);
            long sold = instrument.notional(held - desk.working.sells(i) + Math.min(0, delta), mark);
            sum += ceiling(Math.max(Math.abs(bought), Math.abs(sold)), MARGIN);
            most += bought;
            least += sold;
            sum += cost(i, delta, basket.limitPrice[i]);
            sum += cost(i, desk.working.buys(i), desk.working.highestBuy(i));
            sum += cost(i, -desk.working.sells(i), desk.working.lowestSell(i));
        }
        return sum + ceiling(Math.max(0, Math.max(most, -least)), BigDecimal.valueOf(desk.stress, 12));
    }

    /** @return fee and loss at the limit of one order */
    private long cost(int i, long delta, long limit) {
        if (delta == 0) {
            return 0;
        }
        long mark = desk.marks.get(i);
        long quantity = Math.abs(delta);
        long adverse = Math.max(0, delta > 0 ? limit - mark : mark - limit);
        long loss = new BigDecimal(quantity)
                .multiply(BigDecimal.valueOf(adverse, 8))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        long paid = desk.universe.get(i).notional(quantity, mark) + (delta > 0 ? loss : 0);
        return loss + desk.fees.mostOf(i, Liquidity.TAKER, paid, quantity, 1);
    }

    private static long ceiling(long amount, BigDecimal rate) {
        return BigDecimal.valueOf(amount)
                .multiply(rate)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** The exposure is within the band, or no worse than before, up to rounding; or the basket says why not. */
    private void beta() {
        boolean corrected =
                basket.neutrality == NeutralityOutcome.CORRECTED || basket.neutrality == NeutralityOutcome.WITHIN_BAND;
        if (basket.orders == 0 || !corrected || basket.denied > 0 || desk.inputs.state != TradingState.ACTIVE) {
            return;
        }
        double room = 1000 + 1.0e-9 * gross(2);
        double lots = 0;
        double steepest = 0;
        for (int i = 0; i < n; i++) {
            if (basket.afterRisk[i] != 0) {
                Instrument instrument = desk.universe.get(i);
                double increment = instrument.notional(instrument.sizeIncrement(), desk.marks.get(i));
                double smallest = Math.max(
                        instrument.minNotional(), instrument.notional(instrument.minQuantity(), desk.marks.get(i)));
                double own = Double.isNaN(desk.inputs.marketBeta[i]) ? 1 : Math.abs(desk.inputs.marketBeta[i]);
                room += own * (increment + (basket.quantity[i] == 0 ? smallest : 0));
                lots += increment;
                steepest = Math.max(steepest, own);
            }
        }
        // Repair may put what all the lots left of S on one instrument.
        room += desk.financing == FinancingMode.FUNDED ? 0 : steepest * lots;
        double band = desk.neutralityBand * desk.inputs.equity;
        // Corrected, and nothing cut or taken back after it: then the band holds whatever was there before.
        boolean whole = basket.neutrality == NeutralityOutcome.CORRECTED
                && desk.neutrality == NeutralityMode.DRIVER
                && basket.rounds == 1
                && basket.financingScale == FixedPoint.RATE_SCALE
                && basket.riskScale == FixedPoint.RATE_SCALE
                && desk.financing == FinancingMode.FUNDED;
        double most = (whole ? band : Math.max(band, Math.abs((double) basket.betaExposureBefore))) + room;
        double after = basket.betaExposureAfter;
        require(
                Math.abs(after) <= most,
                "beta " + after + " after " + basket.betaExposureBefore + ", at most " + most + " "
                        + basket.neutrality);
    }
}
