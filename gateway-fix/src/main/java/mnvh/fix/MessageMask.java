package mnvh.fix;

import java.util.regex.Pattern;

/**
 * Makes a FIX message fit to be read: secrets as {@code ***}, SOH as {@code |}.
 *
 * <p>Masked are RawData(96), Password(554) and NewPassword(925) anywhere, and in a Logon(35=A) Text(58) too, where one
 * venue puts its signature. Works on any text that quotes messages.
 */
final class MessageMask {
    private static final char SOH = '\u0001';
    private static final Pattern SECRET = Pattern.compile("(^|[\u0001|])(96|554|925)=[^\u0001|]*");
    private static final Pattern LOGON_TEXT = Pattern.compile("(^|[\u0001|])58=[^\u0001|]*");
    private static final Pattern LOGON = Pattern.compile("(^|[\u0001|])35=A([\u0001|]|$)");

    private MessageMask() {}

    /** @return one readable line without secrets */
    static String mask(String text) {
        String masked = text;
        if (text.contains("96=") || text.contains("554=") || text.contains("925=")) {
            masked = SECRET.matcher(masked).replaceAll("$1$2=***");
        }
        if (masked.contains("35=A") && LOGON.matcher(masked).find()) {
            masked = LOGON_TEXT.matcher(masked).replaceAll("$158=***");
        }
        return masked.replace(SOH, '|').replace('\n', ' ').replace('\r', ' ');
    }
}
