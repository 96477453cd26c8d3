package dev.latent.platform.document;

import java.lang.reflect.Method;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springdoc.core.providers.SpringDocJavadocProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The comments of the code as Markdown. What a method throws is told by {@link CommentedOperations}. */
@Component
class Comments extends SpringDocJavadocProvider {
    @Override
    public String getClassJavadoc(Class<?> type) {
        return markdown(super.getClassJavadoc(type));
    }

    @Override
    public Map<String, String> getRecordClassParamJavadoc(Class<?> type) {
        return super.getRecordClassParamJavadoc(type).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, comment -> markdown(comment.getValue())));
    }

    @Override
    public String getMethodJavadocDescription(Method method) {
        return markdown(super.getMethodJavadocDescription(method));
    }

    @Override
    public String getMethodJavadocReturn(Method method) {
        return markdown(super.getMethodJavadocReturn(method));
    }

    @Override
    public String getParamJavadoc(Method method, String name) {
        String comment = super.getParamJavadoc(method, name);
        return comment == null ? "" : markdown(comment);
    }

    @Override
    public Map<String, String> getMethodJavadocThrows(Method method) {
        return Map.of();
    }

    /** What a method throws, by the exception's name. */
    Map<String, String> failures(Method method) {
        return super.getMethodJavadocThrows(method);
    }

    @Override
    public String getFirstSentence(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text);
        return text.substring(0, Math.max(0, sentences.next())).strip();
    }

    private static String markdown(String html) {
        String text = html.replaceAll("</?code>", "`").replaceAll("\\{@link \\S+ ([^}]+)}", "`$1`");
        return HtmlUtils.htmlUnescape(text).replaceAll("\\s+", " ").strip();
    }
}
