package mnvh.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 100000000",
        "-1.5, -150000000",
        "+0.00000001, 1",
        "1e-5, 1000",
        "1E-8, 1",
        "10e-9, 1",
        "12300e-10, 123",
        "-2.50e2, -25000000000",
        "0.000000010000, 1",
        "0e-30, 0",
        "0e99, 0",
        "92233720368.54775807, 9223372036854775807",
        "-92233720368.54775808, -9223372036854775808",
        "9223372036854775807e-8, 9223372036854775807"
    })
    void textIsReadExactly(String text, long value) {
        assertEquals(value, DecimalText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "e5", "1e", "1e+", "1.2.3", "1,5", "0x10", "NaN", " 1", "1 ", "1e2.", "--1"})
    void whatIsNoNumberIsRefused(String text) {
        NumberFormatException refusal = assertThrows(NumberFormatException.class, () -> DecimalText.parse(text));
        assertEquals("not a decimal number: '" + text + "'", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000000001", "1e-9", "15e-9", "100.123456789", "0.10e-8"})
    void digitsBeyondTheScaleAreRefusedNotRounded(String text) {
        NumberFormatException refusal = assertThrows(NumberFormatException.class, () -> DecimalText.parse(text));
        assertEquals("'" + text + "' has more than 8 decimals", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"92233720368.54775808", "-92233720368.54775809", "1e11", "1e999", "99999999999999999999"})
    void numbersPast64BitsAreRefused(String text) {
        NumberFormatException refusal = assertThrows(NumberFormatException.class, () -> DecimalText.parse(text));
        assertEquals("'" + text + "' is too large", refusal.getMessage());
    }

    @Test
    void ratesHaveTwelveDecimals() {
        assertEquals(450_000_000, DecimalText.parseRate("0.00045"));
        assertEquals("0.00045", DecimalText.formatRate(450_000_000));
        assertEquals(1, DecimalText.parseRate("1e-12"));
    }

    @Test
    void everyNumberSurvivesTextAndBigDecimalAgrees() {
        long seed = 7;
        System.out.println("DecimalTextTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int n = 0; n < 50_000; n++) {
            long value = n == 0 ? Long.MIN_VALUE : random.nextLong() >> random.nextInt(64);
            for (int decimals : new int[] {0, 8, 12}) {
                String text = DecimalText.format(value, decimals);
                BigDecimal exact = BigDecimal.valueOf(value, decimals);
                assertEquals(0, exact.compareTo(new BigDecimal(text)), text);
                assertEquals(value, DecimalText.parse(text, decimals));
                String scientific = exact.stripTrailingZeros().unscaledValue() + "e"
                        + -exact.stripTrailingZeros().scale();
                assertEquals(value, DecimalText.parse(scientific, decimals), scientific);
            }
        }
    }
}
