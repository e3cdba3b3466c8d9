package org.recipeharness.settings;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The names by which the harness is configured, as a system property or in {@code harness.properties}. */
public enum Setting {
    RECIPE("recipe", "the recipe to test; without it all that have a test class"),
    TIER("tier", "the tier to run; without it all"),
    REF(
            "ref",
            "the recipe's tag, branch, commit, pull/<n> or the path of a working tree; without it its latest release"),
    FROM(
            "from",
            "the releases to upgrade from, with commas between them, or all; without it the newest older one that can deploy"),
    BACKUP("harness.backup", "what keeps the files of a backup: archive or restic"),
    RESTIC_IMAGE("harness.restic-image", "the image of restic, for harness.backup=restic"),
    DRILLS("harness.drills", "what the drill tier goes through, with commas between them: new, previous, rollback"),
    TRUST(
            "harness.trust",
            "what the head of a pull request may do on the host: releases (as much as the newest one) or anything"),
    TRUSTED("harness.trusted", "the recipes whose pull requests may do anything, with commas between them"),
    CATALOGUE("harness.catalogue", "the address below which the recipes' git repositories lie"),
    CACHE("harness.cache", "the folder for clones of the recipes, shared by all runs"),
    CANONICALS("harness.canonicals", "the folder for the registry of canonicals, shared by all runs"),
    CANONICALS_KEPT("harness.canonicals-kept", "of how many earlier canonicals the volumes are kept: 1 to 20"),
    CANONICAL_WAIT("harness.canonical-wait", "how long a promotion waits for another one of the recipe, such as 600s"),
    CANONICAL_REBUILD(
            "harness.canonical-rebuild", "the recipe whose canonical is thrown away, with its data, to begin anew"),
    LIVE_WARM("harness.live-warm", "the recipes that are live-warm providers, with commas between them"),
    HOLDERS("harness.holders", "how many processes may hold the swarm's node at once: 1 to 50"),
    LEASE_WAIT("harness.lease-wait", "how long a run waits for the swarm's node while others hold it, such as 1800s"),
    ZONE("harness.zone", "the domain below which apps are deployed"),
    DOMAIN("harness.domain", "the app's whole domain, in place of one that is made for the run"),
    INGRESS(
            "harness.ingress",
            "the ingress that takes requests to the zone, as host[:httpsPort[:httpPort]]; without it DNS says where they go"),
    INGRESS_CA("harness.ingress-ca", "a PEM file of authorities to trust beside those of the JVM"),
    NEIGHBOUR_IMAGE(
            "harness.neighbour-image",
            "the image of the stack that has the usual names on an app's shared networks; none for no such stack"),
    NEIGHBOUR_NAMES("harness.neighbour-names", "the names that it has there, with commas between them"),
    STACK_SORTS(
            "harness.stack-sorts",
            "where a new stack's name comes in the alphabet, compared with its shared networks: after or before"),
    NODE("harness.node", "the address at which ports published by the swarm's nodes are reached"),
    KEEP("harness.keep", "what stays deployed after a run: never, on-failure or always"),
    PULL("harness.pull", "which images are pulled before a deploy: always, missing or never"),
    IPVS("harness.ipvs", "whether the nodes' kernels have IPVS: auto, yes or no"),
    DEPLOY_TIMEOUT("harness.deploy-timeout", "how long a deploy may take, such as 600s"),
    REMOVE_TIMEOUT("harness.remove-timeout", "how long a removal may take, such as 120s"),
    REPORTS("harness.reports", "the folder for the page of each red test"),
    REPORT("harness.report", "the folder for the results of a run as a whole"),
    RECIPES(
            "harness.recipes",
            "recipes without a class of their own that a sweep takes along, with commas between them"),
    PARALLEL("harness.parallel", "how many recipes run side by side: 1 to 16"),
    MEMORY("harness.memory", "how much memory must be available before a recipe begins beside others, such as 1g"),
    DEADLINE("harness.deadline", "how long a run may go on beginning with further recipes, such as 21600s"),
    CHANGED_ONLY("harness.changed-only", "whether recipes are left out that have not changed: yes or no"),
    RERUNS("harness.reruns", "how often at least a red recipe is run again, alone: 0 to 5"),
    ERROR("harness.error", "with what error the re-runs may end before the fifth, such as 5%"),
    LOAD("harness.load", "the load experiment, such as pause:70s, or mumble/pause:70s for one recipe of many"),
    HISTORY("harness.history", "the file with the history of all runs; none for no history"),
    BISECT("harness.bisect", "whether the first bad commit of a red recipe is looked for: yes or no"),
    WORK("harness.work", "the folder for checkouts and evidence");

    /** What stands before the names of most settings. */
    public static final String PREFIX = "harness.";

    /** What stands before a probe's name in the setting of its budget. */
    public static final String BUDGET_PREFIX = "harness.budget.";

    private final String key;
    private final String meaning;

    Setting(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    /**
     * Gives the name by which this is set.
     *
     * @return such as {@code harness.zone}
     */
    public String key() {
        return key;
    }

    static boolean knows(String key) {
        return key.startsWith(BUDGET_PREFIX) || Arrays.stream(values()).anyMatch(known -> known.key.equals(key));
    }

    static String known() {
        return Arrays.stream(values())
                        .map(known -> "\n  " + known.key + " - " + known.meaning)
                        .collect(Collectors.joining())
                + "\n  " + BUDGET_PREFIX + "<probe> - a probe's budget, such as 36x5s";
    }
}
