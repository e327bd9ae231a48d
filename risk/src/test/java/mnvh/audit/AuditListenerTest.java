package mnvh.audit;

import static mnvh.audit.AuditDesk.BTC;
import static mnvh.audit.AuditDesk.TEN_BASIS_POINTS;
import static mnvh.audit.AuditDesk.USD;
import static mnvh.audit.AuditDesk.number;
import static mnvh.audit.AuditDesk.perp;
import static mnvh.audit.AuditDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import mnvh.units.FeeKind;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditListenerTest {
    private final List<String> heard = new ArrayList<>();
    private final AuditDesk desk = new AuditDesk("10000", TEN_BASIS_POINTS, AuditDesk.FIFO, perp(0), perp(1));

    /** Writes down what it hears. */
    private final class Ear implements AuditListener {
        @Override
        public void booked(int instrument, StandingFill fill) {
            heard.add("I" + instrument + " " + words(fill));
        }

        @Override
        public void replaced(int instrument, long id, @Nullable StandingFill fill) {
            heard.add("I" + instrument + " " + id + " -> " + (fill == null ? "nothing" : words(fill)));
        }

        @Override
        public void translated(int currency, Exact rate) {
            heard.add("currency " + currency + " at " + text(rate));
        }
    }

    private static String words(StandingFill fill) {
        return fill.id() + ": " + text(fill.quantity()) + " for " + text(fill.paid()) + ", fees " + text(fill.fees())
                + ", at " + fill.timestampNs();
    }

    @Test
    void everyFillAndWhatBecomesOfItIsTold() {
        desk.books.listen(new Ear());
        desk.buy(0, "10", "100");
        desk.sell(1, "2", "50");
        desk.lateFee(0, 1, FeeKind.CLEARING, USD, "0.25");
        desk.lateFee(0, 7, FeeKind.CLEARING, USD, "0.25");
        desk.books.correct(0, 1, 9, Side.BUY, number("4"), number("105"), Liquidity.TAKER, true, BTC, number("0.5"));
        desk.books.bust(1, 2);
        desk.books.bust(1, 2);
        desk.books.settle(0, number("110"));
        assertEquals(
                List.of(
                        "I0 1: 10 for 1000, fees 1, at 1",
                        "I1 2: -2 for -100, fees 0.1, at 2",
                        "I0 1 -> 1: 10 for 1000, fees 1.25, at 1",
                        "I0 1 -> 9: 4 for 420, fees 0, at 1",
                        "I1 2 -> nothing",
                        "I0 0: -4 for -440, fees 0, at 0"),
                heard);
    }

    @Test
    void everyTranslationIsToldAtThePriceBefore() {
        desk.books.listen(new Ear());
        desk.close(1);
        assertEquals(List.of(), heard);
        desk.takeRate(BTC, "50000", 1);
        desk.takeRate(BTC, "51000", 2);
        desk.takeRate(BTC, "52000", 1);
        desk.close(3);
        assertEquals(List.of("currency 1 at 50000", "currency 1 at 50000", "currency 1 at 51000"), heard);
    }

    @Test
    void whoDoesNotListenHearsNothing() {
        desk.books.listen(new Ear());
        desk.books.listen(AuditListener.NONE);
        desk.buy(0, "10", "100");
        desk.books.bust(0, 1);
        desk.takeRate(BTC, "50000", 1);
        desk.close(3);
        assertEquals(List.of(), heard);
    }
}
