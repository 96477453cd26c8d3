package dev.latent.spark;

import dev.latent.inference.engine.FolderModel;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Adds the answer to a question to each row of a partition. */
record Asking(Task task, Question question, SampleColumns where) implements MapPartitionsFunction<Row, Row> {
    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        if (!rows.hasNext()) {
            return rows;
        }
        FolderModel model = Engines.of(task);
        return new InBatches<>(rows, Task.BATCH, new AnsweredBatch(model, question, where, task.keepInvalid())::of);
    }
}
