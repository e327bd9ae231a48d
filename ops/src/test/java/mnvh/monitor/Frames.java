package mnvh.monitor;

import mnvh.event.CancelOrderSection;
import mnvh.event.DenialSection;
import mnvh.event.FillSection;
import mnvh.event.NewOrderSection;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.StepOutcome;
import mnvh.event.StepSection;
import mnvh.units.Component;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;

/** Frames written by hand: one step that sends orders, one fill, one notice. */
final class Frames {
    static final long CLOSE_NS = 1_700_000_000_000_000_000L;

    private final OutboundFrame frame = new OutboundFrame(OutboundFrame.capacityFor(4, 100));

    /** Equity 1000, two buys and a sell sent, one cancel, one denial by verdict 1, MTM -3 and +5. */
    OutboundFrame step(long number) {
        frame.begin(number + 10, CLOSE_NS);
        new StepSection()
                .wrap(frame.buffer(), frame.section(SectionKind.STEP, StepSection.LENGTH))
                .step(number)
                .closeNs(CLOSE_NS)
                .outcome(StepOutcome.TRADED.ordinal())
                .state(0)
                .equity(units(1000))
                .peakEquity(units(1250))
                .gross(units(1500))
                .marketBetaRatio(0.05)
                .rho(0.1)
                .dispersion(0.0004)
                .throttle(0.75)
                .financingScale(FixedPoint.RATE_SCALE / 2)
                .riskScale(FixedPoint.RATE_SCALE);
        frame.component(Component.MTM, 0, 0, units(-3));
        frame.component(Component.MTM, 2, 0, units(5));
        order(Side.BUY, 1);
        order(Side.BUY, 2);
        order(Side.SELL, 3);
        new CancelOrderSection()
                .wrap(frame.buffer(), frame.section(SectionKind.CANCEL_ORDER, CancelOrderSection.LENGTH));
        new DenialSection()
                .wrap(frame.buffer(), frame.section(SectionKind.DENIAL, DenialSection.LENGTH))
                .reason(1);
        frame.conclude();
        return frame;
    }

    /** Buys 2 at 100.5 with the mark at 100: edge -1, fee 0.25, equity 998.75 after. */
    OutboundFrame fill() {
        frame.begin(12, CLOSE_NS + 1);
        new FillSection()
                .wrap(frame.buffer(), frame.section(SectionKind.FILL, FillSection.LENGTH))
                .clOrdId(1)
                .side(Side.BUY)
                .liquidity(Liquidity.TAKER)
                .quantity(units(2))
                .price(units(100) + FixedPoint.SCALE / 2)
                .markPrice(units(100))
                .fee(FixedPoint.SCALE / 4)
                .equity(units(998) + FixedPoint.SCALE / 4 * 3);
        frame.component(Component.TRADING_CASHFLOW, 0, 0, units(200));
        frame.component(Component.EDGE, 0, 0, units(-1));
        frame.component(Component.FEE, 0, 0, -FixedPoint.SCALE / 4);
        frame.conclude();
        return frame;
    }

    /** The engine goes from state 0 to {@code stateAfter}. */
    OutboundFrame notice(Notice notice, int stateAfter) {
        frame.begin(13, CLOSE_NS + 2);
        new NoticeSection()
                .wrap(frame.buffer(), frame.section(SectionKind.NOTICE, NoticeSection.LENGTH))
                .code(notice.ordinal())
                .instrument(-1)
                .value(7)
                .limit(5)
                .stateAfter(stateAfter);
        frame.conclude();
        return frame;
    }

    private void order(Side side, long id) {
        new NewOrderSection()
                .wrap(frame.buffer(), frame.section(SectionKind.NEW_ORDER, NewOrderSection.LENGTH))
                .clOrdId(id)
                .side(side);
    }

    private static long units(long whole) {
        return whole * FixedPoint.SCALE;
    }
}
