package mnvh.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mnvh.engine.FlowFrame.Said;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.Command;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.risk.TradingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kill switch in the stream: it stays, nothing but a reset lifts it, and every order of commands ends alike. */
class KillFlowsTest {
    private final FlowBench bench = FlowBench.ready();

    /** Holds 1 of the books' inventory: a buy of instrument 1 that filled. */
    private Sent held() {
        Sent buy = bench.buy();
        bench.fill(buy, buy.quantity(), 100, "E1", buy.quantity());
        return buy;
    }

    private static Said only(FlowFrame frame) {
        assertEquals(1, frame.notices.size(), frame.notices.toString());
        return frame.notices.get(0);
    }

    @Test
    void killCancelsWhatWorksAndOutlivesResumeAndPause() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        FlowFrame killed = bench.command(Command.KILL);
        assertEquals(1, killed.cancels.size());
        assertEquals(Notice.KILLED, only(killed).notice());
        assertEquals(Notice.STILL_KILLED, only(bench.command(Command.RESUME)).notice());
        assertEquals(TradingState.HALTED, only(bench.command(Command.PAUSE)).after());
        assertTrue(bench.trades().isEmpty());
        bench.report(buy, OrderEventType.CANCELED, 0);
        Said reset = only(bench.command(Command.RESET));
        assertEquals(Notice.KILL_RESET, reset.notice());
        assertEquals(TradingState.HALTED, reset.after(), "a reset trades nothing");
        assertTrue(bench.trades().isEmpty());
        assertEquals(TradingState.ACTIVE, only(bench.command(Command.RESUME)).after());
        assertFalse(bench.trades().isEmpty());
    }

    @Test
    void cancelThatTheVenueRefusedIsAskedForAgainWithTheNextStep() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        bench.command(Command.KILL);
        assertEquals(0, bench.still().cancels.size(), "one is under way");
        bench.report(buy, OrderEventType.CANCEL_REJECTED, 0);
        assertEquals(1, bench.still().cancels.size());
    }

    /** One order is acknowledged, one is still on its way, and both are filled in part behind the trigger. */
    @Test
    void fault50_killWhileOrdersAreInFlightBooksFillsAndSendsNoOrder() {
        List<Sent> sent = bench.trades();
        assertEquals(2, sent.size());
        Sent known = sent.get(0);
        Sent open = sent.get(1);
        bench.report(known, OrderEventType.NEW, 0);
        FlowFrame killed = bench.command(Command.KILL);
        assertTrue(killed.orders.isEmpty());
        assertEquals(
                2,
                killed.cancels.size()
                        + bench.report(open, OrderEventType.NEW, 0).cancels.size());
        long part = known.quantity() / 2;
        FlowFrame booked = bench.fill(known, part, 100, "E1", part);
        assertFalse(booked.booksNothing());
        assertFalse(
                bench.fill(open, open.quantity(), 100, "E2", open.quantity()).booksNothing());
        bench.report(known, OrderEventType.CANCELED, part);
        for (int n = 0; n < 10; n++) {
            FlowFrame step = bench.still();
            assertTrue(step.orders.isEmpty());
            assertTrue(bench.trades().isEmpty());
        }
        assertEquals(0, bench.working().buys(1) + bench.working().sells(1));
        assertEquals(Notice.STILL_KILLED, only(bench.command(Command.RESUME)).notice());
    }

    @Test
    void resetWithoutAKillSaysNothing() {
        assertEquals(0, bench.command(Command.RESET).frames);
        bench.command(Command.HALT);
        assertEquals(0, bench.command(Command.RESET).frames);
        assertEquals(TradingState.ACTIVE, only(bench.command(Command.RESUME)).after());
    }

    @Test
    void orderStoppedAtTheGatewayIsReleased() {
        Sent buy = bench.buy();
        bench.command(Command.KILL);
        bench.report(buy, OrderEventType.NOT_SENT, 0);
        assertEquals(0, bench.working().buys(1));
    }

    @Test
    void closingAfterAKillSendsOnlyWhatCloses() {
        Sent buy = held();
        bench.command(Command.KILL);
        bench.command(Command.FLATTEN);
        List<Sent> sent = bench.trades();
        assertEquals(1, sent.size());
        assertEquals(-buy.side().sign(), sent.get(0).side().sign());
        bench.command(Command.KILL);
        assertTrue(bench.trades().isEmpty(), "a second kill ends the closing");
    }

    static Stream<List<Command>> everyOrderTwice() {
        List<List<Command>> orders = new ArrayList<>();
        permute(new ArrayList<>(), orders);
        return orders.stream().map(order -> {
            List<Command> twice = new ArrayList<>(order);
            twice.addAll(order);
            return twice;
        });
    }

    private static void permute(List<Command> taken, List<List<Command>> orders) {
        List<Command> all = Arrays.asList(Command.HALT, Command.FLATTEN, Command.KILL, Command.RESET);
        if (taken.size() == all.size()) {
            orders.add(List.copyOf(taken));
            return;
        }
        for (Command next : all) {
            if (!taken.contains(next)) {
                taken.add(next);
                permute(taken, orders);
                taken.remove(taken.size() - 1);
            }
        }
    }

    /** Fault 52. What is expected is kept apart from the engine: a latch, a halt, a closing. */
    @ParameterizedTest
    @MethodSource("everyOrderTwice")
    void everyOrderOfCommandsTwice(List<Command> commands) {
        Sent buy = held();
        bench.command(Command.HALT);
        boolean killed = false;
        boolean closing = false;
        for (Command command : commands) {
            for (int again = 0; again < 2; again++) {
                bench.command(command);
                killed = command == Command.KILL || (killed && command != Command.RESET);
                closing = command == Command.FLATTEN || (closing && command == Command.RESET);
                for (Sent sent : bench.trades()) {
                    assertTrue(closing, commands + " " + command);
                    assertEquals(-buy.side().sign(), sent.side().sign());
                    bench.report(sent, OrderEventType.REJECTED, 0);
                }
            }
        }
        Said resumed = only(bench.command(Command.RESUME));
        assertEquals(closing ? TradingState.REDUCING : TradingState.HALTED, resumed.before());
        assertEquals(killed ? resumed.before() : TradingState.ACTIVE, resumed.after(), commands.toString());
        FlowBench replayed = new FlowBench(TestRun.unlimited());
        replayed.repeat(bench);
        assertEquals(bench.outbound.size(), replayed.outbound.size());
        for (int i = 0; i < bench.outbound.size(); i++) {
            assertTrue(Arrays.equals(bench.outbound.get(i), replayed.outbound.get(i)), "frame " + i);
        }
    }
}
