package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import mnvh.config.ConfigException;
import mnvh.fix.FixException;
import mnvh.journal.JournalException;
import mnvh.venue.PanelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(2, new ConfigException("config/paper.yaml:12:20: error: no")),
                Arguments.of(2, new PanelException("closes.csv:3:4: error: no")),
                Arguments.of(2, new NoSuchFileException("closes.csv")),
                Arguments.of(3, new JournalException(JournalException.Kind.ENVIRONMENT, "the disk is full")),
                Arguments.of(4, new JournalException(JournalException.Kind.DAMAGED, "record 7 is damaged")),
                Arguments.of(3, new FixException(FixException.Kind.ENVIRONMENT, "port 9880 is in use")),
                Arguments.of(5, new FixException(FixException.Kind.SESSION, "logon refused")),
                Arguments.of(3, new BindException("Address already in use")),
                Arguments.of(3, new UncheckedIOException(new IOException("No space left on device"))),
                Arguments.of(4, new ExecutionException(new RunFailure(ExitCode.VERIFICATION_FAILED, "differs at 9"))),
                Arguments.of(6, new RunFailure(ExitCode.RISK_STOP, "the drawdown reached its limit")),
                Arguments.of(1, new IllegalStateException("cash drift 3 after fill 1182")));
    }

    @ParameterizedTest
    @MethodSource("table")
    void failureHasItsExitCode(int code, Throwable failure) {
        assertEquals(code, Failures.codeOf(failure).number());
    }

    @Test
    void numbersAreThoseThatScriptsRelyOn() {
        assertEquals(
                "[0, 1, 2, 3, 4, 5, 6, 7, 8, 130]",
                Stream.of(ExitCode.values()).map(ExitCode::number).toList().toString());
    }

    @Test
    void configurationReportIsPrintedAsItIs() {
        assertEquals(
                "config/paper.yaml:1:1: error: no\n1 error.\n",
                printed(new ConfigException("config/paper.yaml:1:1: error: no\n1 error.")));
    }

    @Test
    void unexpectedFailureIsOneLineOnScreen() {
        String text = printed(new IllegalStateException("cash drift 3\nafter fill 1182"));

        assertTrue(text.startsWith("mnvh: unexpected failure: IllegalStateException: cash drift 3; "), text);
        assertEquals(1, text.lines().count());
        assertFalse(text.contains("\tat "), text);
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        Failures.report(failure, new PrintWriter(text));
        return text.toString();
    }
}
