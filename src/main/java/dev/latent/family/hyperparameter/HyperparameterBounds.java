package dev.latent.family.hyperparameter;

import dev.latent.family.ModelFamily;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/** Checks the Bean Validation constraints of a record of hyperparameters and of the records within it. */
final class HyperparameterBounds {
    private final Set<ModelFamily.Violation> violations = new LinkedHashSet<>();

    private HyperparameterBounds() {}

    static List<ModelFamily.Violation> check(Record hyperparameters) {
        HyperparameterBounds bounds = new HyperparameterBounds();
        bounds.record(hyperparameters, "");
        return new ArrayList<>(bounds.violations);
    }

    private void record(Record record, String prefix) {
        for (ConstraintViolation<Record> violation : Loaded.VALIDATOR.validate(record)) {
            String field = prefix + fieldOf(violation.getPropertyPath());
            violations.add(new ModelFamily.Violation(
                    field, field + " " + violation.getMessage() + ", not " + violation.getInvalidValue()));
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = valueOf(component, record);
            if (RecordMembers.isUnwrapped(component) && value instanceof Record unwrapped) {
                record(unwrapped, prefix);
            } else {
                nested(value, prefix + component.getName());
            }
        }
    }

    private void nested(@Nullable Object value, String path) {
        if (value instanceof Record record) {
            record(record, path + "/");
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                nested(list.get(i), path + "/" + i);
            }
        }
    }

    private static String fieldOf(Path path) {
        StringBuilder field = new StringBuilder();
        for (Path.Node node : path) {
            if (node.isInIterable() && node.getIndex() != null) {
                field.append('/').append(node.getIndex());
            }
            if (node.getKind() == jakarta.validation.ElementKind.PROPERTY) {
                field.append(field.isEmpty() ? "" : "/").append(node.getName());
            }
        }
        return field.toString();
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't read " + component, e);
        }
    }

    /** Made at the first use, as it takes its time. */
    private static final class Loaded {
        static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
                .configure()
                .defaultLocale(Locale.ENGLISH)
                .localeResolver(context -> Locale.ENGLISH)
                .buildValidatorFactory()
                .getValidator();
    }
}
