package org.recipeharness.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.recipeharness.recipe.Origin;

/**
 * Reads files of {@code NAME=value} lines: a recipe's {@code .env.sample}, and the {@code export} lines of its {@code abra.sh}.
 *
 * <p>A value may be bare, or quoted by {@code '} (taken as it is) or by {@code "}; {@code $NAME} and <code>${NAME}</code> refer to
 * earlier lines, as {@code COMPOSE_FILE="$COMPOSE_FILE:compose.smtp.yml"} does; what follows a blank and {@code #} is a comment.
 */
final class EnvFile {

    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)");
    private static final Pattern EXPORT = Pattern.compile("export\\s+[A-Za-z_][A-Za-z0-9_]*=");
    // Possessive, since Java would otherwise go one call deeper with each character.
    private static final Pattern QUOTED = Pattern.compile("(?:'([^']*)'|\"((?:[^\"\\\\]++|\\\\.)*+)\")\\s*(?:#(.*))?");
    private static final Pattern BARE = Pattern.compile("(.*?)(?:(?:^|\\s+)#(.*))?");
    private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)}|([A-Za-z_]\\w*))");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private final String name;
    private final Variables overrides;

    private EnvFile(String name, Variables overrides) {
        this.name = name;
        this.overrides = overrides;
    }

    /**
     * Reads a {@code .env.sample}.
     *
     * @param name the file's name within the recipe, for errors and origins
     * @param text its content
     * @param overrides what an operator would have edited in the file; it wins over the file's lines, and later lines see it
     * @return what the file sets, later lines winning, and the overrides
     * @throws ComposeException when a line is neither blank, a comment nor an assignment
     */
    static Variables read(String name, String text, Variables overrides) {
        return new EnvFile(name, overrides).parse(text, Variables.none().with(overrides.all()), false);
    }

    /**
     * Reads the exported variables of an {@code abra.sh}; its other lines are shell and not looked at.
     *
     * @param name the file's name within the recipe, for errors and origins
     * @param text its content
     * @param known what is set before its first line
     * @return what was known and what the file exports, later lines winning
     */
    static Variables readExports(String name, String text, Variables known) {
        return new EnvFile(name, Variables.none()).parse(text, known, true);
    }

    private Variables parse(String text, Variables known, boolean onlyExports) {
        Variables variables = known;
        List<String> lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            var origin = new Origin(name, number);
            boolean skipped = onlyExports ? !EXPORT.matcher(line).lookingAt() : line.isEmpty() || line.startsWith("#");
            if (!skipped) {
                Variable read = assignment(line, origin, variables);
                variables = variables.with(List.of(overrides.find(read.name()).orElse(read)));
            }
        }
        return variables;
    }

    private static Variable assignment(String line, Origin origin, Variables known) {
        Matcher assignment = LINE.matcher(line);
        if (!assignment.matches()) {
            throw new ComposeException(
                    origin, "found '" + line + "', expected NAME=value, a comment that begins with #, or a blank line");
        }
        String variable = assignment.group(1);
        String written = assignment.group(2).strip();
        if (written.startsWith("'") || written.startsWith("\"")) {
            return quoted(variable, written, origin, known);
        }
        Matcher bare = BARE.matcher(written);
        if (!bare.matches()) {
            throw new ComposeException(origin, "the value of " + variable + " can't be read: " + written);
        }
        return new Variable(variable, resolved(bare.group(1), known), comment(bare.group(2)), origin);
    }

    private static Variable quoted(String variable, String written, Origin origin, Variables known) {
        Matcher quoted = QUOTED.matcher(written);
        if (!quoted.matches()) {
            throw new ComposeException(
                    origin,
                    "the value of " + variable + " opens a quote that does not end on its line, or has text behind it: "
                            + written);
        }
        String literal = quoted.group(1);
        String value = literal != null ? literal : unescaped(quoted.group(2), known);
        return new Variable(variable, value, comment(quoted.group(3)), origin);
    }

    private static String comment(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    private static String unescaped(String written, Variables known) {
        var parts = new ArrayList<String>();
        Matcher escapes = ESCAPE.matcher(written);
        int end = 0;
        while (escapes.find()) {
            parts.add(resolved(written.substring(end, escapes.start()), known));
            String escaped = escapes.group(1);
            parts.add("n".equals(escaped) ? "\n" : escaped);
            end = escapes.end();
        }
        parts.add(resolved(written.substring(end), known));
        return String.join("", parts);
    }

    private static String resolved(String written, Variables known) {
        return REFERENCE.matcher(written).replaceAll(reference -> {
            String target = reference.group(1) != null ? reference.group(1) : reference.group(2);
            return Matcher.quoteReplacement(
                    known.find(target).map(Variable::value).orElse(""));
        });
    }
}
