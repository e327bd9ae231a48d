package mnvh.order;

/** What can change the state of an order. */
public enum OrderCause {
    /** The venue accepted it: 150=0. */
    ACKNOWLEDGED,
    /** A fill that leaves something: 150=F, 151&gt;0. */
    PARTIAL_FILL,
    /** A fill that leaves nothing. */
    COMPLETE_FILL,
    /** We sent a cancel: 35=F. */
    CANCEL_SENT,
    /** The venue received our cancel: 150=6. */
    CANCEL_PENDING,
    /** The venue took it out, asked for or not: 150=4. */
    CANCELED,
    /** The venue refused our cancel, nothing being filled: 35=9. */
    CANCEL_REJECTED,
    /** The venue refused our cancel of a partly filled order: 35=9. */
    CANCEL_REJECTED_PARTLY_FILLED,
    /** The venue refused it: 150=8, 35=3 or 35=j. */
    REJECTED,
    /** Its time in force ended it: 150=C or 3. */
    EXPIRED,
    /** It never left our gateway. */
    NOT_SENT,
    /** The session fell while it was open. */
    SESSION_LOST,
    /** The venue took fills of it back, and none is left: 150=H or G. */
    TRADE_CANCELED,
    /** The venue took a fill of it back or changed it, and some are left: 150=H or G. */
    TRADE_CORRECTED,
    /** We sent a replacement: 35=G. */
    REPLACE_SENT,
    /** The venue received our replacement: 150=E. */
    REPLACE_PENDING,
    /** The venue put the replacement in the order's place: 150=5. */
    REPLACED,
    /** The venue refused our replacement: 35=9, 35=3 or 35=j. */
    REPLACE_REJECTED,
    /** The venue changed the order by itself: 150=D. */
    RESTATED,
    /** A status report says that it works, or that what is booked is all of it: 150=I. */
    CONFIRMED,
    /** The venue knows no such order. */
    NOT_FOUND,
    /** Evidence other than a report of its own says that it will not fill any more. */
    CLOSED;

    private static final OrderCause[] VALUES = values();

    /** @return how many causes there are */
    static int count() {
        return VALUES.length;
    }
}
