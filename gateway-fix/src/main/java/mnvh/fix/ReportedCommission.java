package mnvh.fix;

import mnvh.event.Refusal;
import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import mnvh.universe.Currencies;
import quickfix.Message;

/**
 * Reads what a venue says it charged for a fill: Commission(12), CommType(13), CommCurrency(479).
 *
 * <p>A commission is an amount (CommType absent or 3) or an amount for each contract of LastQty(32) (1), rounded
 * towards the venue. Percentages (2, 4, 5) mean different things to different venues; they are refused, for a guess
 * about money is worse than a halt. So is a currency that is not of the run. Any thread.
 */
final class ReportedCommission {
    /** CommType(13) of an amount. */
    static final char ABSOLUTE = '3';

    private static final String PER_UNIT = "1";

    private final Currencies currencies;

    ReportedCommission(Currencies currencies) {
        this.currencies = currencies;
    }

    /**
     * @param quantity LastQty(32) at 10^-8
     * @return what was charged at 10^-8, rebates negative
     */
    long amount(Message report, long quantity) throws MalformedField {
        long amount = Fields.amount(report, Tag.COMMISSION, "Commission");
        String type = Fields.textOr(report, Tag.COMM_TYPE, String.valueOf(ABSOLUTE));
        if (type.equals(String.valueOf(ABSOLUTE))) {
            return amount;
        }
        if (!type.equals(PER_UNIT)) {
            throw Fields.refused(Refusal.MALFORMED, Tag.COMM_TYPE, "CommType", type);
        }
        try {
            return FixedPoint.multiply(amount, quantity, Rounding.CEILING);
        } catch (ArithmeticException e) {
            throw Fields.refused(
                    Refusal.MALFORMED, Tag.COMMISSION, "Commission", Fields.text(report, Tag.COMMISSION, "Commission"));
        }
    }

    /** @return index of the commission's currency; that which the instrument settles in where the report names none */
    int currency(Message report, int instrument) throws MalformedField {
        String code = Fields.optional(report, Tag.COMM_CURRENCY);
        if (code == null) {
            return currencies.ofInstrument(instrument);
        }
        int currency = currencies.indexOf(code);
        if (currency == Currencies.UNKNOWN) {
            throw Fields.refused(Refusal.MALFORMED, Tag.COMM_CURRENCY, "CommCurrency", code);
        }
        return currency;
    }
}
