package mnvh.report;

import java.util.List;
import java.util.Locale;

/**
 * Words for the ordinals of enums that live in storeys this package does not know, each in ordinal order.
 *
 * @param orderStates states of an order
 * @param orderCauses what changes them
 * @param verdicts verdicts of the gate
 * @param tradingStates states of the engine
 * @param neutralities what the neutrality stage did
 */
public record RecordNames(
        List<String> orderStates,
        List<String> orderCauses,
        List<String> verdicts,
        List<String> tradingStates,
        List<String> neutralities) {
    public RecordNames {
        orderStates = List.copyOf(orderStates);
        orderCauses = List.copyOf(orderCauses);
        verdicts = List.copyOf(verdicts);
        tradingStates = List.copyOf(tradingStates);
        neutralities = List.copyOf(neutralities);
    }

    /** @return the constant's word, or the number itself where there is none */
    static String word(List<String> names, int ordinal) {
        return ordinal >= 0 && ordinal < names.size()
                ? names.get(ordinal).toLowerCase(Locale.ROOT).replace('_', '-')
                : "#" + ordinal;
    }
}
