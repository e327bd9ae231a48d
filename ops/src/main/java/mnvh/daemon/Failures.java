package mnvh.daemon;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import mnvh.config.ConfigException;
import mnvh.fix.FixException;
import mnvh.journal.JournalException;
import mnvh.monitor.EndpointException;
import mnvh.venue.PanelException;
import org.apache.logging.log4j.LogManager;
import picocli.CommandLine.ParameterException;

/** The one place where what went wrong becomes an exit code and what the user reads. */
final class Failures {
    private Failures() {}

    /** Prints the failure, logs an unexpected one, and says how the process ends. */
    static ExitCode report(Throwable thrown, PrintWriter err) {
        Throwable failure = unwrapped(thrown);
        ExitCode code = codeOf(failure);
        if (code == ExitCode.UNEXPECTED) {
            LogManager.getLogger("mnvh.failure").error("unexpected failure", thrown);
            err.println("mnvh: unexpected failure: " + oneLine(failure) + "; the stack trace is in " + LogFile.path());
        } else {
            err.println(messageOf(failure));
        }
        err.flush();
        return code;
    }

    /** @return how the process ends after {@code thrown} */
    static ExitCode codeOf(Throwable thrown) {
        Throwable failure = unwrapped(thrown);
        if (failure instanceof RunFailure run) {
            return run.exitCode();
        }
        if (failure instanceof ConfigException
                || failure instanceof PanelException
                || failure instanceof ParameterException
                || failure instanceof NoSuchFileException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof JournalException journal) {
            return journal.kind() == JournalException.Kind.DAMAGED
                    ? ExitCode.VERIFICATION_FAILED
                    : ExitCode.ENVIRONMENT;
        }
        if (failure instanceof FixException fix) {
            return fix.kind() == FixException.Kind.SESSION ? ExitCode.VENUE : ExitCode.ENVIRONMENT;
        }
        if (failure instanceof EndpointException || failure instanceof IOException) {
            return ExitCode.ENVIRONMENT;
        }
        return ExitCode.UNEXPECTED;
    }

    private static String messageOf(Throwable failure) {
        String message = failure.getMessage();
        if (failure instanceof ConfigException) {
            return String.valueOf(message);
        }
        if (failure instanceof NoSuchFileException) {
            return "mnvh: no such file: " + message;
        }
        if (failure instanceof AccessDeniedException) {
            return "mnvh: no permission: " + message;
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return "mnvh: not a folder: " + message;
        }
        if (failure instanceof BindException) {
            return "mnvh: the port is taken: " + message;
        }
        String text = message == null ? failure.getClass().getSimpleName() : message;
        return text.startsWith("mnvh: ") ? text : "mnvh: " + text;
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        String text = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return text.lines().findFirst().orElse(text);
    }

    /** Carriers of other exceptions say nothing themselves. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean carrier = thrown instanceof ExecutionException
                || thrown instanceof CompletionException
                || thrown instanceof UncheckedIOException;
        return carrier && cause != null ? unwrapped(cause) : thrown;
    }
}
