package mnvh.report;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import mnvh.audit.AuditReadings;
import mnvh.event.FillEvent;
import mnvh.event.FillSection;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.units.Component;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/** What one fill did to the auditor's books, held against the frame's own record of it. One thread. */
final class AuditFill {
    private final AuditReadings readings;
    private final Universe universe;
    private final Currencies currencies;
    private final FrameReader reader = new FrameReader();
    private final FillSection section = new FillSection();
    private FillEvent event = new FillEvent();
    private boolean booked;
    private int feeCurrency;
    private int instrument;
    private BigInteger feeBefore = BigInteger.ZERO;
    private BigInteger realisedBefore = BigInteger.ZERO;
    private long count;

    AuditFill(AuditReadings readings, Universe universe, Currencies currencies) {
        this.readings = readings;
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
     */
    void before(FillEvent fill, int currency) {
        event = fill;
        instrument = fill.instrument();
        feeCurrency = currency;
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
    private BigInteger charged() {
        boolean own = feeCurrency == currencies.ofInstrument(instrument);
        return own
                ? readings.component(Component.FEE, instrument).add(readings.component(Component.REBATE, instrument))
                : readings.generalComponent(Component.FEE, feeCurrency)
                        .add(readings.generalComponent(Component.REBATE, feeCurrency));
    }

    /** Compares the frame's record of the fill, which must be there exactly when the auditor booked one. */
    void check(ByteBuffer frame, int at) {
        int sections = 0;
        reader.wrap(frame, at);
        while (reader.next()) {
            if (reader.kind() == SectionKind.FILL) {
                sections++;
                if (booked) {
                    compare(section.wrap(frame, reader.start()));
                }
            }
        }
        AuditMismatch.requireCount("fills of the frame", "", sections, booked ? 1 : 0);
    }

    private void compare(FillSection said) {
        String symbol = universe.get(instrument).symbol();
        AuditMismatch.requireCount("instrument", symbol, said.instrument(), instrument);
        AuditMismatch.requireCount(
                "side", symbol, said.side().sign(), event.side().sign());
        AuditMismatch.require("quantity", symbol, said.quantity(), BigInteger.valueOf(event.quantity()));
        AuditMismatch.require("price", symbol, said.price(), BigInteger.valueOf(event.price()));
        AuditMismatch.require("mark_price", symbol, said.markPrice(), readings.mark(instrument));
        AuditMismatch.require("fee", symbol, said.fee(), feeBefore.subtract(charged()));
        BigInteger realised = readings.realised(instrument).subtract(realisedBefore);
        AuditMismatch.require("realised", symbol, said.realised(), realised);
        AuditMismatch.require("position", symbol, said.position(), readings.position(instrument));
        String reporting = currencies.code(Currencies.REPORTING);
        AuditMismatch.require("cash", reporting, said.cash(), readings.cash(Currencies.REPORTING));
        AuditMismatch.require("equity", reporting, said.equity(), readings.equity());
    }
}
