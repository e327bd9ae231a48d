package mnvh.report;

import java.nio.ByteBuffer;
import mnvh.event.FrameReader;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.SectionKind;

/** What a frame's notices say about how its record was taken. One thread. */
final class AuditNotices {
    private final FrameReader reader = new FrameReader();
    private final NoticeSection notice = new NoticeSection();
    private boolean refused;
    private boolean resolutionRefused;
    private boolean fundingUnknown;
    private boolean stopped;
    private boolean tiered;
    private long traded;

    /** Reads the notices of a frame. */
    void read(ByteBuffer frame, int at) {
        refused = false;
        resolutionRefused = false;
        fundingUnknown = false;
        stopped = false;
        tiered = false;
        reader.wrap(frame, at);
        while (reader.next()) {
            if (reader.kind() == SectionKind.NOTICE) {
                int code = notice.wrap(frame, reader.start()).code();
                refused |= code == Notice.BOOKING_REFUSED.ordinal();
                resolutionRefused |= code == Notice.RESOLUTION_REFUSED.ordinal();
                fundingUnknown |= code == Notice.FUNDING_UNKNOWN.ordinal();
                stopped |= code == Notice.STOPPED.ordinal();
                if (code == Notice.FEE_TIER.ordinal() || code == Notice.FEE_VOLUME_UNKNOWN.ordinal()) {
                    tiered = true;
                    traded = notice.value();
                }
            }
        }
    }

    /** @return true when a day began with other fee tiers, or with volume that counts for nothing */
    boolean tiered() {
        return tiered;
    }

    /** @return the traded notional that chose those tiers, at 10^-8, where {@link #tiered} */
    long traded() {
        return traded;
    }

    /** @return true when the record was not booked: it could not be, or meant nothing */
    boolean refused() {
        return refused;
    }

    /** @return true when an operator's explanation was not booked */
    boolean resolutionRefused() {
        return resolutionRefused;
    }

    /** @return true when the position at a funding boundary was not known any more, and nothing was booked */
    boolean fundingUnknown() {
        return fundingUnknown;
    }

    /** @return true when the session ended with the record: nothing after it is booked */
    boolean stopped() {
        return stopped;
    }
}
