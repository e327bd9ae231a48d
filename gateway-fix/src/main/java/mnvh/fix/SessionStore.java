package mnvh.fix;

import java.io.IOException;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import quickfix.MessageStore;
import quickfix.SystemTime;

/**
 * Sequence numbers and sent messages: read from memory, appended to a file behind the session's back.
 *
 * <p>Messages of the session level are not kept: they are never resent, a gap fill stands for them, and a Logon would
 * keep its password. Of the others the latest {@link #CAPACITY} can be resent; older ones are gap-filled. Any thread.
 */
final class SessionStore implements MessageStore {
    /** Messages that can be resent. */
    static final int CAPACITY = 1 << 14;

    private static final String SESSION_LEVEL = "0A12345";

    private final @Nullable StoreFile file;
    private final int[] sequences = new int[CAPACITY];
    private final @Nullable String[] messages = new @Nullable String[CAPACITY];
    private int nextSender = 1;
    private int nextTarget = 1;
    private long createdMs;

    /** @param file where it survives, or null for memory alone */
    SessionStore(@Nullable StoreFile file, long nowMs) throws IOException {
        this.file = file;
        this.createdMs = nowMs;
        if (file != null && !file.load(this::restore)) {
            file.created(createdMs);
        }
    }

    private void restore(char kind, long number, String message) {
        switch (kind) {
            case StoreFile.CREATED:
                createdMs = number;
                forget();
                break;
            case StoreFile.SENDER:
                nextSender = (int) number;
                break;
            case StoreFile.TARGET:
                nextTarget = (int) number;
                break;
            default:
                keep((int) number, message);
        }
    }

    @Override
    public synchronized boolean set(int sequence, String message) throws IOException {
        if (isSessionLevel(message)) {
            return true;
        }
        keep(sequence, message);
        if (file != null) {
            file.message(sequence, message);
        }
        return true;
    }

    @Override
    public synchronized void get(int startSequence, int endSequence, Collection<String> found) {
        // An end of 0 means all that were sent.
        int end = endSequence == 0 ? nextSender - 1 : Math.min(endSequence, nextSender - 1);
        for (int sequence = Math.max(startSequence, end - CAPACITY + 1); sequence <= end; sequence++) {
            int at = sequence & (CAPACITY - 1);
            String message = messages[at];
            if (sequences[at] == sequence && message != null) {
                found.add(message);
            }
        }
    }

    @Override
    public synchronized int getNextSenderMsgSeqNum() {
        return nextSender;
    }

    @Override
    public synchronized int getNextTargetMsgSeqNum() {
        return nextTarget;
    }

    @Override
    public synchronized void setNextSenderMsgSeqNum(int next) throws IOException {
        nextSender = next;
        if (file != null) {
            file.sender(next);
        }
    }

    @Override
    public synchronized void setNextTargetMsgSeqNum(int next) throws IOException {
        nextTarget = next;
        if (file != null) {
            file.target(next);
        }
    }

    @Override
    public synchronized void incrNextSenderMsgSeqNum() throws IOException {
        setNextSenderMsgSeqNum(nextSender + 1);
    }

    @Override
    public synchronized void incrNextTargetMsgSeqNum() throws IOException {
        setNextTargetMsgSeqNum(nextTarget + 1);
    }

    @Override
    public synchronized Date getCreationTime() {
        return new Date(createdMs);
    }

    @Override
    public synchronized Calendar getCreationTimeCalendar() {
        Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(createdMs);
        return calendar;
    }

    @Override
    public synchronized void reset() throws IOException {
        createdMs = SystemTime.currentTimeMillis();
        forget();
        if (file != null) {
            file.created(createdMs);
        }
    }

    @Override
    public void refresh() {
        // Memory is the truth while the session lives; the file is read once, at start.
    }

    private void forget() {
        nextSender = 1;
        nextTarget = 1;
        Arrays.fill(sequences, 0);
        Arrays.fill(messages, null);
    }

    private void keep(int sequence, String message) {
        int at = sequence & (CAPACITY - 1);
        sequences[at] = sequence;
        messages[at] = message;
    }

    private static boolean isSessionLevel(String message) {
        int at = message.indexOf("\u000135=");
        return at >= 0
                && at + 5 < message.length()
                && message.charAt(at + 5) == '\u0001'
                && SESSION_LEVEL.indexOf(message.charAt(at + 4)) >= 0;
    }
}
