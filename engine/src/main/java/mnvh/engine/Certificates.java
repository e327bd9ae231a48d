package mnvh.engine;

import mnvh.event.CertificateSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.ledger.Account;
import mnvh.ledger.Books;
import mnvh.ledger.Ledger;
import mnvh.ledger.Translation;
import mnvh.state.StateHash;
import mnvh.units.Component;
import mnvh.units.HotPath;

/**
 * Writes, at a step, what the books of each currency come to, for the auditor to arrive at by himself.
 *
 * <p>Core thread only; allocates nothing after construction.
 */
@HotPath
public final class Certificates {
    private final Ledger ledger;
    private final CertificateSection section = new CertificateSection();
    private final StateHash hash = new StateHash();

    /** @param ledger whose books are certified */
    public Certificates(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Writes one section for each currency.
     *
     * @param residual of the identities, which is 0
     */
    public void write(long step, long residual, OutboundFrame frame) {
        Books books = ledger.books();
        hash.clear();
        books.writeTo(hash);
        Translation view = ledger.translation();
        for (int c = 0; c < ledger.currencies().size(); c++) {
            long debits = 0;
            long credits = 0;
            for (int k = 0; k < Account.count(); k++) {
                long balance = books.total(Account.of(k), c);
                debits = Math.addExact(debits, Math.max(0, balance));
                credits = Math.addExact(credits, Math.min(0, balance));
            }
            section.wrap(frame.buffer(), frame.section(SectionKind.CERTIFICATE, CertificateSection.LENGTH))
                    .currency(c)
                    .known(view.known() ? 1 : 0)
                    .step(step)
                    .indexPrice(view.price(c))
                    .wallet(books.total(Account.WALLET, c))
                    .financing(books.total(Account.FINANCING, c))
                    .positionValue(books.total(Account.POSITION_VALUE, c))
                    .capital(books.total(Account.CAPITAL, c))
                    .debits(debits)
                    .credits(credits)
                    .residual(residual)
                    .translatedEquity(view.equity(c))
                    .fx(view.component(Component.FX, c))
                    .rounding(view.component(Component.ROUNDING, c))
                    .booksHash(hash.value());
        }
    }
}
