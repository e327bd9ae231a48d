package mnvh.audit;

/** Remembers which instruments had an event since they were last checked. One thread. */
final class TouchedBooks {
    private final InstrumentBook[] instruments;
    private final boolean[] touched;
    private final int[] indices;
    private int count;

    TouchedBooks(InstrumentBook[] instruments) {
        this.instruments = instruments;
        this.touched = new boolean[instruments.length];
        this.indices = new int[instruments.length];
    }

    /** @return the instrument's book, which is going to change */
    InstrumentBook touch(int instrument) {
        InstrumentBook book = instruments[instrument];
        if (!touched[instrument]) {
            touched[instrument] = true;
            indices[count++] = instrument;
        }
        return book;
    }

    /** @throws AuditException where a touched instrument's identities do not hold */
    void check() {
        for (; count > 0; count--) {
            int instrument = indices[count - 1];
            instruments[instrument].check();
            touched[instrument] = false;
        }
    }
}
