package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.BooleanSupplier;
import mnvh.audit.AuditBooks;
import mnvh.audit.AuditLot;
import mnvh.audit.AuditReadings;
import mnvh.audit.AuditRules;
import mnvh.audit.Exact;
import mnvh.config.FeeConfig;
import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.Liquidity;
import mnvh.units.Side;

/** The ledger with the auditor at its side, who hears what the ledger booked and must say the same at every step. */
final class CampaignAudit extends CampaignLedger {
    private final AuditBooks audit;
    private final boolean converts;
    private final boolean tiered;

    /** @param converts false where numbers are so large that the reporting currency cannot hold them */
    CampaignAudit(CampaignMarket market, LotsConfig lots, FeeConfig feeConfig, boolean converts) {
        super(market, lots, feeConfig);
        this.converts = converts;
        this.tiered = feeConfig == FEES;
        audit = new AuditBooks(
                new AuditRules(market.universe, market.currencies, lots, feeConfig, INITIAL, MAX_AGE_NS));
    }

    /** Tells the auditor, who must see the same effect. */
    private static Effect both(Effect effect, BooleanSupplier audited) {
        if (effect != Effect.REFUSED) {
            assertEquals(effect == Effect.DONE, audited.getAsBoolean(), "effect of an event");
        }
        return effect;
    }

    private static Effect booked(Effect effect, Runnable audited) {
        if (effect == Effect.DONE) {
            audited.run();
        }
        return effect;
    }

    @Override
    public Effect mark(int i, long price) {
        return both(super.mark(i, price), () -> audit.mark(i, price));
    }

    @Override
    public Effect fill(
            long id, int i, Side side, long quantity, long price, Liquidity liquidity, Commission paid, long timeNs) {
        audit.fees().at(timeNs);
        return both(
                super.fill(id, i, side, quantity, price, liquidity, paid, timeNs),
                () -> audit.fill(
                        id,
                        i,
                        side,
                        quantity,
                        price,
                        liquidity,
                        paid.reported(),
                        paid.currency(),
                        paid.amount(),
                        timeNs));
    }

    @Override
    public Effect bust(int i, long id) {
        return both(super.bust(i, id), () -> audit.bust(i, id));
    }

    @Override
    public Effect correct(long oldId, long id, int i, Side side, long quantity, long price, Commission paid) {
        return both(
                super.correct(oldId, id, i, side, quantity, price, paid),
                () -> audit.correct(
                        i,
                        oldId,
                        id,
                        side,
                        quantity,
                        price,
                        Liquidity.TAKER,
                        paid.reported(),
                        paid.currency(),
                        paid.amount()));
    }

    @Override
    public Effect lateFee(int i, long id, FeeKind kind, int currency, long fee) {
        return both(super.lateFee(i, id, kind, currency, fee), () -> audit.lateFee(i, id, kind, currency, fee));
    }

    @Override
    public Effect settle(long id, int i, long price, long timeNs) {
        return both(super.settle(id, i, price, timeNs), () -> audit.settle(i, price));
    }

    @Override
    public Effect funding(int i, long rate, long price, long boundaryNs) {
        Effect effect = super.funding(i, rate, price, boundaryNs);
        // Where the position at the boundary is not known any more the ledger books nothing, and says so.
        return funded == CarryOutcome.POSITION_UNKNOWN
                ? effect
                : both(effect, () -> audit.funding(i, rate, price, boundaryNs));
    }

    @Override
    public Effect borrow(int i, long rate, long boundaryNs) {
        return both(super.borrow(i, rate, boundaryNs), () -> audit.borrow(i, rate, boundaryNs));
    }

    @Override
    public Effect interest(int currency, long rate, long boundaryNs) {
        return both(super.interest(currency, rate, boundaryNs), () -> audit.interest(currency, rate, boundaryNs));
    }

    @Override
    public Effect external(int currency, long amount) {
        return booked(super.external(currency, amount), () -> audit.external(currency, amount));
    }

    @Override
    public Effect suspend(int currency, long amount) {
        return booked(super.suspend(currency, amount), () -> audit.suspense(currency, amount));
    }

    @Override
    public Effect resolve(int currency, Account account, long amount) {
        return booked(super.resolve(currency, account, amount), () -> {
            Component component = account.component();
            if (component != null) {
                audit.resolve(currency, component, amount);
            }
        });
    }

    @Override
    public Effect convert(int from, long paid, int to, long received, long nowNs) {
        return both(
                super.convert(from, paid, to, received, nowNs), () -> audit.convert(from, paid, to, received, nowNs));
    }

    @Override
    public Effect indexPrice(int currency, long price, long timeNs) {
        return both(super.indexPrice(currency, price, timeNs), () -> audit.rate(currency, price, timeNs));
    }

    @Override
    public Effect closeStep(long nowNs) {
        Effect effect = super.closeStep(nowNs);
        audit.closeStep(nowNs);
        compare();
        return effect;
    }

    private void compare() {
        AuditReadings read = audit.readings();
        if (tiered) {
            same("traded notional", 0, audit.fees().reached().min(Exact.of(Long.MAX_VALUE)), fees.reached());
        }
        for (int i = 0; i < CampaignMarket.INSTRUMENTS; i++) {
            same("position", i, read.position(i), ledger.position(i));
            same("mark", i, read.mark(i), ledger.markPrice(i));
            same("value", i, read.value(i), ledger.value(i));
            same("realised", i, read.realised(i), ledger.realised(i));
            same("unrealised", i, read.unrealised(i), ledger.unrealised(i));
            same("cost", i, read.cost(i), ledger.lots(i).cost());
            lots(i, read.lots(i), ledger.lots(i));
            for (Component component : Component.values()) {
                same(
                        component.name(),
                        i,
                        read.component(component, i),
                        ledger.components().inRow(component, i));
            }
        }
        for (int c = 0; c < market.currencies.size(); c++) {
            same("wallet", c, read.wallet(c), ledger.books().total(Account.WALLET, c));
            same("financing", c, read.financing(c), ledger.books().total(Account.FINANCING, c));
            same("position value", c, read.positionValue(c), ledger.books().total(Account.POSITION_VALUE, c));
            for (Component component : Component.values()) {
                String name = component.name() + " of the currency";
                same(
                        name,
                        c,
                        read.componentOfCurrency(component, c),
                        ledger.components().inCurrency(component, c));
            }
        }
        if (converts) {
            compareReport(read);
        }
    }

    private void compareReport(AuditReadings read) {
        assertEquals(audit.known(), ledger.translation().known(), "known");
        for (int c = 0; c < market.currencies.size(); c++) {
            same(
                    "reported equity",
                    c,
                    read.reportedEquity(c),
                    ledger.translation().equity(c));
            for (Component component : Component.values()) {
                String name = "reported " + component.name();
                same(
                        name,
                        c,
                        read.reportedComponent(component, c),
                        ledger.translation().component(component, c));
            }
        }
        same("equity", 0, read.equity(), ledger.equity());
    }

    private static void lots(int i, List<AuditLot> audited, Lots lots) {
        assertEquals(audited.size(), lots.count(), "lots of instrument " + i);
        for (int rank = 0; rank < lots.count(); rank++) {
            AuditLot lot = audited.get(rank);
            same("lot's quantity", i, lot.quantity(), lots.quantity(rank));
            same("lot's cost", i, lot.cost(), lots.cost(rank));
            same("lot's fees", i, lot.fees(), lots.fees(rank));
            assertEquals(lot.id(), lots.id(rank), "lot's id of instrument " + i);
            assertEquals(lot.openedNs(), lots.openedNs(rank), "lot's time of instrument " + i);
        }
    }

    private static void same(String what, int index, Exact audited, long booked) {
        if (!audited.equals(Exact.of(booked))) {
            assertEquals(audited.toString(), Long.toString(booked), what + " " + index);
        }
    }
}
