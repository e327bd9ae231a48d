package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import mnvh.config.FeeConfig;
import mnvh.config.FeeTable;
import mnvh.config.FeeTier;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

class FeeScheduleTest {
    @Test
    void makerAndTakerPayTheirRates() {
        FeeSchedule fees = schedule("0.0001", "0.00045", "0", "0");
        assertEquals(number("0.1"), fees.feeOf(0, Liquidity.MAKER, number("1000"), number("1")));
        assertEquals(number("0.45"), fees.feeOf(0, Liquidity.TAKER, number("1000"), number("1")));
    }

    @Test
    void rebateIsANegativeFeeWithoutMinimum() {
        FeeSchedule fees = schedule("-0.0001", "0.00045", "0", "1");
        assertEquals(number("-0.1"), fees.feeOf(0, Liquidity.MAKER, number("1000"), number("1")));
        assertEquals(number("1"), fees.feeOf(0, Liquidity.TAKER, number("1000"), number("1")));
    }

    @Test
    void minimumHoldsForFillsOnly() {
        FeeSchedule fees = schedule("0", "0.001", "0", "0.35");
        assertEquals(number("0.35"), fees.feeOf(0, Liquidity.TAKER, number("100"), number("1")));
        assertEquals(number("0.351"), fees.feeOf(0, Liquidity.TAKER, number("351"), number("1")));
        assertEquals(0, fees.feeOf(0, Liquidity.TAKER, 0, 0));
    }

    @Test
    void maximumCutsFeesAndNoRebate() {
        FeeConfig capped = new FeeConfig(
                DecimalText.parseRate("-0.001"), DecimalText.parseRate("0.001"), 0, number("1"), number("5"));
        FeeSchedule fees = new FeeSchedule(universe(), capped);
        assertEquals(number("1"), fees.feeOf(0, Liquidity.TAKER, number("100"), number("1")));
        assertEquals(number("4.999"), fees.feeOf(0, Liquidity.TAKER, number("4999"), number("1")));
        assertEquals(number("5"), fees.feeOf(0, Liquidity.TAKER, number("5001"), number("1")));
        assertEquals(number("-9"), fees.feeOf(0, Liquidity.MAKER, number("9000"), number("1")));
    }

    @Test
    void contractsAreChargedBesideTheNotional() {
        FeeSchedule fees = schedule("0", "0.001", "0.5", "0");
        assertEquals(number("2.6"), fees.feeOf(0, Liquidity.TAKER, number("1100"), number("3")));
    }

    @Test
    void fractionsRoundTowardsTheVenue() {
        // A third of a unit of fee costs a whole one; a third of a unit of rebate brings none.
        assertEquals(1, schedule("0", "0.3", "0", "0").feeOf(0, Liquidity.TAKER, 1, 1));
        assertEquals(0, schedule("-0.3", "0", "0", "0").feeOf(0, Liquidity.MAKER, 1, 1));
        // Two fractions are added before the one rounding: 0.3 + 0.3 is one unit, not two.
        assertEquals(1, schedule("0", "0.3", "0.3", "0").feeOf(0, Liquidity.TAKER, 1, 1));
        assertEquals(1, schedule("0", "0.5", "0.5", "0").feeOf(0, Liquidity.TAKER, 1, 1), "two halves are one unit");
        assertEquals(2, schedule("0", "0.6", "0.6", "0").feeOf(0, Liquidity.TAKER, 1, 1));
    }

    /** What several fills of 1,000 in 10 contracts cost together, at most. */
    private static long most(FeeSchedule fees, Liquidity liquidity, int fills) {
        return fees.mostOf(0, liquidity, number("1000"), number("10"), fills);
    }

    @Test
    void severalFillsMayEachRoundUpByAUnit() {
        FeeSchedule fees = schedule("0", "0.001", "0", "0");
        assertEquals(number("1"), most(fees, Liquidity.TAKER, 1));
        assertEquals(number("1") + 2, most(fees, Liquidity.TAKER, 3));
        assertEquals(0, most(fees, Liquidity.MAKER, 3), "nothing rounds where nothing is charged");
        assertEquals(0, fees.mostOf(0, Liquidity.TAKER, 0, 0, 3));
        Map<String, FeeTable> own =
                Map.of("I1", new FeeTable(0, 70_000_000_000L, 0, 0, FeeTable.NO_MAXIMUM, List.of()));
        FeeSchedule several = new FeeSchedule(
                three(), new FeeConfig(new FeeTable(0, 0, 0, 0, 1, List.of()), own, FeeConfig.NO_BOUND));
        assertEquals(
                number("70") + 2,
                several.mostOf(1, Liquidity.TAKER, number("1000"), number("10"), 3),
                "by its own rate");
        FeeSchedule charged = schedule("-0.001", "0", "0.5", "0");
        assertEquals(number("5") + 2, most(charged, Liquidity.TAKER, 3));
        assertEquals(number("5") + 2, most(charged, Liquidity.MAKER, 3), "the rebate counts as zero");
        assertEquals(0, most(schedule("-0.001", "0", "0", "7"), Liquidity.MAKER, 3), "and has no minimum");
    }

    @Test
    void severalFillsMayEachBeLiftedToTheMinimum() {
        FeeSchedule fees = schedule("0", "0.001", "0", "4");
        assertEquals(number("4"), most(fees, Liquidity.TAKER, 1));
        assertEquals(number("12"), most(fees, Liquidity.TAKER, 3));
        assertEquals(number("12"), most(fees, Liquidity.MAKER, 3), "free but for the minimum");
        FeeSchedule dear = schedule("0", "0.01", "0", "4");
        assertEquals(number("18") + 2, most(dear, Liquidity.TAKER, 3), "10, and two of the minimum");
    }

    @Test
    void noneOfSeveralFillsCostsMoreThanTheMaximum() {
        FeeConfig capped = new FeeConfig(0, DecimalText.parseRate("0.01"), 0, 0, number("2"));
        assertEquals(number("2"), most(new FeeSchedule(universe(), capped), Liquidity.TAKER, 1));
        assertEquals(number("6"), most(new FeeSchedule(universe(), capped), Liquidity.TAKER, 3));
        assertEquals(number("10") + 6, most(new FeeSchedule(universe(), capped), Liquidity.TAKER, 7));
        FeeConfig high = new FeeConfig(0, DecimalText.parseRate("0.01"), 0, 0, Long.MAX_VALUE / 2);
        assertEquals(
                number("10") + 2, most(new FeeSchedule(universe(), high), Liquidity.TAKER, 3), "no 64 bits hold it");
    }

    @Test
    void everyFeeAgreesWithBigDecimal() {
        long seed = 5;
        System.out.println("FeeScheduleTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int n = 0; n < 50_000; n++) {
            long rate = random.nextLong(-FixedPoint.RATE_SCALE / 100, FixedPoint.RATE_SCALE / 10);
            long perContract = random.nextLong(0, 2 * FixedPoint.SCALE) >> random.nextInt(20);
            long minimum = random.nextLong(0, FixedPoint.SCALE) >> random.nextInt(30);
            long notional = random.nextLong(Long.MAX_VALUE) >> random.nextInt(63);
            long quantity = 1 + (random.nextLong(Long.MAX_VALUE / 4) >> random.nextInt(62));
            FeeSchedule fees = new FeeSchedule(universe(), new FeeConfig(rate, rate, perContract, minimum));
            BigDecimal exact = BigDecimal.valueOf(notional, 8)
                    .multiply(BigDecimal.valueOf(rate, 12))
                    .add(BigDecimal.valueOf(quantity, 8).multiply(BigDecimal.valueOf(perContract, 8)))
                    .setScale(8, RoundingMode.CEILING);
            BigDecimal expected = rate < 0 ? exact : exact.max(BigDecimal.valueOf(minimum, 8));
            assertEquals(
                    expected.unscaledValue().longValueExact(),
                    fees.feeOf(0, random.nextBoolean() ? Liquidity.MAKER : Liquidity.TAKER, notional, quantity));
        }
    }

    @Test
    void rateIsPlainWhereItIsAllThereIsToAFee() {
        int maker = Liquidity.MAKER.ordinal();
        int taker = Liquidity.TAKER.ordinal();
        FeeTable plain = new FeeTable(0, 7, 0, 0, FeeTable.NO_MAXIMUM, List.of());
        FeeSchedule fees = new FeeSchedule(
                three(),
                new FeeConfig(
                        plain,
                        Map.of("I1", new FeeTable(-1, 9, 0, 0, FeeTable.NO_MAXIMUM, List.of())),
                        FeeConfig.NO_BOUND));
        assertEquals(0, fees.plainRate(0, maker));
        assertEquals(7, fees.plainRate(0, taker));
        assertEquals(FeeSchedule.NOT_PLAIN, fees.plainRate(1, maker), "a rebate");
        assertEquals(9, fees.plainRate(1, taker));
        assertEquals(7, fees.plainRate(2, taker));
        List<FeeTable> others = List.of(
                new FeeTable(0, 7, 1, 0, FeeTable.NO_MAXIMUM, List.of()),
                new FeeTable(0, 7, 0, 1, FeeTable.NO_MAXIMUM, List.of()),
                new FeeTable(0, 7, 0, 0, FeeTable.NO_MAXIMUM - 1, List.of()));
        for (FeeTable table : others) {
            FeeSchedule one = new FeeSchedule(three(), new FeeConfig(plain, Map.of("I1", table), FeeConfig.NO_BOUND));
            assertEquals(FeeSchedule.NOT_PLAIN, one.plainRate(1, taker), () -> table.toString());
            assertEquals(7, one.plainRate(0, taker));
            assertEquals(7, one.plainRate(2, taker));
            assertEquals(table.perContract() != 0, one.perContract(1));
            assertEquals(false, one.perContract(2));
            long worst = table.maximum() == FeeTable.NO_MAXIMUM ? Long.MAX_VALUE : 7;
            assertEquals(worst, one.worstTakerRate());
        }
        FeeTable tiered = new FeeTable(0, 7, 0, 0, FeeTable.NO_MAXIMUM, List.of(new FeeTier(1, 0, 5)));
        FeeSchedule moving = new FeeSchedule(three(), new FeeConfig(plain, Map.of("I1", tiered), FeeConfig.NO_BOUND));
        for (int i = 0; i < 3; i++) {
            assertEquals(FeeSchedule.NOT_PLAIN, moving.plainRate(i, taker));
        }
    }

    @Test
    void nonsenseIsRefused() {
        FeeSchedule fees = schedule("0", "0.001", "0", "0");
        assertEquals(false, fees.at(1), "without tiers a day is nothing new");
        assertThrows(IllegalArgumentException.class, () -> fees.feeOf(0, Liquidity.TAKER, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> fees.feeOf(0, Liquidity.TAKER, 1, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> fees.feeOf(1, Liquidity.TAKER, 1, 1));
    }

    private static FeeSchedule schedule(String maker, String taker, String perContract, String minimum) {
        return new FeeSchedule(
                universe(),
                new FeeConfig(
                        DecimalText.parseRate(maker),
                        DecimalText.parseRate(taker),
                        number(perContract),
                        number(minimum)));
    }

    private static Universe three() {
        return new Universe(List.of(
                LedgerDesk.instrument(0, InstrumentKind.SPOT, FixedPoint.SCALE),
                LedgerDesk.instrument(1, InstrumentKind.SPOT, FixedPoint.SCALE),
                LedgerDesk.instrument(2, InstrumentKind.LINEAR_PERP, FixedPoint.SCALE)));
    }

    private static Universe universe() {
        return new Universe(List.of(LedgerDesk.instrument(0, InstrumentKind.LINEAR_PERP, FixedPoint.SCALE)));
    }
}
