package org.recipeharness.compose;

import java.nio.file.Path;
import java.util.List;

/** Brings compose files into the one form that can be merged: variables put in, every short form written out. */
final class ComposeFileForm {

    private static final List<String> LABELLED = List.of("networks", "volumes", "secrets", "configs");

    private final TreeInterpolation interpolation;
    private final ServiceForm serviceForm;

    /**
     * Prepares to do so.
     *
     * @param folder where relative paths begin: the folder of the first file, for docker
     * @param variables the app's environment
     */
    ComposeFileForm(Path folder, Variables variables) {
        this.interpolation = new TreeInterpolation(variables);
        this.serviceForm = new ServiceForm(new ServiceEnvironment(folder, variables));
    }

    Yaml.Mapping of(Yaml.Mapping file) {
        Yaml.Mapping written =
                interpolation.apply(file).changed("services", services -> Shapes.each(services, serviceForm::of));
        for (String kind : LABELLED) {
            written = written.changed(kind, things -> Shapes.each(things, Shapes.inMapping("labels", Pairs::labels)));
        }
        return written;
    }
}
