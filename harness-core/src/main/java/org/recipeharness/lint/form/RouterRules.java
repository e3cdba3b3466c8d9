package org.recipeharness.lint.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.compose.Variables;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Absence;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Label;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceText;

/**
 * Looks for rules of traefik's routers that come to nothing with the sample's values.
 *
 * @see <a href="https://doc.traefik.io/traefik/routing/routers/#rule">Traefik: routers</a>
 */
public final class RouterRules implements Check.OfOne {

    private static final Pattern RULE = Pattern.compile("traefik\\.(?:http|tcp)\\.routers\\.[^.]+\\.rule");
    private static final String NOTHING = "(?:``|\"\"|'')?";
    /** A matcher with an argument that is empty. */
    private static final Pattern EMPTY_MATCHER = Pattern.compile(
            "\\w+\\(\\s*" + NOTHING + "\\s*\\)|\\w+\\([^)]*(?<=[(,])\\s*(?:``|\"\"|'')\\s*[,)][^)]*\\)?");
    /** A host without its first or its last part. */
    private static final Pattern PIECE_OF_HOST = Pattern.compile("Host(?:SNI)?\\([^)]*`(?:\\.[^`]*|[^`]*\\.)`");

    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
    /** An operator with nothing beside it. */
    private static final Pattern LOOSE_OPERATOR = Pattern.compile(
            "^\\s*(?:\\|\\||&&)|(?:\\|\\||&&|!)\\s*$|(?:\\|\\||&&)\\s*(?:\\|\\||&&|\\))|\\(\\s*(?:\\|\\||&&|\\))");

    @Override
    public List<Remark> look(Published recipe) {
        Variables variables = Absence.operated(recipe);
        return recipe.services().values().stream()
                .filter(service -> isRouted(service, variables))
                .flatMap(service -> service.deployedLabels().values().stream())
                .flatMap(label -> look(label, recipe, variables).stream())
                .toList();
    }

    /** Tells whether a label is a rule that this check objects to. */
    static boolean isEmpty(Label label, Published recipe, Variables variables) {
        return look(label, recipe, variables).isPresent();
    }

    private static boolean isRule(Label label, Variables variables) {
        return Published.resolved(Scalar.text(label.name(), label.origin()), variables)
                .filter(name -> RULE.matcher(name.toLowerCase(Locale.ROOT)).matches())
                .isPresent();
    }

    private static boolean isRouted(ServiceText service, Variables variables) {
        return Stream.ofNullable(service.deployedLabels().get("traefik.enable"))
                .flatMap(label -> Published.resolved(Scalar.text(label.value(), label.origin()), variables).stream())
                .anyMatch("true"::equalsIgnoreCase);
    }

    private static Optional<Remark> look(Label label, Published recipe, Variables variables) {
        if (!isRule(label, variables)) {
            return Optional.empty();
        }
        List<Absence> absent = Absence.in(label.value(), recipe);
        return Published.resolved(Scalar.text(label.value(), label.origin()), variables)
                .flatMap(rule -> problem(rule.strip(), !absent.isEmpty()))
                .map(problem -> new Remark(
                        label.origin(),
                        "with the sample's values the rule of a router " + problem + because(absent)
                                + ". Set the variable in .env.sample, or write ${DOMAIN} in its place"));
    }

    private static Optional<String> problem(String rule, boolean isShort) {
        if (rule.isEmpty()) {
            return Optional.of("is empty, so traefik routes no domain to the app");
        }
        // What stands in an argument may look like an operator.
        String frame = QUOTED.matcher(rule).replaceAll(quoted -> quoted.group(1).isBlank() ? "``" : "x");
        if (EMPTY_MATCHER.matcher(frame).find()
                || (isShort && PIECE_OF_HOST.matcher(rule).find())) {
            return Optional.of("is " + rule + ", which matches no domain");
        }
        return LOOSE_OPERATOR.matcher(frame).find()
                ? Optional.of("is " + rule + ", which traefik can't read, so it makes no router")
                : Optional.empty();
    }

    private static String because(List<Absence> absent) {
        return absent.isEmpty()
                ? ""
                : absent.stream().map(Absence::toString).collect(Collectors.joining("; ", ". It uses ", ""));
    }
}
