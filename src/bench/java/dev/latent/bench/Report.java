package dev.latent.bench;

import java.util.List;

/** What one part found; kept as {@code bench/PART.json}. */
public record Report(String part, Mode mode, Machine machine, List<Table> tables) {
    String markdown() {
        StringBuilder text = new StringBuilder("### " + Character.toUpperCase(part.charAt(0)) + part.substring(1)
                + "\n\n" + mode.name().toLowerCase(java.util.Locale.ROOT) + " run: " + machine + "\n\n");
        tables.forEach(table -> text.append(table.markdown()).append('\n'));
        return text.toString();
    }
}
