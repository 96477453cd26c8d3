package dev.latent.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of Java classes in a text. */
final class ClassNames {
    /** Those of what this program is made of: a client's own names may have dots, too. */
    private static final String PACKAGE = "(?<![\\w.])(?:javax?|jakarta|jdk|sun|ai\\.djl|dev\\.latent|tools\\.jackson"
            + "|com\\.(?:fasterxml|sun|zaxxer|github|google)|io\\.(?:micrometer|swagger|prometheus)"
            + "|org\\.(?:springframework|springdoc|apache|h2|flywaydb|hibernate|postgresql|slf4j))"
            + "\\.(?:[a-z_]\\w*\\.)*";

    private static final Pattern FAILURE =
            Pattern.compile(PACKAGE + "[A-Z][\\w$]*(?:Exception|Error): ?|(?:^|(?<=: ))[A-Z]\\w*Exception(?:: ?| |$)");
    private static final Pattern OTHER = Pattern.compile("`?(?:class |interface )?" + PACKAGE
            + "[A-Z]\\w*(?:[$.][A-Z]\\w*)*(?:<[^>]*>)?(?:\\.[a-z]\\w*(?:\\(\\))?)?`?");

    private ClassNames() {}

    /** Without names of failures, and with what other classes are to a client. */
    static String replace(String text) {
        String told = FAILURE.matcher(text).replaceAll("");
        return OTHER.matcher(told).replaceAll(name -> Matcher.quoteReplacement(meaning(name.group())));
    }

    private static String meaning(String name) {
        String simple = name.replaceFirst("<.*", "").replaceFirst("^.*[.]", "").replace("`", "");
        return switch (simple) {
            case "Integer", "Long", "Short", "Byte", "BigInteger" -> "whole number";
            case "Double", "Float", "BigDecimal", "Number" -> "number";
            case "String" -> "text";
            case "Boolean" -> "boolean";
            default -> simple.endsWith("List") || simple.endsWith("Set") ? "array" : "object";
        };
    }
}
