package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import mnvh.config.ConfigException;
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

/** Taker 10 bp, from 1,000 traded on 8 bp, from 5,000 on 5 bp; A has 20 bp of its own, C settles in EUR. */
class FeeTiersTest {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;

    private final Universe universe =
            new Universe(List.of(instrument(A, "A", "USD"), instrument(B, "B", "USD"), instrument(C, "C", "EUR")));
    private final Currencies currencies = Currencies.of(universe, "USD", List.of());
    private final FeeSchedule fees = new FeeSchedule(
            universe,
            currencies,
            new FeeConfig(
                    new FeeTable(
                            rate("-0.0001"),
                            rate("0.001"),
                            0,
                            0,
                            FeeTable.NO_MAXIMUM,
                            List.of(
                                    new FeeTier(number("1000"), rate("-0.0002"), rate("0.0008")),
                                    new FeeTier(number("5000"), rate("-0.0003"), rate("0.0005")))),
                    Map.of(
                            "A",
                            new FeeTable(
                                    rate("0.002"), rate("0.002"), 0, number("0.3"), FeeTable.NO_MAXIMUM, List.of())),
                    FeeConfig.NO_BOUND));
    private final Ledger ledger = new Ledger(
            universe,
            currencies,
            fees,
            new LotsConfig(LotMethod.FIFO, 8, 64),
            number("1000000"),
            Currencies.MAX_PRICE_AGE_NS,
            (component, instrument, currency, amount) -> {});
    private final Execution execution = new Execution();
    private long id;

    @Test
    void instrumentPaysByItsOwnTable() {
        assertEquals(number("0.3"), fill(A, "100", 10 * DAY_NS), "20 bp of 100 are below the minimum");
        assertEquals(number("0.4"), fill(A, "200", 10 * DAY_NS));
        assertEquals(number("0.2"), fill(B, "200", 10 * DAY_NS));
    }

    @Test
    void tierIsThatOfTheDaysBefore() {
        assertEquals(number("1"), fill(B, "1000", 10 * DAY_NS));
        assertEquals(number("1"), fill(B, "1000", 11 * DAY_NS - 1), "whatever came earlier on the same day");
        assertEquals(number("0.8"), fill(B, "1000", 11 * DAY_NS), "2,000 are in the second tier");
        assertEquals(number("0.8"), fill(B, "2000", 11 * DAY_NS) / 2);
        assertEquals(number("0.5"), fill(B, "1000", 12 * DAY_NS), "exactly 5,000 are in the third");
        assertEquals(number("2"), fill(A, "1000", 12 * DAY_NS), "A has no tiers");
    }

    @Test
    void changeOfRatesIsToldOfTheDayThatBeganWithIt() {
        assertTrue(fees.at(10 * DAY_NS));
        assertFalse(fees.changed());
        fill(B, "1000", 10 * DAY_NS);
        assertFalse(fees.at(10 * DAY_NS + 1), "the same day");
        assertTrue(fees.at(11 * DAY_NS));
        assertTrue(fees.changed());
        assertTrue(fees.at(12 * DAY_NS));
        assertFalse(fees.changed());
    }

    @Test
    void makersHaveTheRebateOfTheirTier() {
        fill(B, "1000", 10 * DAY_NS);
        fees.at(11 * DAY_NS);
        assertEquals(number("-0.2"), fees.feeOf(B, Liquidity.MAKER, number("1000"), number("1")));
        assertEquals(Long.MAX_VALUE, fees.worstTakerRate(), "A has a minimum");
        assertEquals(rate("0.0008"), fees.rateOf(B, Liquidity.TAKER), "in force");
    }

    @Test
    void worstRateIsThatOfAnyTierWhateverIsInForce() {
        FeeConfig dearLater = new FeeConfig(
                new FeeTable(
                        0,
                        rate("0.001"),
                        0,
                        0,
                        FeeTable.NO_MAXIMUM,
                        List.of(new FeeTier(1, 0, rate("0.003")), new FeeTier(2, 0, rate("0.0005")))),
                Map.of(),
                FeeConfig.NO_BOUND);
        assertEquals(rate("0.003"), new FeeSchedule(universe, currencies, dearLater).worstTakerRate());
    }

    @Test
    void thirtyDaysCountAndThenNoLonger() {
        fill(B, "1000", 10 * DAY_NS);
        assertEquals(number("0.8"), fill(B, "1000", 40 * DAY_NS), "the thirtieth day before");
        assertEquals(number("0.8"), fill(B, "1000", 41 * DAY_NS), "the first thousand has gone, the second counts");
        assertEquals(number("1"), fill(B, "1000", 100 * DAY_NS), "after a long silence");
    }

    @Test
    void unknownVolumeOfAForeignCurrencyCountsForNothingAndIsTold() {
        fill(C, "1000", 10 * DAY_NS);
        assertTrue(fees.at(11 * DAY_NS), "something is told");
        assertTrue(fees.unpriced());
        assertEquals(number("1"), fill(B, "1000", 11 * DAY_NS), "no tier without an index price");
        ledger.indexPrice(1, number("1.25"), 11 * DAY_NS);
        assertEquals(number("1"), fill(B, "1", 11 * DAY_NS) * 1000, "nor by a price that comes during the day");
        assertTrue(fees.at(12 * DAY_NS));
        assertFalse(fees.unpriced());
        assertEquals(number("2251"), fees.reached(), "1,000 EUR are 1,250 USD");
        assertEquals(number("0.8"), fill(B, "1000", 12 * DAY_NS));
    }

    @Test
    void bustedFillNeverCounted() {
        fill(B, "1000", 10 * DAY_NS);
        assertTrue(ledger.bust(B, id));
        assertEquals(number("1"), fill(B, "1000", 11 * DAY_NS));
        assertEquals(number("0.8"), fill(B, "1000", 12 * DAY_NS));
        assertTrue(ledger.bust(B, id - 1), "the only fill of the days before");
        assertEquals(number("1"), fill(B, "1000", 12 * DAY_NS), "and the rates of today know at once");
    }

    @Test
    void correctedFillPaysByItsOwnDayAndCountsThere() {
        fill(B, "1000", 10 * DAY_NS);
        long corrected = id;
        fees.at(11 * DAY_NS);
        assertEquals(number("1000"), fees.reached());
        assertTrue(ledger.correct(
                corrected,
                execution.of(++id, B, Side.BUY, number("6000"), number("1")).liquidity(Liquidity.TAKER)));
        assertEquals(number("6000"), fees.reached());
        assertEquals(number("993994"), ledger.wallet(), "6,000 at 10 bp cost 6, as on its day");
        assertEquals(number("0.5"), fill(B, "1000", 11 * DAY_NS));
    }

    @Test
    void lateFillPaysByItsOwnDay() {
        fill(B, "1000", 10 * DAY_NS);
        assertEquals(number("0.8"), fill(B, "1000", 12 * DAY_NS));
        assertEquals(number("1"), fill(B, "5000", 10 * DAY_NS) / 5, "stamped on a day before which nothing was traded");
        assertEquals(number("0.5"), fill(B, "1000", 12 * DAY_NS), "and from then on it counts");
    }

    @Test
    void fillBeforeTheDaysThatAreKeptCountsForNothing() {
        fill(B, "1", 100 * DAY_NS);
        fill(B, "9000", 39 * DAY_NS);
        fill(B, "1000", 40 * DAY_NS);
        assertEquals(number("0.8"), fill(B, "1000", 41 * DAY_NS), "the kept thousand alone");
    }

    @Test
    void refusedFillChangesNoVolume() {
        fees.at(10 * DAY_NS);
        long before = hash();
        execution.of(1, B, Side.BUY, Long.MAX_VALUE, Long.MAX_VALUE).at(10 * DAY_NS);
        assertThrows(ArithmeticException.class, () -> ledger.fill(execution));
        assertEquals(before, hash());
        fill(B, "1", 10 * DAY_NS);
        assertNotEquals(before, hash());
    }

    @Test
    void volumeIsPartOfTheState() {
        fill(B, "1000", 10 * DAY_NS);
        StateHash hash = new StateHash();
        fees.writeTo(hash);
        long before = hash.value();
        fees.traded(B, 1, 10 * DAY_NS);
        hash.clear();
        fees.writeTo(hash);
        assertNotEquals(before, hash.value());
    }

    @Test
    void tableOfNoInstrumentIsRefused() {
        FeeConfig stray = new FeeConfig(
                new FeeTable(0, 0, 0, 0, 0, List.of()), Map.of("D", new FeeTable(0, 0, 0, 0, 0, List.of())), 0);
        assertEquals(
                "error: fees.instruments: no instrument 'D' in the universe",
                assertThrows(ConfigException.class, () -> new FeeSchedule(universe, currencies, stray))
                        .getMessage());
    }

    private long hash() {
        StateHash hash = new StateHash();
        ledger.writeTo(hash);
        return hash.value();
    }

    /** A taker's buy at 1.00. */
    private long fill(int i, String quantity, long timestampNs) {
        return ledger.fill(execution
                .of(++id, i, Side.BUY, number(quantity), number("1"))
                .liquidity(Liquidity.TAKER)
                .at(timestampNs));
    }

    private static Instrument instrument(int index, String symbol, String currency) {
        return new Instrument(
                index, symbol, InstrumentKind.SPOT, currency, 1, 1, number("1"), 0, Long.MAX_VALUE, 0, rate("1"));
    }

    private static long number(String text) {
        return DecimalText.parse(text);
    }

    private static long rate(String text) {
        return DecimalText.parseRate(text);
    }
}
