package org.recipeharness.lint.form;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.recipe.Origin;

/**
 * Looks into the block of a README that the catalogue is made from.
 *
 * @see <a href="https://docs.coopcloud.tech/maintainers/handbook/">Co-op Cloud: maintainers' handbook</a>
 */
public final class ReadmeMetadata implements Check.OfOne {

    private static final String FILE = "README.md";
    private static final String BEGIN = "<!-- metadata -->";
    private static final List<String> FIELDS =
            List.of("Category", "Status", "Image", "Healthcheck", "Backups", "Email", "Tests", "SSO");

    @Override
    public List<Remark> look(Published recipe) {
        try {
            Optional<String> text = recipe.files().text(FILE);
            return text.isEmpty() ? found(0, "the recipe has no README") : look(text.get());
        } catch (ComposeException e) {
            return List.of(new Remark(e.origin(), e.problem()));
        }
    }

    private static List<Remark> look(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        int begin = lines.indexOf(BEGIN);
        if (begin < 0) {
            return found(0, "there is no line " + BEGIN);
        }
        String missing = FIELDS.stream()
                .filter(field -> !isFilledIn(field, lines.subList(begin, lines.size())))
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? List.of() : found(begin + 1, "not filled in: " + missing);
    }

    private static boolean isFilledIn(String field, List<String> lines) {
        Pattern filled = Pattern.compile("[*-]\\s*\\*\\*" + field + "\\*\\*:\\s*\\S.*");
        return lines.stream().anyMatch(line -> filled.matcher(line).matches());
    }

    private static List<Remark> found(int line, String text) {
        return List.of(
                new Remark(
                        new Origin(FILE, line),
                        text
                                + "; the catalogue is made from the recipe's metadata, expected '* **Category**: Apps' and so on"));
    }
}
