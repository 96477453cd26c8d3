package dev.latent.exchange.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Dates and times as they leave no doubt: {@code 2024-05-31}, {@code 2024/05/31} or {@code 31.05.2024}, and behind that
 * perhaps a time, with a zone or taken for UTC.
 */
final class DateTimes {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("[uuuu-MM-dd][uuuu/MM/dd][dd.MM.uuuu]['T'][' ']")
            .optionalStart()
            .appendPattern("HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int SHORTEST = 10;
    private static final int LONGEST = 40;
    private static final double NANOS = 1e9;

    private DateTimes() {}

    /** Seconds since 1970 in UTC; NaN for what is no date. */
    static double seconds(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return Double.NaN;
        }
        try {
            TemporalAccessor parsed =
                    FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            Instant instant = parsed instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : parsed instanceof LocalDateTime local
                            ? local.toInstant(ZoneOffset.UTC)
                            : ((LocalDate) parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
            return instant.getEpochSecond() + instant.getNano() / NANOS;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }
}
