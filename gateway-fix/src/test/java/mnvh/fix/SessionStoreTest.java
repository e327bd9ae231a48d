package mnvh.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionStoreTest {
    private static final String LOGON = "8=FIX.4.4\u00019=99\u000135=A\u000134=1\u0001554=secret\u000110=000\u0001";
    private static final String ORDER = "8=FIX.4.4\u00019=99\u000135=D\u000134=2\u000158=a\\n\nb\u000110=000\u0001";
    private static final String LIST = "8=FIX.4.4\u00019=99\u000135=x\u000134=3\u000110=000\u0001";

    @TempDir
    Path folder;

    @Test
    void numbersAndMessagesSurviveARestart() throws IOException {
        Path path = folder.resolve("a/session.store");
        write(path);
        try (StoreFile file = new StoreFile(path)) {
            SessionStore store = new SessionStore(file, 77);
            assertEquals(4, store.getNextSenderMsgSeqNum());
            assertEquals(101, store.getNextTargetMsgSeqNum());
            assertEquals(5, store.getCreationTime().getTime());
            assertEquals(List.of(ORDER, LIST), get(store, 1, 0));
            assertEquals(List.of(LIST), get(store, 3, 3));
        }
    }

    @Test
    void logonIsNeverKept() throws IOException {
        Path path = folder.resolve("session.store");
        write(path);
        assertFalse(Files.readString(path).contains("secret"));
    }

    @Test
    void resetForgetsEverythingInMemoryAndOnDisk() throws IOException {
        Path path = folder.resolve("session.store");
        try (StoreFile file = new StoreFile(path)) {
            SessionStore store = new SessionStore(file, 5);
            store.set(2, ORDER);
            store.setNextSenderMsgSeqNum(9);
            store.reset();
            store.incrNextSenderMsgSeqNum();
            assertEquals(List.of(), get(store, 1, 0));
            assertEquals(2, store.getNextSenderMsgSeqNum());
        }
        try (StoreFile file = new StoreFile(path)) {
            SessionStore store = new SessionStore(file, 5);
            assertEquals(2, store.getNextSenderMsgSeqNum());
            assertEquals(1, store.getNextTargetMsgSeqNum());
            assertEquals(List.of(), get(store, 1, 0));
        }
    }

    @Test
    void lineThatACrashCutIsDroppedAndTheNextOneIsWhole() throws IOException {
        Path path = folder.resolve("session.store");
        write(path);
        Files.writeString(path, "M 4 8=FIX", StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
        try (StoreFile file = new StoreFile(path)) {
            SessionStore store = new SessionStore(file, 5);
            assertEquals(List.of(ORDER, LIST), get(store, 1, 0));
            store.setNextSenderMsgSeqNum(8);
        }
        try (StoreFile file = new StoreFile(path)) {
            assertEquals(8, new SessionStore(file, 5).getNextSenderMsgSeqNum());
        }
    }

    @Test
    void damagedFileIsNamed() throws IOException {
        Path path = Files.writeString(folder.resolve("session.store"), "C 5\nS four\n");
        try (StoreFile file = new StoreFile(path)) {
            IOException damaged = assertThrows(IOException.class, () -> new SessionStore(file, 5));
            assertTrue(String.valueOf(damaged.getMessage()).contains("S four"), damaged.getMessage());
        }
    }

    @Test
    void onlyTheLatestMessagesCanBeResent() throws IOException {
        SessionStore store = new SessionStore(null, 0);
        int count = SessionStore.CAPACITY + 10;
        for (int i = 1; i <= count; i++) {
            store.set(i, "8=FIX.4.4\u00019=9\u000135=X\u000134=" + i + "\u0001");
            store.incrNextSenderMsgSeqNum();
        }
        List<String> found = get(store, 1, 0);
        assertEquals(SessionStore.CAPACITY, found.size());
        assertTrue(found.get(0).contains("\u000134=11\u0001"), found.get(0));
    }

    private static void write(Path path) throws IOException {
        try (StoreFile file = new StoreFile(path)) {
            SessionStore store = new SessionStore(file, 5);
            store.set(1, LOGON);
            store.set(2, ORDER);
            store.set(3, LIST);
            store.setNextSenderMsgSeqNum(4);
            for (int i = 0; i < 100; i++) {
                store.incrNextTargetMsgSeqNum();
            }
        }
    }

    private static List<String> get(SessionStore store, int first, int last) {
        List<String> found = new ArrayList<>();
        store.get(first, last, found);
        return found;
    }
}
