package mnvh.fix;

/** MsgType(35) of the messages we send and understand. */
final class MsgType {
    static final String RESEND_REQUEST = "2";
    static final String REJECT = "3";
    static final String LOGOUT = "5";
    static final String EXECUTION_REPORT = "8";
    static final String ORDER_CANCEL_REJECT = "9";
    static final String LOGON = "A";
    static final String ORDER_MASS_STATUS_REQUEST = "AF";
    static final String REQUEST_FOR_POSITIONS = "AN";
    static final String POSITION_REPORT = "AP";
    static final String NEW_ORDER_SINGLE = "D";
    static final String ORDER_CANCEL_REQUEST = "F";
    static final String MARKET_DATA_REQUEST = "V";
    static final String MARKET_DATA_SNAPSHOT = "W";
    static final String MARKET_DATA_INCREMENT = "X";
    static final String MARKET_DATA_REQUEST_REJECT = "Y";
    static final String TRADING_SESSION_STATUS = "h";
    static final String BUSINESS_MESSAGE_REJECT = "j";
    static final String SECURITY_LIST_REQUEST = "x";
    static final String SECURITY_LIST = "y";

    private MsgType() {}
}
