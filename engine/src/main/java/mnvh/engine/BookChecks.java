package mnvh.engine;

import mnvh.event.Notice;
import mnvh.event.OutboundFrame;
import mnvh.ledger.AccountingIdentity;
import mnvh.ledger.Ledger;
import mnvh.order.SeenExecutions;
import mnvh.order.SeenExecutions.Sighting;
import mnvh.units.HotPath;

/**
 * What is looked at before a record is booked, and after: what it names, whether it came before, and the identities.
 *
 * <p>Core thread only; allocates nothing after construction.
 */
@HotPath
final class BookChecks {
    /** Classes of records, told apart where their ids are the same. */
    static final int FILLS = 0;

    static final int CORRECTIONS = 1;
    static final int FEES = 2;
    static final int CASH = 3;

    private static final int RECORDS_REMEMBERED = 1 << 16;

    private final Ledger ledger;
    private final AccountingIdentity identity;
    private final EngineState engine;
    private final Halt halt;
    private final SeenExecutions seen = new SeenExecutions(RECORDS_REMEMBERED);

    BookChecks(Portfolio portfolio, EngineState engine, Halt halt) {
        this.ledger = portfolio.ledger();
        this.identity = portfolio.identity();
        this.engine = engine;
        this.halt = halt;
    }

    /** @return the records booked lately */
    SeenExecutions seen() {
        return seen;
    }

    /** Tells a record that came before; halts where it says something else. @return true when it did not come */
    boolean isNew(Sighting sighting, int instrument, OutboundFrame frame) {
        if (sighting == Sighting.REPEATED) {
            engine.alarm(Notice.RECORD_REPEATED, instrument, 0);
        } else if (sighting == Sighting.CONFLICTING) {
            halt.now(Notice.RECORD_CONFLICTING, instrument, 0, frame);
        }
        return sighting == Sighting.FIRST;
    }

    int requireInstrument(int instrument) {
        if (instrument < 0 || instrument >= ledger.positions().length) {
            throw new IllegalArgumentException("no instrument of this run: " + instrument);
        }
        return instrument;
    }

    int requireCurrency(int currency) {
        if (currency < 0 || currency >= ledger.currencies().size()) {
            throw new IllegalArgumentException("no currency of this run: " + currency);
        }
        return currency;
    }

    /** The touched rows of every posting are checked at once; everything is checked at the step. */
    void verify(int instrument, OutboundFrame frame) {
        long residual = identity.checkTouched(instrument);
        if (residual != 0) {
            halt.now(Notice.IDENTITY_BROKEN, instrument, residual, frame);
        }
    }

    /** Checks every currency's totals at once. */
    void verifyCurrencies(OutboundFrame frame) {
        for (int c = 0; c < ledger.currencies().size(); c++) {
            verifyCurrency(c, frame);
        }
    }

    void verifyCurrency(int currency, OutboundFrame frame) {
        long residual = identity.checkCurrency(currency);
        if (residual != 0) {
            halt.now(Notice.IDENTITY_BROKEN, -1, residual, frame);
        }
    }
}
