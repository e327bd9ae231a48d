package mnvh.fix;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import mnvh.units.DecimalText;
import mnvh.units.Side;
import mnvh.universe.Universe;
import quickfix.Group;
import quickfix.Message;

/**
 * What each account holds at the simulator, and who wants to be told: 35=AN to AP.
 *
 * <p>An account is the part of ClOrdID(11) before its last '-', so that every run of a client starts with nothing. One
 * thread.
 */
final class SimulatorPositions {
    /** Steps between two tellings. */
    private static final int EVERY = 20;

    private final Universe universe;
    private final Consumer<Message> sender;
    private final Map<String, long[]> held = new HashMap<>();
    private String account = "";
    private String requestId = "";
    private long reports;
    private int steps;

    SimulatorPositions(Universe universe, Consumer<Message> sender) {
        this.universe = universe;
        this.sender = sender;
    }

    /** Notes an execution of the order with this ClOrdID(11). */
    void onFill(String clOrdId, int instrument, Side side, long quantity) {
        long[] positions = of(clOrdId.substring(0, Math.max(0, clOrdId.lastIndexOf('-'))));
        positions[instrument] = Math.addExact(positions[instrument], side.sign() * quantity);
    }

    private long[] of(String name) {
        return held.computeIfAbsent(name, any -> new long[universe.size()]);
    }

    /** RequestForPositions(35=AN): told now, every {@link #EVERY} steps, and at the end of the market. */
    void subscribe(Message request, long nowNs) {
        account = Fields.textOr(request, Tag.ACCOUNT, "");
        requestId = Fields.textOr(request, Tag.POS_REQ_ID, "?");
        steps = 0;
        tell(nowNs);
    }

    /** The client has gone and must ask again. */
    void unsubscribe() {
        account = "";
    }

    /** Tells the client if it is time. */
    void onStepEnd(long nowNs) {
        steps++;
        if (steps % EVERY == 0) {
            tell(nowNs);
        }
    }

    /** Tells the client, if there is one, of every instrument: that nothing is held is said, not left out. */
    void tell(long nowNs) {
        if (account.isEmpty()) {
            return;
        }
        long[] positions = of(account);
        for (int i = 0; i < positions.length; i++) {
            Message report = new Message();
            report.getHeader().setString(Tag.MSG_TYPE, MsgType.POSITION_REPORT);
            report.setString(Tag.POS_MAINT_RPT_ID, "P-" + ++reports);
            report.setString(Tag.POS_REQ_ID, requestId);
            report.setString(Tag.POS_REQ_RESULT, "0");
            report.setString(Tag.ACCOUNT, account);
            report.setString(Tag.SYMBOL, universe.get(i).symbol());
            report.setString(Tag.TRANSACT_TIME, FixTime.timestamp(nowNs));
            Group entry = new Group(Tag.NO_POSITIONS, Tag.POS_TYPE);
            entry.setString(Tag.POS_TYPE, "TQ");
            entry.setString(Tag.LONG_QTY, DecimalText.format(Math.max(0, positions[i])));
            entry.setString(Tag.SHORT_QTY, DecimalText.format(Math.max(0, -positions[i])));
            report.addGroup(entry);
            sender.accept(report);
        }
    }
}
