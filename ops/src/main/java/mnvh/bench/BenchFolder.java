package mnvh.bench;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import mnvh.journal.JournalException;
import mnvh.journal.JournalException.Kind;
import org.jspecify.annotations.Nullable;

/** A folder for what a benchmark writes, on the disk that journals go to by default; deleted when closed. */
final class BenchFolder implements AutoCloseable {
    private static final Path PARENT = Path.of("run");
    private static final String PREFIX = "bench-";

    private final Path path;

    private BenchFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes an empty folder below {@code run} of the current directory.
     *
     * @param bytes what the benchmark will write at most, at one time
     * @return the folder; throws {@link JournalException} ENVIRONMENT where the disk holds less or cannot be written
     */
    static BenchFolder open(String name, long bytes) {
        try {
            Files.createDirectories(PARENT);
            long free = Files.getFileStore(PARENT).getUsableSpace();
            if (free < bytes) {
                throw new JournalException(
                        Kind.ENVIRONMENT,
                        "bench " + name + " needs " + (bytes >> 20) + " MiB on the disk of " + PARENT.toAbsolutePath()
                                + ", " + (free >> 20) + " MiB are free");
            }
            return new BenchFolder(Files.createTempDirectory(
                    PARENT, PREFIX + ProcessHandle.current().pid() + "-" + name + "-"));
        } catch (IOException e) {
            throw new JournalException(
                    Kind.ENVIRONMENT, "bench cannot write below " + PARENT.toAbsolutePath() + ": " + e.getMessage(), e);
        }
    }

    /** Deletes what a process that was killed left behind. */
    static void sweep(long pid) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(PARENT, PREFIX + pid + "-*")) {
            for (Path folder : left) {
                Files.walkFileTree(folder, new Deletion());
            }
        } catch (NoSuchFileException e) {
            // No benchmark wrote anything here.
        } catch (IOException | DirectoryIteratorException e) {
            // A folder too many harms nobody, and its process is gone.
        }
    }

    /** @return the folder */
    Path path() {
        return path;
    }

    /** @return a new empty folder within */
    Path folder(String name) throws IOException {
        return Files.createDirectory(path.resolve(name));
    }

    /** Deletes a folder or file within, and everything in it. */
    void delete(Path within) throws IOException {
        Files.walkFileTree(within, new Deletion());
    }

    @Override
    public void close() throws IOException {
        delete(path);
    }

    /** Deletes files, then the folders that held them. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
