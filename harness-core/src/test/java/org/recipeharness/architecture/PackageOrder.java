package org.recipeharness.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The way of the data, which is the order of the packages.
 *
 * @param base the package above all others
 */
record PackageOrder(String base) {

    /** Every package may use it, as every exception shows its fault. */
    private static final String FAULT = "fault";

    /** What each package may use; it may also use what these may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("readiness", Set.of()),
            Map.entry("process", Set.of()),
            Map.entry("recipe", Set.of()),
            Map.entry("verdict", Set.of()),
            Map.entry("machine", Set.of("verdict")),
            Map.entry("report.model", Set.of("verdict")),
            Map.entry("report.html", Set.of("report.model")),
            Map.entry("report.json", Set.of("report.model")),
            Map.entry("report", Set.of("report.html", "report.json")),
            Map.entry("history", Set.of("report.model", "verdict", "files")),
            Map.entry("waiting", Set.of()),
            Map.entry("files", Set.of("waiting")),
            Map.entry("http", Set.of("readiness")),
            Map.entry("settings", Set.of("readiness", "http")),
            Map.entry("checkout", Set.of("recipe", "files")),
            Map.entry("compose", Set.of("recipe", "checkout")),
            Map.entry("stack", Set.of("compose")),
            Map.entry("trust", Set.of("stack")),
            Map.entry("lint.published", Set.of("trust")),
            Map.entry("lint.form", Set.of("lint.published")),
            Map.entry("lint.docker", Set.of("lint.form", "process")),
            Map.entry("lint.upgrade", Set.of("lint.docker")),
            Map.entry("lint", Set.of("lint.upgrade")),
            Map.entry("swarm", Set.of("stack", "readiness")),
            Map.entry("swarm.docker", Set.of("swarm", "process")),
            Map.entry("lease", Set.of("swarm", "readiness", "waiting")),
            Map.entry("turns", Set.of("stack", "machine", "waiting")),
            Map.entry("symptom", Set.of("stack")),
            Map.entry("app", Set.of("swarm", "symptom", "readiness", "http")),
            Map.entry("data", Set.of("app")),
            Map.entry("backup", Set.of("app")),
            Map.entry("evidence", Set.of("app", "report.html")),
            Map.entry("neighbours", Set.of("app")),
            Map.entry("load", Set.of("app", "settings")),
            Map.entry("canonical", Set.of("app", "backup", "data", "files")),
            Map.entry(
                    "deployment",
                    Set.of("app", "neighbours", "load", "data", "lint", "settings", "canonical", "lease", "turns")),
            Map.entry("upgrade", Set.of("deployment", "data")),
            Map.entry("restore", Set.of("upgrade", "backup", "data", "report.model")),
            Map.entry("promotion", Set.of("upgrade", "canonical", "backup")),
            Map.entry("run", Set.of("restore", "promotion", "evidence")),
            Map.entry(FAULT, Set.of()),
            Map.entry("sweep", Set.of("history", "report", "settings", "process", "files")));

    Stream<ArchRule> directions() {
        return MAY_USE.keySet().stream().sorted().map(this::direction);
    }

    ArchRule known() {
        return classes()
                .should()
                .resideInAnyPackage(full(MAY_USE.keySet()))
                .because("a package without a place in this order could use, and be used by, all others");
    }

    private ArchRule direction(String name) {
        var reached = new TreeSet<>(Set.of(FAULT));
        collect(name, reached);
        return noClasses()
                .that()
                .resideInAPackage(base + "." + name)
                .should()
                .dependOnClassesThat(resideInAPackage(base + "..").and(not(resideInAnyPackage(full(reached)))))
                .because("'" + name + "' may use " + MAY_USE.get(name)
                        + " and what these may use, so that each package can be read with those before it alone")
                .allowEmptyShould(true);
    }

    private static void collect(String name, Set<String> reached) {
        if (reached.add(name)) {
            MAY_USE.getOrDefault(name, Set.of()).forEach(used -> collect(used, reached));
        }
    }

    private String[] full(Set<String> names) {
        return names.stream().map(name -> base + "." + name).toArray(String[]::new);
    }

    /** Gives the rule that a thing belongs to one package. */
    ArchRule onlyUserOf(String user, List<String> used, String reason) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + "." + user)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(used.toArray(String[]::new))
                .because(reason);
    }
}
