package mnvh.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mnvh.event.AccrualEvent;
import mnvh.event.BalanceReportEvent;
import mnvh.event.BreakSection;
import mnvh.event.CancelOrderSection;
import mnvh.event.CashEvent;
import mnvh.event.CertificateSection;
import mnvh.event.Column;
import mnvh.event.CommandEvent;
import mnvh.event.DecisionSection;
import mnvh.event.DenialSection;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.FeeEvent;
import mnvh.event.FillCopyEvent;
import mnvh.event.FillEvent;
import mnvh.event.FillSection;
import mnvh.event.FundingEvent;
import mnvh.event.IndexPriceEvent;
import mnvh.event.InstrumentStatusEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.NewOrderSection;
import mnvh.event.NoticeSection;
import mnvh.event.OrderEvent;
import mnvh.event.OrderProofSection;
import mnvh.event.OrderStateSection;
import mnvh.event.OutboundFrame;
import mnvh.event.PositionReportEvent;
import mnvh.event.RefusedEvent;
import mnvh.event.ReplaceOrderSection;
import mnvh.event.ResolutionEvent;
import mnvh.event.SectionKind;
import mnvh.event.SessionEvent;
import mnvh.event.SettlementEvent;
import mnvh.event.StepSection;
import mnvh.event.TermEvent;
import mnvh.event.TermSection;
import mnvh.event.TimerEvent;
import mnvh.event.TradeCorrectionEvent;
import mnvh.event.VarianceRatioSection;
import net.openhft.chronicle.wire.Wires;
import org.junit.jupiter.api.Test;

/** Holds the layouts against the flyweights, and the page against the layouts. */
class JournalFormatTest {
    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("market_data", MarketDataEvent.class),
            Map.entry("order", OrderEvent.class),
            Map.entry("fill", FillEvent.class),
            Map.entry("funding", FundingEvent.class),
            Map.entry("timer", TimerEvent.class),
            Map.entry("session", SessionEvent.class),
            Map.entry("command", CommandEvent.class),
            Map.entry("instrument_status", InstrumentStatusEvent.class),
            Map.entry("refused", RefusedEvent.class),
            Map.entry("index_price", IndexPriceEvent.class),
            Map.entry("accrual", AccrualEvent.class),
            Map.entry("settlement", SettlementEvent.class),
            Map.entry("trade_correction", TradeCorrectionEvent.class),
            Map.entry("fee", FeeEvent.class),
            Map.entry("cash", CashEvent.class),
            Map.entry("balance_report", BalanceReportEvent.class),
            Map.entry("position_report", PositionReportEvent.class),
            Map.entry("resolution", ResolutionEvent.class),
            Map.entry("term", TermEvent.class),
            Map.entry("fill_copy", FillCopyEvent.class));
    private static final Map<String, Class<?>> SECTIONS = Map.ofEntries(
            Map.entry("new_order", NewOrderSection.class),
            Map.entry("cancel_order", CancelOrderSection.class),
            Map.entry("step", StepSection.class),
            Map.entry("fill", FillSection.class),
            Map.entry("order_state", OrderStateSection.class),
            Map.entry("denial", DenialSection.class),
            Map.entry("notice", NoticeSection.class),
            Map.entry("certificate", CertificateSection.class),
            Map.entry("replace_order", ReplaceOrderSection.class),
            Map.entry("break", BreakSection.class),
            Map.entry("variance_ratio", VarianceRatioSection.class),
            Map.entry("decision", DecisionSection.class),
            Map.entry("order_proof", OrderProofSection.class),
            Map.entry("term", TermSection.class));

    private static Map<String, Integer> constants(Class<?> type) throws ReflectiveOperationException {
        Map<String, Integer> found = new TreeMap<>();
        for (java.lang.reflect.Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class) {
                field.setAccessible(true);
                found.put(field.getName(), field.getInt(null));
            }
        }
        return found;
    }

    private static void assertSameFields(RecordLayout layout, Class<?> type) throws ReflectiveOperationException {
        Map<String, Integer> constants = constants(type);
        Map<String, Integer> expected = new TreeMap<>();
        constants.forEach((name, value) -> {
            if (name.endsWith("_OFFSET")) {
                expected.put(name.substring(0, name.length() - 7).toLowerCase(Locale.ROOT), value);
            }
        });
        Map<String, Integer> actual = new TreeMap<>();
        layout.fields().forEach(field -> actual.put(field.name(), field.offset()));
        assertEquals(expected, actual, layout.name());
        assertEquals(constants.get("LENGTH"), layout.length(), layout.name());
        for (Field field : layout.fields()) {
            if (field.type() == FieldType.TEXT) {
                assertEquals(constants.get(field.name().toUpperCase(Locale.ROOT) + "_LENGTH"), field.bytes());
            } else if (type != EventHeader.class) {
                assertEquals(bytesOf(type, field), field.bytes(), layout.name() + "." + field.name());
            }
        }
    }

    /** Bytes that the flyweight's accessor reads, by what it returns. */
    private static int bytesOf(Class<?> type, Field field) throws ReflectiveOperationException {
        StringBuilder name = new StringBuilder();
        for (String word : field.name().split("_")) {
            name.append(name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        Method accessor = type.getMethod(name.toString());
        Class<?> result = accessor.getReturnType();
        assertEquals(result == double.class, field.type() == FieldType.F64, name.toString());
        return result == long.class || result == double.class ? 8 : result == int.class ? 4 : 1;
    }

    @Test
    void layoutsSayWhatTheFlyweightsDo() throws ReflectiveOperationException {
        for (RecordLayout layout : RecordLayout.RECORDS) {
            if (RECORDS.containsKey(layout.name())) {
                assertSameFields(layout, RECORDS.get(layout.name()));
            }
        }
        for (RecordLayout layout : RecordLayout.SECTIONS) {
            if (SECTIONS.containsKey(layout.name())) {
                assertSameFields(layout, SECTIONS.get(layout.name()));
            }
        }
        assertEquals(RecordLayout.RECORDS.size() - 3, RECORDS.size(), "all but config, universe and frame");
        assertEquals(RecordLayout.SECTIONS.size() - 1, SECTIONS.size(), "all but column");
        assertSameFields(RecordLayout.HEADER, EventHeader.class);
        assertEquals(48, constants(OutboundFrame.class).get("SECTION_COUNT_OFFSET"));
    }

    @Test
    void everyKindSectionAndColumnHasItsLayout() throws ReflectiveOperationException {
        for (Map.Entry<String, Integer> kind : constants(EventKind.class).entrySet()) {
            RecordLayout layout = RecordLayout.ofRecord(kind.getValue());
            assertNotNull(layout, kind.getKey());
            assertEquals(kind.getKey().toLowerCase(Locale.ROOT), layout.name());
        }
        for (Map.Entry<String, Integer> kind : constants(SectionKind.class).entrySet()) {
            RecordLayout layout = RecordLayout.ofSection(kind.getValue());
            assertNotNull(layout, kind.getKey());
            assertEquals(kind.getKey().toLowerCase(Locale.ROOT), layout.name());
        }
        for (Map.Entry<String, Integer> id : constants(Column.class).entrySet()) {
            ColumnLayout column = ColumnLayout.of(id.getValue());
            assertNotNull(column, id.getKey());
            assertEquals(id.getKey().toLowerCase(Locale.ROOT), column.name());
            assertEquals(Column.isDouble(id.getValue()), column.type() == FieldType.F64, id.getKey());
        }
    }

    @Test
    void excerptHeadersAreChronicles() {
        assertEquals(Wires.NOT_COMPLETE, JournalFormat.NOT_COMPLETE);
        assertEquals(Wires.META_DATA, JournalFormat.META_DATA);
        assertEquals(Wires.END_OF_DATA, JournalFormat.END_OF_FILE);
        assertEquals(Wires.LENGTH_MASK, JournalFormat.LENGTH_MASK);
    }

    private static List<String> blocks() {
        List<String> blocks = new ArrayList<>();
        blocks.add(table("header", RecordLayout.HEADER));
        RecordLayout.RECORDS.forEach(layout -> blocks.add(table("record " + layout.name(), layout)));
        blocks.add(table("section header", RecordLayout.SECTION_HEADER));
        RecordLayout.SECTIONS.forEach(layout -> blocks.add(table("section " + layout.name(), layout)));
        StringBuilder columns =
                new StringBuilder("<!-- table: columns -->\n| id | name | type | meaning |\n" + "|---|---|---|---|\n");
        for (ColumnLayout column : ColumnLayout.ALL) {
            columns.append(String.format(
                    Locale.ROOT,
                    "| %d | `%s` | %s | %s |%n".replace("%n", "\n"),
                    column.id(),
                    column.name(),
                    column.type().label(),
                    column.note()));
        }
        blocks.add(columns.append("<!-- end -->\n").toString());
        return blocks;
    }

    private static String table(String title, RecordLayout layout) {
        StringBuilder table = new StringBuilder("<!-- table: " + title + " -->\n");
        if (layout.kind() != 0) {
            boolean open = layout.name().equals("config")
                    || layout.name().equals("universe")
                    || layout.name().equals("frame")
                    || layout.name().equals("column");
            table.append("Kind ").append(layout.kind()).append(", ").append(layout.length());
            table.append(open ? " bytes and what follows.\n\n" : " bytes.\n\n");
        }
        table.append("| offset | bytes | type | field | meaning |\n|---|---|---|---|---|\n");
        for (Field field : layout.fields()) {
            table.append("| ").append(field.offset()).append(" | ");
            table.append(field.bytes() == 0 ? "rest" : Integer.toString(field.bytes()))
                    .append(" | ");
            table.append(field.type().label())
                    .append(" | `")
                    .append(field.name())
                    .append("` | ")
                    .append(field.note());
            for (int i = 0; i < field.names().size(); i++) {
                table.append(i == 0 ? ": " : ", ")
                        .append(i)
                        .append(' ')
                        .append(field.names().get(i));
            }
            table.append(" |\n");
        }
        return table.append("<!-- end -->\n").toString();
    }

    /** Writes the tables into the page: {@code java ... mnvh.journal.JournalFormatTest docs/journal-format.md}. */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]);
        String text = Files.readString(page);
        for (String block : blocks()) {
            String title = block.substring(0, block.indexOf('\n') + 1);
            int start = text.indexOf(title);
            if (start < 0) {
                throw new IllegalStateException("the page has no place for " + title);
            }
            String endMark = "<!-- end -->\n";
            text = text.substring(0, start) + block + text.substring(text.indexOf(endMark, start) + endMark.length());
        }
        Files.writeString(page, text);
    }

    @Test
    void pageHoldsEveryTableAsTheCodeHasIt() throws IOException {
        Path page = Path.of(System.getProperty("mnvh.root", "."), "docs", "journal-format.md");
        String text = Files.readString(page);
        for (String block : blocks()) {
            assertTrue(text.contains(block), "docs/journal-format.md should hold:\n" + block);
        }
        assertEquals(blocks().size(), text.split("<!-- table: ", -1).length - 1, "tables on the page");
        assertTrue(text.contains("\nVersion " + EventHeader.FORMAT_VERSION + "."), "the page states the version");
        for (FieldType type : FieldType.values()) {
            assertTrue(text.contains("| " + type.label() + " |"), "the page explains the type " + type.label());
        }
        for (String constant : List.of("9E3779B97F4A7C15", "BF58476D1CE4E5B9", "94D049BB133111EB", "82F63B78")) {
            assertTrue(text.contains(constant), "the page states the constant " + constant);
        }
    }
}
