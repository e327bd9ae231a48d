package mnvh.report;

import java.nio.ByteBuffer;
import mnvh.audit.AuditListener;

/** Looks over the auditor's shoulder while a session is audited. Reads; changes nothing. */
interface AuditWatch extends AuditListener {
    /** Watches nothing. */
    AuditWatch NONE = new AuditWatch() {};

    /** A record is booked and agrees with its frame. */
    default void taken(ByteBuffer record, int at) {}

    /** All records are taken; what the last step did not translate is not translated yet. */
    default void walked() {}

    /** Everything is translated, and the whole session audits clean. */
    default void finished() {}
}
