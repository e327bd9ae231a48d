package mnvh.fix;

import java.util.ArrayList;
import java.util.List;
import mnvh.units.DecimalText;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;
import quickfix.Group;
import quickfix.Message;

/**
 * Compares the venue's SecurityList(35=y) with the universe, fragment by fragment.
 *
 * <p>Every instrument of the universe must be offered with the same tick, size increment, multiplier, minimum quantity
 * and currency; what else the venue offers is of no concern. A field the venue does not send is not compared, but for
 * the tick. One thread.
 */
final class SecurityListCheck {
    private final Universe universe;
    private final boolean[] offered;
    private final List<String> differences = new ArrayList<>();

    SecurityListCheck(Universe universe) {
        this.universe = universe;
        this.offered = new boolean[universe.size()];
    }

    /** @return true when this was the last fragment */
    boolean add(Message list) {
        if (!"0".equals(Fields.textOr(list, Tag.SECURITY_REQUEST_RESULT, "0"))) {
            differences.add("venue refused the security list: "
                    + Fields.textOr(list, Tag.TEXT, "560=" + Fields.textOr(list, Tag.SECURITY_REQUEST_RESULT, "")));
        }
        for (Group entry : list.getGroups(Tag.NO_RELATED_SYM)) {
            int index = universe.indexOf(Fields.textOr(entry, Tag.SYMBOL, ""));
            if (index != Universe.UNKNOWN) {
                offered[index] = true;
                compare(universe.get(index), entry);
            }
        }
        return !"N".equals(Fields.textOr(list, Tag.LAST_FRAGMENT, "Y"));
    }

    /** @return one sentence per difference, each naming symbol and both values; empty when all agree */
    List<String> differences() {
        List<String> all = new ArrayList<>(differences);
        for (int i = 0; i < offered.length; i++) {
            if (!offered[i] && differences.isEmpty()) {
                all.add(universe.get(i).symbol() + ": not offered by the venue");
            }
        }
        return all;
    }

    private void compare(Instrument instrument, Group entry) {
        if (!entry.isSetField(Tag.MIN_PRICE_INCREMENT)) {
            differences.add(instrument.symbol() + ": venue sends no tick (969)");
        }
        compare(instrument, "tick", entry, Tag.MIN_PRICE_INCREMENT, instrument.tickSize());
        compare(instrument, "size increment", entry, Tag.ROUND_LOT, instrument.sizeIncrement());
        compare(instrument, "multiplier", entry, Tag.CONTRACT_MULTIPLIER, instrument.multiplier());
        compare(instrument, "min quantity", entry, Tag.MIN_TRADE_VOL, instrument.minQuantity());
        String currency = Fields.textOr(entry, Tag.CURRENCY, instrument.currency());
        if (!currency.equals(instrument.currency())) {
            differences.add(instrument.symbol() + ": currency " + currency + " at the venue, " + instrument.currency()
                    + " here");
        }
    }

    private void compare(Instrument instrument, String name, Group entry, int tag, long ours) {
        if (!entry.isSetField(tag)) {
            return;
        }
        try {
            long theirs = Fields.amount(entry, tag, name);
            if (theirs != ours) {
                differences.add(instrument.symbol() + ": " + name + " " + DecimalText.format(theirs) + " at the venue, "
                        + DecimalText.format(ours) + " here");
            }
        } catch (MalformedField e) {
            differences.add(instrument.symbol() + ": " + e.text());
        }
    }
}
