package mnvh.ledger;

import java.util.ArrayList;
import java.util.List;
import mnvh.state.StateWriter;

/** Writes down the numbers of a state that are not zero, in their order. */
final class RecordedState implements StateWriter {
    private final List<Long> numbers = new ArrayList<>();

    /** @return what was written since the last call */
    List<Long> take() {
        List<Long> taken = List.copyOf(numbers);
        numbers.clear();
        return taken;
    }

    @Override
    public void putLong(long value) {
        if (value != 0) {
            numbers.add(value);
        }
    }

    @Override
    public void putInt(int value) {
        putLong(value);
    }

    @Override
    public void putDouble(double value) {
        putLong(Double.doubleToLongBits(value + 0.0));
    }
}
