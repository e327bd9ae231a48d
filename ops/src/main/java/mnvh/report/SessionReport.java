package mnvh.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mnvh.event.EventKind;
import mnvh.event.StepSection;
import mnvh.journal.JournalException;
import mnvh.journal.JournalReader;
import mnvh.journal.SessionFolder;
import mnvh.stats.Performance;
import mnvh.units.Component;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;
import mnvh.units.Int128;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;

/**
 * What a session earned and why, from its journal alone: the outbound frames, and the inbound stream's first two
 * records for configuration and universe.
 *
 * <p>E_0 is the initial cash, E_k the last equity known before step k + 1 closes; the first step has no return.
 */
public final class SessionReport {
    /** Let the annualisation follow from the steps' spacing. */
    public static final double FROM_SPACING = Double.NaN;

    private final SessionFolder session;
    private final String config;
    private final String universeText;
    private final Universe universe;
    private final SessionBooks books;
    private final SampleRho rho;
    private final long head;
    private final double periodsPerYear;

    private SessionReport(SessionFolder session, double periodsPerYear) {
        this.session = session;
        try (JournalReader inbound = new JournalReader(session.inbound())) {
            config = text(inbound, EventKind.CONFIG);
            universeText = text(inbound, EventKind.UNIVERSE);
        }
        universe = UniverseText.parse(universeText);
        books = new SessionBooks(universe);
        rho = new SampleRho(universe.size());
        try (JournalReader outbound = new JournalReader(session.outbound())) {
            while (outbound.next()) {
                books.add(outbound.buffer(), outbound.offset());
                rho.add(outbound.buffer(), outbound.offset());
            }
            head = outbound.head();
        }
        this.periodsPerYear = Double.isNaN(periodsPerYear) ? spacing() : periodsPerYear;
    }

    /**
     * Reads a session; it may still be running.
     *
     * @param session the session's folder
     * @param periodsPerYear steps in a year, or {@link #FROM_SPACING}
     * @return the report; throws {@link JournalException} where there is no session or a record is damaged
     */
    public static SessionReport read(Path session, double periodsPerYear) {
        return new SessionReport(SessionFolder.open(session), periodsPerYear);
    }

    private static String text(JournalReader reader, int kind) {
        if (!reader.next() || reader.kind() != kind) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    "the inbound stream does not start with the configuration and the universe");
        }
        return reader.text();
    }

    private double spacing() {
        List<Long> closes = new ArrayList<>();
        for (StepRow row : books.rows()) {
            closes.add(row.section().closeNs());
        }
        return PeriodsPerYear.of(closes);
    }

    /** @return the session in one page */
    public Summary summary() {
        List<StepRow> rows = books.rows();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("steps", (long) rows.size());
        counts.put("orders", books.orders());
        counts.put("denied", books.denied());
        counts.put("fills", books.fills());
        counts.put("fee_differences", books.feeDifferences());
        Map<String, BigDecimal> components = new LinkedHashMap<>();
        for (Component component : Component.values()) {
            components.put(name(component), money(books.total(component)));
        }
        double[] curve = books.curve();
        boolean judged = curve.length > 1 && curve[0] > 0 && periodsPerYear > 0;
        return new Summary(
                identity(),
                periodsPerYear,
                DecimalText.format(books.initialEquity()),
                DecimalText.format(books.equity()),
                judged ? Performance.of(curve, periodsPerYear) : null,
                turnoverPerYear(),
                feeToGross(),
                rho.value(),
                rho.standardError(),
                counts,
                money(books.feeDifference()).toPlainString(),
                DecimalText.format(books.residual()),
                rows.isEmpty() ? "" : hex(rows.get(rows.size() - 1).section().stateHash()),
                hex(head),
                components);
    }

    private Map<String, String> identity() {
        List<StepRow> rows = books.rows();
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put(
                "name",
                String.valueOf(session.path().toAbsolutePath().normalize().getFileName()));
        identity.put("instruments", Integer.toString(universe.size()));
        identity.put(
                "first_close", rows.isEmpty() ? "" : time(rows.get(0).section().closeNs()));
        identity.put(
                "last_close",
                rows.isEmpty() ? "" : time(rows.get(rows.size() - 1).section().closeNs()));
        identity.put("frames", Long.toString(books.frames()));
        identity.put("config_sha256", sha256(config));
        identity.put("universe_sha256", sha256(universeText));
        return identity;
    }

    private double turnoverPerYear() {
        List<StepRow> rows = books.rows();
        double sum = 0;
        for (int k = 1; k < rows.size(); k++) {
            sum += rows.get(k).turnover();
        }
        return rows.size() < 2 ? Double.NaN : sum / (rows.size() - 1) * periodsPerYear;
    }

    private double feeToGross() {
        BigDecimal fees = money(books.total(Component.FEE))
                .add(money(books.total(Component.REBATE)))
                .negate();
        BigDecimal gross = money(books.total(Component.MTM))
                .add(money(books.total(Component.EDGE)))
                .add(money(books.total(Component.FUNDING)));
        return gross.signum() > 0 ? fees.doubleValue() / gross.doubleValue() : Double.NaN;
    }

    /**
     * Writes summary.json, steps.csv, components.csv, fills.csv, config.yaml and universe.tsv.
     *
     * @param folder made where it is missing; files of an earlier report are replaced
     */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (PrintWriter out = file(folder, "summary.json")) {
            summary().writeJson(out);
        }
        try (PrintWriter out = file(folder, "steps.csv")) {
            StepTable.write(books.rows(), new CsvWriter(out));
        }
        try (PrintWriter out = file(folder, "components.csv")) {
            writeComponents(new CsvWriter(out));
        }
        try (PrintWriter out = file(folder, "fills.csv");
                JournalReader outbound = new JournalReader(session.outbound())) {
            FillTable.write(outbound, universe, new CsvWriter(out));
        }
        Files.writeString(folder.resolve("config.yaml"), config);
        Files.writeString(folder.resolve("universe.tsv"), universeText);
    }

    /** Rows without a step are totals of the session, rows without a symbol are sums over the universe. */
    private void writeComponents(CsvWriter csv) {
        csv.row("step", "symbol", "component", "amount");
        for (Component component : Component.values()) {
            csv.row("", "", name(component), money(books.total(component)).toPlainString());
        }
        for (int i = 0; i < universe.size(); i++) {
            for (Component component : Component.values()) {
                Int128 total = books.total(component, i);
                if (!total.isZero()) {
                    csv.row(
                            "",
                            universe.get(i).symbol(),
                            name(component),
                            money(total).toPlainString());
                }
            }
        }
        for (StepRow row : books.rows()) {
            StepSection section = row.section();
            for (Component component : Component.values()) {
                long amount = row.component(component.ordinal());
                if (amount != 0) {
                    csv.row(Long.toString(section.step()), "", name(component), DecimalText.format(amount));
                }
            }
        }
    }

    private static PrintWriter file(Path folder, String name) throws IOException {
        return new CheckedPrintWriter(Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8));
    }

    static String name(Component component) {
        return component.name().toLowerCase(Locale.ROOT);
    }

    static String time(long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, 1_000_000_000L), Math.floorMod(ns, 1_000_000_000L))
                .toString();
    }

    static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    private static BigDecimal money(Int128 amount) {
        return new BigDecimal(amount.toBigInteger(), FixedPoint.DECIMALS);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
