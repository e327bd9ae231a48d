package mnvh.fix;

import java.util.Set;
import mnvh.event.OrderStatus;
import mnvh.event.Refusal;

/** OrdStatus(39) as the core knows it. */
final class OrdStatus {
    private static final Set<String> ENDED = Set.of("2", "3", "4", "8", "C");

    private OrdStatus() {}

    /** @return the status; refuses one that the core does not know, as of a suspended order */
    static OrderStatus of(String code) throws MalformedField {
        switch (code) {
            case "A":
                return OrderStatus.PENDING_NEW;
            case "0":
                return OrderStatus.NEW;
            case "1":
                return OrderStatus.PARTIALLY_FILLED;
            case "2":
                return OrderStatus.FILLED;
            case "6":
                return OrderStatus.PENDING_CANCEL;
            case "E":
                return OrderStatus.PENDING_REPLACE;
            case "4":
                return OrderStatus.CANCELED;
            case "8":
                return OrderStatus.REJECTED;
            case "3":
            case "C":
                return OrderStatus.EXPIRED;
            default:
                throw Fields.refused(Refusal.UNSUPPORTED, Tag.ORD_STATUS, "OrdStatus", code);
        }
    }

    /** @return true for an order that can not fill any more; false also for a status that nobody knows */
    static boolean ended(String code) {
        return ENDED.contains(code);
    }
}
