package org.recipeharness.lint;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recipeharness.lint.docker.DockerStackConfig;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.StackConfig;
import org.recipeharness.lint.published.Touches;

/** Looks at a recipe's files without deploying them. */
public final class StaticLook {

    /** What keeps all else from being known: a file that can't be read would look like one in which everything is missing. */
    private static final Set<Rule> FIRST = EnumSet.of(Rule.UNREADABLE_FILE, Rule.NO_ENV_SAMPLE);

    private final StackConfig docker;

    /** Create a look that asks the docker CLI of this machine. */
    public StaticLook() {
        this(new DockerStackConfig());
    }

    StaticLook(StackConfig docker) {
        this.docker = docker;
    }

    /**
     * Looks for everything that can be known.
     *
     * <p>Where one of the head's files can't be read, only that is told. Where it is one of the base's, nothing is compared.
     *
     * @param head what is to be deployed
     * @param base the release that is upgraded from, or empty
     * @return the findings, in the order of the rules; empty when there is nothing to object to
     * @throws java.io.UncheckedIOException when a file that is there can't be had from the disk
     */
    public List<Finding> look(Published head, Optional<Published> base) {
        List<Finding> illegible = findings(FIRST, head, Optional.empty());
        if (!illegible.isEmpty()) {
            return illegible;
        }
        List<Finding> illegibleBase = base.stream().flatMap(this::illegibleBase).toList();
        List<Finding> found = findings(
                EnumSet.complementOf(EnumSet.copyOf(FIRST)), head, base.filter(each -> illegibleBase.isEmpty()));
        return Stream.concat(illegibleBase.stream(), found.stream()).toList();
    }

    private Stream<Finding> illegibleBase(Published base) {
        return findings(FIRST, base, Optional.empty()).stream()
                .map(finding -> new Finding(
                        finding.rule(),
                        Severity.WARNING,
                        finding.touches().contains(Touches.DEPLOY) ? Set.of(Touches.UPGRADE) : finding.touches(),
                        base.asBase(finding.origin()),
                        finding.text()));
    }

    private List<Finding> findings(Set<Rule> rules, Published head, Optional<Published> base) {
        var idle = new HashSet<String>(head.idleFiles());
        base.ifPresent(from -> from.idleFiles().forEach(file -> idle.add(from.asBase(file))));
        return rules.stream()
                .flatMap(rule -> rule.findings(head, base, docker))
                .map(finding -> idle.contains(finding.origin().file()) ? ofForm(finding) : finding)
                .toList();
    }

    /** What the app is not deployed by can't be why its deployment failed. */
    private static Finding ofForm(Finding finding) {
        return new Finding(finding.rule(), finding.severity(), Set.of(Touches.FORM), finding.origin(), finding.text());
    }
}
