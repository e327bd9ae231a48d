package mnvh.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.StringJoiner;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import org.junit.jupiter.api.Test;

/** The whole transition table, legal and illegal, as a page that a reader can check against FIX. */
class OrderStateTest {
    /**
     * One row a state, one column a cause: the next state, '.' unchanged, 'late' a fill after the end, '!' illegal,
     * 'as' as what is filled says, 'all' FILLED when nothing is left and else unchanged.
     */
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
            UNKNOWN          as  as     FILLED !       PCANCEL CANCELED .      .       REJECTED EXPIRED DENIED .
            PENDING_REPLACE  .   .      FILLED !       .       CANCELED .      .       REJECTED EXPIRED !      UNKNOWN
            """;

    /** The same for what is done to fills that were booked, to terms, and to what is not known. */
    private static final String MORE = """
            state            busted   corrected rsent rpend replaced rrej restated confirmed notfound closed
            PENDING_NEW      .        .         !     PREPL !        .    as       as        UNKNOWN  !
            NEW              .        PARTLY    PREPL PREPL !        .    as       all       UNKNOWN  !
            PARTIALLY_FILLED NEW      .         PREPL PREPL !        .    as       all       UNKNOWN  !
            FILLED           CANCELED CANCELED  !     .     !        .    .        !         .        .
            PENDING_CANCEL   .        .         !     .     !        .    all      all       UNKNOWN  !
            CANCELED         .        .         !     .     !        .    .        !         .        .
            REJECTED         .        .         !     .     !        .    .        !         .        .
            EXPIRED          .        .         !     .     !        .    .        !         .        .
            DENIED           .        .         !     .     !        .    !        !         .        .
            UNKNOWN          .        .         !     PREPL as       all  as       as        .        CANCELED
            PENDING_REPLACE  .        .         !     .     as       as   all      all       UNKNOWN  !
            """;

    @Test
    void everyCellOfTheTableIsWhatThePageSays() {
        String[] lines = TABLE.strip().split("\n");
        String[] more = MORE.strip().split("\n");
        OrderState[] states = OrderState.values();
        assertEquals(states.length + 1, lines.length, "a row for every state");
        StringJoiner printed = new StringJoiner("\n", "order states\n", "\n");
        for (int s = 0; s < states.length; s++) {
            String name = states[s].name();
            assertTrue(more[s + 1].startsWith(name + " "), "the same rows in both");
            String[] cells = (lines[s + 1] + more[s + 1].substring(name.length()))
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
            boolean fills = next == OrderTransitions.UNCHANGED || next == OrderTransitions.AS_FILLED || next >= 0;
            assertEquals(fills, state.working(), state.name());
        }
    }

    @Test
    void fillBeforeAcknowledgementIsLegalAndTheLateNewChangesNothing() {
        Order order = new Order();
        order.open(1, 0, Side.BUY, TimeInForce.IOC, 100, 5, 0);
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
            case OrderTransitions.AS_FILLED:
                return "as";
            case OrderTransitions.FILLED_OR_UNCHANGED:
                return "all";
            default:
                OrderState state = OrderState.of(next);
                switch (state) {
                    case PARTIALLY_FILLED:
                        return "PARTLY";
                    case PENDING_CANCEL:
                        return "PCANCEL";
                    case PENDING_REPLACE:
                        return "PREPL";
                    default:
                        return state.name();
                }
        }
    }
}
