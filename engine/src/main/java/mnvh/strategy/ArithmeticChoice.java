package mnvh.strategy;

/**
 * Chooses the step's arithmetic when first asked: the vector form where its module is there and its bits are right.
 *
 * <p>The module is an incubator that only {@code --add-modules jdk.incubator.vector} puts into a JVM. What refuses to
 * load, to start or to agree with the scalar form leaves the scalar form in place: it is slower and never wrong.
 * Choosing the vector form takes part of a second, for it is called until it is compiled: before that it allocates.
 */
final class ArithmeticChoice {
    static final String MODULE = "jdk.incubator.vector";
    static final String VECTOR_FORM = "mnvh.vector.VectorStepArithmetic";

    static final StepArithmetic CHOSEN = choose(MODULE, VECTOR_FORM);

    private ArithmeticChoice() {}

    /** @return the form that {@code className} names where {@code module} is there and the form agrees, else scalar */
    static StepArithmetic choose(String module, String className) {
        if (ModuleLayer.boot().findModule(module).isEmpty()) {
            return new ScalarStepArithmetic();
        }
        try {
            StepArithmetic form = agreeing((StepArithmetic)
                    Class.forName(className).getDeclaredConstructor().newInstance());
            ArithmeticCheck.warmUp(form);
            return form;
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            return new ScalarStepArithmetic();
        }
    }

    /** @return {@code candidate} where it has the scalar form's bits, else the scalar form */
    static StepArithmetic agreeing(StepArithmetic candidate) {
        StepArithmetic reference = new ScalarStepArithmetic();
        return ArithmeticCheck.firstDifference(reference, candidate).isEmpty() ? candidate : reference;
    }
}
