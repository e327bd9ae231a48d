package mnvh.daemon;

import java.util.List;

/** What the launcher's test starts in place of the program: tells what it was started with. */
public final class LauncherProbe {
    private static final int STATUS = 7;

    private LauncherProbe() {}

    public static void main(String[] arguments) {
        System.out.println("arguments " + List.of(arguments));
        System.out.println("folder " + System.getProperty("user.dir"));
        System.out.println("home " + System.getProperty("mnvh.home"));
        System.out.println("trading " + System.getProperty("probe.trading"));
        System.out.println("flag " + System.getProperty("probe.all") + " " + System.getProperty("probe.newer"));
        System.out.println("stalled requests " + System.getProperty("sun.net.httpserver.maxReqTime") + " s, answers "
                + System.getProperty("sun.net.httpserver.maxRspTime") + " s");
        // What a class archive is made from must end well.
        System.exit(Boolean.getBoolean("mnvh.training") ? 0 : STATUS);
    }
}
