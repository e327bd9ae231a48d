package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;

class SimulatorPositionsTest {
    private final List<String> told = new ArrayList<>();
    private final SimulatorPositions positions = new SimulatorPositions(Loopback.universe(2), this::note);

    private void note(Message report) {
        try {
            Group entry = report.getGroup(1, Tag.NO_POSITIONS);
            told.add(report.getString(Tag.SYMBOL) + " " + entry.getString(Tag.LONG_QTY) + " "
                    + entry.getString(Tag.SHORT_QTY));
        } catch (FieldNotFound e) {
            throw new AssertionError(e);
        }
    }

    private List<String> ask(String account) {
        told.clear();
        positions.subscribe(ScriptedVenue.message("AN", Tag.ACCOUNT, account, Tag.POS_REQ_ID, "1"), 0);
        return told;
    }

    @Test
    void everyRunOfAClientHasAnAccountOfItsOwn() {
        positions.onFill("first-1", 0, Side.BUY, 5 * ONE);
        positions.onFill("first-2", 1, Side.SELL, 2 * ONE);
        positions.onFill("second-1", 0, Side.SELL, ONE);
        assertEquals(List.of("S0 5 0", "S1 0 2"), ask("first"));
        assertEquals(List.of("S0 0 1", "S1 0 0"), ask("second"));
        assertEquals(List.of("S0 0 0", "S1 0 0"), ask("third"), "that nothing is held is said");
    }

    @Test
    void nobodyWhoDidNotAskIsTold() {
        positions.tell(0);
        assertEquals(List.of(), told);
        ask("first");
        told.clear();
        positions.unsubscribe();
        positions.tell(0);
        assertEquals(List.of(), told);
    }

    @Test
    void positionsAreToldEveryTwentySteps() {
        ask("first");
        told.clear();
        for (int step = 1; step < 20; step++) {
            positions.onStepEnd(step);
        }
        assertEquals(List.of(), told);
        positions.onStepEnd(20);
        assertEquals(2, told.size());
    }
}
