package mnvh.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a child may do wrong; {@link Child} does it. */
class ForkTest {
    private static final long LIMIT_S = 30;

    /** Speaks as its argument says. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws Exception {
            System.err.println("last words");
            switch (arguments[0]) {
                case "rubbish" -> {
                    System.out.println("Hello!");
                    Thread.sleep(60_000);
                }
                case "fails" -> System.exit(3);
                case "hangs" -> {
                    BenchFolder.open("fork", 1);
                    System.out.println("at\t0.5\t" + ProcessHandle.current().pid());
                    Thread.sleep(60_000);
                }
                case "silent" -> System.exit(0);
                default -> {
                    System.out.println("figure\ta\tNS\t-\t\t\t" + arguments[0] + "\t-\t-");
                    System.out.println("end\t1");
                }
            }
        }
    }

    private static List<Figure> run(String argument, long limitS, Progress progress) throws Exception {
        return new Fork(Fork.like(Child.class.getName(), List.of(argument)), limitS).run(progress);
    }

    private static String failure(String argument, long limitS, Progress progress) {
        return String.valueOf(assertThrows(BenchException.class, () -> run(argument, limitS, progress))
                .getMessage());
    }

    @Test
    void figuresOfTheChildArrive() throws Exception {
        List<Figure> figures = run("42.5", LIMIT_S, (what, fraction) -> {});
        assertEquals(42.5, figures.get(0).samples().median());
    }

    @Test
    void childThatFailsIsReportedWithItsLastWords() {
        String message = failure("fails", LIMIT_S, (what, fraction) -> {});
        assertTrue(message.contains("ended with 3"), message);
        assertTrue(message.contains("last words"), message);
    }

    @Test
    void childThatTalksRubbishIsEndedAndReported() {
        String message = failure("rubbish", LIMIT_S, (what, fraction) -> {});
        assertTrue(message.contains("Hello!"), message);
    }

    @Test
    void childThatSaysNothingIsAFailure() {
        String message = failure("silent", LIMIT_S, (what, fraction) -> {});
        assertTrue(message.contains("before its end"), message);
    }

    @Test
    void childThatHangsIsKilledAtTheLimit() throws Exception {
        AtomicLong pid = new AtomicLong();
        // The child itself would stay for a minute.
        String message = assertTimeout(
                Duration.ofSeconds(LIMIT_S),
                () -> failure("hangs", 3, (what, fraction) -> pid.set(Long.parseLong(what))));

        assertTrue(message.contains("within 3 s"), message);
        assertTrue(pid.get() > 0);
        ProcessHandle.of(pid.get()).ifPresent(child -> child.onExit().join());
        assertFalse(ProcessHandle.of(pid.get()).map(ProcessHandle::isAlive).orElse(false));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(Path.of("run"), "bench-" + pid.get() + "-*")) {
            assertFalse(left.iterator().hasNext(), "a killed child's folder stays");
        }
    }
}
