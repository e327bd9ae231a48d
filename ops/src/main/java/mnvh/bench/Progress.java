package mnvh.bench;

/** Hears how far a measurement is. */
public interface Progress {
    /**
     * @param what in hand
     * @param fraction done of it, 0 to 1
     */
    void at(String what, double fraction);
}
