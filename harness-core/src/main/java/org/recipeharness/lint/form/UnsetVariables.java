package org.recipeharness.lint.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recipeharness.compose.Reference;
import org.recipeharness.compose.SecretForm;
import org.recipeharness.compose.Variables;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Absence;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.SwarmName;
import org.recipeharness.lint.published.Thing;
import org.recipeharness.recipe.Origin;

/**
 * Looks for variables without a value in the files that are deployed.
 *
 * <p>In a service's environment a variable that is not set mostly switches an option off, and the sample mentions it in a comment.
 */
public final class UnsetVariables implements Check.OfOne {

    private static final List<String> PROGRAM = List.of("command", "entrypoint");
    private static final Pattern ROUTES_A_DOMAIN = Pattern.compile("traefik\\..+\\.(?:rule|main|sans)");

    @Override
    public List<Remark> look(Published recipe) {
        Map<String, Remark> first = new LinkedHashMap<>();
        Stream.of(names(recipe), images(recipe), labels(recipe), programs(recipe), environments(recipe))
                .flatMap(found -> found)
                .forEach(found -> first.putIfAbsent(found.absence().variable(), found.remark()));
        return List.copyOf(first.values());
    }

    /** A name or an image is never meant to be without a part of it. */
    private static Stream<Found> images(Published recipe) {
        return recipe.things("services")
                .filter(Thing::deployed)
                .flatMap(service -> Scalars.at(service.written(), "image")
                        .flatMap(image -> in(image, "the image of the service '" + service.key() + "'", recipe)));
    }

    private static Stream<Found> names(Published recipe) {
        return Stream.of("secret", "config", "volume", "network")
                .flatMap(kind -> recipe.things(kind + "s")
                        .filter(Thing::deployed)
                        .filter(thing -> !isSaidElsewhere(kind, thing, recipe))
                        .flatMap(thing -> inName(kind, thing, recipe)));
    }

    private static Stream<Found> inName(String kind, Thing thing, Published recipe) {
        return SwarmName.written(thing).stream()
                .flatMap(name -> in(name, "the name of the " + kind + " '" + thing.key() + "'", recipe));
    }

    /** Of the versions of what a recipe makes, other rules say that they are missing. */
    private static boolean isSaidElsewhere(String kind, Thing thing, Published recipe) {
        return switch (kind) {
            case "config" -> thing.written().find("file").isPresent();
            case "secret" ->
                Stream.concat(
                                Stream.of(SecretForm.versionVariable(thing.key())),
                                ConfigVersions.versions(thing).stream().map(Reference::name))
                        .noneMatch(name -> recipe.variables().find(name).isPresent());
            default -> false;
        };
    }

    private static Stream<Found> labels(Published recipe) {
        Variables variables = Absence.operated(recipe);
        return recipe.services().values().stream()
                .flatMap(service -> service.deployedLabels().values().stream())
                .filter(label -> label.name().startsWith("traefik."))
                // Of such a rule another finding tells why it is empty.
                .filter(label -> !RouterRules.isEmpty(label, recipe, variables))
                .flatMap(label -> Absence.in(label.value(), recipe).stream()
                        .filter(absence -> absence.kind() == Absence.Kind.UNSET)
                        .map(absence -> new Found(
                                absence,
                                remark(absence, "the label " + label.name(), label.origin())
                                        .as(
                                                ROUTES_A_DOMAIN
                                                                .matcher(label.name())
                                                                .matches()
                                                        ? Severity.WARNING
                                                        : Severity.NOTE))));
    }

    private static Stream<Found> programs(Published recipe) {
        return recipe.things("services")
                .filter(Thing::deployed)
                .flatMap(service -> PROGRAM.stream()
                        .flatMap(field -> service.written().find(field).stream()
                                .flatMap(UnsetVariables::texts)
                                .flatMap(text -> inProgram(text, field, service, recipe))));
    }

    private static Stream<Scalar> texts(Yaml program) {
        return program instanceof Scalar text ? Stream.of(text) : Scalars.names(program);
    }

    /** Mostly a dollar sign that was meant for the shell. */
    private static Stream<Found> inProgram(Scalar text, String field, Thing service, Published recipe) {
        return Absence.in(text.text(), recipe).stream()
                .filter(absence -> absence.kind() == Absence.Kind.UNSET)
                .map(absence -> new Found(
                        absence,
                        new Remark(
                                        text.origin(),
                                        "the " + field + " of the service '" + service.key() + "' uses the variable "
                                                + absence
                                                + " and which has no default, so docker puts nothing in. For a"
                                                + " variable of the container write $$" + absence.variable())
                                .as(Severity.NOTE)));
    }

    private static Stream<Found> environments(Published recipe) {
        return recipe.things("services")
                .filter(Thing::deployed)
                .flatMap(service -> service.written().find("environment").stream()
                        .flatMap(Scalars::in)
                        .flatMap(value -> in(value, "the environment of the service '" + service.key() + "'", recipe)
                                .filter(found -> isBare(found.absence().variable(), value))))
                .filter(found -> found.absence().kind() == Absence.Kind.UNSET)
                .map(found -> new Found(found.absence(), found.remark().as(Severity.NOTE)));
    }

    /** An empty default, as in {@code ${NAME:-}}, says that the variable may be missing. */
    private static boolean isBare(String variable, Scalar written) {
        return Reference.in(written.text()).stream()
                .anyMatch(reference ->
                        reference.name().equals(variable) && reference.otherwise() == Reference.Otherwise.EMPTY);
    }

    private static Stream<Found> in(Scalar written, String place, Published recipe) {
        return Absence.in(written.text(), recipe).stream()
                .map(absence -> new Found(absence, remark(absence, place, written.origin())));
    }

    private static Remark remark(Absence absence, String place, Origin origin) {
        return new Remark(
                origin,
                place + " uses the variable " + absence
                        + " and which has no default, so nothing is put in. Set it in .env.sample, or write ${"
                        + absence.variable() + ":-<default>}");
    }

    private record Found(Absence absence, Remark remark) {}
}
