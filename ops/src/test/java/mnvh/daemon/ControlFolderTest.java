package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mnvh.monitor.ControlToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a folder serves no daemon, and when that cannot be told. */
class ControlFolderTest {
    @TempDir
    private Path path;

    private ControlFolder folder;

    @BeforeEach
    void openFolder() {
        folder = new ControlFolder(path);
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    private static String address(ServerSocket server) {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void assertTaken(String why) {
        RunFailure taken = assertThrows(RunFailure.class, folder::requireFree);
        String message = String.valueOf(taken.getMessage());
        assertEquals(ExitCode.ENVIRONMENT, taken.exitCode(), message);
        assertTrue(message.contains(why) && message.contains("control.address"), message);
    }

    @Test
    void folderWithoutAnAddressIsFree() {
        assertDoesNotThrow(folder::requireFree);
        assertDoesNotThrow(new ControlFolder(path.resolve("none"))::requireFree);
    }

    @Test
    void addressWhereNothingListensIsFree() throws IOException {
        String address;
        try (ServerSocket server = listen()) {
            address = address(server);
        }
        folder.write(address, ControlToken.create());
        assertDoesNotThrow(folder::requireFree);
    }

    @Test
    void daemonThatDoesNotAnswerIsAlive() throws IOException {
        try (ServerSocket server = listen()) {
            folder.write(address(server), ControlToken.create());
            assertTaken("something listens at " + address(server));
        }
    }

    /** The token is written after the address, and taken away before it. */
    @Test
    void daemonWhoseTokenIsNotThereIsAlive() throws IOException {
        try (ServerSocket server = listen()) {
            folder.write(address(server), ControlToken.create());
            Files.delete(path.resolve("control.token"));
            assertTaken("something listens at");
        }
    }

    @Test
    void daemonThatRefusesTheTokenIsAlive() throws Exception {
        ServerSocket server = listen();
        Thread door = new Thread(() -> refuse(server));
        try (server) {
            folder.write(address(server), ControlToken.create());
            door.start();
            assertTaken("something listens at");
        }
        door.join();
    }

    private static void refuse(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream()
                    .write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            // The folder was asked and has gone.
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1:80", "http://127.0.0.1", "http://127.0.0.1:99999", "nonsense"})
    void addressThatCannotBeReadIsNotTakenForFree(String address) throws IOException {
        Files.writeString(path.resolve("control.address"), address);
        assertTaken("cannot be asked");
    }
}
