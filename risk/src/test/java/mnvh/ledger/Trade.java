package mnvh.ledger;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.Side;
import mnvh.universe.InstrumentKind;

/** A fill of instrument 0 as tests write it down, with a fee in the instrument's currency. */
record Trade(long id, long timeNs, Side side, String quantity, String price, String fee) {
    /** Opens, adds, closes a part, goes through zero, closes a part of the short. */
    static final List<Trade> TAPE = List.of(
            new Trade(1, Side.BUY, "3", "100.01", "0.31"),
            new Trade(2, Side.BUY, "2", "110.07", "-0.05"),
            new Trade(3, Side.SELL, "1", "120.03", "0.17"),
            new Trade(4, Side.SELL, "6.5", "104.99", "0.71"),
            new Trade(5, Side.BUY, "0.75", "95.02", "0.11"));

    Trade(long id, Side side, String quantity, String price, String fee) {
        this(id, id, side, quantity, price, fee);
    }

    void book(LedgerDesk desk) {
        desk.fillAs(id, timeNs, 0, side, quantity, price, fee);
    }

    /** @return this trade under a new name, in the time of another */
    Trade inPlaceOf(Trade other) {
        return new Trade(id, other.timeNs, side, quantity, price, fee);
    }

    /** @return {@code trades} without the one at {@code at} */
    static List<Trade> without(List<Trade> trades, int at) {
        List<Trade> others = new ArrayList<>(trades);
        others.remove(at);
        return others;
    }

    /** @return {@code trades} with another one at {@code at} */
    static List<Trade> with(List<Trade> trades, int at, Trade other) {
        List<Trade> others = new ArrayList<>(trades);
        others.set(at, other);
        return others;
    }

    /** @return a desk marked at 100 that booked {@code trades} */
    static LedgerDesk booked(InstrumentKind kind, LotMethod method, int maxLots, List<Trade> trades) {
        LedgerDesk desk = new LedgerDesk("10000", LedgerDesk.FREE, new LotsConfig(method, maxLots, 16), kind);
        desk.mark(0, "100");
        trades.forEach(trade -> trade.book(desk));
        return desk;
    }
}
