package mnvh.monitor;

import java.util.List;

/**
 * Words for the ordinals of enums that live in storeys this package does not know.
 *
 * @param states engine states, in ordinal order
 * @param verdicts verdicts of the gate, in ordinal order
 */
public record RunNames(List<String> states, List<String> verdicts) {
    public RunNames {
        states = List.copyOf(states);
        verdicts = List.copyOf(verdicts);
    }

    /** @return the names of an enum's constants; {@code constants} are its {@code values()} */
    public static List<String> of(Enum<?>[] constants) {
        String[] names = new String[constants.length];
        for (int i = 0; i < constants.length; i++) {
            names[i] = constants[i].name();
        }
        return List.of(names);
    }

    /** @return the state's word, or the number itself where there is none */
    String state(int ordinal) {
        return ordinal >= 0 && ordinal < states.size() ? states.get(ordinal) : Integer.toString(ordinal);
    }
}
