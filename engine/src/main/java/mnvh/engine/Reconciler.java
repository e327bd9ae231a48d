package mnvh.engine;

import java.util.Arrays;
import mnvh.config.RiskConfig;
import mnvh.event.BalanceReportEvent;
import mnvh.event.BalanceType;
import mnvh.event.BreakCause;
import mnvh.event.EventSlot;
import mnvh.event.Notice;
import mnvh.event.PositionReportEvent;
import mnvh.event.ReportStatus;
import mnvh.ledger.Ledger;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Holds the books against what the venue reports, and keeps what differs until someone explains it.
 *
 * <p>A difference in cash goes into suspense, so that the wallet is the venue's; a difference in a position is never
 * booked: nothing new is traded in the instrument until a report agrees. A total of fees or funding that differs is
 * told and not booked, for its part in the wallet shows there. A report that failed says nothing, one from before what
 * it reports last changed is not compared. While a position differs, a fill has one source of two, or more cash differs
 * than {@code risk.max_unexplained}, only trades pass that reduce exposure. Core thread only; allocates nothing after
 * construction.
 */
@HotPath
final class Reconciler implements Stateful {
    private final Ledger ledger;
    private final EngineState engine;
    private final long maxUnexplained;
    private final Breaks breaks;
    private final UnexplainedCash cash;
    private final BookedTotals totals;
    private final BalanceReportEvent balance = new BalanceReportEvent();
    private final PositionReportEvent position = new PositionReportEvent();
    private final long[] positionChanged;
    /** In suspense and not explained, by currency: the sum of its breaks. */
    private final long[] unexplained;
    /** What the venue has more than the books, by instrument. */
    private final long[] positionBreak;
    /** Quantity of fills that are booked and were not copied in time, by instrument. */
    private final long[] uncopied;
    /** Quantity of fills that were copied and are not booked in time, by instrument. */
    private final long[] unbooked;

    private int positionBreaks;
    private int lateFills;
    private boolean restricted;
    private long sequence;
    private long nowNs;

    Reconciler(Ledger ledger, EngineState engine, Outbox outbox, RiskConfig risk) {
        this.ledger = ledger;
        this.engine = engine;
        this.maxUnexplained = risk.maxUnexplained();
        int currencies = ledger.currencies().size();
        int instruments = ledger.positions().length;
        this.breaks = new Breaks(outbox, risk.maxOpenBreaks(), instruments, currencies);
        this.cash = new UnexplainedCash(breaks, ledger.translation(), currencies);
        this.totals = new BookedTotals(ledger);
        this.unexplained = new long[currencies];
        this.positionBreak = new long[instruments];
        this.uncopied = new long[instruments];
        this.unbooked = new long[instruments];
        this.positionChanged = new long[instruments];
        Arrays.fill(positionChanged, -1);
    }

    /** @return true while nothing new may be traded in the instrument */
    boolean blocked(int instrument) {
        return positionBreak[instrument] != 0 || unbooked[instrument] != 0;
    }

    /** Notes the record in hand: a break that it raises bears its sequence and its time. */
    void at(long recordSequence, long timestampNs) {
        sequence = recordSequence;
        nowNs = timestampNs;
    }

    /** Notes what the record in hand has changed, and whether that moved the breaks across the limit by itself. */
    void onBooked() {
        totals.note(sequence);
        if (breaks.size() > 0) {
            boolean reducing = isBeyondLimit();
            if (reducing != restricted) {
                restrict(Notice.UNEXPLAINED_LIMIT, -1, cash.converted(), maxUnexplained);
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
        BalanceType type = balance.type();
        if (!totals.covers(type, currency, balance.asOfSequence())) {
            engine.alarm(Notice.REPORT_STALE, -1, currency, balance.asOfSequence());
            return;
        }
        long difference = Math.subtractExact(balance.balance(), totals.of(type, currency));
        if (type != BalanceType.WALLET) {
            compareTotal(type == BalanceType.FEES ? BreakCause.FEES_TOTAL : BreakCause.FUNDING_TOTAL, difference);
        } else if (difference != 0 && difference == -unexplained[currency]) {
            takeBack(currency, difference);
        } else if (difference == 0) {
            cash.onWallet(currency, balance.asOfSequence());
        } else {
            admit(currency, difference);
            ledger.suspend(currency, difference);
            cash.onWallet(currency, balance.asOfSequence());
            note(currency, difference, Notice.BALANCE_BREAK, -1, currency);
        }
    }

    /** The venue says again what the books say without suspense: what was open in the currency never was. */
    private void takeBack(int currency, long difference) {
        ledger.suspend(currency, difference);
        cash.onWallet(currency, balance.asOfSequence());
        unexplained[currency] = 0;
        for (int b = breaks.size() - 1; b >= 0; b--) {
            if (breaks.cause(b).booked() && breaks.owner(b) == currency) {
                breaks.set(b, 0);
            }
        }
        restrict(Notice.BREAK_AGREED, -1, -difference, 0);
    }

    private void compareTotal(BreakCause cause, long difference) {
        int currency = balance.currency();
        int b = breaks.find(cause, currency);
        boolean differs = change(b, cause, currency, difference);
        cash.onTotal(cause, currency, sequence, balance.asOfSequence());
        if (!differs) {
            return;
        }
        if (difference != 0) {
            restrict(Notice.TOTAL_BREAK, -1, difference, balance.balance() - difference);
        } else {
            restrict(Notice.BREAK_AGREED, -1, 0, 0);
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
        change(was ? breaks.find(BreakCause.POSITION, i) : -1, BreakCause.POSITION, i, difference);
        positionBreak[i] = difference;
        positionBreaks += (difference != 0 ? 1 : 0) - (was ? 1 : 0);
        if (difference != 0) {
            restrict(Notice.POSITION_BREAK, i, difference, ledger.position(i));
        } else if (was) {
            restrict(Notice.BREAK_AGREED, i, 0, 0);
        }
        return difference == 0;
    }

    /**
     * Sets how much of an instrument's fills one of two sources alone has told in time.
     *
     * @param cause {@link BreakCause#FILL_UNCOPIED} or {@link BreakCause#FILL_UNBOOKED}
     * @param quantity at 10^-8, not negative
     * @param oldestSequence of the oldest of these fills, whose number a break bears that opens now
     * @param oldestNs the same fill's time
     */
    void late(BreakCause cause, int i, long quantity, long oldestSequence, long oldestNs) {
        boolean booked = cause == BreakCause.FILL_UNCOPIED;
        long[] of = booked ? uncopied : unbooked;
        long was = of[i];
        if (quantity == was) {
            return;
        }
        if (was == 0) {
            breaks.open(oldestSequence, oldestNs, cause, i, quantity);
        } else {
            breaks.set(breaks.find(cause, i), quantity);
        }
        of[i] = quantity;
        lateFills += (quantity != 0 ? 1 : 0) - (was != 0 ? 1 : 0);
        if (quantity == 0) {
            restrict(Notice.BREAK_AGREED, i, 0, 0);
        } else if (quantity > was) {
            restrict(booked ? Notice.FILL_UNCOPIED : Notice.FILL_UNBOOKED, i, quantity, was);
        }
    }

    /** @return false where there was no break and is none */
    private boolean change(int b, BreakCause cause, int owner, long difference) {
        if (b >= 0) {
            breaks.set(b, difference);
        } else if (difference != 0) {
            breaks.open(sequence, nowNs, cause, owner, difference);
        }
        return b >= 0 || difference != 0;
    }

    /** Throws where so much more cannot be noted, or not as a break of its own. */
    void admit(int currency, long amount) {
        breaks.requireRoom();
        Math.addExact(unexplained[currency], amount);
    }

    /** Notes, for a reason, that an amount went into suspense; the record in hand raises no other break. */
    void note(int currency, long amount, Notice reason, int instrument, long limit) {
        BreakCause cause = reason == Notice.BALANCE_BREAK ? BreakCause.BALANCE : BreakCause.FEE_UNKNOWN_FILL;
        unexplained[currency] = Math.addExact(unexplained[currency], amount);
        if (amount != 0) {
            breaks.open(sequence, nowNs, cause, currency, amount);
        }
        restrict(reason, instrument, amount, limit);
    }

    /** @return the open breaks */
    Breaks breaks() {
        return breaks;
    }

    /** Notes that a part of a break in cash, or all of it, has left suspense. */
    void explained(int b, long amount) {
        int currency = breaks.owner(b);
        long left = breaks.amount(b) - amount;
        unexplained[currency] -= amount;
        breaks.set(b, left);
        restrict(Notice.BREAK_EXPLAINED, -1, amount, left);
    }

    /** Notes that the record in hand has changed a position. */
    void positionChanged(int instrument) {
        positionChanged[instrument] = sequence;
    }

    private void restrict(Notice reason, int instrument, long value, long limit) {
        restricted = isBeyondLimit();
        engine.restrict(restricted, reason, instrument, value, limit);
    }

    private boolean isBeyondLimit() {
        if (breaks.size() == 0) {
            return false;
        }
        return positionBreaks > 0 || lateFills > 0 || maxUnexplained == 0 || cash.converted() > maxUnexplained;
    }

    private int requireCurrency(int currency) {
        if (currency < 0 || currency >= unexplained.length) {
            throw new IllegalArgumentException("no currency of this run: " + currency);
        }
        return currency;
    }

    @Override
    public void writeTo(StateWriter writer) {
        totals.writeTo(writer);
        breaks.writeTo(writer);
        cash.writeTo(writer);
        writer.putLongs(positionChanged, positionChanged.length);
        writer.putLongs(unexplained, unexplained.length);
        writer.putLongs(positionBreak, positionBreak.length);
        writer.putLongs(uncopied, uncopied.length);
        writer.putLongs(unbooked, unbooked.length);
        writer.putInt(restricted ? 1 : 0);
    }
}
