package mnvh.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.StringJoiner;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/** The whole transition table, legal and illegal, as a page that a reader can check against FIX. */
class OrderStateTest {
    /** One row a state, one column a cause: the next state, '.' unchanged, 'late' a fill after the end, '!' illegal. */
    private static final String TABLE = """
            state            ack part   fill   sent    pend    canceled cxlrej cxlrejp rejected expired unsent lost
            PENDING_NEW      NEW PARTLY FILLED PCANCEL PCANCEL CANCELED .      .       REJECTED EXPIRED DENIED UNKNOWN
            NEW              .   PARTLY FILLED PCANCEL PCANCEL CANCELED .      .       REJECTED EXPIRED !      UNKNOWN
            PARTIALLY_FILLED .   .      FILLED PCANCEL PCANCEL CANCELED .      .       !        EXPIRED !      UNKNOWN
            FILLED           .   !      !      !       .       !        .      .       !        !       !      .
            PENDING_CANCEL   .   .      FILLED !       .       CANCELED NEW    PARTLY  REJECTED EXPIRED DENIED UNKNOWN
            CANCELED         .   late   late   !       .       .        .      .       !        !       !      .
            REJECTED         .   late   late   !       .       !        .      .       .        !       !      .
            EXPIRED          .   late   late   !       .       !        .      .       !        .       !      .
            DENIED           !   !      !      !       .       !        .      .       !        !       !      .
            UNKNOWN          NEW PARTLY FILLED !       PCANCEL CANCELED .      .       REJECTED EXPIRED DENIED .
            """;

    /** The same for what is done to fills that were booked. */
    private static final String TAKEN_BACK = """
            state            busted   corrected
            PENDING_NEW      .        .
            NEW              .        PARTLY
            PARTIALLY_FILLED NEW      .
            FILLED           CANCELED CANCELED
            PENDING_CANCEL   .        .
            CANCELED         .        .
            REJECTED         .        .
            EXPIRED          .        .
            DENIED           .        .
            UNKNOWN          .        .
            """;

    @Test
    void everyCellOfTheTableIsWhatThePageSays() {
        String[] lines = TABLE.strip().split("\n");
        String[] more = TAKEN_BACK.strip().split("\n");
        OrderState[] states = OrderState.values();
        assertEquals(states.length + 1, lines.length, "a row for every state");
        StringJoiner printed = new StringJoiner("\n", "order states\n", "\n");
        for (int s = 0; s < states.length; s++) {
            assertTrue(more[s + 1].startsWith(states[s].name()));
            String[] cells = (lines[s + 1]
                            + more[s + 1].substring(states[s].name().length()))
                    .strip()
                    .split("\\s+");
            assertEquals(states[s].name(), cells[0]);
            assertEquals(OrderCause.values().length + 1, cells.length, "a column for every cause");
            StringJoiner row = new StringJoiner(" ", states[s] + ": ", "");
            for (OrderCause cause : OrderCause.values()) {
                String actual = name(OrderTransitions.next(states[s], cause));
                assertEquals(cells[cause.ordinal() + 1], actual, states[s] + " on " + cause);
                row.add(cause + "=" + actual);
            }
            printed.add(row.toString());
        }
        System.out.println(printed);
    }

    @Test
    void onlyStatesThatMayStillFillCountAsWorking() {
        for (OrderState state : OrderState.values()) {
            int next = OrderTransitions.next(state, OrderCause.PARTIAL_FILL);
            boolean fills = next == OrderTransitions.UNCHANGED || next >= 0;
            assertEquals(fills, state.working(), state.name());
        }
    }

    @Test
    void fillBeforeAcknowledgementIsLegalAndTheLateNewChangesNothing() {
        Order order = new Order();
        order.open(1, 0, Side.BUY, 100, 5, 0);
        assertEquals(OrderState.PARTIALLY_FILLED.ordinal(), order.transition(OrderCause.PARTIAL_FILL));
        assertEquals(OrderTransitions.UNCHANGED, order.transition(OrderCause.ACKNOWLEDGED));
        assertTrue(order.state().working());
    }

    private static String name(int next) {
        switch (next) {
            case OrderTransitions.UNCHANGED:
                return ".";
            case OrderTransitions.LATE_FILL:
                return "late";
            case OrderTransitions.ILLEGAL:
                return "!";
            default:
                OrderState state = OrderState.of(next);
                switch (state) {
                    case PARTIALLY_FILLED:
                        return "PARTLY";
                    case PENDING_CANCEL:
                        return "PCANCEL";
                    default:
                        return state.name();
                }
        }
    }
}
