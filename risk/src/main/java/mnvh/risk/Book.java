package mnvh.risk;

import mnvh.ledger.FeeSchedule;
import mnvh.ledger.Ledger;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Liquidity;
import mnvh.units.Rounding;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;

/**
 * What the stages of one run see: positions, working orders and marks as signed notionals, read once at its start.
 *
 * <p>{@code inventory} is the book when everything that works fills; {@code boughtOut} and {@code soldOut} when only
 * the buys or only the sells do, which bound every subset. Core thread only; allocates nothing after construction.
 */
@HotPath
final class Book {
    /** Far above what doubles and rounding to units can err by. */
    private static final double DOUBT = 1.0e-6;

    final Universe universe;
    final int size;
    final long[] mark;
    final long[] position;
    final long[] buys;
    final long[] sells;
    final long[] inventory;
    final long[] boughtOut;
    final long[] soldOut;
    /** About what a unit of quantity is worth, in units of money. */
    private final double[] unitValue;
    /** Market beta at 10^-12. */
    final long[] betaRate;
    /** Market beta times inventory. */
    final long[] betaHeld;
    /** Fees and limit losses of what works already. */
    final long[] workingCost;
    /** The venue's largest order, a multiple of the size increment. */
    final long[] largestQuantity;
    /** Has a price of this step and is traded by the venue. */
    final boolean[] open;

    TradingState state = TradingState.ACTIVE;
    boolean closing;
    long equity;
    long cash;
    /** Cash that the working orders take when all of them fill at the mark, fees included. */
    long workingDemand;

    long betaExposure;

    private final Ledger ledger;
    private final ReportedNotional notional;
    private final FeeSchedule fees;
    private final WorkingOrders working;

    Book(Universe universe, Ledger ledger, FeeSchedule fees, WorkingOrders working) {
        this.universe = universe;
        this.ledger = ledger;
        this.notional = new ReportedNotional(universe, ledger);
        this.fees = fees;
        this.working = working;
        size = universe.size();
        mark = new long[size];
        position = new long[size];
        buys = new long[size];
        sells = new long[size];
        inventory = new long[size];
        boughtOut = new long[size];
        soldOut = new long[size];
        unitValue = new double[size];
        betaRate = new long[size];
        betaHeld = new long[size];
        workingCost = new long[size];
        open = new boolean[size];
        largestQuantity = new long[size];
        for (int i = 0; i < size; i++) {
            Instrument instrument = universe.get(i);
            largestQuantity[i] = instrument.truncateToIncrement(instrument.maxQuantity());
        }
    }

    void load(RiskInputs inputs) {
        state = inputs.state;
        closing = inputs.closing;
        equity = inputs.equity;
        cash = ledger.cash();
        workingDemand = 0;
        betaExposure = 0;
        for (int i = 0; i < size; i++) {
            Instrument instrument = universe.get(i);
            mark[i] = ledger.markPrice(i);
            position[i] = ledger.position(i);
            buys[i] = working.buys(i);
            sells[i] = working.sells(i);
            open[i] = inputs.present[i] && inputs.tradable[i] && mark[i] > 0 && !foreign(i);
            if (foreign(i) && !measurable(i)) {
                // What is owed there cannot be told, so nothing can be said to fit; what closes fits all the same.
                state = closing ? state : TradingState.HALTED;
                position[i] = 0;
                buys[i] = 0;
                sells[i] = 0;
            }
            unitValue[i] = FixedPoint.toDouble(mark[i]) * FixedPoint.toDouble(instrument.multiplier());
            double beta = inputs.marketBeta[i];
            betaRate[i] = Double.isNaN(beta) ? FixedPoint.RATE_SCALE : rate(beta);
            loadInventory(i);
            betaHeld[i] = betaOf(i, inventory[i]);
            betaExposure = Math.addExact(betaExposure, betaHeld[i]);
        }
    }

    /** @return true for what is inverse or settles in another currency, in which no order passes */
    boolean foreign(int i) {
        return notional.foreign(i);
    }

    /** Orders that an earlier life left in a foreign instrument have losses and fees in its currency. */
    private boolean measurable(int i) {
        return buys[i] == 0 && sells[i] == 0 && (position[i] == 0 || (mark[i] > 0 && notional.known(i)));
    }

    private void loadInventory(int i) {
        workingCost[i] = 0;
        if (buys[i] == 0 && sells[i] == 0) {
            long held = value(i, position[i]);
            inventory[i] = held;
            boughtOut[i] = held;
            soldOut[i] = held;
            return;
        }
        inventory[i] = value(i, Math.addExact(position[i], working.signed(i)));
        boughtOut[i] = value(i, Math.addExact(position[i], buys[i]));
        soldOut[i] = value(i, Math.subtractExact(position[i], sells[i]));
        long bought = value(i, buys[i]);
        long sold = value(i, sells[i]);
        long buyLoss = working.buyLoss(i, mark[i]);
        long sellLoss = working.sellLoss(i, mark[i]);
        // A buy's fee is of what it pays, which is at most its limit; a sale's at most of its value at the mark.
        long paid = Math.addExact(bought, buyLoss);
        long buyFee = fees.mostOf(i, Liquidity.TAKER, paid, buys[i], working.buyOrders(i));
        long sellFee = fees.mostOf(i, Liquidity.TAKER, sold, sells[i], working.sellOrders(i));
        long demand = Math.addExact(Math.subtractExact(bought, sold), Math.addExact(buyFee, sellFee));
        workingDemand = Math.addExact(workingDemand, demand);
        workingCost[i] = Math.addExact(Math.addExact(buyFee, sellFee), Math.addExact(buyLoss, sellLoss));
    }

    /** @return signed notional of a quantity at the mark, in the reporting currency */
    long value(int i, long quantity) {
        return quantity == 0 ? 0 : notional.of(i, quantity, mark[i]);
    }

    /** @return no less than the limit of any buy that works at 10^-8; 0 without one */
    long highestBuy(int i) {
        return working.highestBuy(i);
    }

    /** @return no more than the limit of any sell that works at 10^-8; the largest number without one */
    long lowestSell(int i) {
        return working.lowestSell(i);
    }

    /** @return value of one size increment at the mark */
    long increment(int i) {
        return value(i, universe.get(i).sizeIncrement());
    }

    /** @return true when that quantity is worth less than {@code notional} beyond doubt, by an estimate */
    boolean surelyBelow(int i, long quantity, long notional) {
        return estimate(i, quantity) * (1 + DOUBT) + 1 < notional;
    }

    /** @return true when that quantity is worth more than {@code notional} beyond doubt, by an estimate */
    boolean surelyAbove(int i, long quantity, long notional) {
        return estimate(i, quantity) * (1 - DOUBT) - 1 > notional;
    }

    private double estimate(int i, long quantity) {
        return Math.abs((double) quantity) * unitValue[i];
    }

    /** @return market beta times a notional, half-even */
    long betaOf(int i, long notional) {
        return FixedPoint.multiplyRate(notional, betaRate[i], Rounding.HALF_EVEN);
    }

    /** @return sum of market beta times {@code x} */
    long betaOf(long[] x) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = Math.addExact(sum, betaOf(i, x[i]));
        }
        return sum;
    }

    /** @return true when no subset of fills takes the position away from zero or through it */
    boolean reduces(int i, long delta) {
        return delta > 0
                ? Math.addExact(Math.addExact(position[i], buys[i]), delta) <= 0
                : Math.addExact(Math.subtractExact(position[i], sells[i]), delta) >= 0;
    }

    /** @return true when a trade of that notional reduces, see {@link #reduces} */
    boolean reducesNotional(int i, long x) {
        return x > 0 ? Math.addExact(boughtOut[i], x) <= 0 : Math.addExact(soldOut[i], x) >= 0;
    }

    /** @return quantity that a buy may have and still only reduce */
    long reducibleBuy(int i) {
        return Math.max(0, -Math.addExact(position[i], buys[i]));
    }

    /** @return quantity, positive, that a sell may have and still only reduce */
    long reducibleSell(int i) {
        return Math.max(0, Math.subtractExact(position[i], sells[i]));
    }

    /** @return notional, not negative, that a trade of that side may have and still only reduce */
    long reducibleNotional(int i, boolean buy) {
        return Math.max(0, buy ? Math.negateExact(boughtOut[i]) : soldOut[i]);
    }

    /** @return taker fee of an order of that quantity at the mark */
    long feeOfQuantity(int i, long quantity) {
        return quantity == 0 ? 0 : feeOf(i, quantity, value(i, quantity));
    }

    /** @return taker fee of an order whose notional at the mark is known; both signed alike */
    long feeOf(int i, long quantity, long notional) {
        return fees.feeOf(i, Liquidity.TAKER, Math.abs(notional), Math.abs(quantity));
    }

    /** @return fee per notional that no taker fee exceeds by more than a unit; infinite where there is no such ratio */
    double worstFeeRatio() {
        long rate = fees.worstTakerRate();
        return rate == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : FixedPoint.rateToDouble(rate);
    }

    /** @return taker fee of an unrounded trade of {@code absNotional}; its quantity is rounded up */
    long feeOfNotional(int i, long absNotional) {
        if (absNotional == 0) {
            return 0;
        }
        return fees.feeOf(i, Liquidity.TAKER, absNotional, contracts(i, absNotional));
    }

    /** @return quantity that such a notional has at the mark, rounded up; 1 where fees do not ask */
    private long contracts(int i, long absNotional) {
        if (!fees.perContract(i)) {
            return 1;
        }
        long underlying = FixedPoint.divide(absNotional, mark[i], Rounding.CEILING);
        return FixedPoint.divide(underlying, universe.get(i).multiplier(), Rounding.CEILING);
    }

    /** @return quantity that is worth at most so much at the mark, rounded down */
    long quantityWorth(int i, long absNotional) {
        long underlying = FixedPoint.divide(absNotional, mark[i], Rounding.FLOOR);
        return FixedPoint.divide(underlying, universe.get(i).multiplier(), Rounding.FLOOR);
    }

    /** @return the most that an unrounded trade costs in fees that pays {@code absNotional}; rebates count as zero */
    long costOfNotional(int i, long absNotional) {
        return fees.mostOf(i, Liquidity.TAKER, absNotional, contracts(i, absNotional), 1);
    }

    /** @return the most that an order costs in fees that pays {@code absNotional}; rebates count as zero */
    long costOf(int i, long quantity, long absNotional) {
        return fees.mostOf(i, Liquidity.TAKER, absNotional, Math.abs(quantity), 1);
    }

    /** @return {@code ratio} of equity, rounded down; no negative base; what exceeds 64 bits never binds */
    long ofEquity(long ratio) {
        return ofAmount(equity, ratio);
    }

    /** @return {@code ratio} of an amount, rounded down; no negative base; what exceeds 64 bits never binds */
    static long ofAmount(long amount, long ratio) {
        if (amount <= 0) {
            return 0;
        }
        if (ratio == Long.MAX_VALUE || (double) amount * FixedPoint.rateToDouble(ratio) > 9.0e18) {
            return Long.MAX_VALUE;
        }
        return FixedPoint.multiplyRate(amount, ratio, Rounding.FLOOR);
    }

    /** @return a ratio at 10^-12, half-even; throws {@link ArithmeticException} for what is not finite or too large */
    static long rate(double ratio) {
        double scaled = ratio * FixedPoint.RATE_SCALE;
        if (!(Math.abs(scaled) < 0x1p62)) {
            throw new ArithmeticException("not representable at 1e-12: " + ratio);
        }
        return (long) Math.rint(scaled);
    }
}
