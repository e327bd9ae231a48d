package mnvh.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import mnvh.universe.Currencies;

/**
 * Names of accounts and currencies as a format allows them.
 *
 * <p>What it does not allow is replaced; where two become the same, the later one has a number. Currencies come before
 * instruments, and these in the universe's order, so that names stay the same from export to export.
 */
final class AccountNames {
    private AccountNames() {}

    /** @return names by account number, as {@code income:mtm:BTCUSDT} */
    static List<String> plain(BookAccounts accounts) {
        return names(accounts, AccountNames::plain, "_");
    }

    /** @return names by account number, as {@code Income:Mtm:BTCUSDT} */
    static List<String> beancount(BookAccounts accounts) {
        return names(accounts, AccountNames::beancount, "-");
    }

    /** @return commodities by currency: letters as they are, anything else in quotes */
    static List<String> plainCommodities(Currencies currencies) {
        return distinct(codes(currencies), code -> code.replace('"', '_'), "_").stream()
                .map(code -> code.chars().allMatch(AccountNames::isLetter) ? code : '"' + code + '"')
                .toList();
    }

    /** @return commodities by currency: capitals, digits and dashes, from a letter to a letter or digit */
    static List<String> beancountCommodities(Currencies currencies) {
        return distinct(codes(currencies), AccountNames::beancountCommodity, "-");
    }

    /** @return a word for the plain format, where colons part names, and semicolons and blanks end them */
    static String plain(String word) {
        StringBuilder plain = new StringBuilder();
        word.codePoints()
                .map(c -> Character.isLetterOrDigit(c) || "._-+/#&".indexOf(c) >= 0 ? c : '_')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static String beancount(String word) {
        String legal = word.replaceAll("[^A-Za-z0-9-]", "-");
        String head = legal.substring(0, 1);
        return head.equals("-") ? "X" + legal : head.toUpperCase(Locale.ROOT) + legal.substring(1);
    }

    private static String beancountCommodity(String code) {
        String legal = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9-]", "-");
        String headed = isLetter(legal.charAt(0)) ? legal : "C" + legal;
        // Room for a number up to the format's 24 characters.
        String brief = headed.substring(0, Math.min(18, headed.length()));
        return brief.length() < 2 || brief.endsWith("-") ? brief + "X" : brief;
    }

    private static boolean isLetter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static List<String> codes(Currencies currencies) {
        return IntStream.range(0, currencies.size()).mapToObj(currencies::code).toList();
    }

    private static List<String> names(BookAccounts accounts, UnaryOperator<String> legal, String numbering) {
        List<String> owners = new ArrayList<>(codes(accounts.currencies()));
        accounts.universe().instruments().forEach(instrument -> owners.add(instrument.symbol()));
        List<String> words = distinct(owners, legal, numbering);
        int currencies = accounts.currencies().size();
        return accounts.all().stream()
                .map(account -> legal.apply(account.root()) + ":" + legal.apply(account.part()) + ":"
                        + words.get(account.instrument() < 0 ? account.currency() : currencies + account.instrument()))
                .toList();
    }

    private static List<String> distinct(List<String> words, UnaryOperator<String> legal, String numbering) {
        Set<String> taken = new HashSet<>();
        List<String> result = new ArrayList<>();
        for (String word : words) {
            String wanted = legal.apply(word);
            String name = wanted;
            for (int n = 2; !taken.add(name); n++) {
                name = wanted + numbering + n;
            }
            result.add(name);
        }
        return result;
    }
}
