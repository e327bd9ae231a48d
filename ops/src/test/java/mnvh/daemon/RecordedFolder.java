package mnvh.daemon;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A folder of hourly bars with funding every fourth hour, laid out as recorded perpetuals are. */
final class RecordedFolder {
    private static final long HOUR_MS = 3_600_000;
    private static final long START_MS = 1_772_323_200_000L;

    private RecordedFolder() {}

    /** Writes {@code bars} bars of {@code symbols} symbols: a slow wave each, out of step with one another. */
    static void write(Path folder, int bars, int symbols) throws IOException {
        Files.createDirectories(folder);
        StringBuilder head = new StringBuilder("open_time_ms");
        StringBuilder rules =
                new StringBuilder("symbol,price_decimals,qty_decimals,adv_usdt,funding_interval_h,n_funding,"
                        + "funding_first_ms,funding_last_ms\n");
        StringBuilder funding = new StringBuilder("time_ms,raw_time_ms,symbol,funding_rate\n");
        for (int i = 0; i < symbols; i++) {
            head.append(",S").append(i).append("USDT");
            rules.append('S').append(i).append("USDT,2,3,1000000,4,0,0,0\n");
        }
        StringBuilder prices = new StringBuilder(head).append('\n');
        StringBuilder volumes = new StringBuilder(head).append('\n');
        for (int bar = 0; bar < bars; bar++) {
            long openMs = START_MS + bar * HOUR_MS;
            prices.append(openMs);
            volumes.append(openMs);
            for (int i = 0; i < symbols; i++) {
                prices.append(',').append(100 + (bar * 7 + i * 3) % 5).append(".25");
                volumes.append(",100000");
            }
            prices.append('\n');
            volumes.append('\n');
            long closeMs = openMs + HOUR_MS;
            for (int i = 0; closeMs % (4 * HOUR_MS) == 0 && i < symbols; i++) {
                funding.append(closeMs)
                        .append(',')
                        .append(closeMs)
                        .append(",S")
                        .append(i)
                        .append("USDT,0.0001\n");
            }
        }
        for (String name : new String[] {"open", "high", "low", "close"}) {
            zip(folder.resolve(name + ".csv.gz"), prices);
        }
        zip(folder.resolve("volume.csv.gz"), volumes);
        zip(folder.resolve("quote_volume.csv.gz"), volumes);
        zip(folder.resolve("funding.csv.gz"), funding);
        Files.writeString(folder.resolve("symbols.csv"), rules);
    }

    private static void zip(Path file, CharSequence text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
