package mnvh.fix;

import java.nio.file.Path;
import mnvh.config.DropCopyConfig;
import mnvh.config.VenueConfig;
import mnvh.event.Ingress;
import mnvh.units.Clock;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;
import quickfix.SessionID;

/**
 * One FIX session with one venue, market data and reports in, orders out; and its drop copy, where it has one.
 *
 * <p>QuickFIX/J's threads decode and publish to the ingress, the exit thread sends through {@link #venue()}, and the
 * gateway's own answers have a thread of their own. A lost connection is tried again by itself, after 1, 2, 5, 10 and
 * then every 30 seconds.
 */
public final class FixGateway implements AutoCloseable {
    private final Clock clock;
    private final Path messageLogFile;
    private final Answers answers;
    private final FixSessionFlow flow;
    private final FixWire wire = new FixWire();
    private final KillLane lane;
    private final FixVenue venue;
    private final FixCallbacks callbacks;
    private final FixConnection connection;
    private final @Nullable DropCopy dropCopy;
    private @Nullable MessageLog log;

    /**
     * Reads the password file; opens nothing else.
     *
     * @param config where to connect, and as whom; the port must be known by now
     * @param currencies those of the run, which commissions come in
     * @param simulated whether the venue is a simulator: then it owns time, and sequence numbers start again at logon
     * @param sessionPrefix start of every ClOrdID(11), new in every run
     * @param clock receive times, and event times where the venue sends none
     * @param storeFolder where sequence numbers and sent messages survive
     * @param messageLogFile where messages are logged, secrets masked
     */
    public FixGateway(
            VenueConfig config,
            Universe universe,
            Currencies currencies,
            boolean simulated,
            String sessionPrefix,
            Ingress ingress,
            Clock clock,
            Path storeFolder,
            Path messageLogFile) {
        this.clock = clock;
        this.messageLogFile = messageLogFile;
        VenueTime time = new VenueTime(clock, simulated);
        ClOrdIds ids = new ClOrdIds(sessionPrefix);
        SentRequests sent = new SentRequests();
        Refusals refusals = new Refusals(ingress, time);
        Credentials credentials = Credentials.of(config);
        this.answers = new Answers(ingress);
        this.flow = new FixSessionFlow(universe, sessionPrefix, answers, time);
        this.lane = new KillLane(universe, ids, flow, time, wire);
        flow.whenUp(lane::sessionUp);
        this.venue = new FixVenue(universe, ids, lane, flow, answers, time);
        this.callbacks = new FixCallbacks(
                new FixMarketData(universe, ingress, time, refusals),
                new FixOrderEntry(universe, currencies, ingress, time, refusals, ids, sent, lane),
                new FixPositions(universe, ingress, time, refusals),
                flow,
                venue,
                sent,
                lane,
                refusals,
                config.host() + ":" + config.port(),
                credentials);
        SessionID id = FixSettings.initiatorId(config);
        this.connection =
                new FixConnection(id, FixSettings.initiator(config, id, simulated), callbacks, storeFolder, clock);
        DropCopyConfig second = config.dropCopy();
        this.dropCopy = second == null
                ? null
                : new DropCopy(
                        config,
                        second,
                        universe,
                        ids,
                        ingress,
                        answers,
                        time,
                        refusals,
                        credentials,
                        simulated,
                        storeFolder,
                        clock);
    }

    /** Opens stores and log and begins to connect; throws {@link FixException} when one of them cannot be written. */
    public void start() {
        MessageLog messageLog = new MessageLog(messageLogFile, clock);
        log = messageLog;
        answers.start();
        lane.start();
        if (dropCopy != null) {
            dropCopy.start(messageLog);
        }
        connection.start(messageLog, wire);
    }

    /** @return where the egress is drained to */
    public FixVenue venue() {
        return venue;
    }

    /**
     * Pulls the kill switch: no order leaves from now on, and every working order is cancelled at once, by a thread
     * that waits for nobody. {@link #killJournaled} has to follow. Any thread, before or after the start.
     */
    public void kill() {
        lane.trigger();
    }

    /** Says where in the inbound stream the last {@link #kill} is: only what answers a later command may undo it. */
    public void killJournaled(long sequence) {
        lane.journaled(sequence);
    }

    /** @return the kill switch at the wire */
    KillLane lane() {
        return lane;
    }

    /** @return true while cancels of the kill switch are on their way to the kernel, a tenth of a second at most */
    boolean cancelling() {
        return lane.cancelling();
    }

    /** @return the kill switch's newest round of cancels; any thread */
    public KillSweep killSweep() {
        return lane.swept();
    }

    /** @return true from {@link #kill} until the core has answered a reset */
    public boolean killed() {
        return lane.killed();
    }

    /** @return 1 while the drop copy is logged on, 0 while it is not, NaN where there is none; any thread */
    public double dropCopyUp() {
        return dropCopy == null ? Double.NaN : dropCopy.up() ? 1 : 0;
    }

    /** @return the session at this moment; any thread */
    public FixStatus status() {
        return callbacks.status();
    }

    /** Logs out, waiting two seconds at most for the answer, and stops all threads. Idempotent. */
    @Override
    public void close() {
        venue.close();
        flow.close();
        connection.close();
        if (dropCopy != null) {
            dropCopy.close();
        }
        lane.close();
        answers.close();
        if (log != null) {
            log.close();
        }
    }
}
