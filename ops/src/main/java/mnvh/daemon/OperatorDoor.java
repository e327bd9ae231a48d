package mnvh.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import mnvh.config.Config;
import mnvh.event.EventSlot;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.journal.SessionFolder;
import mnvh.monitor.BreakNames;
import mnvh.monitor.ControlEndpoint;
import mnvh.monitor.ControlToken;
import mnvh.monitor.RunMonitor;
import mnvh.units.WallClock;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/** The control API of a running session, and the files that lead to it. */
final class OperatorDoor implements AutoCloseable {
    private final ControlFolder folder;
    private final ControlEndpoint endpoint;
    private final ControlToken token;
    private final RefusedRequests refused;

    private OperatorDoor(ControlFolder folder, ControlEndpoint endpoint, ControlToken token, RefusedRequests refused) {
        this.folder = folder;
        this.endpoint = endpoint;
        this.token = token;
        this.refused = refused;
    }

    /** Opens the API with a new token; {@link ControlFolder#requireFree} is asked before. */
    static OperatorDoor open(
            ControlFolder folder,
            Config config,
            Universe universe,
            SessionFolder session,
            TradingDaemon daemon,
            KillSwitch kill,
            RunMonitor monitor)
            throws IOException {
        ControlToken token = ControlToken.create();
        RefusedRequests refused = new RefusedRequests(what -> journal(daemon, what));
        DaemonControl control = new DaemonControl(
                daemon, kill, monitor, names(config, universe), session.path().toString(), refused);
        ControlEndpoint endpoint = new ControlEndpoint(control, token);
        try {
            folder.write(endpoint.address(), token);
        } catch (IOException | RuntimeException e) {
            endpoint.close();
            refused.close();
            throw e;
        }
        return new OperatorDoor(folder, endpoint, token, refused);
    }

    /** One record; nothing once the session has ended. May wait for room. */
    private static void journal(TradingDaemon daemon, String what) {
        if (daemon.ended()) {
            return;
        }
        EventSlot slot = daemon.ingress().claim();
        new RefusedEvent()
                .begin(slot, new WallClock().nowNs())
                .refusal(Refusal.CONTROL)
                .instrument(-1)
                .text(what);
        daemon.ingress().publish(slot);
    }

    /** @return words for the numbers in a session's breaks */
    static BreakNames names(Config config, Universe universe) {
        Currencies currencies = Currencies.of(universe, config.currency(), List.of());
        return new BreakNames(
                IntStream.range(0, universe.size())
                        .mapToObj(i -> universe.get(i).symbol())
                        .toList(),
                IntStream.range(0, currencies.size()).mapToObj(currencies::code).toList());
    }

    /** @return the folder with address and token */
    Path folder() {
        return folder.path();
    }

    @Override
    public void close() throws IOException {
        endpoint.close();
        refused.close();
        folder.clear(token);
    }
}
