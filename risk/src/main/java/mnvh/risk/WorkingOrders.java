package mnvh.risk;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Int128Array;
import mnvh.units.Rounding;
import mnvh.units.Side;
import mnvh.universe.Universe;

/**
 * Quantity that may still fill, by instrument and side, and its value at its limits, exactly.
 *
 * <p>Written by the order manager, read by the gate. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class WorkingOrders implements Stateful {
    private static final int WORDS = 10;

    private final Universe universe;
    private final long[] words;
    private final long[] buys;
    private final long[] sells;
    private final int[] buyOrders;
    private final int[] sellOrders;
    private final long[] highestBuy;
    private final long[] lowestSell;
    private final Int128Array buyValue;
    private final Int128Array sellValue;
    private int count;

    public WorkingOrders(Universe universe) {
        int n = universe.size();
        this.universe = universe;
        this.words = new long[WORDS * n];
        this.buys = new long[n];
        this.sells = new long[n];
        this.buyOrders = new int[n];
        this.sellOrders = new int[n];
        this.highestBuy = new long[n];
        this.lowestSell = new long[n];
        this.buyValue = new Int128Array(n);
        this.sellValue = new Int128Array(n);
    }

    /**
     * An order starts to work.
     *
     * @param quantity at 10^-8, positive
     * @param limitPrice at 10^-8, positive
     */
    public void open(int i, Side side, long quantity, long limitPrice) {
        if (quantity <= 0 || limitPrice <= 0) {
            throw new IllegalStateException("working order of " + quantity + " at " + limitPrice + " in " + i);
        }
        if (side == Side.BUY) {
            buys[i] = Math.addExact(buys[i], quantity);
            buyValue.addProduct(i, quantity, limitPrice);
            highestBuy[i] = buyOrders[i] == 0 ? limitPrice : Math.max(highestBuy[i], limitPrice);
            buyOrders[i]++;
        } else {
            sells[i] = Math.addExact(sells[i], quantity);
            sellValue.addProduct(i, quantity, limitPrice);
            lowestSell[i] = sellOrders[i] == 0 ? limitPrice : Math.min(lowestSell[i], limitPrice);
            sellOrders[i]++;
        }
        count++;
    }

    /**
     * Part of a working order's fills was taken back, and may fill again.
     *
     * @param quantity at 10^-8, not negative
     */
    public void restore(int i, Side side, long quantity, long limitPrice) {
        long[] working = side == Side.BUY ? buys : sells;
        if (quantity < 0 || working[i] == 0) {
            throw new IllegalStateException("working " + side + " of " + working[i] + " raised by " + quantity + " in "
                    + universe.get(i).symbol());
        }
        working[i] = Math.addExact(working[i], quantity);
        (side == Side.BUY ? buyValue : sellValue).addProduct(i, quantity, limitPrice);
    }

    /**
     * Part of an order filled, or its rest ended; the limit is the order's own.
     *
     * @param quantity at 10^-8, not negative
     */
    public void reduce(int i, Side side, long quantity, long limitPrice) {
        long[] working = side == Side.BUY ? buys : sells;
        if (quantity < 0 || quantity > working[i]) {
            throw new IllegalStateException("working " + side + " of " + working[i] + " reduced by " + quantity + " in "
                    + universe.get(i).symbol());
        }
        working[i] -= quantity;
        (side == Side.BUY ? buyValue : sellValue).subtractProduct(i, quantity, limitPrice);
        endIfEmpty(i, side);
    }

    private void endIfEmpty(int i, Side side) {
        int[] orders = side == Side.BUY ? buyOrders : sellOrders;
        if ((side == Side.BUY ? buys : sells)[i] == 0) {
            if (!(side == Side.BUY ? buyValue : sellValue).isZero(i)) {
                throw new IllegalStateException("working " + side + " of 0 worth something in "
                        + universe.get(i).symbol());
            }
            count -= orders[i];
            orders[i] = 0;
        }
    }

    /**
     * What an order may still do becomes another quantity at another limit, by a replacement asked for, answered or
     * imposed; the old pair is what it was counted at. One step, so that a side never empties in between.
     *
     * @param quantity counted so far at 10^-8, not negative
     * @param newQuantity from now on at 10^-8, not negative; 0 where nothing may fill any more
     */
    public void replace(int i, Side side, long quantity, long limitPrice, long newQuantity, long newLimitPrice) {
        long[] working = side == Side.BUY ? buys : sells;
        if (newQuantity < 0 || newLimitPrice <= 0 || quantity < 0 || quantity > working[i]) {
            throw new IllegalStateException("working " + side + " of " + working[i] + ": " + quantity + " replaced by "
                    + newQuantity + " at " + newLimitPrice + " in "
                    + universe.get(i).symbol());
        }
        Int128Array value = side == Side.BUY ? buyValue : sellValue;
        working[i] = Math.addExact(working[i] - quantity, newQuantity);
        value.subtractProduct(i, quantity, limitPrice);
        value.addProduct(i, newQuantity, newLimitPrice);
        if (side == Side.BUY) {
            highestBuy[i] = buyOrders[i] == 1 ? newLimitPrice : Math.max(highestBuy[i], newLimitPrice);
        } else {
            lowestSell[i] = sellOrders[i] == 1 ? newLimitPrice : Math.min(lowestSell[i], newLimitPrice);
        }
        endIfEmpty(i, side);
    }

    /** @return quantity of buys that may still fill at 10^-8 */
    public long buys(int i) {
        return buys[i];
    }

    /** @return quantity of sells that may still fill at 10^-8, positive */
    public long sells(int i) {
        return sells[i];
    }

    /** @return no less than the limit of any buy at 10^-8; 0 where none works */
    public long highestBuy(int i) {
        return buys[i] == 0 ? 0 : highestBuy[i];
    }

    /** @return no more than the limit of any sell at 10^-8; the largest number where none works */
    public long lowestSell(int i) {
        return sells[i] == 0 ? Long.MAX_VALUE : lowestSell[i];
    }

    /** @return buys less sells at 10^-8 */
    public long signed(int i) {
        return Math.subtractExact(buys[i], sells[i]);
    }

    /** @return exact sum of quantity times limit of the buys at 10^-16, one per instrument; live, to read */
    public Int128Array buyValue() {
        return buyValue;
    }

    /** @return exact sum of quantity times limit of the sells at 10^-16, one per instrument; live, to read */
    public Int128Array sellValue() {
        return sellValue;
    }

    /** @return orders that the buys are of, never too few */
    public int buyOrders(int i) {
        return buyOrders[i];
    }

    /** @return orders that the sells are of, never too few */
    public int sellOrders(int i) {
        return sellOrders[i];
    }

    /**
     * What buying at the limits instead of at the mark could lose. Orders of a side count at their worst limit, so no
     * subset of fills loses more.
     *
     * @param mark at 10^-8
     * @return money at 10^-8, rounded up, never negative
     */
    public long buyLoss(int i, long mark) {
        return lossOf(i, buys[i], highestBuy[i] - mark);
    }

    /** What selling at the limits could lose; else as {@link #buyLoss}. */
    public long sellLoss(int i, long mark) {
        return lossOf(i, sells[i], mark - lowestSell[i]);
    }

    private long lossOf(int i, long quantity, long adverse) {
        if (quantity == 0 || adverse <= 0) {
            return 0;
        }
        return FixedPoint.multiply(universe.get(i).underlying(quantity), adverse, Rounding.CEILING);
    }

    /**
     * Orders alive. A side's orders count until the whole side is empty, so this is never too small, and exact while
     * each instrument and side has one order at a time.
     *
     * @return the count
     */
    public int count() {
        return count;
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int i = 0; i < buys.length; i++) {
            int word = WORDS * i;
            words[word] = buys[i];
            words[word + 1] = sells[i];
            words[word + 2] = buys[i] == 0 ? 0 : highestBuy[i];
            words[word + 3] = sells[i] == 0 ? 0 : lowestSell[i];
            words[word + 4] = buyOrders[i];
            words[word + 5] = sellOrders[i];
            words[word + 6] = buyValue.high(i);
            words[word + 7] = buyValue.low(i);
            words[word + 8] = sellValue.high(i);
            words[word + 9] = sellValue.low(i);
        }
        writer.putLongs(words, words.length);
    }
}
