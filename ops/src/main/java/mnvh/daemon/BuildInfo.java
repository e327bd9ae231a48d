package mnvh.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import mnvh.event.EventHeader;
import mnvh.monitor.BuildIdentity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Which build this is, from the jar's manifest; outside a jar both parts are unknown. */
final class BuildInfo implements IVersionProvider {
    private static final String UNKNOWN = "unknown";

    /** @return version, git id and Java of this process */
    static BuildIdentity identity() {
        Attributes attributes = manifest();
        return new BuildIdentity(
                value(attributes, "Implementation-Version"),
                value(attributes, "Mnvh-Revision"),
                Runtime.version().toString());
    }

    @Override
    public String[] getVersion() {
        BuildIdentity build = identity();
        return new String[] {
            "mnvh " + build.version() + " (" + build.revision() + ")",
            "Java " + build.java() + ", " + System.getProperty("java.vm.name"),
            "FIX 4.4, FIXT 1.1",
            "journal format " + EventHeader.FORMAT_VERSION
        };
    }

    private static String value(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null || value.startsWith("$") ? UNKNOWN : value;
    }

    private static Attributes manifest() {
        @Nullable URL here = BuildInfo.class.getResource("BuildInfo.class");
        String path = String.valueOf(here);
        int jar = path.indexOf("!/");
        if (!path.startsWith("jar:") || jar < 0) {
            return new Attributes();
        }
        try (InputStream in = new URL(path.substring(0, jar + 2) + "META-INF/MANIFEST.MF").openStream()) {
            return new Manifest(in).getMainAttributes();
        } catch (IOException e) {
            return new Attributes();
        }
    }
}
