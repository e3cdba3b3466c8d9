package org.recipeharness.lint.upgrade;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Composition;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;

/**
 * Looks for domains that traefik led to the app, and does no longer, or only in part.
 *
 * @see <a href="https://doc.traefik.io/traefik/routing/routers/#rule">Traefik: routers</a>
 */
public final class DroppedDomains implements Check.OfUpgrade {

    private static final Pattern RULE = Pattern.compile("(?i)traefik\\.(?:http|tcp)\\.routers\\.[^.]+\\.rule");
    private static final Pattern HOSTS = Pattern.compile("\\bHost(?:SNI)?\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("[`\"']([^`\"']+)[`\"']");
    /** Alternatives of domains, and nothing else. */
    private static final Pattern WHOLE_HOSTS = Pattern.compile("[\\s(]*Host(?:SNI)?\\([^)]*\\)[\\s)]*(?:\\|\\|.*)?");
    /** A rule that may match any domain: no file tells which. */
    private static final Pattern OPEN = Pattern.compile("\\bHost(?:SNI)?Regexp\\(|\\{|Host(?:SNI)?\\([`\"']\\*");

    @Override
    public List<Remark> look(Published head, Published base) {
        return new Operator(head, base).remarks(step -> {
            List<Scalar> now = rules(step.after());
            return now.stream().anyMatch(DroppedDomains::isOpen)
                    ? Stream.empty()
                    : remarks(rules(step.before()), now, base);
        });
    }

    private static Stream<Remark> remarks(List<Scalar> then, List<Scalar> now, Published base) {
        Set<String> domains =
                now.stream().flatMap(DroppedDomains::domains).collect(Collectors.toCollection(TreeSet::new));
        Set<String> whole = wholeDomains(now).keySet();
        Map<String, Scalar> wholeThen = wholeDomains(then);
        Map<String, Scalar> anyThen = new TreeMap<>();
        then.forEach(rule -> domains(rule).forEach(domain -> anyThen.putIfAbsent(domain, rule)));
        Stream<Remark> gone = anyThen.entrySet().stream()
                .filter(domain -> !domains.contains(domain.getKey()))
                .map(domain -> new Remark(
                        base.asBase(domain.getValue().origin()),
                        "no router leads the domain " + domain.getKey() + " to the app any more"
                                + (domains.isEmpty() ? "" : " (routed are " + String.join(", ", domains) + ")")
                                + ": whoever opens it gets an error of traefik. Keep the rule, or tell operators in the"
                                + " release notes"));
        Stream<Remark> narrowed = wholeThen.entrySet().stream()
                .filter(domain -> domains.contains(domain.getKey()) && !whole.contains(domain.getKey()))
                .flatMap(
                        domain -> now.stream()
                                .filter(rule -> domains(rule).anyMatch(domain.getKey()::equals))
                                .limit(1)
                                .map(
                                        rule -> new Remark(
                                                rule.origin(),
                                                "only a part of the domain " + domain.getKey()
                                                        + " is routed to the app, by the rule "
                                                        + rule.text()
                                                        + ", and before all of it was: the rest gets an error of traefik."
                                                        + " Keep a router for the whole domain, or tell operators in the release notes")));
        return Stream.concat(gone, narrowed);
    }

    private static List<Scalar> rules(Composition composition) {
        return composition.services().stream()
                .map(service -> service.labels())
                .filter(labels -> labels.find("traefik.enable")
                        .filter(Scalar.class::isInstance)
                        .filter(enable -> "true".equalsIgnoreCase(((Scalar) enable).text()))
                        .isPresent())
                .flatMap(labels -> labels.entries().entrySet().stream())
                .filter(label -> RULE.matcher(label.getKey()).matches())
                .map(Map.Entry::getValue)
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .toList();
    }

    private static Map<String, Scalar> wholeDomains(List<Scalar> rules) {
        var whole = new TreeMap<String, Scalar>();
        rules.stream()
                .filter(rule -> !rule.text().contains("&&"))
                .filter(rule -> WHOLE_HOSTS.matcher(rule.text()).matches())
                .forEach(rule -> domains(rule).forEach(domain -> whole.putIfAbsent(domain, rule)));
        return whole;
    }

    private static Stream<String> domains(Scalar rule) {
        return HOSTS.matcher(rule.text())
                .results()
                .map(MatchResult::group)
                .flatMap(host -> QUOTED.matcher(host).results())
                .map(quoted -> quoted.group(1))
                .filter(domain -> !domain.isBlank() && !"*".equals(domain));
    }

    private static boolean isOpen(Scalar rule) {
        return OPEN.matcher(rule.text()).find();
    }
}
