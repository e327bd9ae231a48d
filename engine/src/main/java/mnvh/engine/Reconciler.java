package mnvh.engine;

import java.util.Arrays;
import mnvh.event.BalanceReportEvent;
import mnvh.event.EventSlot;
import mnvh.event.Notice;
import mnvh.event.PositionReportEvent;
import mnvh.event.ReportStatus;
import mnvh.event.ResolutionEvent;
import mnvh.ledger.Account;
import mnvh.ledger.Ledger;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Holds the books against what the venue reports, and keeps what differs until someone explains it.
 *
 * <p>A difference in cash goes into suspense, so that the wallet is the venue's; a difference in a position is never
 * booked: nothing new is traded in the instrument until a report agrees. A report that failed says nothing, one from
 * before the wallet or the position last changed is not compared. While anything is unexplained only trades pass that
 * reduce exposure. Core thread only; allocates nothing after construction.
 */
@HotPath
final class Reconciler implements Stateful {
    private final Ledger ledger;
    private final EngineState engine;
    private final BalanceReportEvent balance = new BalanceReportEvent();
    private final PositionReportEvent position = new PositionReportEvent();
    private final ResolutionEvent resolution = new ResolutionEvent();
    private final long[] wallet;
    private final long[] walletChanged;
    private final long[] positionChanged;
    /** In suspense and not explained, by currency. */
    private final long[] unexplained;
    /** What the venue has more than the books, by instrument. */
    private final long[] positionBreak;

    private int breaks;

    Reconciler(Ledger ledger, EngineState engine) {
        this.ledger = ledger;
        this.engine = engine;
        int currencies = ledger.currencies().size();
        this.wallet = new long[currencies];
        this.walletChanged = new long[currencies];
        this.unexplained = new long[currencies];
        this.positionBreak = new long[ledger.positions().length];
        this.positionChanged = new long[ledger.positions().length];
        Arrays.fill(walletChanged, -1);
        Arrays.fill(positionChanged, -1);
        for (int c = 0; c < currencies; c++) {
            wallet[c] = ledger.books().total(Account.WALLET, c);
        }
    }

    /** @return true while nothing new may be traded in the instrument */
    boolean blocked(int instrument) {
        return positionBreak[instrument] != 0;
    }

    /** Notes which wallets the record with this sequence has changed. */
    void onBooked(long sequence) {
        for (int c = 0; c < wallet.length; c++) {
            long now = ledger.books().total(Account.WALLET, c);
            if (now != wallet[c]) {
                wallet[c] = now;
                walletChanged[c] = sequence;
            }
        }
    }

    void onBalance(EventSlot slot) {
        balance.wrap(slot.buffer(), 0);
        int currency = requireCurrency(balance.currency());
        if (balance.status() == ReportStatus.FAILED) {
            engine.alarm(Notice.REPORT_FAILED, -1, currency);
            return;
        }
        if (balance.asOfSequence() != 0 && balance.asOfSequence() < walletChanged[currency]) {
            engine.alarm(Notice.REPORT_STALE, -1, currency, balance.asOfSequence());
            return;
        }
        long difference = Math.subtractExact(balance.balance(), ledger.books().total(Account.WALLET, currency));
        if (difference != 0) {
            admit(currency, difference);
            ledger.suspend(currency, difference);
            note(currency, difference, Notice.BALANCE_BREAK, -1, currency);
        }
    }

    /** @return true when the report could be compared and the books agree */
    boolean onPosition(EventSlot slot) {
        position.wrap(slot.buffer(), 0);
        int i = position.instrument();
        if (i < 0 || i >= positionBreak.length) {
            throw new IllegalArgumentException("no instrument " + i);
        }
        if (position.status() == ReportStatus.FAILED) {
            engine.alarm(Notice.REPORT_FAILED, i, 0);
            return false;
        }
        if (position.asOfSequence() != 0 && position.asOfSequence() < positionChanged[i]) {
            engine.alarm(Notice.REPORT_STALE, i, 0, position.asOfSequence());
            return false;
        }
        long difference = Math.subtractExact(position.quantity(), ledger.position(i));
        boolean was = positionBreak[i] != 0;
        positionBreak[i] = difference;
        breaks += (difference != 0 ? 1 : 0) - (was ? 1 : 0);
        if (difference != 0) {
            engine.restrict(true, Notice.POSITION_BREAK, i, difference, ledger.position(i));
        } else if (was) {
            engine.restrict(breaks != 0, Notice.BREAK_EXPLAINED, i, 0, 0);
        }
        return difference == 0;
    }

    /** Books what an operator says a difference in cash was; positive: it was income. */
    void onResolution(EventSlot slot) {
        resolution.wrap(slot.buffer(), 0);
        int currency = requireCurrency(resolution.currency());
        int account = resolution.account();
        if (account < 0 || account >= Account.count()) {
            throw new IllegalArgumentException("no account " + account);
        }
        long amount = resolution.amount();
        long open = unexplained[currency];
        boolean part = open > 0 ? amount > 0 && amount <= open : amount < 0 && amount >= open;
        if (!part) {
            throw new IllegalArgumentException("explains " + amount + " of " + open);
        }
        ledger.resolve(currency, Account.of(account), amount);
        note(currency, Math.negateExact(amount), Notice.BREAK_EXPLAINED, -1, open - amount);
    }

    /** Throws {@link ArithmeticException} where so much more cannot be noted. */
    void admit(int currency, long amount) {
        Math.addExact(unexplained[currency], amount);
    }

    /** Notes, for a reason, that an amount went into suspense, or out of it where it goes against what is there. */
    void note(int currency, long amount, Notice reason, int instrument, long limit) {
        boolean was = unexplained[currency] != 0;
        unexplained[currency] = Math.addExact(unexplained[currency], amount);
        breaks += (unexplained[currency] != 0 ? 1 : 0) - (was ? 1 : 0);
        engine.restrict(breaks != 0, reason, instrument, reason == Notice.BREAK_EXPLAINED ? -amount : amount, limit);
    }

    /** Notes that the record with this sequence has changed a position. */
    void positionChanged(int instrument, long sequence) {
        positionChanged[instrument] = sequence;
    }

    private int requireCurrency(int currency) {
        if (currency < 0 || currency >= wallet.length) {
            throw new IllegalArgumentException("no currency of this run: " + currency);
        }
        return currency;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLongs(wallet, wallet.length);
        writer.putLongs(walletChanged, walletChanged.length);
        writer.putLongs(positionChanged, positionChanged.length);
        writer.putLongs(unexplained, unexplained.length);
        writer.putLongs(positionBreak, positionBreak.length);
    }
}
