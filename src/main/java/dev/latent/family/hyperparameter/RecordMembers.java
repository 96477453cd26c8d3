package dev.latent.family.hyperparameter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The members of a record as JSON has them: those of an unwrapped record stand among its own. */
final class RecordMembers {
    private RecordMembers() {}

    static List<RecordComponent> of(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> isUnwrapped(component) ? of(component.getType()).stream() : Stream.of(component))
                .toList();
    }

    static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }
}
