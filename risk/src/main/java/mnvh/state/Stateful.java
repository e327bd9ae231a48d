package mnvh.state;

/** State that decides what happens next, and can therefore be written out in full. */
public interface Stateful {
    /** Writes every number that later behaviour depends on, in a fixed order; allocates nothing. */
    void writeTo(StateWriter writer);
}
