package mnvh.engine;

import mnvh.event.OutboundFrame;
import mnvh.ledger.LedgerListener;
import mnvh.units.Component;
import mnvh.units.HotPath;
import org.jspecify.annotations.Nullable;

/** Writes every component the ledger reports into the frame in hand; zeros are left out. Core thread only. */
@HotPath
final class ComponentRecorder implements LedgerListener {
    private @Nullable OutboundFrame frame;

    /** Points at the frame of the event in hand. */
    void into(OutboundFrame current) {
        frame = current;
    }

    @Override
    public void onComponent(Component component, int instrument, int currency, long amount) {
        OutboundFrame current = frame;
        if (current != null) {
            current.component(component, instrument, currency, amount);
        }
    }
}
