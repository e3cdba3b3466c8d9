package org.recipeharness.lint.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposedService;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.ServiceMount;
import org.recipeharness.lint.published.Severity;

/** Looks for constraints that an operator's nodes may not meet, and that move a service away from its data. */
public final class NewConstraints implements Check.OfUpgrade {

    /** What most operators' nodes meet. */
    private static final Set<String> USUAL =
            Set.of("node.role==manager", "node.platform.os==linux", "node.platform.arch==x86_64");

    @Override
    public List<Remark> look(Published head, Published base) {
        return new Operator(head, base).remarks(step -> step.services().flatMap(service -> look(service)));
    }

    private static Stream<Remark> look(Operator.Change service) {
        Set<String> before =
                constraints(service.before()).map(NewConstraints::plain).collect(Collectors.toSet());
        return constraints(service.after())
                .filter(constraint -> !before.contains(plain(constraint)))
                .map(constraint -> remark(constraint, service.after()));
    }

    private static Remark remark(Scalar constraint, ComposedService service) {
        Optional<String> volume = service.mounts().stream()
                .filter(ServiceMount::isNamedVolume)
                .map(ServiceMount::source)
                .findFirst();
        var remark = new Remark(
                constraint.origin(),
                "'" + service.name() + "' has the new constraint " + constraint.text()
                        + ": if no node of an operator meets it, the upgrade never starts the service"
                        + volume.map(name -> ", and if another node meets it, the data of the volume '" + name
                                        + "' stays on the old one")
                                .orElse("")
                        + ". Leave it to operators, or tell them in the release notes");
        return USUAL.contains(plain(constraint)) ? remark.as(Severity.NOTE) : remark;
    }

    private static Stream<Scalar> constraints(ComposedService service) {
        return service.listed("deploy", "placement", "constraints");
    }

    private static String plain(Scalar constraint) {
        return constraint.text().replaceAll("\\s", "");
    }
}
