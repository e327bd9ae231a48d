package mnvh.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import mnvh.config.LotsConfig;
import org.jspecify.annotations.Nullable;

/**
 * The latest fills of one instrument, and the lots that all of its fills leave.
 *
 * <p>Fills stand in blocks, each with the lots as they were before it. After a change in the past the lots are those
 * before the changed block with its fills and all later ones applied again, at the next reading. One thread.
 */
final class FillHistory {
    /** A change applies half a block again where it is recent; a block costs a copy of the lots. */
    private static final int BLOCK = 32;

    private final int length;
    private final ArrayDeque<Block> blocks = new ArrayDeque<>();
    private AuditListener listener = AuditListener.NONE;
    private int instrument;
    private OpenLots lots;
    private boolean stale;
    /** Fills that can be changed. */
    private int retained;
    /** Fills of the first block that cannot be changed any more. */
    private int fixed;

    /** @param config its history is how many fills can be changed */
    FillHistory(LotsConfig config) {
        this.length = config.history();
        this.lots = new OpenLots(config);
        blocks.addLast(new Block(new OpenLots(config)));
    }

    /** Tells {@code to} of every fill from now on, as one of this instrument. */
    void listen(int index, AuditListener to) {
        instrument = index;
        listener = to;
    }

    void append(BookedFill fill) {
        listener.booked(instrument, fill.standing());
        Block last = blocks.getLast();
        if (last.fills.size() >= BLOCK) {
            last = new Block(new OpenLots(lots()));
            blocks.addLast(last);
        }
        if (!stale) {
            lots.apply(fill);
        }
        last.add(fill);
        if (retained < length) {
            retained++;
        } else {
            fixOldest();
        }
    }

    private void fixOldest() {
        while (fixed == blocks.getFirst().fills.size()) {
            if (stale) {
                // A change in this block must reach the lots before the next one.
                applyAgain();
            } else {
                blocks.removeFirst();
                fixed = 0;
            }
        }
        fixed++;
    }

    /** Makes every fill so far final. */
    void freeze() {
        Block next = new Block(new OpenLots(lots()));
        blocks.clear();
        blocks.addLast(next);
        retained = 0;
        fixed = 0;
    }

    /** @return the latest fill of that id that can be changed, or null */
    @Nullable
    BookedFill find(long id) {
        for (Iterator<Block> newestFirst = blocks.descendingIterator(); newestFirst.hasNext(); ) {
            Block block = newestFirst.next();
            for (int n = block.fills.size() - 1; n >= firstOf(block); n--) {
                if (block.fills.get(n).id() == id) {
                    return block.fills.get(n);
                }
            }
        }
        return null;
    }

    /**
     * @param fill one that {@link #find} found
     * @param replacement takes its place in time; null for none
     */
    void replace(BookedFill fill, @Nullable BookedFill replacement) {
        for (Iterator<Block> newestFirst = blocks.descendingIterator(); newestFirst.hasNext(); ) {
            Block block = newestFirst.next();
            for (int n = block.fills.size() - 1; n >= firstOf(block); n--) {
                if (block.fills.get(n) == fill) {
                    if (replacement == null) {
                        block.fills.remove(n);
                        retained--;
                    } else {
                        block.fills.set(n, replacement);
                    }
                    block.changed = true;
                    stale = true;
                    listener.replaced(instrument, fill.id(), replacement == null ? null : replacement.standing());
                    return;
                }
            }
        }
        throw new IllegalStateException("fill " + fill.id() + " cannot be changed any more");
    }

    /** @return what the fills that can be changed and are younger than {@code boundaryNs} traded, at 10^-8, signed */
    Exact tradedAfter(long boundaryNs) {
        Exact sum = Exact.ZERO;
        for (Block block : blocks) {
            for (int n = firstOf(block); block.newestNs > boundaryNs && n < block.fills.size(); n++) {
                if (block.fills.get(n).timestampNs() > boundaryNs) {
                    sum = sum.add(block.fills.get(n).quantity());
                }
            }
        }
        return sum;
    }

    private int firstOf(Block block) {
        return block == blocks.getFirst() ? fixed : 0;
    }

    /** @return the lots that all fills leave */
    OpenLots lots() {
        if (stale) {
            applyAgain();
        }
        return lots;
    }

    private void applyAgain() {
        boolean behind = false;
        for (Iterator<Block> oldestFirst = blocks.iterator(); oldestFirst.hasNext(); ) {
            Block block = oldestFirst.next();
            if (behind) {
                block.before = new OpenLots(lots);
            } else if (block.changed) {
                behind = true;
                lots = new OpenLots(block.before);
            }
            if (behind) {
                block.fills.forEach(lots::apply);
                block.changed = false;
                if (block.fills.isEmpty() && blocks.size() > 1) {
                    oldestFirst.remove();
                }
            }
        }
        stale = false;
    }

    /** Some fills in a row. */
    private static final class Block {
        private final List<BookedFill> fills = new ArrayList<>(BLOCK);
        private OpenLots before;
        private boolean changed;
        /** No fill of the block, whether it still stands or not, is younger; one that replaces another has its time. */
        private long newestNs = Long.MIN_VALUE;

        /** @param before the lots that all earlier fills leave */
        Block(OpenLots before) {
            this.before = before;
        }

        void add(BookedFill fill) {
            fills.add(fill);
            newestNs = Math.max(newestNs, fill.timestampNs());
        }
    }
}
