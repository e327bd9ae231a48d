package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.state.StateHash;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/** A ledger whose numbers are decimal text and whose identities are checked after every event. */
final class LedgerDesk {
    static final FeeConfig FREE = new FeeConfig(0, 0, 0, 0);

    final RecordedComponents recorder = new RecordedComponents();
    final Universe universe;
    final Ledger ledger;
    final AccountingIdentity identity;
    private long nowNs;

    LedgerDesk(String initialCash, FeeConfig fees, int maxLots, InstrumentKind... kinds) {
        List<Instrument> instruments = new ArrayList<>();
        for (InstrumentKind kind : kinds) {
            instruments.add(instrument(instruments.size(), kind, FixedPoint.SCALE));
        }
        universe = new Universe(instruments);
        ledger = new Ledger(
                universe,
                new FeeSchedule(universe, fees),
                new LotsConfig(LotMethod.FIFO, maxLots),
                number(initialCash),
                recorder);
        identity = new AccountingIdentity(universe, ledger);
    }

    static Instrument instrument(int index, InstrumentKind kind, long multiplier) {
        return new Instrument(
                index, "I" + index, kind, "USD", 1, 1_000_000, multiplier, 0, Long.MAX_VALUE, 0, FixedPoint.RATE_SCALE);
    }

    static long number(String text) {
        return DecimalText.parse(text);
    }

    static String text(long number) {
        return DecimalText.format(number);
    }

    void mark(int i, String price) {
        ledger.mark(i, number(price));
        check(i);
    }

    String fill(int i, Side side, String quantity, String price, Liquidity liquidity) {
        long fee = ledger.applyFill(i, side, number(quantity), number(price), liquidity, false, 0, ++nowNs);
        check(i);
        return text(fee);
    }

    String buy(int i, String quantity, String price) {
        return fill(i, Side.BUY, quantity, price, Liquidity.TAKER);
    }

    String sell(int i, String quantity, String price) {
        return fill(i, Side.SELL, quantity, price, Liquidity.TAKER);
    }

    String fillWithCommission(int i, Side side, String quantity, String price, String commission) {
        long fee = ledger.applyFill(
                i, side, number(quantity), number(price), Liquidity.TAKER, true, number(commission), ++nowNs);
        check(i);
        return text(fee);
    }

    boolean funding(int i, String rate, String price, long boundaryNs) {
        boolean applied = ledger.applyFunding(i, DecimalText.parseRate(rate), number(price), boundaryNs);
        check(i);
        return applied;
    }

    /** @return the open lots of instrument {@code i}, oldest first: quantity@cost/fees */
    List<String> lots(int i) {
        LotQueue lots = ledger.lots(i);
        List<String> texts = new ArrayList<>();
        for (int rank = 0; rank < lots.count(); rank++) {
            texts.add(text(lots.quantity(rank)) + "@" + text(lots.cost(rank)) + "/" + text(lots.fees(rank)));
        }
        return texts;
    }

    long hash() {
        StateHash hash = new StateHash();
        ledger.writeTo(hash);
        return hash.value();
    }

    private void check(int i) {
        assertEquals(0, identity.checkTouched(i), () -> "touched: " + identity.breach());
        assertEquals(0, identity.checkAll(), () -> "all: " + identity.breach());
    }
}
