package mnvh.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The FIX session with a venue, and the simulator that can stand in for it.
 *
 * @param name venue's name in journals and metrics
 * @param beginString BeginString(8)
 * @param senderCompId SenderCompID(49)
 * @param targetCompId TargetCompID(56)
 * @param host where to connect
 * @param port where to connect; 0 lets an embedded simulator choose
 * @param heartbeatS HeartBtInt(108)
 * @param username Username(553), or null
 * @param passwordFile file that holds Password(554), or null
 * @param dropCopy the second session, or null
 * @param simulator the simulated venue
 */
public record VenueConfig(
        String name,
        String beginString,
        String senderCompId,
        String targetCompId,
        String host,
        int port,
        int heartbeatS,
        @Nullable String username,
        @Nullable Path passwordFile,
        @Nullable DropCopyConfig dropCopy,
        SimulatorConfig simulator) {
    /** The same without a drop copy. */
    public VenueConfig(
            String name,
            String beginString,
            String senderCompId,
            String targetCompId,
            String host,
            int port,
            int heartbeatS,
            @Nullable String username,
            @Nullable Path passwordFile,
            SimulatorConfig simulator) {
        this(
                name,
                beginString,
                senderCompId,
                targetCompId,
                host,
                port,
                heartbeatS,
                username,
                passwordFile,
                null,
                simulator);
    }

    /** @return the same at the port that a simulator has chosen, the drop copy too unless it has a port of its own */
    public VenueConfig at(int newPort) {
        return with(newPort, dropCopy == null || dropCopy.port() != port ? dropCopy : dropCopy.at(newPort));
    }

    /** @return the same with another drop copy, or none */
    public VenueConfig withDropCopy(@Nullable DropCopyConfig other) {
        return with(port, other);
    }

    private VenueConfig with(int newPort, @Nullable DropCopyConfig other) {
        return new VenueConfig(
                name,
                beginString,
                senderCompId,
                targetCompId,
                host,
                newPort,
                heartbeatS,
                username,
                passwordFile,
                other,
                simulator);
    }

    /** @return closed steps after which a fill needs its second source, 0 where there is none */
    public int fillCopyWithinSteps() {
        return dropCopy == null ? 0 : dropCopy.withinSteps();
    }
}
