package mnvh.daemon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mnvh.event.OrderEventType;
import mnvh.monitor.NoticeReading;
import mnvh.monitor.OutboundReading;
import mnvh.monitor.RunSnapshot;
import mnvh.monitor.SessionReading;
import mnvh.monitor.StepReading;
import mnvh.units.Component;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** The run on one screen, as lines; pure, so that a test can read it. */
final class StatusPage {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    private final RunBanner banner;
    private final boolean colour;

    /** @param colour false where the user wants none: words and signs say the same */
    StatusPage(RunBanner banner, boolean colour) {
        this.banner = banner;
        this.colour = colour;
    }

    /** @return at most {@code height} lines of at most {@code width} columns */
    List<AttributedString> lines(RunSnapshot run, int width, int height) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(head(run));
        lines.add(AttributedString.EMPTY);
        OutboundReading out = run.outbound();
        StepReading step = out.step();
        lines.add(equity(run));
        lines.add(plain("components", components(out)));
        lines.add(line(
                "residual",
                DecimalText.format(out.largestResidual()),
                style(out.largestResidual() == 0 ? PLAIN : bad())));
        if (step == null) {
            lines.add(plain("step", "waiting for the first one to close"));
        } else {
            lines.add(plain(
                    "exposure",
                    format(
                            "beta %+.4f  gross %.3f  net %+.3f  kappa %.4f  risk scale %.4f",
                            step.marketBetaRatio(),
                            run.grossLeverage(),
                            step.net() / (double) step.equity(),
                            step.financingScale(),
                            step.riskScale())));
            lines.add(plain(
                    "margin",
                    format(
                            "worst case %s  maintenance %s  liquidation at a move of %.2f%%",
                            DecimalText.format(step.marginUsed()),
                            DecimalText.format(step.maintenanceMargin()),
                            100 * step.liquidationDistance())));
            lines.add(plain(
                    "throttle",
                    format(
                            "%.3f = rho %.3f x trend %.3f x drawdown %.3f x edge %.3f   (rho %+.4f, VR %.3f)",
                            step.throttle(),
                            step.throttleRho(),
                            step.throttleTrend(),
                            step.throttleDrawdown(),
                            step.throttleEdge(),
                            step.rho(),
                            step.varianceRatio())));
            lines.add(plain(
                    "fee budget",
                    format(
                            "fees over gross profit %.3f  no-trade band %.4f %% of equity",
                            step.feeToGross(), 100 * step.tradeThreshold())));
        }
        lines.add(plain(
                "orders",
                format(
                        "sent %d  filled %d  rejected %d  not sent %d  denied %d  cancels %d",
                        run.ordersSent(),
                        out.filled(),
                        run.count(OrderEventType.REJECTED),
                        run.count(OrderEventType.NOT_SENT),
                        run.denied(),
                        out.cancelsSent())));
        SessionReading session = run.inbound().session();
        lines.add(line(
                "FIX session",
                session.state()
                        + (session.text().isEmpty() ? "" : "  " + session.text())
                        + format(
                                "  (market data %d, refused %d)",
                                run.inbound().marketDataEvents(), run.inbound().refused()),
                style(run.sessionUp() ? PLAIN : bad())));
        NoticeReading notice = out.notice();
        lines.add(plain("notice", notice == null ? "none" : notice.name() + " at " + time(notice.timestampNs())));
        lines.add(AttributedString.EMPTY);
        lines.add(plain("journal", banner.journal().toString()));
        if (!banner.address().isEmpty()) {
            lines.add(plain("monitor", banner.address() + "metrics"));
        }
        lines.add(plain("", "q or Ctrl-C ends the run in order"));
        return fit(lines, width, height);
    }

    private AttributedString head(RunSnapshot run) {
        OutboundReading out = run.outbound();
        StepReading step = out.step();
        String state = out.state().isEmpty() ? "STARTING" : out.state();
        AttributedStyle style = state.equals("ACTIVE") ? AttributedStyle.BOLD.foreground(AttributedStyle.GREEN) : bad();
        String steps = step == null
                ? "no step yet"
                : "step " + step.step() + (banner.steps() > 0 ? " of " + banner.steps() : "") + "  "
                        + step.outcome().name().toLowerCase(Locale.ROOT) + "  " + time(step.closeNs());
        return new AttributedStringBuilder()
                .styled(style(AttributedStyle.BOLD), "MNVH " + banner.mode().toUpperCase(Locale.ROOT))
                .append("  ")
                .styled(style(style), state)
                .append("  ")
                .append(steps)
                .toAttributedString();
    }

    private AttributedString equity(RunSnapshot run) {
        if (run.outbound().step() == null) {
            return plain("equity", format("%,.2f %s", FixedPoint.toDouble(banner.initialCash()), banner.currency()));
        }
        long change = run.outbound().equity() - banner.initialCash();
        return plain(
                "equity",
                format(
                        "%,.2f %s  since start %+,.2f (%+.4f %%)  drawdown %.4f %%",
                        FixedPoint.toDouble(run.outbound().equity()),
                        banner.currency(),
                        FixedPoint.toDouble(change),
                        100.0 * change / banner.initialCash(),
                        100 * run.drawdown()));
    }

    private static String components(OutboundReading out) {
        StringBuilder text = new StringBuilder();
        for (Component component : new Component[] {Component.MTM, Component.EDGE, Component.FEE, Component.FUNDING}) {
            text.append(format(
                    "%s %+,.2f  ",
                    component.name().toLowerCase(Locale.ROOT), out.components().of(component)));
        }
        return text.toString().stripTrailing();
    }

    private AttributedString plain(String label, String text) {
        return line(label, text, PLAIN);
    }

    private AttributedString line(String label, String text, AttributedStyle style) {
        return new AttributedStringBuilder()
                .styled(style(AttributedStyle.DEFAULT.faint()), format("%-12s", label))
                .styled(style, text)
                .toAttributedString();
    }

    private AttributedStyle style(AttributedStyle wanted) {
        return colour ? wanted : PLAIN;
    }

    private static AttributedStyle bad() {
        return AttributedStyle.BOLD.foreground(AttributedStyle.RED);
    }

    private static List<AttributedString> fit(List<AttributedString> lines, int width, int height) {
        List<AttributedString> fitting = new ArrayList<>();
        for (AttributedString line : lines.subList(0, Math.min(lines.size(), Math.max(1, height)))) {
            fitting.add(line.columnLength() > width ? line.columnSubSequence(0, Math.max(1, width)) : line);
        }
        return fitting;
    }

    private static String time(long ns) {
        return Instant.ofEpochSecond(ns / 1_000_000_000L).toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
