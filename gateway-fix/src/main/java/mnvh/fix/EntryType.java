package mnvh.fix;

/** MDEntryType(269) of the dialect. */
final class EntryType {
    static final String BID = "0";
    static final String OFFER = "1";
    static final String TRADE = "2";
    /** The venue's mark; with {@link Tag#FUNDING_RATE} the settlement of a funding rate. */
    static final String SETTLEMENT_PRICE = "6";

    private EntryType() {}
}
