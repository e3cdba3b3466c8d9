package org.recipeharness.lint.upgrade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recipeharness.compose.Reference;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposeText;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.recipe.Origin;

/** Looks for variables that operators who upgrade don't have: their environment is a copy of the older sample. */
public final class NewVariables implements Check.OfUpgrade {

    @Override
    public List<Remark> look(Published head, Published base) {
        Map<String, Use> known = withoutDefault(base);
        return withoutDefault(head).values().stream()
                .filter(use -> !known.containsKey(use.reference().name()))
                .filter(use -> isMissing(use.reference().name(), head, base))
                .flatMap(use -> remark(use, head, base))
                .toList();
    }

    private static boolean isMissing(String variable, Published head, Published base) {
        return !Published.STACK_NAME.equals(variable)
                && base.sample().find(variable).isEmpty()
                && head.exports().find(variable).isEmpty();
    }

    private static Stream<Remark> remark(Use use, Published head, Published base) {
        String variable = use.reference().name();
        if (use.reference().isRequired()) {
            return Stream.of(new Remark(
                            use.origin(),
                            variable + " is used here without a default, and is not in "
                                    + base.asBase(Published.ENV_SAMPLE)
                                    + ", so no operator who upgrades can deploy before setting it."
                                    + " Give it a default, or say so in the release notes")
                    .as(Severity.ERROR));
        }
        // What is empty in the new sample too is meant to be empty.
        return head.sample().find(variable).stream()
                .filter(sampled -> !sampled.value().isEmpty())
                .map(sampled -> use.form().remark(use, sampled.value(), base));
    }

    /** Gives the first use of each variable that is used somewhere with nothing to stand in for it. */
    private static Map<String, Use> withoutDefault(Published recipe) {
        var uses = new LinkedHashMap<String, Use>();
        recipe.composeFiles().stream()
                .flatMap(file -> Stream.concat(references(file), handedOn(file)))
                .filter(use -> !use.reference().hasDefault())
                .forEach(use -> uses.merge(
                        use.reference().name(),
                        use,
                        (first, other) -> first.reference().isRequired()
                                        || !other.reference().isRequired()
                                ? first
                                : other));
        return uses;
    }

    private static Stream<Use> references(ComposeText file) {
        return file.scalars().stream()
                .flatMap(scalar -> Reference.in(scalar.text()).stream()
                        .map(reference -> new Use(reference, Form.REFERENCE, scalar.origin())));
    }

    /** Gives the variables that a service's environment names without a value. */
    private static Stream<Use> handedOn(ComposeText file) {
        return file.things("services").stream()
                .flatMap(service -> service.written().find("environment").stream())
                .flatMap(NewVariables::bare);
    }

    private static Stream<Use> bare(Yaml environment) {
        if (environment instanceof Yaml.Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .filter(entry -> entry.getValue() instanceof Scalar scalar && scalar.isNull())
                    .map(entry -> use(entry.getKey(), Form.KEY, entry.getValue().origin()));
        }
        return Scalars.names(environment)
                .filter(line -> !line.text().contains("="))
                .map(line -> use(line.text(), Form.ITEM, line.origin()));
    }

    private static Use use(String variable, Form form, Origin origin) {
        return new Use(new Reference(variable, Reference.Otherwise.EMPTY, ""), form, origin);
    }

    /** How a compose file uses a variable, and with that what a container gets if nobody sets the variable. */
    private enum Form {
        /** In a text: docker puts an empty value in. */
        REFERENCE("", ""),
        /** A name alone in a list: docker leaves the variable out. */
        ITEM("- ", "="),
        /** A key without a value: docker leaves the variable out. */
        KEY("", ": ");

        private final String start;
        private final String separator;

        Form(String start, String separator) {
            this.start = start;
            this.separator = separator;
        }

        private Remark remark(Use use, String sampled, Published base) {
            String variable = use.reference().name();
            String reference = "${" + variable + ":-" + sampled + "}";
            String missing = ", and is not in " + base.asBase(Published.ENV_SAMPLE);
            if (this == REFERENCE) {
                return new Remark(
                        use.origin(),
                        variable + " is used here without a default" + missing
                                + ": for operators who upgrade it is empty, where the new sample has '" + sampled
                                + "'. Write " + reference);
            }
            return new Remark(
                    use.origin(),
                    variable + " is passed on here by its name alone" + missing
                            + ": it is not set in the container of an operator who upgrades (docker leaves it out),"
                            + " where the new sample has '" + sampled + "'. Write " + start + variable + separator
                            + reference);
        }
    }

    private record Use(Reference reference, Form form, Origin origin) {}
}
