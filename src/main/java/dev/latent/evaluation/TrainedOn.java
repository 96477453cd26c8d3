package dev.latent.evaluation;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.Datasets;
import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.registry.ModelVersion;
import dev.latent.storage.Leases;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the data that a version was trained on, by name or, where they have another name here, by digest. */
@Component
class TrainedOn {
    private final Datasets datasets;

    TrainedOn(Datasets datasets) {
        this.datasets = datasets;
    }

    /** Prepared folders. @param leases takes what keeps them @throws EvaluationFailed if a dataset is not here, or not the same */
    List<Path> folders(ModelVersion version, Leases leases) throws EvaluationFailed {
        List<DatasetReference> references = version.description().datasets();
        Path[] folders = new Path[references.size()];
        for (int i = 0; i < folders.length; i++) {
            folders[i] = leases.add(datasets.lease(name(references.get(i))));
        }
        return List.of(folders);
    }

    private String name(DatasetReference reference) throws EvaluationFailed {
        Optional<String> sameName = datasets.find(reference.name())
                .filter(found -> found.digest().equals(reference.digest()))
                .map(DatasetDescription::name);
        return sameName.or(() -> sameContent(reference))
                .orElseThrow(() -> new EvaluationFailed("the dataset '" + reference.name()
                        + "' that it was trained on is not here, or has other content"));
    }

    private Optional<String> sameContent(DatasetReference reference) {
        return datasets.list().stream()
                .filter(dataset -> dataset.digest().equals(reference.digest()))
                .map(DatasetDescription::name)
                .findFirst();
    }
}
