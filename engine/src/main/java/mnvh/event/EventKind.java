package mnvh.event;

/** Kinds of record: the short at offset 4 of every header. */
public final class EventKind {
    /** {@link MarketDataEvent}. */
    public static final int MARKET_DATA = 1;
    /** {@link OrderEvent}. */
    public static final int ORDER = 2;
    /** {@link FillEvent}. */
    public static final int FILL = 3;
    /** {@link FundingEvent}. */
    public static final int FUNDING = 4;
    /** {@link TimerEvent}. */
    public static final int TIMER = 5;
    /** {@link SessionEvent}. */
    public static final int SESSION = 6;
    /** {@link CommandEvent}. */
    public static final int COMMAND = 7;
    /** {@link InstrumentStatusEvent}. */
    public static final int INSTRUMENT_STATUS = 8;
    /** {@link RefusedEvent}. */
    public static final int REFUSED = 9;
    /** {@link IndexPriceEvent}. */
    public static final int INDEX_PRICE = 10;
    /** {@link AccrualEvent}. */
    public static final int ACCRUAL = 11;
    /** {@link SettlementEvent}. */
    public static final int SETTLEMENT = 12;
    /** {@link TradeCorrectionEvent}. */
    public static final int TRADE_CORRECTION = 13;
    /** {@link FeeEvent}. */
    public static final int FEE = 14;
    /** {@link CashEvent}. */
    public static final int CASH = 15;
    /** {@link BalanceReportEvent}. */
    public static final int BALANCE_REPORT = 16;
    /** {@link PositionReportEvent}. */
    public static final int POSITION_REPORT = 17;
    /** {@link ResolutionEvent}. */
    public static final int RESOLUTION = 18;
    /** {@link TermEvent}. */
    public static final int TERM = 19;
    /** {@link FillCopyEvent}. */
    public static final int FILL_COPY = 20;
    /** Journal only: the configuration as text. */
    public static final int CONFIG = 101;
    /** Journal only: the universe as text. */
    public static final int UNIVERSE = 102;
    /** {@link OutboundFrame}. */
    public static final int FRAME = 200;

    private EventKind() {}

    /**
     * @return true for what a venue says, on its own clock; people, sessions as they come and go, and what was refused,
     *     have another
     */
    public static boolean ofVenue(int kind) {
        return kind != COMMAND && kind != RESOLUTION && kind != TERM && kind != SESSION && kind != REFUSED;
    }
}
