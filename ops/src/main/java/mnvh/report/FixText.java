package mnvh.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of a session as a FIX desk reads them: names, tags and bars instead of SOH. */
public final class FixText {
    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("cl_ord_id", "ClOrdID(11)"),
            Map.entry("orig_cl_ord_id", "OrigClOrdID(41)"),
            Map.entry("order_id", "OrderID(37)"),
            Map.entry("exec_id", "ExecID(17)"),
            Map.entry("symbol", "Symbol(55)"),
            Map.entry("commission", "Commission(12)"),
            Map.entry("cum_quantity", "CumQty(14)"),
            Map.entry("leaves_quantity", "LeavesQty(151)"),
            Map.entry("text", "Text(58)"));
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("buy", "1"),
            Map.entry("sell", "2"),
            Map.entry("maker", "1"),
            Map.entry("taker", "2"),
            Map.entry("gtc", "1"),
            Map.entry("ioc", "3"),
            Map.entry("new", "0"),
            Map.entry("canceled", "4"),
            Map.entry("pending-cancel", "6"),
            Map.entry("rejected", "8"),
            Map.entry("expired", "C"));

    private FixText() {}

    /** @return the record as a message, or null where no message carries it */
    public static @Nullable String of(RecordLine line) {
        String head = switch (line.type()) {
            case "order" -> "MsgType(35)=D|";
            case "cancel" -> "MsgType(35)=F|";
            case "fill-report" -> "MsgType(35)=8|ExecType(150)=F|";
            case "order-report" -> report(line.fields().getOrDefault("event", ""));
            default -> null;
        };
        if (head == null) {
            return null;
        }
        StringBuilder message = new StringBuilder(SessionReport.time(line.timestampNs()))
                .append(line.stream().equals("in") ? " <- " : " -> ")
                .append(head);
        boolean fill = line.type().equals("fill-report");
        line.fields().forEach((name, value) -> append(message, name, value, fill));
        return message.toString();
    }

    /** Rejects of the session layer and our own refusals are no execution reports. */
    private static @Nullable String report(String event) {
        if (event.equals("cancel-rejected")) {
            return "MsgType(35)=9|";
        }
        String code = CODES.get(event);
        return code == null ? null : "MsgType(35)=8|ExecType(150)=" + code + "|";
    }

    private static void append(StringBuilder message, String name, String value, boolean fill) {
        String tag = switch (name) {
            case "side" -> "Side(54)";
            case "liquidity" -> "LastLiquidityInd(851)";
            case "time_in_force" -> "TimeInForce(59)";
            case "quantity" -> fill ? "LastQty(32)" : "OrderQty(38)";
            case "price" -> fill ? "LastPx(31)" : "Price(44)";
            default -> TAGS.get(name);
        };
        if (tag == null || value.isEmpty()) {
            return;
        }
        boolean coded = name.equals("side") || name.equals("liquidity") || name.equals("time_in_force");
        message.append(tag)
                .append('=')
                .append(coded ? CODES.getOrDefault(value, value) : value)
                .append('|');
    }
}
