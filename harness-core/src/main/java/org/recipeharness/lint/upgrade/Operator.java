package org.recipeharness.lint.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.recipeharness.compose.Variables;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.lint.published.ComposedService;
import org.recipeharness.lint.published.Composition;
import org.recipeharness.lint.published.ImageName;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.RecipeFile;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.SwarmName;
import org.recipeharness.lint.published.Thing;

/**
 * An operator who deployed the older release with its sample's settings, and upgrades.
 *
 * @param head the newer release
 * @param base the older release
 */
record Operator(Published head, Published base) {

    /** Return the environment in which the older release is deployed. */
    Variables before() {
        return base.variables()
                .with(head.variables().find(Published.STACK_NAME).stream().toList());
    }

    /** Return the environment in which the newer release is deployed: the older sample, and the newer {@code abra.sh}. */
    Variables after() {
        return head.variables()
                .with(base.sample().all().stream()
                        .filter(variable -> !isFixed(variable.name()))
                        .toList());
    }

    /** Determine if abra.sh or the run sets a variable, so that it does not come from a copy of the sample. */
    private boolean isFixed(String variable) {
        return head.variables()
                .find(variable)
                .filter(found -> !Published.ENV_SAMPLE.equals(found.origin().file()))
                .isPresent();
    }

    /** Return the files that {@code COMPOSE_FILE} still names after the upgrade; one that is gone is left out. */
    List<String> files() {
        return base.deployedFiles().stream().filter(file -> has(head, file)).toList();
    }

    /**
     * Return what operators deploy before and after the upgrade: the files that each has, and each optional file with them.
     *
     * @return what can be merged; the rest has findings of its own
     */
    Stream<Step> steps() {
        Stream<Optional<String>> optional =
                base.idleFiles().stream().filter(file -> has(head, file)).map(Optional::of);
        return Stream.concat(Stream.of(Optional.<String>empty()), optional)
                .flatMap(file -> Composition.of(base, base.deployedFiles(), file, before()).stream()
                        .flatMap(from -> Composition.of(head, files(), file, after()).stream()
                                .map(to -> new Step(from, to))));
    }

    /** Look at each step, and return what only that step shows. */
    List<Remark> remarks(Function<Step, Stream<Remark>> look) {
        return steps().flatMap(
                        step -> look.apply(step).filter(remark -> step.after().shows(remark.origin())))
                .distinct()
                .toList();
    }

    /** Return the name on the swarm of a volume, by its key. */
    String volumeName(Composition composition, String key) {
        Mapping volume = composition.volume(key);
        return SwarmName.of(new Thing(key, volume, volume.origin(), true), before())
                .orElse(key);
    }

    static boolean has(Published recipe, String file) {
        return RecipeFile.content(file, recipe).isPresent();
    }

    /**
     * An upgrade of one choice of files.
     *
     * @param before what is deployed
     * @param after what is deployed afterwards
     */
    record Step(Composition before, Composition after) {

        /** Return the services that are there before and after. */
        Stream<Change> services() {
            return after.services().stream()
                    .flatMap(now -> before.services().stream()
                            .filter(then -> then.name().equals(now.name()))
                            .map(then -> new Change(then, now)));
        }
    }

    /**
     * A service that keeps its name.
     *
     * @param before the older release's service
     * @param after the newer release's service
     */
    record Change(ComposedService before, ComposedService after) {

        /** Determine if both run the same image, whatever the version. */
        boolean keepsImage() {
            return repository(before).equals(repository(after));
        }

        private static String repository(ComposedService service) {
            return service.imageName().map(ImageName::repository).orElse("");
        }
    }
}
