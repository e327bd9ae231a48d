package mnvh.daemon;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Whether a host lies on this machine or in a private network, as a simulator does. A name without a dot says little by
 * itself, for a search domain can lead it anywhere.
 */
final class NearHost {
    private static final int UNIQUE_LOCAL = 0xFC;
    private static final int UNIQUE_LOCAL_MASK = 0xFE;
    private static final int IPV6_BYTES = 16;

    private NearHost() {}

    /** Throws {@link RunFailure} where any address of the host is public; one without addresses is nowhere. */
    static void require(String host) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            return;
        }
        for (InetAddress address : addresses) {
            if (!isNear(address)) {
                throw new RunFailure(
                        ExitCode.USAGE,
                        "mnvh: venue.fix.host " + host + " is the public address " + address.getHostAddress()
                                + ", but paper trades with a simulator alone");
            }
        }
    }

    /** @return true for loopback, every address of this machine, link-local and private ones */
    static boolean isNear(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == IPV6_BYTES && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || uniqueLocal;
    }
}
