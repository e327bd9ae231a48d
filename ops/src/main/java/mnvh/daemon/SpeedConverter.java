package mnvh.daemon;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 20x} or {@code 20}. */
final class SpeedConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        String number = text.endsWith("x") ? text.substring(0, text.length() - 1) : text;
        try {
            double speed = Double.parseDouble(number);
            if (speed > 0 && Double.isFinite(speed)) {
                return speed;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a speed; write for example 20x");
        }
        throw new TypeConversionException("a speed must be positive, got '" + text + "'");
    }
}
