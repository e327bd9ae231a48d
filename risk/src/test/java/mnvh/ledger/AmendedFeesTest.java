package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import mnvh.config.FeeConfig;
import mnvh.config.FeeTable;
import mnvh.config.FeeTier;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.state.StateHash;
import mnvh.units.DecimalText;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Currencies;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/** Fees that change while a session runs. Taker 10 bp, from 1,000 traded on 8 bp; maker 1 bp; B has no tiers. */
class AmendedFeesTest {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final int A = 0;
    private static final int B = 1;
    private static final long NOW = 10 * DAY_NS;

    private final Universe universe = new Universe(List.of(instrument(A, "A"), instrument(B, "B")));
    private final FeeSchedule fees = schedule();
    private final Ledger ledger = ledger(fees);
    private final Execution execution = new Execution();
    private long id;

    private FeeSchedule schedule() {
        List<FeeTier> tiers = List.of(new FeeTier(number("1000"), rate("0.0001"), rate("0.0008")));
        return new FeeSchedule(
                universe,
                new FeeConfig(
                        new FeeTable(rate("0.0001"), rate("0.001"), 0, 0, FeeTable.NO_MAXIMUM, tiers),
                        Map.of("B", new FeeTable(rate("0.0001"), rate("0.001"), 0, 0, FeeTable.NO_MAXIMUM, List.of())),
                        FeeConfig.NO_BOUND));
    }

    private Ledger ledger(FeeSchedule schedule) {
        return new Ledger(
                universe,
                Currencies.of(universe, "USD", List.of()),
                schedule,
                new LotsConfig(LotMethod.FIFO, 8, 64),
                number("1000000"),
                Currencies.MAX_PRICE_AGE_NS,
                (component, instrument, currency, amount) -> {});
    }

    private static Instrument instrument(int index, String symbol) {
        return new Instrument(
                index,
                symbol,
                InstrumentKind.LINEAR_PERP,
                "USD",
                1,
                1,
                number("1"),
                0,
                Long.MAX_VALUE / 4,
                0,
                rate("0.1"));
    }

    private static long rate(String text) {
        return DecimalText.parseRate(text);
    }

    private long fill(int i, Liquidity liquidity, long timestampNs) {
        return ledger.fill(execution
                .of(++id, i, Side.BUY, number("10"), number("100"))
                .liquidity(liquidity)
                .at(timestampNs));
    }

    private long taker(int i, long timestampNs) {
        return fees.feeOf(i, Liquidity.TAKER, number("1000"), number("10"), timestampNs);
    }

    @Test
    void rateHoldsForWhatIsStampedLater() {
        assertTrue(ledger.amendFee(B, Liquidity.TAKER, rate("0.002"), NOW));
        assertEquals(number("1"), taker(B, NOW));
        assertEquals(number("2"), taker(B, NOW + 1));
        assertEquals(number("1"), taker(A, NOW + 1), "another instrument");
        assertEquals(number("0.1"), fees.feeOf(B, Liquidity.MAKER, number("1000"), number("10"), NOW + 1));
        assertEquals(number("2"), fees.feeOf(B, Liquidity.TAKER, number("1000"), number("10")), "in force");
        assertEquals(rate("0.002"), fees.rateOf(B, Liquidity.TAKER));
        assertEquals(rate("0.0001"), fees.rateOf(B, Liquidity.MAKER));
    }

    @Test
    void everyChangeIsRememberedUpToItsBound() {
        for (int n = 1; n <= AmendedRates.MOST; n++) {
            assertTrue(fees.amend(B, Liquidity.TAKER, rate("0.001") * n, NOW + n));
        }
        assertFalse(fees.amend(B, Liquidity.TAKER, 7, NOW + 100));
        assertEquals(rate("0.001") * AmendedRates.MOST, fees.rateOf(B, Liquidity.TAKER), "what was refused is not");
        for (int n = 1; n <= AmendedRates.MOST; n++) {
            assertEquals(number("1") * n, taker(B, NOW + n + 1));
        }
        assertEquals(number("1"), taker(B, NOW + 1));
        assertTrue(fees.amend(B, Liquidity.MAKER, 7, NOW), "the other has room of its own");
        assertTrue(fees.amend(A, Liquidity.MAKER, 7, NOW));
    }

    @Test
    void amendmentTakesThePlaceOfAllTiersAndEarlierDaysKeepTheirs() {
        fill(A, Liquidity.TAKER, NOW);
        fees.at(NOW + DAY_NS);
        assertEquals(rate("0.0008"), fees.rateOf(A, Liquidity.TAKER));
        assertTrue(ledger.amendFee(A, Liquidity.TAKER, rate("0.0009"), NOW + DAY_NS));
        assertEquals(number("1"), taker(A, NOW), "the day before");
        assertEquals(number("0.8"), taker(A, NOW + DAY_NS));
        assertEquals(number("0.9"), taker(A, NOW + DAY_NS + 1));
        assertTrue(fees.at(NOW + 60 * DAY_NS));
        assertFalse(fees.changed(), "no tier changes it any more");
        assertEquals(rate("0.0009"), fees.rateOf(A, Liquidity.TAKER));
    }

    @Test
    void fillsAreChargedAsTheScheduleSays() {
        assertEquals(number("1"), fill(B, Liquidity.TAKER, NOW));
        assertTrue(ledger.amendFee(B, Liquidity.TAKER, rate("0.002"), NOW));
        assertEquals(number("1"), fill(B, Liquidity.TAKER, NOW), "stamped no later than the change");
        assertEquals(number("2"), fill(B, Liquidity.TAKER, NOW + 1));
        assertEquals(number("0.1"), fill(B, Liquidity.MAKER, NOW + 1));
    }

    @Test
    void aPlainRateIsNoLongerWhatFillsAreChargedOnceItIsAmended() {
        FeeSchedule plain = new FeeSchedule(universe, new FeeConfig(0, rate("0.001"), 0, 0));
        Ledger other = ledger(plain);
        execution
                .of(1, B, Side.BUY, number("10"), number("100"))
                .liquidity(Liquidity.TAKER)
                .at(NOW);
        assertEquals(number("1"), other.fill(execution));
        for (int n = 1; n <= AmendedRates.MOST; n++) {
            assertTrue(other.amendFee(B, Liquidity.TAKER, rate("0.002") + n, NOW));
        }
        execution
                .of(2, B, Side.BUY, number("10"), number("100"))
                .liquidity(Liquidity.TAKER)
                .at(NOW + 1);
        assertEquals(number("2") + 2, other.fill(execution), "0.002 and 16 units of a rate on 1,000, rounded up");
        assertFalse(other.amendFee(B, Liquidity.TAKER, rate("0.009"), NOW));
    }

    @Test
    void worstRateIsNoLessThanAnAmendedOne() {
        FeeSchedule other = new FeeSchedule(universe, new FeeConfig(0, rate("0.001"), 0, 0));
        assertTrue(other.amend(B, Liquidity.TAKER, rate("0.0001"), NOW));
        assertEquals(rate("0.001"), other.worstTakerRate());
        assertTrue(other.amend(B, Liquidity.TAKER, rate("0.004"), NOW));
        assertEquals(rate("0.004"), other.worstTakerRate());
    }

    @Test
    void amendedRateIsNotPlain() {
        FeeSchedule other = new FeeSchedule(universe, new FeeConfig(0, rate("0.001"), 0, 0));
        assertTrue(other.amend(B, Liquidity.TAKER, rate("0.004"), NOW));
        assertEquals(FeeSchedule.NOT_PLAIN, other.plainRate(B, Liquidity.TAKER.ordinal()));
        assertEquals(0, other.plainRate(B, Liquidity.MAKER.ordinal()));
    }

    @Test
    void stateTellsAmendmentsApart() {
        long before = hash(fees);
        FeeSchedule first = schedule();
        first.amend(B, Liquidity.TAKER, 7, NOW);
        FeeSchedule later = schedule();
        later.amend(B, Liquidity.TAKER, 7, NOW + 1);
        FeeSchedule dearer = schedule();
        dearer.amend(B, Liquidity.TAKER, 8, NOW);
        FeeSchedule other = schedule();
        other.amend(B, Liquidity.MAKER, 7, NOW);
        List<Long> hashes = List.of(before, hash(first), hash(later), hash(dearer), hash(other));
        assertEquals(5, hashes.stream().distinct().count(), hashes::toString);
        FeeSchedule twice = schedule();
        twice.amend(B, Liquidity.TAKER, 7, NOW);
        twice.amend(B, Liquidity.TAKER, 8, NOW);
        assertNotEquals(hash(dearer), hash(twice));
    }

    private static long hash(FeeSchedule schedule) {
        StateHash hash = new StateHash();
        schedule.writeTo(hash);
        return hash.value();
    }
}
