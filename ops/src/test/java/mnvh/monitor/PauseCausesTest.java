package mnvh.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A pause from 1,000 to 2,000 microseconds beside records made by hand. */
class PauseCausesTest {
    private static final long US = 1_000;

    private static Pause pause(ThreadWindow... windows) {
        return new Pause(
                Stage.MARKET_DATA, 7, 1_000 * US, 1_900 * US, 2_000 * US, 1, List.of("mnvh-core"), List.of(windows));
    }

    private static StopRecord record(Cause cause, String what, String thread, long fromUs, long toUs) {
        return new StopRecord(cause, what, thread, fromUs * US, toUs * US);
    }

    /** 10 ms around the pause, looked at three times. */
    private static ThreadWindow window(long cpuUs, long delayUs, long minor, long major, int blocked) {
        return new ThreadWindow("mnvh-core", 10_000 * US, cpuUs * US, delayUs * US, minor, major, 3, blocked);
    }

    private static String told(Pause pause, StopRecord... records) {
        List<FoundCause> found = new PauseCauses(List.of(records)).of(pause);
        StringBuilder text = new StringBuilder(PauseCauses.named(pause, found).label());
        found.forEach(one -> text.append(one.exact() ? "; " : "; at most ")
                .append(one.cause().label())
                .append(' ')
                .append(one.what())
                .append(' ')
                .append(one.overlapNs() / US));
        return text.toString();
    }

    @Test
    void nothingRecordedIsUnknown() {
        assertEquals("unknown", told(pause()));
        assertEquals("unknown", told(pause(), record(Cause.GC, "young", "", 0, 1_000)), "ends where the pause begins");
        assertEquals("unknown", told(pause(), record(Cause.GC, "young", "", 2_000, 9_000)), "begins where it ends");
    }

    @Test
    void overlapIsWhatLiesWithinThePause() {
        assertEquals("GC; GC young 1000", told(pause(), record(Cause.GC, "young", "", 500, 9_000)));
        assertEquals("GC; GC young 600", told(pause(), record(Cause.GC, "young", "", 500, 1_600)));
        assertEquals("GC; GC young 500", told(pause(), record(Cause.GC, "young", "", 1_500, 2_500)));
        assertEquals("unknown; GC young 499", told(pause(), record(Cause.GC, "young", "", 1_501, 2_500)));
    }

    @Test
    void severalRecordsOfOneNameAddUpAndTheLargestComesFirst() {
        assertEquals(
                "GC; GC young 550; safepoint RedefineClasses 200",
                told(
                        pause(),
                        record(Cause.SAFEPOINT, "RedefineClasses", "", 1_700, 1_900),
                        record(Cause.GC, "young", "", 900, 1_300),
                        record(Cause.GC, "young", "", 1_400, 1_650)));
    }

    @Test
    void safepointIsCountedWithoutTheCollectionInIt() {
        assertEquals(
                "GC; GC young 700; safepoint G1CollectForAllocation 100",
                told(
                        pause(),
                        record(Cause.SAFEPOINT, "G1CollectForAllocation", "", 1_100, 1_900),
                        record(Cause.GC, "young", "", 1_150, 1_850)));
    }

    @Test
    void lockOfAnotherThreadExplainsNothing() {
        StopRecord lock = record(Cause.LOCK, "held by x", "mnvh-core", 1_000, 1_800);
        assertEquals("lock; lock mnvh-core: held by x 800", told(pause(), lock));
        assertEquals("unknown", told(pause(), record(Cause.LOCK, "held by x", "mnvh-exit", 1_000, 1_800)));
    }

    @Test
    void runQueueWaitIsABoundAndNeverLongerThanThePause() {
        assertEquals("scheduler; at most scheduler mnvh-core 1000", told(pause(window(0, 3_000, 0, 0, 0))));
        assertEquals("scheduler; at most scheduler mnvh-core 500", told(pause(window(0, 500, 0, 0, 0))));
        assertEquals("unknown; at most scheduler mnvh-core 499", told(pause(window(0, 499, 0, 0, 0))));
        assertEquals("unknown", told(pause(window(0, 49, 0, 0, 0))), "less than a twentieth is not shown");
    }

    @Test
    void whatTheJvmStoppedIsNotTheSchedulersNorTheThreadsOwn() {
        assertEquals(
                "GC; GC young 800; at most scheduler mnvh-core 200; at most own work mnvh-core 200",
                told(pause(window(5_000, 5_000, 0, 0, 0)), record(Cause.GC, "young", "", 1_000, 1_800)));
    }

    @Test
    void waitForTheExitThreadIsExactAndNotTheCoresOwn() {
        assertEquals(
                "egress full; egress full mnvh-core: waits 900; at most scheduler mnvh-core 100",
                told(pause(window(0, 500, 0, 0, 0)), record(Cause.EGRESS_FULL, "waits", "mnvh-core", 1_000, 1_900)));
    }

    @Test
    void blockedLooksCountTheirShareOfTheWindow() {
        assertEquals(
                "blocked in the kernel; at most blocked in the kernel mnvh-core 1000",
                told(pause(window(0, 0, 0, 0, 1))));
    }

    @Test
    void pageFaultsHaveNoTimeAndOnlyOnesFromDiskNameAPause() {
        assertEquals(
                "page fault; at most page fault mnvh-core: 1 major, 3 minor 0", told(pause(window(0, 0, 3, 1, 0))));
        assertEquals("unknown; at most page fault mnvh-core: 0 major, 3 minor 0", told(pause(window(0, 0, 3, 0, 0))));
        assertEquals(
                "GC; GC young 900; at most page fault mnvh-core: 1 major, 0 minor 0",
                told(pause(window(0, 0, 0, 1, 0)), record(Cause.GC, "young", "", 1_000, 1_900)));
    }

    @Test
    void whatOnlyRanBesideNamesNothing() {
        assertEquals(
                "unknown; at most beside compilation 1000",
                told(pause(), record(Cause.BESIDE, "compilation", "", 0, 5_000)));
    }
}
