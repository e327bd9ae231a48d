package mnvh.report;

import java.nio.ByteBuffer;
import java.util.Arrays;
import mnvh.audit.AuditBooks;
import mnvh.audit.AuditReadings;
import mnvh.audit.Exact;
import mnvh.event.CertificateSection;
import mnvh.event.Column;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.units.Component;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/** Closes the steps of the auditor's books and holds them against the frames' certificates and records. One thread. */
final class AuditStep {
    private final AuditBooks books;
    private final AuditReadings readings;
    private final Universe universe;
    private final Currencies currencies;
    private final Exact capital;
    private final FrameReader reader = new FrameReader();
    private final CertificateSection certificate = new CertificateSection();
    private final StepSection step = new StepSection();
    private final boolean[] certified;
    private final long[] positions;
    private long count;

    /** @param initialCash of the reporting currency at 10^-8 */
    AuditStep(AuditBooks books, Universe universe, Currencies currencies, long initialCash) {
        this.books = books;
        this.readings = books.readings();
        this.universe = universe;
        this.currencies = currencies;
        this.capital = Exact.of(initialCash).negate();
        this.certified = new boolean[currencies.size()];
        this.positions = new long[universe.size()];
    }

    /** @return steps closed so far */
    long count() {
        return count;
    }

    /** Marks what the frame marks and closes the step at {@code closeNs}. */
    void close(long closeNs, ByteBuffer frame, int at) {
        reader.wrap(frame, at);
        while (reader.next()) {
            if (reader.kind() == SectionKind.COLUMN && reader.column() == Column.MARK) {
                for (int n = 0; n < reader.count(); n++) {
                    books.mark(reader.instrument(n), reader.value(n));
                }
            }
        }
        books.closeStep(closeNs);
        count++;
    }

    /**
     * Compares certificates, positions and the step's record.
     *
     * @param closed true when the record in hand closed a step; else the frame must have nothing of the kind
     */
    void check(boolean closed, ByteBuffer frame, int at) {
        int steps = 0;
        int certificates = 0;
        Arrays.fill(certified, false);
        if (closed) {
            Arrays.fill(positions, 0);
        }
        reader.wrap(frame, at);
        while (reader.next()) {
            if (reader.kind() == SectionKind.STEP) {
                steps++;
                compare(step.wrap(frame, reader.start()));
            } else if (reader.kind() == SectionKind.CERTIFICATE) {
                certificates++;
                compare(certificate.wrap(frame, reader.start()));
            } else if (closed && reader.kind() == SectionKind.COLUMN && reader.column() == Column.POSITION) {
                takePositions();
            }
        }
        AuditMismatch.requireCount("steps of the frame", "", steps, closed ? 1 : 0);
        AuditMismatch.requireCount("certificates of the frame", "", certificates, closed ? certified.length : 0);
        if (closed) {
            comparePositions();
        }
    }

    private void compare(StepSection said) {
        String reporting = currencies.code(Currencies.REPORTING);
        AuditMismatch.require("equity", reporting, said.equity(), readings.equity());
        AuditMismatch.require("cash", reporting, said.cash(), readings.cash(Currencies.REPORTING));
        Exact value = readings.positionValue(Currencies.REPORTING);
        AuditMismatch.require("position_value", reporting, said.positionValue(), value);
        AuditMismatch.require("residual", reporting, said.residual(), Exact.ZERO);
    }

    private void compare(CertificateSection said) {
        int c = said.currency();
        if (c < 0 || c >= certified.length || certified[c]) {
            throw new AuditMismatch("certificate", "", "currency " + c, "each of " + certified.length + " once");
        }
        certified[c] = true;
        String code = currencies.code(c);
        Exact financing = readings.financing(c);
        Exact wallet = readings.cash(c).subtract(financing);
        Exact value = readings.positionValue(c);
        Exact opening = c == Currencies.REPORTING ? capital : Exact.ZERO;
        AuditMismatch.require("wallet", code, said.wallet(), wallet);
        AuditMismatch.require("financing", code, said.financing(), financing);
        AuditMismatch.require("position_value", code, said.positionValue(), value);
        AuditMismatch.require("capital", code, said.capital(), opening);
        Exact[] balances = balances(c, wallet, financing, value, opening);
        AuditMismatch.require("debits", code, said.debits(), sum(balances, 1));
        AuditMismatch.require("credits", code, said.credits(), sum(balances, -1));
        AuditMismatch.require("residual", code, said.residual(), Exact.ZERO);
        AuditMismatch.require("index_price", code, said.indexPrice(), readings.rate(c));
        AuditMismatch.requireCount("known", code, said.known(), books.known() ? 1 : 0);
        AuditMismatch.require("translated_equity", code, said.translatedEquity(), readings.reportedEquity(c));
        AuditMismatch.require("fx", code, said.fx(), readings.reportedComponent(Component.FX, c));
        AuditMismatch.require("rounding", code, said.rounding(), readings.reportedComponent(Component.ROUNDING, c));
    }

    /** @return the balances of all accounts: those given, and of each component what it is the income of */
    private Exact[] balances(int currency, Exact... given) {
        Exact[] balances = Arrays.copyOf(given, given.length + Component.count());
        for (int k = 0; k < Component.count(); k++) {
            // The trading cashflow is no income: it moves value between accounts that are given.
            boolean income = k != Component.TRADING_CASHFLOW.ordinal();
            balances[given.length + k] = income
                    ? readings.componentOfCurrency(Component.of(k), currency).negate()
                    : Exact.ZERO;
        }
        return balances;
    }

    private static Exact sum(Exact[] balances, int sign) {
        Exact sum = Exact.ZERO;
        for (Exact balance : balances) {
            sum = balance.signum() == sign ? sum.add(balance) : sum;
        }
        return sum;
    }

    private void takePositions() {
        for (int n = 0; n < reader.count(); n++) {
            int i = reader.instrument(n);
            if (i < 0 || i >= positions.length) {
                throw new AuditMismatch("position", "", "instrument " + i, "no such instrument");
            }
            positions[i] = reader.value(n);
        }
    }

    private void comparePositions() {
        for (int i = 0; i < positions.length; i++) {
            AuditMismatch.require("position", universe.get(i).symbol(), positions[i], readings.position(i));
        }
    }
}
