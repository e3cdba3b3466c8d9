package org.recipeharness.lint.upgrade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.recipe.Origin;

/** Looks for optional compose files that operators could add to {@code COMPOSE_FILE}, and that are gone. */
public final class DroppedOptionalFiles implements Check.OfUpgrade {

    private static final Pattern FILE = Pattern.compile("[\\w./-]*\\w\\.ya?ml\\b");

    @Override
    public List<Remark> look(Published head, Published base) {
        var notes = new ReleaseNotes(head, base);
        Map<String, Integer> offered = offered(base);
        Stream<Remark> gone = offered.entrySet().stream()
                .filter(entry -> isGone(entry.getKey(), head, base))
                .map(entry -> new Remark(
                        base.asBase(new Origin(Published.ENV_SAMPLE, entry.getValue())),
                        "this line offers '" + entry.getKey()
                                + "', which is no longer there: operators who added it to COMPOSE_FILE can't deploy any"
                                + " more. " + notes.of(entry.getKey())
                                + " Keep the file, if need be with nothing but a version in it, or tell operators in"
                                + " the release notes to remove it from COMPOSE_FILE"));
        Stream<Remark> silent = base.idleFiles().stream()
                .filter(file -> !offered.containsKey(file) && isGone(file, head, base))
                .map(file -> new Remark(
                                base.asBase(Origin.of(file)),
                                "this optional file is no longer there, and no line of .env.sample offered it."
                                        + " Operators who found it and added it to COMPOSE_FILE can't deploy any more. "
                                        + notes.of(file))
                        .as(Severity.NOTE));
        return Stream.concat(gone, silent).toList();
    }

    private static boolean isGone(String file, Published head, Published base) {
        return !base.deployedFiles().contains(file) && Operator.has(base, file) && !Operator.has(head, file);
    }

    /** Return each file that a line of the sample names, commented out or not, with that line's number. */
    private static Map<String, Integer> offered(Published base) {
        var files = new LinkedHashMap<String, Integer>();
        List<String> lines = base.sampleText().orElse("").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            FILE.matcher(lines.get(i)).results().forEach(found -> files.putIfAbsent(found.group(), number));
        }
        return files;
    }
}
