package mnvh.bench;

/** Starts and ends: what a JVM costs before the program has done anything. */
final class EmptyProgram {
    private EmptyProgram() {}

    /** Nothing. */
    public static void main(String[] arguments) {}
}
