package mnvh.report;

import java.nio.ByteBuffer;
import mnvh.audit.AuditFees;
import mnvh.audit.AuditReadings;
import mnvh.audit.Exact;
import mnvh.audit.FeeOpinion;
import mnvh.event.FillEvent;
import mnvh.event.FillSection;
import mnvh.event.FrameReader;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.SectionKind;
import mnvh.units.Component;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/** What one fill did to the auditor's books, held against the frame's own record of it. One thread. */
final class AuditFill {
    private final AuditReadings readings;
    private final AuditFees fees;
    private final Exact bound;
    private final Universe universe;
    private final Currencies currencies;
    private final FrameReader reader = new FrameReader();
    private final FillSection section = new FillSection();
    private final NoticeSection notice = new NoticeSection();
    private FillEvent event = new FillEvent();
    private boolean booked;
    private int feeCurrency;
    private int instrument;
    private Exact feeBefore = Exact.ZERO;
    private Exact realisedBefore = Exact.ZERO;
    private boolean reported;
    private FeeOpinion opinion = new FeeOpinion(Exact.ZERO, Exact.ZERO);
    private long count;

    /**
     * @param fees what the schedule says of a fill
     * @param bound difference to a reported commission beyond which a notice must tell, at 10^-8
     */
    AuditFill(AuditReadings readings, AuditFees fees, long bound, Universe universe, Currencies currencies) {
        this.readings = readings;
        this.fees = fees;
        this.bound = Exact.of(bound);
        this.universe = universe;
        this.currencies = currencies;
    }

    /** Starts a record, which may not be a fill. */
    void clear() {
        booked = false;
    }

    /**
     * Notes the books before a fill.
     *
     * @param fill read again by {@link #check}
     * @param currency that its fee is in
     * @param timestampNs of the record
     */
    void before(FillEvent fill, int currency, long timestampNs) {
        event = fill;
        instrument = fill.instrument();
        feeCurrency = currency;
        reported = fill.hasCommission() != 0;
        opinion = fees.opinion(
                instrument,
                fill.side(),
                fill.quantity(),
                fill.price(),
                fill.liquidity(),
                reported,
                currency,
                fill.commission(),
                timestampNs);
        feeBefore = charged();
        realisedBefore = readings.realised(instrument);
    }

    /** Notes that the fill is booked. */
    void booked() {
        booked = true;
        count++;
    }

    /** @return fills booked so far */
    long count() {
        return count;
    }

    /** Trading fees and rebates of the row that pays: the instrument's in its own currency, else the general one. */
    private Exact charged() {
        boolean own = feeCurrency == currencies.ofInstrument(instrument);
        return own
                ? readings.component(Component.FEE, instrument).add(readings.component(Component.REBATE, instrument))
                : readings.generalComponent(Component.FEE, feeCurrency)
                        .add(readings.generalComponent(Component.REBATE, feeCurrency));
    }

    /** Compares the frame's record of the fill, which must be there exactly when the auditor booked one. */
    void check(ByteBuffer frame, int at) {
        int sections = 0;
        int different = 0;
        int unknown = 0;
        reader.wrap(frame, at);
        while (reader.next()) {
            if (reader.kind() == SectionKind.FILL) {
                sections++;
                if (booked) {
                    compare(section.wrap(frame, reader.start()));
                }
            } else if (reader.kind() == SectionKind.NOTICE) {
                int code = notice.wrap(frame, reader.start()).code();
                different += code == Notice.FEE_DIFFERENCE.ordinal() ? 1 : 0;
                unknown += code == Notice.FEE_DIFFERENCE_UNKNOWN.ordinal() ? 1 : 0;
            }
        }
        AuditMismatch.requireCount("fills of the frame", "", sections, booked ? 1 : 0);
        Exact difference = opinion.difference();
        boolean tell = booked && difference != null && difference.abs().compareTo(bound) > 0;
        AuditMismatch.requireCount("notices of a fee difference", "", different, tell ? 1 : 0);
        AuditMismatch.requireCount(
                "notices of an unknown fee difference", "", unknown, booked && difference == null ? 1 : 0);
    }

    private void compare(FillSection said) {
        String symbol = universe.get(instrument).symbol();
        AuditMismatch.requireCount("instrument", symbol, said.instrument(), instrument);
        AuditMismatch.requireCount(
                "side", symbol, said.side().sign(), event.side().sign());
        AuditMismatch.require("quantity", symbol, said.quantity(), Exact.of(event.quantity()));
        AuditMismatch.require("price", symbol, said.price(), Exact.of(event.price()));
        AuditMismatch.require("mark_price", symbol, said.markPrice(), readings.mark(instrument));
        AuditMismatch.require("fee", symbol, said.fee(), feeBefore.subtract(charged()));
        AuditMismatch.requireCount("fee_reported", symbol, said.feeReported(), reported ? 1 : 0);
        AuditMismatch.requireCount("fee_currency", symbol, said.feeCurrency(), feeCurrency);
        AuditMismatch.require("scheduled_fee", symbol, said.scheduledFee(), opinion.scheduled());
        Exact difference = opinion.difference();
        AuditMismatch.require(
                "fee_difference", symbol, said.feeDifference(), difference == null ? Exact.ZERO : difference);
        Exact realised = readings.realised(instrument).subtract(realisedBefore);
        AuditMismatch.require("realised", symbol, said.realised(), realised);
        AuditMismatch.require("position", symbol, said.position(), readings.position(instrument));
        String reporting = currencies.code(Currencies.REPORTING);
        AuditMismatch.require("cash", reporting, said.cash(), readings.cash(Currencies.REPORTING));
        AuditMismatch.require("equity", reporting, said.equity(), readings.equity());
    }
}
