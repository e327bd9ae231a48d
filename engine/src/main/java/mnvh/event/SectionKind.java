package mnvh.event;

/** Kinds of section within an {@link OutboundFrame}: the short at offset 0 of every section header. */
public final class SectionKind {
    /** {@link NewOrderSection}. */
    public static final int NEW_ORDER = 1;
    /** {@link CancelOrderSection}. */
    public static final int CANCEL_ORDER = 2;
    /** {@link StepSection}. */
    public static final int STEP = 3;
    /** A column: one number per instrument, see {@link Column}. */
    public static final int COLUMN = 4;
    /** {@link FillSection}. */
    public static final int FILL = 5;
    /** {@link OrderStateSection}. */
    public static final int ORDER_STATE = 6;
    /** {@link DenialSection}. */
    public static final int DENIAL = 7;
    /** {@link NoticeSection}. */
    public static final int NOTICE = 8;
    /** {@link CertificateSection}. */
    public static final int CERTIFICATE = 9;
    /** {@link ReplaceOrderSection}. */
    public static final int REPLACE_ORDER = 10;
    /** {@link BreakSection}. */
    public static final int BREAK = 11;
    /** {@link VarianceRatioSection}. */
    public static final int VARIANCE_RATIO = 12;
    /** {@link DecisionSection}. */
    public static final int DECISION = 13;
    /** {@link OrderProofSection}. */
    public static final int ORDER_PROOF = 14;
    /** {@link TermSection}. */
    public static final int TERM = 15;

    private SectionKind() {}
}
