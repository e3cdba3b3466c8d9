package org.recipeharness.lint.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.compose.Reference;
import org.recipeharness.compose.Variable;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.ComposeText;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.StackConfig;
import org.recipeharness.recipe.Origin;

/** Asks docker about sets of compose files, again after each refusal without the refused field, until it accepts the rest. */
final class Questions {

    /** So that a message that is not understood can't lead to a thousand questions. */
    private static final int MOST_REFUSALS = 20;

    private final Published recipe;
    private final StackConfig docker;
    private final ReducedFiles files;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private boolean available = true;

    Questions(Published recipe, StackConfig docker) {
        this.recipe = recipe;
        this.docker = docker;
        this.files = new ReducedFiles(recipe);
        // A required variable that is not set is the finding of another rule, and an operator's to set in an optional
        // file.
        recipe.composeFiles().stream()
                .flatMap(file -> file.scalars().stream())
                .flatMap(scalar -> Reference.in(scalar.text()).stream())
                .filter(Reference::isRequired)
                .forEach(reference -> variables.put(reference.name(), "1"));
        for (Variable variable : recipe.variables().all()) {
            if (!variable.value().isEmpty()) {
                variables.put(variable.name(), variable.value());
            } else {
                variables.putIfAbsent(variable.name(), "");
            }
        }
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    void ask(List<String> set) {
        for (int i = 0; i < MOST_REFUSALS && available; i++) {
            Optional<Refusal> refusal = answer(set);
            if (refusal.isEmpty() || !isPlaced(refusal.get(), set)) {
                return;
            }
        }
    }

    private Optional<Refusal> answer(List<String> set) {
        StackConfig.Answer answer = files.read(set, paths -> docker.read(paths, variables));
        if (answer instanceof StackConfig.Unavailable unavailable) {
            available = false;
            remarks.clear();
            remarks.add(new Remark(
                            Origin.of(set.get(0)),
                            "docker could not be asked whether it accepts the compose files, so nothing is known of that ("
                                    + unavailable.reason()
                                    + "). Install a docker CLI with 'docker stack config', which is 23.0 or newer")
                    .as(Severity.NOTE));
        }
        return answer instanceof StackConfig.Refused refused
                ? Optional.of(new Refusal(refused.message()))
                : Optional.empty();
    }

    /** Note what docker refuses, and remove it; returns false if nothing can be removed. */
    private boolean isPlaced(Refusal refusal, List<String> set) {
        String file = fileOf(refusal, set);
        List<FieldPath> fields = refusal.fieldsIn(files.document(file));
        if (fields.isEmpty()) {
            remarks.add(new Remark(Origin.of(file), text(refusal, "Correct it")));
            return false;
        }
        boolean ofVersions = refusal.isOfVersions()
                || fields.stream().anyMatch(field -> field.keys().equals(List.of("version")));
        for (FieldPath field : fields) {
            if (!isKnown(field) && !isOpen(file, field.value())) {
                remarks.add(new Remark(field.value().origin(), text(refusal, Refusal.Advice.of(field))));
            }
            if (!ofVersions) {
                files.remove(file, field);
            }
        }
        if (ofVersions) {
            files.removeVersions();
        }
        return true;
    }

    private String text(Refusal refusal, String advice) {
        String folder = recipe.checkout().directory().toAbsolutePath() + "/";
        return "docker refuses the file: "
                + refusal.message().replace(folder, "").replaceAll("\\s+", " ") + ". " + advice;
    }

    /** The rule {@code stack-named} reports a top-level name, and the harness deploys without it. */
    private static boolean isKnown(FieldPath field) {
        return field.keys().equals(List.of("name"));
    }

    /** Determine if an operator has yet to set what the field holds, so that docker did not see its value. */
    private boolean isOpen(String file, Yaml value) {
        boolean deployed = recipe.deployedFiles().contains(file);
        return value instanceof Scalar scalar
                && Reference.in(scalar.text()).stream()
                        .filter(reference -> !reference.hasDefault() && (reference.isRequired() || !deployed))
                        .anyMatch(reference -> recipe.variables()
                                .find(reference.name())
                                .filter(found -> !found.value().isEmpty())
                                .isEmpty());
    }

    /** Docker does not say which file it refuses. If the message fits several, each is read alone. */
    private String fileOf(Refusal refusal, List<String> set) {
        if (refusal.isMismatch()) {
            return set.stream()
                    .filter(file -> !version(file).equals(version(set.get(0))))
                    .findFirst()
                    .orElse(set.get(0));
        }
        List<String> fitting = set.stream()
                .filter(file -> !refusal.fieldsIn(files.document(file)).isEmpty())
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        List<String> alone = fitting.isEmpty() ? set : fitting;
        return alone.stream()
                .filter(file -> answer(List.of(file))
                        .filter(same -> same.message().equals(refusal.message()))
                        .isPresent())
                .findFirst()
                .orElse(alone.get(alone.size() - 1));
    }

    private String version(String file) {
        return recipe.composeFiles().stream()
                .filter(each -> each.name().equals(file))
                .map(ComposeText::root)
                .flatMap(root -> root.find("version").stream())
                .map(value -> value instanceof Scalar scalar ? scalar.text() : "")
                .findFirst()
                .orElse("");
    }
}
