package dev.latent.platform.query;

import dev.latent.problem.Nearest;
import dev.latent.problem.Problem;
import dev.latent.problem.TypeInWords;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;

/** Makes what a handler declares of what was sent, and gathers everything that is wrong with it. */
final class QueryBinding {
    private final DeclaredQuery declared;
    private final QueryString sent;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    private QueryBinding(DeclaredQuery declared, QueryString sent) {
        this.declared = declared;
        this.sent = sent;
    }

    /**
     * The records by their type.
     *
     * @throws Problem 400 that names each parameter that is unknown, there twice, not of its type or out of its bounds
     */
    static Map<Class<?>, Object> bind(
            DeclaredQuery declared, QueryString sent, ConversionService conversion, Validator validator) {
        QueryBinding binding = new QueryBinding(declared, sent);
        binding.refuseUnknown();
        binding.convert(conversion);
        Map<Class<?>, Object> records = new HashMap<>();
        for (QueryRecord record : declared.records()) {
            Object bound = record.create(binding.values);
            binding.validate(bound, validator);
            records.put(record.type(), bound);
        }
        if (!binding.faults.isEmpty()) {
            throw Problem.badParameters(binding.faults);
        }
        return records;
    }

    private void refuseUnknown() {
        for (String name : sent.values().keySet()) {
            if (!declared.parameters().containsKey(name)) {
                wrong(name, name + " is not known here" + Nearest.question(name, known()) + inWords());
            }
        }
    }

    private void convert(ConversionService conversion) {
        for (QueryParameter parameter : declared.parameters().values()) {
            List<String> given = sent.all(parameter.name());
            if (given == null) {
                continue;
            }
            if (given.size() > 1 && !parameter.takesSeveral()) {
                wrong(parameter.name(), parameter.name() + " is given more than once; give it once");
                continue;
            }
            try {
                values.put(parameter.name(), parameter.convert(given, conversion));
            } catch (ConversionException e) {
                wrong(
                        parameter.name(),
                        parameter.name() + " must be " + wanted(parameter) + ", not '" + String.join(",", given) + "'");
            }
        }
    }

    private static String wanted(QueryParameter parameter) {
        Class<?> type = parameter.type().getType();
        return Collection.class.isAssignableFrom(type)
                ? TypeInWords.several(
                        parameter.type().getResolvableType().getGeneric(0).toClass())
                : TypeInWords.of(type);
    }

    private <T> void validate(T record, Validator validator) {
        for (ConstraintViolation<T> violation : validator.validate(record)) {
            String name = violation.getPropertyPath().iterator().next().getName();
            wrong(name, name + " " + violation.getMessage());
        }
    }

    private void wrong(String parameter, String detail) {
        faults.merge(parameter, detail, (one, other) -> one + ", and " + other);
    }

    private List<String> known() {
        return List.copyOf(declared.parameters().keySet());
    }

    private String inWords() {
        if (declared.form()) {
            return "; send it as a field of the form";
        }
        return known().isEmpty() ? "; there are no query parameters" : "; there are " + String.join(", ", known());
    }
}
