package mnvh.monitor;

/**
 * What the kernel counted for one thread between the last look before a pause and the first look after it.
 *
 * <p>The window is longer than the pause, so each time is the most that can have fallen into the pause.
 *
 * @param thread its name
 * @param windowNs length of the window
 * @param cpuNs on a CPU
 * @param runDelayNs able to run and waiting for a CPU
 * @param minorFaults page faults without reading from disk
 * @param majorFaults page faults that read from disk
 * @param looks looks within the window, its ends included
 * @param blockedLooks those that found the thread blocked in the kernel, as for a disk
 */
public record ThreadWindow(
        String thread,
        long windowNs,
        long cpuNs,
        long runDelayNs,
        long minorFaults,
        long majorFaults,
        int looks,
        int blockedLooks) {}
