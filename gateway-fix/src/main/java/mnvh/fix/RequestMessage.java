package mnvh.fix;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import quickfix.Message;
import quickfix.UtcTimestampPrecision;

/**
 * An order message that writes its own text, with the bytes QuickFIX/J would write and without an object per field.
 *
 * <p>The session numbers and stamps it like any message, through the header; the text is put together when the session
 * asks for it, in buffers that are kept. Used again for the next request. One thread. A send allocates the text and the
 * session's stamp.
 */
final class RequestMessage extends Message {
    private static final long serialVersionUID = 1;

    private final String type;
    private final transient WireText body = new WireText();
    private long clOrdId;
    private long origClOrdId;
    private int instrument;
    private final transient WireText counted = new WireText();
    private final transient WireText whole = new WireText();

    /** @param type MsgType(35) */
    RequestMessage(String type) {
        this.type = type;
        requestHeader().put(Tag.MSG_TYPE, type);
    }

    @Override
    protected Header newHeader() {
        return new RequestHeader();
    }

    private RequestHeader requestHeader() {
        return (RequestHeader) getHeader();
    }

    /** @return the body, emptied; fields go into it in ascending order of their tags, as QuickFIX/J sorts them */
    WireText body() {
        return body.clear();
    }

    /**
     * Notes which order the message in hand is about.
     *
     * @param id the core's number of the order or the request
     * @param origId the core's number of the order that a cancel names, 0 for a new order
     * @param index instrument of the order
     */
    void about(long id, long origId, int index) {
        clOrdId = id;
        origClOrdId = origId;
        instrument = index;
    }

    /** @return the message as it is kept for a Reject(35=3) that names it by number */
    SentRequests.Request request() {
        return new SentRequests.Request(sequence(), clOrdId, origClOrdId, instrument);
    }

    /** @return MsgSeqNum(34) that the session gave to the message in hand */
    int sequence() {
        return requestHeader().sequence;
    }

    /** @return the whole message, as the session asks for it once it has filled the header */
    @Override
    public String toString() {
        RequestHeader header = requestHeader();
        counted.clear().field(Tag.MSG_TYPE, type);
        counted.tag(Tag.MSG_SEQ_NUM).number(header.sequence).put(WireText.SOH);
        counted.field(Tag.SENDER_COMP_ID, header.sender);
        counted.tag(Tag.SENDING_TIME).timestamp(header.sendingNs).put(WireText.SOH);
        counted.field(Tag.TARGET_COMP_ID, header.target).put(body);
        whole.clear().put("8=").put(header.version).put(WireText.SOH);
        whole.put("9=").number(counted.length()).put(WireText.SOH);
        return whole.put(counted).checksum().text();
    }

    /** Takes what a session fills in, and refuses what this message would leave out. */
    private static final class RequestHeader extends Header {
        private static final long serialVersionUID = 1;

        private String version = "";
        private String sender = "";
        private String target = "";
        private int sequence;
        private long sendingNs;

        /** Sets a field that QuickFIX/J reads back. */
        void put(int tag, String value) {
            super.setString(tag, value);
        }

        @Override
        public void setString(int tag, String value) {
            switch (tag) {
                case Tag.BEGIN_STRING:
                    version = value;
                    break;
                case Tag.SENDER_COMP_ID:
                    sender = value;
                    break;
                case Tag.TARGET_COMP_ID:
                    target = value;
                    break;
                default:
                    throw unwritten(tag);
            }
        }

        @Override
        public void setInt(int tag, int value) {
            if (tag != Tag.MSG_SEQ_NUM) {
                throw unwritten(tag);
            }
            sequence = value;
        }

        @Override
        public int getInt(int tag) {
            if (tag != Tag.MSG_SEQ_NUM) {
                throw unwritten(tag);
            }
            return sequence;
        }

        @Override
        public void setUtcTimeStamp(int tag, LocalDateTime value, UtcTimestampPrecision precision) {
            if (tag != Tag.SENDING_TIME || precision != UtcTimestampPrecision.MILLIS) {
                throw unwritten(tag);
            }
            // Three decimals; later ones are cut.
            long second = value.toEpochSecond(ZoneOffset.UTC);
            sendingNs = second * 1_000_000_000L + value.getNano() / 1_000_000 * 1_000_000L;
        }

        private static IllegalStateException unwritten(int tag) {
            return new IllegalStateException("an order message has no header field " + tag);
        }
    }
}
