package mnvh.report;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mnvh.audit.AuditReadings;
import mnvh.audit.Exact;
import mnvh.audit.StandingFill;
import mnvh.config.LotsConfig;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.FillEvent;
import mnvh.event.SettlementEvent;
import mnvh.event.TradeCorrectionEvent;
import mnvh.journal.JournalException;
import mnvh.report.ExactTable.Kind;
import mnvh.units.Component;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/**
 * Splits profit by lot, with a line for each component that belongs to no lot.
 *
 * <p>Amounts in other currencies are told at the last index price, so that there is no gain of the price to tell apart.
 * A lot is what the fills that stand at the end make of it: of a fill that was taken back there is none. One thread.
 */
final class PnlLots implements PnlWatch {
    /** What lots earn and cost. */
    private static final Set<Component> OF_LOTS = Set.of(
            Component.MTM,
            Component.EDGE,
            Component.FEE,
            Component.CLEARING_FEE,
            Component.REGULATORY_FEE,
            Component.TAX,
            Component.OTHER_FEE,
            Component.REBATE);

    private final AuditReadings readings;
    private final AuditRows rows;
    private final Universe universe;
    private final LotsConfig config;
    private final List<List<StandingFill>> fills = new ArrayList<>();
    private final List<Map<Long, String>> names = new ArrayList<>();
    private final long[] settledNs;
    private final Exact[] amounts;
    private final Exact[] profits;
    private final FillEvent fill = new FillEvent();
    private final TradeCorrectionEvent correction = new TradeCorrectionEvent();
    private final SettlementEvent settlement = new SettlementEvent();
    private long lastNs;

    PnlLots(AuditRecords records) {
        this.readings = records.readings();
        this.universe = records.universe();
        this.rows = new AuditRows(universe, records.currencies());
        this.config = records.lots();
        this.settledNs = new long[universe.size()];
        this.amounts = new Exact[records.currencies().size()];
        this.profits = new Exact[amounts.length];
        for (int i = 0; i < settledNs.length; i++) {
            fills.add(new ArrayList<>());
            names.add(new HashMap<>());
        }
    }

    @Override
    public void booked(int instrument, StandingFill booked) {
        fills.get(instrument).add(booked);
    }

    @Override
    public void replaced(int instrument, long id, @Nullable StandingFill replacement) {
        List<StandingFill> all = fills.get(instrument);
        int place = all.size() - 1;
        while (all.get(place).id() != id) {
            place--;
        }
        if (replacement == null) {
            all.remove(place);
        } else {
            all.set(place, replacement);
        }
    }

    @Override
    public void taken(ByteBuffer record, int at) {
        lastNs = EventHeader.timestampNs(record, at);
        switch (EventHeader.kind(record, at)) {
            case EventKind.FILL -> name(fill.wrap(record, at).instrument(), fill.execIdHash(), fill.execId());
            case EventKind.TRADE_CORRECTION ->
                name(correction.wrap(record, at).instrument(), correction.execIdHash(), correction.execId());
            case EventKind.SETTLEMENT -> {
                int i = settlement.wrap(record, at).instrument();
                if (i >= 0 && i < settledNs.length && readings.expired(i) && settledNs[i] == 0) {
                    settledNs[i] = lastNs;
                }
            }
            default -> {
                // Nothing else opens or closes a lot.
            }
        }
    }

    /** Records that are refused may be of no instrument. */
    private void name(int instrument, long id, String text) {
        if (instrument >= 0 && instrument < names.size()) {
            names.get(instrument).put(id, text);
        }
    }

    @Override
    public ExactTable table() {
        ExactTable table = new ExactTable("rows")
                .columns(Kind.TEXT, "row", "of", "currency", "id", "side", "opened_at", "closed_at", "held")
                .columns(Kind.NUMBER, "opened", "merged", "closed", "open", "cost")
                .columns(Kind.NUMBER, "realised", "unrealised", "fees", "amount")
                .columns(Kind.SUM, "profit");
        for (int c = 0; c < amounts.length; c++) {
            amounts[c] = Exact.ZERO;
            profits[c] = Exact.ZERO;
        }
        for (int i = 0; i < settledNs.length; i++) {
            writeLots(table, i);
        }
        for (int row = 0; row < rows.size(); row++) {
            writeRest(table, row);
        }
        for (int c = 1; c < amounts.length; c++) {
            Exact rounding = told(amounts[c], c).subtract(profits[c]);
            table.text("rounding").text(rows.name(universe.size() + c)).text(rows.name(universe.size() + c));
            table.skip(14).number(rounding).end();
        }
        return table;
    }

    private void writeLots(ExactTable table, int i) {
        LotDiary diary = new LotDiary(config, fills.get(i));
        if (!diary.leaves(readings.lots(i))) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    "the lots of " + universe.get(i).symbol() + " are not the auditor's " + readings.lots(i));
        }
        Exact value = readings.value(i);
        Exact quantity = readings.position(i).abs();
        for (LotLife lot : diary.lives()) {
            Exact worth = Exact.ZERO;
            if (lot.open().signum() > 0) {
                worth = Exact.share(value, lot.open(), quantity);
                value = value.subtract(worth);
                quantity = quantity.subtract(lot.open());
            }
            write(table, i, lot, worth.subtract(lot.cost()));
        }
    }

    private void write(ExactTable table, int i, LotLife lot, Exact unrealised) {
        boolean open = lot.open().signum() > 0;
        long endedNs = open ? lastNs : lot.endedNs() == 0 ? settledNs[i] : lot.endedNs();
        table.text("lot").text(rows.name(i)).text(rows.name(universe.size() + rows.currency(i)));
        table.text(names.get(i).getOrDefault(lot.id(), SessionReport.hex(lot.id())))
                .text(lot.side() > 0 ? "long" : "short")
                .text(SessionReport.time(lot.openedNs()))
                .text(open ? "" : SessionReport.time(endedNs))
                .text(Duration.ofNanos(endedNs - lot.openedNs()).toString());
        table.number(lot.opened())
                .number(lot.merged())
                .number(lot.closed())
                .number(lot.open())
                .number(lot.cost())
                .number(lot.realised())
                .number(unrealised)
                .number(lot.fees());
        end(table, rows.currency(i), lot.realised().add(unrealised).subtract(lot.fees()));
    }

    private void writeRest(ExactTable table, int row) {
        int c = rows.currency(row);
        for (Component component : PnlRows.COMPONENTS) {
            boolean own = rows.isInstrument(row);
            Exact amount = own ? readings.component(component, row) : readings.generalComponent(component, c);
            if (amount.signum() != 0 && !(own && OF_LOTS.contains(component))) {
                table.text(SessionReport.name(component)).text(rows.name(row)).text(rows.name(universe.size() + c));
                end(table.skip(13), c, amount);
            }
        }
    }

    /** Ends a line with an amount, in its currency and in the reporting one. */
    private void end(ExactTable table, int currency, Exact amount) {
        Exact profit = told(amount, currency);
        amounts[currency] = amounts[currency].add(amount);
        profits[currency] = profits[currency].add(profit);
        table.number(amount).number(profit).end();
    }

    private Exact told(Exact amount, int currency) {
        return Exact.halfEven(amount, readings.rate(currency), Exact.SCALE);
    }
}
