package mnvh.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mnvh.units.Component;
import org.junit.jupiter.api.Test;

class EventLayoutTest {
    private static final byte POISON = (byte) 0xA5;
    private static final List<Class<?>> EVENTS = List.of(
            MarketDataEvent.class,
            OrderEvent.class,
            FillEvent.class,
            FundingEvent.class,
            TimerEvent.class,
            SessionEvent.class,
            CommandEvent.class,
            InstrumentStatusEvent.class,
            RefusedEvent.class,
            IndexPriceEvent.class,
            AccrualEvent.class,
            SettlementEvent.class,
            TradeCorrectionEvent.class,
            FeeEvent.class,
            CashEvent.class,
            BalanceReportEvent.class,
            PositionReportEvent.class,
            ResolutionEvent.class,
            TermEvent.class,
            FillCopyEvent.class);
    private static final List<Class<?>> SECTIONS = List.of(
            NewOrderSection.class,
            CancelOrderSection.class,
            StepSection.class,
            FillSection.class,
            OrderStateSection.class,
            DenialSection.class,
            NoticeSection.class,
            CertificateSection.class,
            ReplaceOrderSection.class,
            BreakSection.class,
            VarianceRatioSection.class,
            DecisionSection.class,
            OrderProofSection.class,
            TermSection.class);

    /** One field of a flyweight, found by its offset constant. */
    private record Part(String name, int offset, int bytes) {
        String accessor() {
            StringBuilder camel = new StringBuilder();
            for (String word : name.toLowerCase(Locale.ROOT).split("_")) {
                camel.append(camel.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            return camel.toString();
        }
    }

    private static int constant(Class<?> type, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.getInt(null);
    }

    private static List<Part> parts(Class<?> type) throws ReflectiveOperationException {
        List<Part> parts = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) || !field.getName().endsWith("_OFFSET")) {
                continue;
            }
            String name = field.getName().substring(0, field.getName().length() - 7);
            Class<?> result = type.getMethod(new Part(name, 0, 0).accessor()).getReturnType();
            int bytes = result == long.class || result == double.class
                    ? 8
                    : result == int.class ? 4 : result == String.class ? constant(type, name + "_LENGTH") : 1;
            parts.add(new Part(name, constant(type, field.getName()), bytes));
        }
        assertFalse(parts.isEmpty(), type.getName());
        return parts;
    }

    private static List<Class<?>> all() {
        List<Class<?>> all = new ArrayList<>(EVENTS);
        all.addAll(SECTIONS);
        return all;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void poison(ByteBuffer buffer) {
        for (int i = 0; i < buffer.capacity(); i++) {
            buffer.put(i, POISON);
        }
    }

    private static byte[] bytes(ByteBuffer buffer, int length) {
        byte[] copy = new byte[length];
        buffer.get(0, copy);
        return copy;
    }

    @Test
    void fieldsDoNotOverlapAndStayInsideTheirLength() throws ReflectiveOperationException {
        for (Class<?> type : all()) {
            int length = constant(type, "LENGTH");
            int header = EVENTS.contains(type) ? EventHeader.LENGTH : OutboundFrame.SECTION_HEADER;
            assertEquals(0, length % 8, type.getName());
            String[] owner = new String[length];
            for (Part part : parts(type)) {
                assertTrue(part.offset() >= header && part.offset() + part.bytes() <= length, type + " " + part);
                assertEquals(0, part.offset() % Math.min(8, part.bytes()), type + " " + part + " is not aligned");
                for (int i = part.offset(); i < part.offset() + part.bytes(); i++) {
                    assertEquals(null, owner[i], type + " " + part + " overlaps");
                    owner[i] = part.name();
                }
            }
        }
        assertEquals(34, EVENTS.size() + SECTIONS.size());
        for (Class<?> type : EVENTS) {
            assertTrue(constant(type, "LENGTH") <= EventSlot.CAPACITY, type.getName());
        }
    }

    /** A value whose every byte is set, of the type that a setter takes. */
    private static Object full(Class<?> type) {
        if (type == long.class) {
            return 0x0102030405060708L;
        }
        if (type == double.class) {
            return Double.longBitsToDouble(0x0102030405060708L);
        }
        if (type == int.class) {
            return 0x01020304;
        }
        if (type == byte.class) {
            return (byte) 1;
        }
        if (type == CharSequence.class) {
            return "x".repeat(200);
        }
        return type.getEnumConstants()[1];
    }

    @Test
    void everySetterWritesItsOwnBytesAndItsAccessorReadsThemBack() throws ReflectiveOperationException {
        for (Class<?> type : all()) {
            int length = constant(type, "LENGTH");
            for (Part part : parts(type)) {
                int start = 16;
                ByteBuffer buffer = buffer(length + 2 * start);
                Object flyweight = type.getDeclaredConstructor().newInstance();
                type.getMethod("wrap", ByteBuffer.class, int.class).invoke(flyweight, buffer, start);
                Method accessor = type.getMethod(part.accessor());
                Class<?> takes =
                        accessor.getReturnType() == String.class ? CharSequence.class : accessor.getReturnType();
                Object value = full(takes);
                Object self = type.getMethod(part.accessor(), takes).invoke(flyweight, value);
                assertEquals(flyweight, self);
                for (int i = 0; i < buffer.capacity(); i++) {
                    boolean own = i >= start + part.offset() && i < start + part.offset() + part.bytes();
                    assertEquals(own, buffer.get(i) != 0, type + " " + part + " at byte " + (i - start));
                }
                Object read = accessor.invoke(flyweight);
                assertEquals(takes == CharSequence.class ? "x".repeat(part.bytes()) : value, read);
            }
        }
    }

    @Test
    void poisonedSlotLeavesNoStaleByteInARecord() throws ReflectiveOperationException {
        for (Class<?> type : EVENTS) {
            int length = constant(type, "LENGTH");
            byte[][] records = new byte[2][];
            for (int run = 0; run < 2; run++) {
                EventSlot slot = new EventSlot();
                if (run == 1) {
                    poison(slot.buffer());
                }
                Object flyweight = type.getDeclaredConstructor().newInstance();
                type.getMethod("begin", EventSlot.class, long.class).invoke(flyweight, slot, 77L);
                for (Part part : parts(type)) {
                    Class<?> result = type.getMethod(part.accessor()).getReturnType();
                    if (result == String.class) {
                        type.getMethod(part.accessor(), CharSequence.class).invoke(flyweight, "ab");
                    }
                }
                assertEquals(length, slot.length());
                assertEquals(77, slot.timestampNs());
                assertEquals(EventHeader.FORMAT_VERSION, EventHeader.version(slot.buffer(), 0));
                records[run] = bytes(slot.buffer(), length);
            }
            assertArrayEquals(records[0], records[1], type.getName());
        }
    }

    private static void fill(OutboundFrame frame, int entries) {
        frame.begin(41, 99);
        NewOrderSection order = new NewOrderSection();
        order.wrap(frame.buffer(), frame.section(SectionKind.NEW_ORDER, NewOrderSection.LENGTH));
        order.clOrdId(7).quantity(300);
        for (int i = 0; i < entries; i++) {
            frame.component(Component.FEE, i, 0, -i);
        }
        for (int i = 0; i < entries; i++) {
            frame.column(Column.WEIGHT, i, 1.0 / (i + 1));
        }
        frame.section(SectionKind.NOTICE, NoticeSection.LENGTH);
        frame.component(Component.FEE, -1, 5, 9);
        frame.conclude();
    }

    @Test
    void poisonedFrameLeavesNoStaleByteWhateverItsColumnsHold() {
        for (int entries = 0; entries < 9; entries++) {
            OutboundFrame clean = new OutboundFrame(4096);
            OutboundFrame poisoned = new OutboundFrame(4096);
            poison(poisoned.buffer());
            fill(clean, entries);
            fill(poisoned, entries);
            assertEquals(0, clean.length() % 8);
            assertEquals(clean.length(), EventHeader.length(clean.buffer(), 0));
            assertArrayEquals(bytes(clean.buffer(), clean.length()), bytes(poisoned.buffer(), poisoned.length()));
            fill(poisoned, 8);
            fill(poisoned, entries);
            assertArrayEquals(bytes(clean.buffer(), clean.length()), bytes(poisoned.buffer(), poisoned.length()));
        }
    }

    @Test
    void readerWalksWhatTheFrameWrote() {
        for (int entries = 0; entries < 9; entries++) {
            OutboundFrame frame = new OutboundFrame(4096);
            fill(frame, entries);
            assertEquals(41, frame.cause());
            int columns = entries == 0 ? 0 : 2;
            assertEquals(3 + columns, frame.sections());
            FrameReader reader = new FrameReader().wrap(frame.buffer(), 0);
            assertTrue(reader.next());
            assertEquals(SectionKind.NEW_ORDER, reader.kind());
            assertEquals(
                    7,
                    new NewOrderSection().wrap(frame.buffer(), reader.start()).clOrdId());
            for (int column = 0; column < columns; column++) {
                assertTrue(reader.next());
                assertEquals(SectionKind.COLUMN, reader.kind());
                assertEquals(entries, reader.count());
                assertEquals(column == 0 ? Component.FEE.ordinal() : Column.WEIGHT, reader.column());
                for (int i = 0; i < entries; i++) {
                    assertEquals(i, reader.instrument(i));
                    if (column == 0) {
                        assertEquals(-i, reader.value(i));
                    } else {
                        assertEquals(1.0 / (i + 1), reader.doubleValue(i));
                    }
                }
            }
            assertTrue(reader.next());
            assertEquals(SectionKind.NOTICE, reader.kind());
            assertTrue(reader.next());
            assertEquals(1, reader.count());
            assertEquals(-6, reader.instrument(0), "the general row of currency 5");
            assertEquals(9, reader.value(0));
            assertFalse(reader.next());
        }
    }

    @Test
    void copiedFrameIsTheSameFrame() {
        OutboundFrame frame = new OutboundFrame(4096);
        fill(frame, 3);
        OutboundFrame copy = new OutboundFrame(4096);
        poison(copy.buffer());
        copy.copyFrom(frame.buffer(), 0, frame.length());
        assertEquals(frame.length(), copy.length());
        assertEquals(frame.sections(), copy.sections());
        assertArrayEquals(bytes(frame.buffer(), frame.length()), bytes(copy.buffer(), copy.length()));
    }

    @Test
    void fullFrameAndBrokenSectionAreRefused() {
        OutboundFrame small = new OutboundFrame(OutboundFrame.SECTIONS_OFFSET + NoticeSection.LENGTH);
        small.begin(1, 1);
        small.section(SectionKind.NOTICE, NoticeSection.LENGTH);
        assertThrows(IllegalStateException.class, () -> small.component(Component.FEE, 0, 0, 1));
        OutboundFrame frame = new OutboundFrame(4096);
        fill(frame, 2);
        frame.buffer().putInt(OutboundFrame.SECTIONS_OFFSET + 4, 5_000);
        FrameReader reader = new FrameReader().wrap(frame.buffer(), 0);
        assertThrows(IllegalStateException.class, reader::next);
        frame.buffer().putInt(OutboundFrame.SECTIONS_OFFSET + 4, 0);
        assertThrows(IllegalStateException.class, reader::next);
    }

    @Test
    void widestStepFitsTheCapacityThatIsPromised() {
        int n = 200;
        int currencies = 60;
        OutboundFrame frame = new OutboundFrame(OutboundFrame.capacityFor(n, 100, currencies));
        frame.begin(1, 1);
        frame.section(SectionKind.STEP, StepSection.LENGTH);
        frame.section(SectionKind.DECISION, DecisionSection.LENGTH);
        for (int column = 0; column < 20; column++) {
            for (int i = 0; i < n; i++) {
                frame.column(column < 12 ? column : column + 20, i, 1L);
            }
            for (int c = 0; c < currencies && column < Component.count(); c++) {
                frame.column(column < 12 ? column : column + 20, -1 - c, 1L);
            }
        }
        for (int i = 0; i < n; i++) {
            frame.section(SectionKind.NEW_ORDER, NewOrderSection.LENGTH);
            frame.section(SectionKind.ORDER_PROOF, OrderProofSection.LENGTH);
            frame.section(SectionKind.CANCEL_ORDER, CancelOrderSection.LENGTH);
            frame.section(SectionKind.ORDER_STATE, OrderStateSection.LENGTH);
            frame.section(SectionKind.DENIAL, DenialSection.LENGTH);
        }
        for (int c = 0; c < currencies; c++) {
            frame.section(SectionKind.CERTIFICATE, CertificateSection.LENGTH);
        }
        for (int h = 0; h < VarianceRatioSection.MOST_IN_FRAME; h++) {
            frame.section(SectionKind.VARIANCE_RATIO, VarianceRatioSection.LENGTH);
        }
        frame.conclude();
        assertTrue(frame.length() > 64 << 10);
    }

    @Test
    void textIsAsciiPaddedWithZerosAndCutAtItsLength() {
        EventSlot slot = new EventSlot();
        poison(slot.buffer());
        SessionEvent event = new SessionEvent().begin(slot, 1);
        event.text("y".repeat(96)).text("caf\u00e9\n\u20ac\0!");
        assertEquals("caf?\n??!", event.text());
        for (int i = 8; i < 96; i++) {
            assertEquals(0, slot.buffer().get(SessionEvent.TEXT_OFFSET + i));
        }
        assertEquals(0xCBF29CE484222325L, event.text("").textHash());
        // FNV-1a of "a", from its specification's test values.
        assertEquals(0xAF63DC4C8601EC8CL, event.text("a").textHash());
        assertNotEquals(event.text("ab").textHash(), event.text("ba").textHash());
    }

    @Test
    void doublesHaveOneBitPatternEach() {
        OutboundFrame frame = new OutboundFrame(4096);
        frame.begin(1, 1);
        StepSection step = new StepSection().wrap(frame.buffer(), frame.section(SectionKind.STEP, StepSection.LENGTH));
        int rho = OutboundFrame.SECTIONS_OFFSET + StepSection.RHO_OFFSET;
        step.rho(Double.longBitsToDouble(0xFFF8_0000_0000_0001L));
        assertEquals(0x7FF8_0000_0000_0000L, frame.buffer().getLong(rho));
        step.rho(-0.0);
        assertEquals(0, frame.buffer().getLong(rho));
        frame.column(Column.WEIGHT, 0, -0.0);
        frame.column(Column.WEIGHT, 1, Double.longBitsToDouble(0x7FF0_0000_0000_0001L));
        frame.conclude();
        FrameReader reader = new FrameReader().wrap(frame.buffer(), 0);
        assertTrue(reader.next(), "the step");
        assertTrue(reader.next(), "the column");
        assertEquals(0, reader.value(0));
        assertEquals(0x7FF8_0000_0000_0000L, reader.value(1));
    }

    @Test
    void wholeColumnsAreTheBytesOfTheirEntries() {
        long[] before = {1, 2, 3, 4, 5};
        long[] after = {1, 20, 3, 40, 50};
        boolean[] present = {true, false, true, false, false};
        double[] doubles = {0.5, 1, -0.0, 2, 3};
        OutboundFrame whole = dirtyFrame();
        whole.columnOfChanges(3, before, after);
        whole.columnOfChanges(4, after, after);
        whole.columnOfPresent(5, present, after);
        whole.columnOfPresent(6, present, doubles);
        whole.section(SectionKind.NOTICE, 16);
        OutboundFrame single = dirtyFrame();
        for (int i = 0; i < after.length; i++) {
            if (before[i] != after[i]) {
                single.column(3, i, after[i]);
            }
        }
        single.column(5, 0, after[0]);
        single.column(5, 2, after[2]);
        single.column(6, 0, doubles[0]);
        single.column(6, 2, doubles[2]);
        single.section(SectionKind.NOTICE, 16);
        whole.conclude();
        single.conclude();

        assertEquals(4, whole.sections());
        assertEquals(single.length(), whole.length());
        assertEquals(single.buffer().slice(0, single.length()), whole.buffer().slice(0, whole.length()));
        assertThrows(
                IllegalStateException.class, () -> new OutboundFrame(64).columnOfPresent(1, new boolean[5], after));
    }

    private static OutboundFrame dirtyFrame() {
        OutboundFrame frame = new OutboundFrame(1024);
        for (int i = 0; i < 1024; i++) {
            frame.buffer().put(i, (byte) 0x5A);
        }
        frame.begin(3, 4);
        return frame;
    }
}
