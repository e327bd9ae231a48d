package mnvh.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mnvh.event.EventHeader;
import mnvh.event.OutboundFrame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboundVerifierTest {
    private static final int FRAMES = 20;

    private final JournalFixture fixture = new JournalFixture();
    private final OutboundFrame frame = new OutboundFrame(4096);

    @TempDir
    Path temp;

    private Path outbound = Path.of("");
    private long head;

    @BeforeEach
    void record() throws IOException {
        outbound = Files.createDirectory(temp.resolve("outbound"));
        try (JournalWriter writer = new JournalWriter(outbound)) {
            fixture.outbound(writer, FRAMES);
            head = writer.head();
        }
    }

    private OutboundVerifier replay(int frames, int flippedFrame, int flippedByte) {
        OutboundVerifier verifier = new OutboundVerifier(new JournalReader(outbound));
        for (int sequence = 1; sequence <= frames; sequence++) {
            fixture.frame(frame, sequence, sequence + 2);
            if (sequence == flippedFrame) {
                byte before = frame.buffer().get(flippedByte);
                frame.buffer().put(flippedByte, (byte) (before ^ 1));
            }
            verifier.onFrame(frame, sequence, true);
        }
        return verifier;
    }

    @Test
    void sameFramesMatchAndHaveTheSameHead() {
        try (OutboundVerifier verifier = replay(FRAMES, 0, 0)) {
            assertTrue(verifier.equal());
            assertEquals(FRAMES, verifier.matched());
            assertEquals(head, verifier.head());
            assertEquals(0, verifier.missing());
            assertNull(verifier.difference());
        }
    }

    @Test
    void anySingleFlippedByteIsFoundInItsFrame() {
        fixture.frame(frame, 7, 9);
        int length = frame.length();
        for (int at = EventHeader.KIND_OFFSET; at < length; at++) {
            boolean stamped = (at >= EventHeader.SEQUENCE_OFFSET && at < EventHeader.CAUSE_OFFSET)
                    || (at >= EventHeader.CRC_OFFSET && at < EventHeader.CRC_OFFSET + 4)
                    || (at >= EventHeader.CHAIN_OFFSET && at < EventHeader.LENGTH);
            try (OutboundVerifier verifier = replay(FRAMES, 7, at)) {
                if (stamped) {
                    assertTrue(verifier.equal(), "byte " + at + " is written by the seal");
                    continue;
                }
                assertFalse(verifier.equal(), "byte " + at);
                String difference = String.valueOf(verifier.difference());
                assertTrue(difference.startsWith("frame 7 (cause 9) differs at byte " + at), difference);
                // What follows has other chain values, so nothing after it matches.
                assertEquals(6, verifier.matched());
            }
        }
    }

    private String difference(int at) {
        try (OutboundVerifier verifier = replay(FRAMES, 7, at)) {
            return String.valueOf(verifier.difference());
        }
    }

    @Test
    void differenceNamesSectionFieldAndBothValues() {
        assertEquals(
                "frame 7 (cause 9) differs at byte 64, section 0 step, byte 8, step: the journal has 7, the replay 6",
                difference(64));
        // Section 1 starts at 56 + 352 and holds two fees; the second entry's value is at 16 + 12 + 4.
        assertEquals(
                "frame 7 (cause 9) differs at byte 440, section 1 column, byte 32, fee of instrument 1: "
                        + "the journal has -0.00000007, the replay -0.00000008",
                difference(440));
        assertEquals(
                "frame 7 (cause 9) differs at byte 412, section 1 column, byte 4, length: "
                        + "the journal has 40, the replay 41",
                difference(412));
        assertTrue(difference(24).contains(", header, timestamp: the journal has 2023-11-14T22:13:20.000007000Z"));
        assertTrue(difference(48).contains(", section count: the journal has 4, the replay 5"));
    }

    @Test
    void shorterFrameIsADifferenceOfLength() {
        try (OutboundVerifier verifier = new OutboundVerifier(new JournalReader(outbound))) {
            frame.begin(3, JournalFixture.START_NS + 1_000);
            frame.conclude();
            verifier.onFrame(frame, 1, true);
            assertFalse(verifier.equal());
            assertTrue(String.valueOf(verifier.difference()).contains("section count"), verifier.difference());
        }
    }

    @Test
    void framesPastTheEndAndFramesNotReachedAreCountedApart() {
        try (OutboundVerifier verifier = replay(FRAMES + 3, 0, 0)) {
            assertEquals(FRAMES, verifier.matched());
            assertEquals(3, verifier.beyond());
            assertNull(verifier.difference());
            assertFalse(verifier.equal());
        }
        try (OutboundVerifier verifier = replay(FRAMES - 4, 0, 0)) {
            assertTrue(verifier.equal());
            assertEquals(4, verifier.missing());
        }
    }
}
