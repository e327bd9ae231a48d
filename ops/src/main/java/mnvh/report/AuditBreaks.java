package mnvh.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import mnvh.audit.Exact;
import mnvh.event.ResolutionEvent;

/**
 * What is in suspense, difference by difference, and which explanations of it count. One thread.
 *
 * <p>A difference bears the sequence of the record that raised it. An explanation that was booked and comes again does
 * not count again, by the exact text of its id, while it is among the latest {@link ResolutionEvent#REMEMBERED}.
 */
final class AuditBreaks {
    private static final int NONE = -1;

    private final Map<Long, Difference> open = new LinkedHashMap<>();
    private final Map<Integer, Exact> sums = new HashMap<>();
    private final Set<String> seen = new LinkedHashSet<>();

    /** What is left of a difference, at 10^-8 in its currency; the venue has more where it is positive. */
    private record Difference(int currency, Exact amount) {}

    /** Opens a difference, unless it is none. */
    void raise(long sequence, int currency, Exact amount) {
        if (amount.signum() != 0) {
            open.put(sequence, new Difference(currency, amount));
            sums.merge(currency, amount, Exact::add);
        }
    }

    /** Ends all of a currency where a report takes back what they come to. @return false where it does not */
    boolean takesBack(int currency, Exact difference) {
        Exact sum = sums.getOrDefault(currency, Exact.ZERO);
        if (difference.signum() == 0 || sum.add(difference).signum() != 0) {
            return false;
        }
        open.values().removeIf(one -> one.currency() == currency);
        sums.remove(currency);
        return true;
    }

    /** Takes the id of an explanation that is booked. @return false where it has none, or came lately */
    boolean isNew(String resolutionId) {
        if (resolutionId.isEmpty() || !seen.add(resolutionId)) {
            return false;
        }
        if (seen.size() > ResolutionEvent.REMEMBERED) {
            seen.remove(seen.iterator().next());
        }
        return true;
    }

    /** @return currency of what the amount explains, -1 where it is no part of an open difference */
    int currencyOf(long breakId, long amount) {
        Difference difference = open.get(breakId);
        if (difference == null) {
            return NONE;
        }
        Exact part = Exact.of(amount);
        boolean fits = part.signum() == difference.amount().signum()
                && part.abs().compareTo(difference.amount().abs()) <= 0;
        return fits ? difference.currency() : NONE;
    }

    /** Takes an explained part off its difference. */
    void explain(long breakId, long amount) {
        Difference difference = open.get(breakId);
        if (difference == null) {
            return;
        }
        Exact part = Exact.of(amount);
        sums.merge(difference.currency(), part.negate(), Exact::add);
        Exact left = difference.amount().subtract(part);
        if (left.signum() == 0) {
            open.remove(breakId);
        } else {
            open.put(breakId, new Difference(difference.currency(), left));
        }
    }
}
