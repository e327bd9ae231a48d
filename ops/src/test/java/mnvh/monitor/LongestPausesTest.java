package mnvh.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LongestPausesTest {
    private final LongestPauses longest = new LongestPauses(3, 10);

    private void add(long startNs, long endNs) {
        longest.add(new Pause(Stage.QUEUE, 0, startNs, startNs, endNs, 1, List.of(), List.of()));
    }

    private List<String> kept() {
        return longest.all().stream()
                .map(pause -> pause.startNs() + "-" + pause.endNs() + " x" + pause.spans())
                .toList();
    }

    @Test
    void spansOfOnePauseAreOneWithTheLengthOfTheLongest() {
        add(100, 150);
        add(110, 190);
        add(120, 151);
        add(190, 200);

        assertEquals(List.of("110-190 x3", "190-200 x1"), kept());
    }

    @Test
    void spanThatBridgesTwoPausesJoinsThem() {
        add(100, 150);
        add(200, 220);
        add(140, 210);

        assertEquals(List.of("140-210 x3"), kept());
    }

    @Test
    void shortestGoesWhenThereAreTooManyAndRaisesTheFloor() {
        assertEquals(10, longest.floorNs());
        add(0, 40);
        add(100, 120);
        add(200, 230);
        assertEquals(20, longest.floorNs());
        add(300, 350);

        assertEquals(List.of("300-350 x1", "0-40 x1", "200-230 x1"), kept());
        assertEquals(30, longest.floorNs());
    }

    @Test
    void logDropsWhatFindsNoRoomAndLeavesOutWhatIsShort() {
        PauseLog log = new PauseLog(List.of("a"), 2, 10);
        log.offer(Stage.STEP, 1, 100, 109);
        log.offer(Stage.STEP, 2, 100, 110);
        log.offer(Stage.QUEUE, 3, 200, 201, 250);
        log.offer(Stage.STEP, 4, 300, 400);

        assertEquals(1, log.dropped());
        assertEquals(2, log.peek(PauseLog.SEQUENCE));
        log.advance();
        assertEquals(
                List.of(3L, 200L, 201L, 250L),
                List.of(
                        log.peek(PauseLog.SEQUENCE),
                        log.peek(PauseLog.START_NS),
                        log.peek(PauseLog.TAKEN_NS),
                        log.peek(PauseLog.END_NS)));
        assertEquals(Stage.QUEUE, log.peekStage());
        log.advance();
        assertEquals(false, log.waiting());
    }
}
