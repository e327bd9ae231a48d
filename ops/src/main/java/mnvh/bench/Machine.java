package mnvh.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where figures come from.
 *
 * @param cpu model's name, or the architecture where the system does not tell
 * @param cores processors this JVM may use
 * @param memoryBytes of the machine
 * @param system operating system and its version
 * @param java version, with the vendor
 * @param feature version's first number: 17
 * @param collector garbage collectors
 * @param flags this JVM's own
 */
public record Machine(
        String cpu,
        int cores,
        long memoryBytes,
        String system,
        String java,
        int feature,
        String collector,
        List<String> flags) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final double GIB = 1L << 30;

    /** @return this machine and this JVM */
    public static Machine here() {
        return new Machine(
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                operatingSystem().getTotalMemorySize(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version() + ", " + System.getProperty("java.vm.name") + ", "
                        + System.getProperty("java.vendor"),
                Runtime.version().feature(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")),
                List.copyOf(Fork.flags()));
    }

    /** @return processes that ran or wanted to, mean of the last minute; NaN where the system does not tell */
    public static double loadAverage() {
        double load = operatingSystem().getSystemLoadAverage();
        return load < 0 ? Double.NaN : load;
    }

    /** @return machine and JVM in two lines */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.1f GiB, %s%nJava %s; collector %s",
                cpu,
                cores,
                memoryBytes / GIB,
                system,
                java,
                collector);
    }

    private static OperatingSystemMXBean operatingSystem() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    private static String cpuModel() {
        if (Files.isReadable(CPU_INFO)) {
            try {
                for (String line : Files.readAllLines(CPU_INFO)) {
                    if (line.startsWith("model name")) {
                        return line.substring(line.indexOf(':') + 1).strip();
                    }
                }
            } catch (IOException e) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }
}
