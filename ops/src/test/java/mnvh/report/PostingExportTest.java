package mnvh.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mnvh.event.CertificateSection;
import mnvh.event.EventHeader;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.journal.JournalReader;
import mnvh.journal.SessionFolder;
import mnvh.units.DecimalText;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostingExportTest {
    private static final int EVENTS = 4000;
    private static final List<String> CODES = List.of("USD", "BTC", "EUR");

    @TempDir
    private static Path folder;

    private static Path storm = Path.of("");

    @TempDir
    private Path files;

    @BeforeAll
    static void record() {
        storm = RecordedStorm.record(folder, EVENTS, 11, "fifo");
    }

    private record Exported(String text, PostingExport.Result result) {
        AuditResult audit() {
            return result.audit();
        }

        PlainText read() {
            return new PlainText(text);
        }
    }

    private static Exported export(Path session, PostingFormat format) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        try (SessionFolder opened = SessionFolder.open(session)) {
            PostingExport.Result result = PostingExport.of(opened, format, out);
            out.flush();
            return new Exported(text.toString(), result);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CSV")
    void everyTransactionBalancesInEachCommodity(PostingFormat format) {
        Exported exported = export(storm, format);
        PlainText read = exported.read();
        assertEquals(exported.result().transactions(), read.transactions());
        assertEquals(exported.result().postings(), read.postings());
        assertTrue(read.transactions() > EVENTS / 3, exported.result().toString());
        List<String> kinds = List.of(
                "opening",
                "timer",
                "fill \\w+",
                "trade_correction \\w+",
                "fee \\w+",
                "funding (PERP|COIN)",
                "accrual STOCK",
                "accrual",
                "cash",
                "balance_report",
                "resolution",
                "settlement FUTURE");
        for (String kind : kinds) {
            assertTrue(read.titles().stream().anyMatch(title -> title.matches("\\d+ " + kind)), kind);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CSV")
    void finalBalancesAreTheAuditors(PostingFormat format) {
        Exported exported = export(storm, format);
        assertEquals(auditorsResults(exported.audit()), results(exported.read().balances()));
    }

    /** What the auditor has of each component and currency, as debits, by the names that accounts give to it. */
    private static Map<String, BigDecimal> auditorsResults(AuditResult audit) {
        Map<String, BigDecimal> results = new TreeMap<>();
        for (AuditResult.Total total : audit.totals()) {
            BigDecimal amount = new BigDecimal(total.amount()).negate();
            if (amount.signum() != 0 && !total.component().equals("trading_cashflow")) {
                String part = total.component().equals("fx") ? "conversion" : total.component();
                results.put(part.replace('_', '-') + " " + total.currency(), amount.stripTrailingZeros());
            }
        }
        results.put("capital USD", new BigDecimal(-10_000).stripTrailingZeros());
        return results;
    }

    /** Sums by the second part of the account's name and commodity, without what is owned. */
    private static Map<String, BigDecimal> results(Map<String, String> balances) {
        Map<String, BigDecimal> results = new TreeMap<>();
        balances.forEach((account, balance) -> {
            String[] words = account.toLowerCase(Locale.ROOT).split("[: ]");
            String key = words[1].replace('_', '-') + " " + account.substring(account.lastIndexOf(' ') + 1);
            if (!words[0].equals("assets")) {
                results.merge(key, new BigDecimal(balance), BigDecimal::add);
            }
        });
        results.values().removeIf(sum -> sum.signum() == 0);
        results.replaceAll((key, sum) -> sum.stripTrailingZeros());
        return results;
    }

    /** The certificates are the ledger's own word, which the export never reads. */
    @Test
    void rowsAddUpToTheLedgersCertificateAtEveryStep() {
        Exported exported = export(storm, PostingFormat.CSV);
        List<String> rows = exported.text().lines().toList();
        assertEquals("sequence,timestamp,kind,instrument,currency,account,debit,credit,balance_after", rows.get(0));
        assertEquals(
                "1,2026-01-05T00:00:00.000000000Z,opening,,USD,assets:wallet:USD,10000.00000000,,10000.00000000",
                rows.get(1));
        assertEquals(exported.result().postings() + 1, rows.size());
        Map<String, BigDecimal> balances = new HashMap<>();
        int next = 1;
        int steps = 0;
        FrameReader reader = new FrameReader();
        CertificateSection said = new CertificateSection();
        try (SessionFolder opened = SessionFolder.open(storm);
                JournalReader frames = new JournalReader(opened.outbound())) {
            while (frames.next()) {
                long cause = EventHeader.cause(frames.buffer(), frames.offset());
                for (; next < rows.size() && sequence(rows.get(next)) <= cause; next++) {
                    add(rows.get(next), balances);
                }
                for (reader.wrap(frames.buffer(), frames.offset()); reader.next(); ) {
                    if (reader.kind() == SectionKind.CERTIFICATE) {
                        said.wrap(frames.buffer(), reader.start());
                        String code = CODES.get(said.currency());
                        assertAssets(balances, "wallet", code, said.wallet(), cause);
                        assertAssets(balances, "financing", code, said.financing(), cause);
                        assertAssets(balances, "positions", code, said.positionValue(), cause);
                        steps++;
                    }
                }
            }
        }
        assertTrue(steps > 1000, steps + " certificates");
    }

    private static long sequence(String row) {
        return Long.parseLong(row.substring(0, row.indexOf(',')));
    }

    private static void add(String row, Map<String, BigDecimal> balances) {
        String[] cells = row.split(",", -1);
        assertTrue(cells[6].isEmpty() != cells[7].isEmpty(), row);
        BigDecimal amount = cells[7].isEmpty() ? new BigDecimal(cells[6]) : new BigDecimal(cells[7]).negate();
        BigDecimal after = balances.merge(cells[5] + " " + cells[4], amount, BigDecimal::add);
        assertEquals(cells[8], after.toPlainString(), row);
    }

    private static void assertAssets(
            Map<String, BigDecimal> balances, String part, String code, long said, long cause) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> entry : balances.entrySet()) {
            boolean counts = entry.getKey().startsWith("assets:" + part + ":")
                    && entry.getKey().endsWith(" " + code);
            sum = counts ? sum.add(entry.getValue()) : sum;
        }
        assertEquals(0, sum.compareTo(new BigDecimal(DecimalText.format(said))), part + " " + code + " at " + cause);
    }

    @Test
    void hledgerFindsTheSameBalances() throws IOException, InterruptedException {
        String text = export(storm, PostingFormat.LEDGER).text();
        Hledger hledger = new Hledger(Files.writeString(files.resolve("storm.ledger"), text));
        hledger.check();
        assertEquals(new PlainText(text).balances(), hledger.balances());
    }

    private static final Map<String, String> EXAMPLE = Map.ofEntries(
            Map.entry("assets:wallet:USD USD", "10001.19710000"),
            Map.entry("assets:financing:A USD", "-600.30000000"),
            Map.entry("assets:financing:B USD", "999.60000000"),
            Map.entry("assets:positions:A USD", "606.00000000"),
            Map.entry("assets:positions:B USD", "-1020.00000000"),
            Map.entry("income:mtm:A USD", "-10.00000000"),
            Map.entry("income:mtm:B USD", "20.00000000"),
            Map.entry("income:edge:A USD", "0.70000000"),
            Map.entry("income:edge:B USD", "0.40000000"),
            Map.entry("expenses:fee:A USD", "1.40430000"),
            Map.entry("expenses:fee:B USD", "0.99960000"),
            Map.entry("income:funding:A USD", "0.10100000"),
            Map.entry("income:funding:B USD", "-0.10200000"),
            Map.entry("equity:capital:USD USD", "-10000.00000000"));

    @Test
    void workedExampleIsExactToTheUnit() {
        Exported exported = export(RecordedExample.record(files), PostingFormat.LEDGER);
        PlainText read = exported.read();
        assertNull(exported.audit().difference(), exported.audit().toString());
        assertEquals("9986.4971", exported.audit().finalEquity());
        assertEquals(new TreeMap<>(EXAMPLE), read.balances());
        assertEquals(7, read.transactions(), read.titles().toString());
    }

    @Test
    void hledgerAgreesWithTheWorkedExample() throws IOException, InterruptedException {
        String text =
                export(RecordedExample.record(files), PostingFormat.LEDGER).text();
        Hledger hledger = new Hledger(Files.writeString(files.resolve("example.ledger"), text));
        hledger.check();
        assertEquals(new TreeMap<>(EXAMPLE), hledger.balances());
    }

    @Test
    void transactionReadsAsPeopleWriteThem() {
        String text =
                export(RecordedExample.record(files), PostingFormat.LEDGER).text();
        String fill = """
            2026-01-05 6 fill A  ; time:2026-01-05T00:00:04.000000000Z
                assets:wallet:USD  -1.00050000 USD
                assets:financing:A  -1000.50000000 USD
                assets:positions:A  1000.00000000 USD
                income:edge:A  0.50000000 USD
                expenses:fee:A  1.00050000 USD
            """;
        assertTrue(text.contains(fill), text);
        String same =
                export(RecordedExample.record(files), PostingFormat.BEANCOUNT).text();
        String asBeancount = """
            2026-01-05 * "6 fill A"
              time: "2026-01-05T00:00:04.000000000Z"
              Assets:Wallet:USD  -1.00050000 USD
              Assets:Financing:A  -1000.50000000 USD
            """;
        assertTrue(same.contains(asBeancount), same);
        assertTrue(same.contains("\n1677-09-21 open Assets:Financing:A USD\n"), same);
    }

    @Test
    void differenceIsNotExported() {
        Path altered = AlteredSession.of(storm, files, (frame, sequence) -> {
            if (sequence == 700) {
                EventHeader.cause(frame, 0, 1);
            }
            return true;
        });
        Exported exported = export(altered, PostingFormat.LEDGER);
        assertEquals("", exported.text());
        assertNotNull(exported.audit().difference());
    }

    @Test
    void sessionThatWasNotClosedIsExportedUpToItsLastFrame() throws IOException {
        Path cut = AlteredSession.of(storm, files, (frame, sequence) -> sequence <= 500);
        Files.delete(cut.resolve("outbound").resolve("END"));
        Exported exported = export(cut, PostingFormat.LEDGER);
        assertTrue(exported.audit().unaudited() > 1000, exported.audit().toString());
        assertEquals(auditorsResults(exported.audit()), results(exported.read().balances()));
    }

    @Test
    void namesAreLegalAndEachItsOwn() {
        Universe odd = new Universe(List.of(
                odd(0, "BTC/USD:PERP", "USD"),
                odd(1, "BTC/USD PERP", "USD"),
                odd(2, "USD", "1INCH"),
                odd(3, "brk.b", "b"),
                odd(4, "-\u00e9;", "A\"B"),
                odd(5, "Brk.b", "USD")));
        AuditRecords records = new AuditRecords(RecordedExample.config(odd), odd);
        BookAccounts accounts = new BookAccounts(records.readings(), odd, records.currencies());
        assertEquals(List.of("USD", "\"1INCH\"", "b", "\"A_B\""), AccountNames.plainCommodities(records.currencies()));
        assertEquals(List.of("USD", "C1INCH", "BX", "A-B"), AccountNames.beancountCommodities(records.currencies()));
        assertEquals(
                List.of("BTC/USD_PERP", "BTC/USD_PERP_2", "USD_2", "brk.b", "-\u00e9_", "Brk.b"),
                positions("assets:positions:", AccountNames.plain(accounts)));
        assertEquals(
                List.of("BTC-USD-PERP", "BTC-USD-PERP-2", "USD-2", "Brk-b", "X---", "Brk-b-2"),
                positions("Assets:Positions:", AccountNames.beancount(accounts)));
    }

    private static List<String> positions(String prefix, List<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    private static Instrument odd(int index, String symbol, String currency) {
        Instrument like = HandMadeSession.UNIVERSE.get(0);
        return new Instrument(
                index,
                symbol,
                like.kind(),
                currency,
                like.tickSize(),
                like.sizeIncrement(),
                like.multiplier(),
                like.minQuantity(),
                like.maxQuantity(),
                like.minNotional(),
                like.initialMarginRate());
    }
}
