package dev.latent.spark;

import dev.latent.family.Encodes;
import dev.latent.family.Generates;
import dev.latent.family.Operation;
import dev.latent.family.Reconstructs;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.FolderModel;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Units;
import dev.latent.measure.Deviations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What is asked about every row, each answered by one column. */
enum Question {
    /** How unusual a row is: how far from what the model makes of it. */
    SCORE("score", Operation.ANOMALY_SCORE, Call.DEVIATIONS) {
        @Override
        DataType type(Units units) {
            return DataTypes.DoubleType;
        }

        @Override
        Object answer(Units units, float[] sample, float[] deviations) {
            return new Deviations(deviations, deviations.length / sample.length, sample.length).scores()[0];
        }
    },
    /** Which share of the score each column has; 0 for all where the score is 0. */
    CONTRIBUTIONS("contributions", Operation.ANOMALY_SCORE, Call.DEVIATIONS) {
        @Override
        DataType type(Units units) {
            return Answers.perColumn(units, DataTypes.DoubleType);
        }

        @Override
        Object answer(Units units, float[] sample, float[] deviations) {
            double[] shares = new Deviations(deviations, deviations.length / sample.length, sample.length).shares(0);
            return Answers.perColumn(units, i -> shares[i]);
        }
    },
    RECONSTRUCTION("reconstruction", Operation.RECONSTRUCT, Call.RECONSTRUCT),
    DENOISED("denoised", Operation.DENOISE, Call.DENOISE),
    /** The mean where the code is a distribution. */
    CODE("code", Operation.ENCODE, Call.ENCODE) {
        @Override
        DataType type(Units units) {
            return DataTypes.createArrayType(DataTypes.FloatType, false);
        }

        @Override
        Object answer(Units units, float[] sample, float[] code) {
            return Answers.floats(code);
        }
    };

    private final String column;
    private final Operation operation;
    private final Call call;

    Question(String column, Operation operation, Call call) {
        this.column = column;
        this.operation = operation;
        this.call = call;
    }

    String column() {
        return column;
    }

    Operation operation() {
        return operation;
    }

    DataType type(Units units) {
        return Answers.sample(units);
    }

    /** @param given by the model, for the sample */
    Object answer(Units units, float[] sample, float[] given) {
        return Answers.sample(units, given);
    }

    /** One answer of the model's a row. */
    List<float[]> ask(FolderModel model, Rows rows) {
        float[] all = model.call(call, rows).values();
        int size = all.length / rows.count();
        List<float[]> each = new ArrayList<>();
        for (int i = 0; i < rows.count(); i++) {
            each.add(Arrays.copyOfRange(all, i * size, (i + 1) * size));
        }
        return each;
    }

    /** Whether the model takes a label with each row. */
    boolean takesLabels(FolderModel model) {
        return switch (call) {
            case DENOISE -> false;
            case ENCODE -> model.can(Encodes.class) && (reconstructsByLabel(model) || generatesByLabel(model));
            default -> reconstructsByLabel(model);
        };
    }

    private static boolean reconstructsByLabel(FolderModel model) {
        return model.can(Reconstructs.class) && model.as(Reconstructs.class).conditional();
    }

    private static boolean generatesByLabel(FolderModel model) {
        return model.can(Generates.class) && model.as(Generates.class).conditional();
    }
}
