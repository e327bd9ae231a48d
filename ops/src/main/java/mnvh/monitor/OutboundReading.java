package mnvh.monitor;

import java.util.List;
import java.util.SortedMap;
import mnvh.event.CloseObstacle;
import org.jspecify.annotations.Nullable;

/**
 * What went out so far.
 *
 * @param sequence newest outbound sequence read
 * @param state the engine's state; empty before its first step or notice
 * @param step newest closed step; null before the first
 * @param steps steps closed
 * @param outcomes steps by ordinal of {@link mnvh.event.StepOutcome}
 * @param equity newest equity at 1e-8, after the fills of the step
 * @param components totals since the start
 * @param buysSent buy orders sent
 * @param sellsSent sell orders sent
 * @param cancelsSent cancel requests sent
 * @param filled fills booked
 * @param tradedNotional absolute notional of the fills, units of the reporting currency; for displays only
 * @param denials trades denied or cut, by verdict in ordinal order
 * @param largestResidual largest absolute residual seen, at 1e-8; 0 on sound books
 * @param notice newest notice; null before the first
 * @param unclosed while everything is being closed, the instruments that cannot be, and why; not to be changed
 */
public record OutboundReading(
        long sequence,
        String state,
        @Nullable StepReading step,
        long steps,
        List<Long> outcomes,
        long equity,
        ComponentTotals components,
        long buysSent,
        long sellsSent,
        long cancelsSent,
        long filled,
        double tradedNotional,
        List<Long> denials,
        long largestResidual,
        @Nullable NoticeReading notice,
        SortedMap<Integer, CloseObstacle> unclosed) {}
