package mnvh.bench;

/** Where results go that nobody reads, so that the compiler cannot leave out what made them. */
final class Consumed {
    /** The last one. */
    static volatile long number;

    private Consumed() {}
}
