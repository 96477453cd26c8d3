package dev.latent.inference.operation;

import dev.latent.inference.engine.Session;
import dev.latent.problem.Problem;
import dev.latent.sample.Samples;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The labels that conditional models take. */
final class Labels {
    private static final int MOST_NAMED = 20;
    private static final int LONGEST_SHOWN = 40;

    private Labels() {}

    /** The same, of samples from the first one on. */
    static int @Nullable [] inTurn(Session session, boolean conditional, List<String> asked, int count) {
        return inTurn(session, conditional, asked, 0, count);
    }

    /**
     * One for each of {@code count} samples: those asked for in turn, or all classes in turn.
     *
     * @param first the index of the first sample
     * @return null if the model is not conditional
     * @throws Problem 400 if labels are asked of a model that takes none, or there is no such class
     */
    static int @Nullable [] inTurn(Session session, boolean conditional, List<String> asked, long first, int count) {
        if (!conditional) {
            if (!asked.isEmpty()) {
                throw Problem.badParameter(
                        "label", "model '" + session.version().model() + "' takes no labels; leave label out");
            }
            return null;
        }
        List<String> classes = classes(session);
        int[] wanted = indices(asked, classes);
        return IntStream.range(0, count)
                .map(i -> wanted.length == 0
                        ? (int) ((first + i) % classes.size())
                        : wanted[(int) ((first + i) % wanted.length)])
                .toArray();
    }

    /** A name with commas comes in pieces. */
    static int[] indices(List<String> asked, List<String> classes) {
        String whole = String.join(",", asked);
        List<String> labels = asked.size() > 1 && classes.contains(whole) ? List.of(whole) : asked;
        return labels.stream().mapToInt(label -> index(label, classes, "label")).toArray();
    }

    /** Of a class by its index or its name. @param parameter what the client calls it @throws Problem 400 if there is no such class */
    static int index(Session session, String label, String parameter) {
        return index(label, classes(session), parameter);
    }

    /** A number is an index where there is a class of it: so are the labels of answers. */
    private static int index(String label, List<String> classes, String parameter) {
        int number = label.strip().matches("\\d{1,9}") ? Integer.parseInt(label.strip()) : -1;
        int index = number >= 0 && number < classes.size() ? number : classes.indexOf(label);
        if (index < 0) {
            throw Problem.badParameter(
                    parameter,
                    "there is no class " + shortened(label) + "; " + parameter + " can be " + inWords(classes));
        }
        return index;
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_SHOWN ? label : label.substring(0, LONGEST_SHOWN) + "…";
    }

    /** The same, of all samples of a body. */
    static int @Nullable [] of(Session session, boolean conditional, Samples samples, LabelQuery beside) {
        return of(session, conditional, samples, beside, 0);
    }

    /**
     * Those that came with the samples, or beside them.
     *
     * @param first the index of the first sample
     * @return null if the model is not conditional
     * @throws Problem 400 if the labels asked for don't fit the model, or the samples have some already; 422 if
     *     the model needs labels and they are missing, or there is no such class
     */
    static int @Nullable [] of(Session session, boolean conditional, Samples samples, LabelQuery beside, long first) {
        if (!beside.label().isEmpty()) {
            if (conditional && samples.labels() != null) {
                throw Problem.badParameter("label", "the body has labels already; leave one of them out");
            }
            return inTurn(session, conditional, beside.label(), first, samples.count());
        }
        if (!conditional) {
            return null;
        }
        List<String> classes = classes(session);
        int[] labels = samples.labels();
        if (labels == null) {
            throw Problem.invalid(
                    "#/labels",
                    "model '" + session.version().model()
                            + "' needs a label for each sample, in the body or as ?label=: " + inWords(classes));
        }
        for (int i = 0; i < labels.length; i++) {
            String pointer = "#/labels/" + (first + i);
            if (labels[i] < 0) {
                throw Problem.invalid(
                        pointer,
                        "the label of sample " + (first + i) + " is none of the model's classes: " + inWords(classes));
            }
            if (labels[i] >= classes.size()) {
                throw Problem.invalid(
                        pointer, "there is no class " + labels[i] + "; a label can be " + inWords(classes));
            }
        }
        return labels;
    }

    private static List<String> classes(Session session) {
        List<String> classes = session.version().description().classes();
        if (classes == null || classes.isEmpty()) {
            throw Problem.conflict("model '" + session.version().model() + "' takes labels but names no classes");
        }
        return classes;
    }

    /** {@code 0 (cat), 1 (dog)}. */
    private static String inWords(List<String> classes) {
        String named = IntStream.range(0, Math.min(classes.size(), MOST_NAMED))
                .mapToObj(i ->
                        classes.get(i).equals(String.valueOf(i)) ? classes.get(i) : i + " (" + classes.get(i) + ")")
                .collect(Collectors.joining(", "));
        return classes.size() > MOST_NAMED ? named + " … " + (classes.size() - 1) : named;
    }
}
