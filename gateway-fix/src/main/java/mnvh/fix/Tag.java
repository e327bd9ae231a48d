package mnvh.fix;

/** Field numbers of the dialect, named as FIX 4.4 names them; {@code docs/fix-dialect.md} says where each is used. */
final class Tag {
    static final int ACCOUNT = 1;
    static final int AVG_PX = 6;
    static final int BEGIN_STRING = 8;
    static final int CL_ORD_ID = 11;
    static final int COMMISSION = 12;
    static final int COMM_TYPE = 13;
    static final int CUM_QTY = 14;
    static final int CURRENCY = 15;
    static final int EXEC_ID = 17;
    static final int HANDL_INST = 21;
    static final int LAST_PX = 31;
    static final int LAST_QTY = 32;
    static final int MSG_SEQ_NUM = 34;
    static final int MSG_TYPE = 35;
    static final int ORDER_ID = 37;
    static final int ORDER_QTY = 38;
    static final int ORD_STATUS = 39;
    static final int ORD_TYPE = 40;
    static final int ORIG_CL_ORD_ID = 41;
    static final int POSS_DUP_FLAG = 43;
    static final int PRICE = 44;
    static final int REF_SEQ_NUM = 45;
    static final int SENDER_COMP_ID = 49;
    static final int SENDING_TIME = 52;
    static final int SIDE = 54;
    static final int SYMBOL = 55;
    static final int TARGET_COMP_ID = 56;
    static final int TEXT = 58;
    static final int TIME_IN_FORCE = 59;
    static final int TRANSACT_TIME = 60;
    static final int POSS_RESEND = 97;
    static final int CXL_REJ_REASON = 102;
    static final int ORD_REJ_REASON = 103;
    static final int NO_RELATED_SYM = 146;
    static final int EXEC_TYPE = 150;
    static final int LEAVES_QTY = 151;
    static final int CONTRACT_MULTIPLIER = 231;
    static final int MD_REQ_ID = 262;
    static final int SUBSCRIPTION_REQUEST_TYPE = 263;
    static final int MARKET_DEPTH = 264;
    static final int MD_UPDATE_TYPE = 265;
    static final int NO_MD_ENTRY_TYPES = 267;
    static final int NO_MD_ENTRIES = 268;
    static final int MD_ENTRY_TYPE = 269;
    static final int MD_ENTRY_PX = 270;
    static final int MD_ENTRY_SIZE = 271;
    static final int MD_ENTRY_DATE = 272;
    static final int MD_ENTRY_TIME = 273;
    static final int MD_UPDATE_ACTION = 279;
    static final int SECURITY_REQ_ID = 320;
    static final int SECURITY_RESPONSE_ID = 322;
    static final int TRADING_SESSION_ID = 336;
    static final int TRAD_SES_STATUS = 340;
    static final int TRAD_SES_CLOSE_TIME = 344;
    static final int REF_MSG_TYPE = 372;
    static final int SESSION_REJECT_REASON = 373;
    static final int BUSINESS_REJECT_REF_ID = 379;
    static final int BUSINESS_REJECT_REASON = 380;
    static final int TOT_NO_RELATED_SYM = 393;
    static final int CXL_REJ_RESPONSE_TO = 434;
    static final int COMM_CURRENCY = 479;
    static final int USERNAME = 553;
    static final int PASSWORD = 554;
    static final int SECURITY_LIST_REQUEST_TYPE = 559;
    static final int SECURITY_REQUEST_RESULT = 560;
    /** Carries the size increment: the smallest change of an order quantity. */
    static final int ROUND_LOT = 561;

    static final int MIN_TRADE_VOL = 562;
    static final int MASS_STATUS_REQ_ID = 584;
    static final int MASS_STATUS_REQ_TYPE = 585;
    static final int NO_POSITIONS = 702;
    static final int POS_TYPE = 703;
    static final int LONG_QTY = 704;
    static final int SHORT_QTY = 705;
    static final int POS_REQ_ID = 710;
    static final int POS_MAINT_RPT_ID = 721;
    static final int POS_REQ_TYPE = 724;
    static final int POS_REQ_RESULT = 728;
    static final int COPY_MSG_INDICATOR = 797;
    static final int LAST_LIQUIDITY_IND = 851;
    static final int LAST_FRAGMENT = 893;
    static final int TOT_NUM_REPORTS = 911;
    static final int LAST_RPT_REQUESTED = 912;
    /** FIX 5.0's tick size, as Deribit sends it in 4.4. */
    static final int MIN_PRICE_INCREMENT = 969;
    /** Ours: funding rate of a settlement, a decimal; a long pays when it is positive. */
    static final int FUNDING_RATE = 20001;
    /** Ours: settlement time of a funding rate, a UTCTimestamp. */
    static final int FUNDING_TIME = 20002;

    private Tag() {}
}
