package org.recipeharness.lint.upgrade;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;
import org.recipeharness.stack.External;

/** Looks for volumes that keep their name and get another driver or other options. */
public final class ChangedVolumes implements Check.OfUpgrade {

    @Override
    public List<Remark> look(Published head, Published base) {
        var operator = new Operator(head, base);
        return operator.remarks(step -> step.after().volumes().stream()
                .flatMap(key -> step.before().volumes().stream()
                        .filter(older -> operator.volumeName(step.before(), older)
                                .equals(operator.volumeName(step.after(), key)))
                        .flatMap(older -> remark(key, older, step).stream())));
    }

    private static Optional<Remark> remark(String key, String olderKey, Operator.Step step) {
        Mapping now = step.after().volume(key);
        Mapping then = step.before().volume(olderKey);
        if (External.is(now) || External.is(then) || settings(now).equals(settings(then))) {
            return Optional.empty();
        }
        return Optional.of(new Remark(
                now.origin(),
                "the volume '" + key + "' has " + settings(now) + ", and had " + settings(then)
                        + ", under the same name: docker never changes a volume that is there, so operators who upgrade"
                        + " keep the old one, or their node refuses the task. Give it another name, and tell operators"
                        + " in the release notes how to move the data"));
    }

    private static Map<String, String> settings(Mapping volume) {
        var settings = new TreeMap<String, String>();
        settings.put(
                "driver",
                Scalars.at(volume, "driver").map(Scalar::text).findFirst().orElse("local"));
        volume.find("driver_opts")
                .filter(Mapping.class::isInstance)
                .map(options -> ((Mapping) options).entries())
                .ifPresent(options -> options.forEach((name, value) -> Stream.of(value)
                        .filter(Scalar.class::isInstance)
                        .forEach(each -> settings.put(name, ((Scalar) each).text()))));
        return settings;
    }
}
