package org.recipeharness.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.recipeharness.http.HttpAccess;
import org.recipeharness.http.Ingress;
import org.recipeharness.http.Trust;
import org.recipeharness.readiness.Budget;

/** The settings of the harness, all of them valid. */
public final class Settings {

    private static final URI PUBLIC_CATALOGUE = URI.create("https://git.coopcloud.tech/coop-cloud");

    private static final Duration USUAL_DEPLOY = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 20;
    private static final int MOST_HOLDERS = 50;

    private final Map<String, String> written;
    private final URI catalogue;
    private final BackupBy backupBy;
    private final Keep keep;
    private final Pull pull;
    private final Sorts stackSorts;
    private final List<String> neighbourNames;
    private final Optional<Boolean> ipvs;
    private final Optional<Ingress> ingress;
    private final Trust trust;
    private final Optional<Duration> deployTimeout;
    private final Duration removeTimeout;
    private final Set<String> liveWarm;
    private final int canonicalsKept;
    private final Duration canonicalWait;
    private final NodeShare nodeShare;
    private final Sweeping sweeping;
    private final Strangers strangers;
    private final Map<String, Budget> budgets = new TreeMap<>();

    private Settings(Map<String, String> written) {
        this.written = written;
        var reading = new Reading(written);
        catalogue = reading.of(Setting.CATALOGUE, PUBLIC_CATALOGUE, URI::create);
        backupBy = reading.of(Setting.BACKUP, BackupBy.ARCHIVE, value -> Written.oneOf(BackupBy.class, value));
        keep = reading.of(Setting.KEEP, Keep.NEVER, value -> Written.oneOf(Keep.class, value));
        pull = reading.of(Setting.PULL, Pull.ALWAYS, value -> Written.oneOf(Pull.class, value));
        stackSorts = reading.of(Setting.STACK_SORTS, Sorts.AFTER, value -> Written.oneOf(Sorts.class, value));
        neighbourNames = reading.of(Setting.NEIGHBOUR_NAMES, List.of("app", "web"), Written::names);
        ipvs = reading.of(Setting.IPVS, Optional.empty(), Written::ipvs);
        ingress = reading.of(Setting.INGRESS, Optional.empty(), value -> Optional.of(Ingress.parse(value)));
        trust = reading.of(Setting.INGRESS_CA, Trust.ofJvm(), value -> Trust.andOf(Path.of(value)));
        deployTimeout =
                reading.of(Setting.DEPLOY_TIMEOUT, Optional.empty(), value -> Optional.of(Written.duration(value)));
        removeTimeout = reading.of(Setting.REMOVE_TIMEOUT, Duration.ofMinutes(2), Written::duration);
        liveWarm = reading.of(Setting.LIVE_WARM, Set.of(), Written::recipes);
        canonicalsKept = reading.of(Setting.CANONICALS_KEPT, 3, value -> Written.count(value, MOST_KEPT));
        nodeShare = new NodeShare(
                reading.of(Setting.HOLDERS, 1, value -> Written.count(value, MOST_HOLDERS)),
                reading.of(Setting.LEASE_WAIT, Duration.ofMinutes(30), Written::duration));
        strangers = Strangers.of(reading);
        canonicalWait = reading.of(Setting.CANONICAL_WAIT, Duration.ofMinutes(10), Written::duration);
        written.forEach((key, value) -> {
            if (key.startsWith(Setting.BUDGET_PREFIX)) {
                reading.parse(key, value, Budget::parse)
                        .ifPresent(budget -> budgets.put(key.substring(Setting.BUDGET_PREFIX.length()), budget));
            }
        });
        sweeping = Sweeping.of(reading);
        reading.requireNoProblems();
    }

    /**
     * Reads the settings of this process.
     *
     * @return system properties, and below them {@code harness.properties} in the working directory or the nearest one above
     * @throws SettingsException when one is unknown or can't be understood; all that is wrong is told at once
     */
    public static Settings load() {
        return load(Map.of());
    }

    /**
     * Reads the settings of this process for a run that was told some of its own.
     *
     * @param told values by key, which win over system properties and the file; blank ones count as not told
     * @return the settings
     * @throws SettingsException as {@link #load()}
     */
    public static Settings load(Map<String, String> told) {
        return of(SettingSources.read(told, System.getProperties(), Path.of("")));
    }

    /**
     * Reads one setting of this process and judges none, for what must not fail by the others.
     *
     * @param setting which
     * @return its value as it is written, or empty where it is not set
     */
    public static Optional<String> peek(Setting setting) {
        return Optional.ofNullable(SettingSources.read(Map.of(), System.getProperties(), Path.of(""))
                .get(setting.key()));
    }

    static Settings load(Map<String, String> told, Properties system, Path workingDirectory) {
        return of(SettingSources.read(told, system, workingDirectory));
    }

    /**
     * Makes settings of what is written.
     *
     * @param written values by key
     * @return the settings
     * @throws SettingsException when one is unknown or can't be understood
     */
    public static Settings of(Map<String, String> written) {
        return new Settings(new TreeMap<>(written));
    }

    /**
     * Gives a setting that is a plain text.
     *
     * @param setting which
     * @return its value, or empty where it is not set
     */
    public Optional<String> text(Setting setting) {
        return Optional.ofNullable(written.get(setting.key()));
    }

    /**
     * Gives the catalogue's address.
     *
     * @return the public catalogue where nothing else is set
     */
    public URI catalogue() {
        return catalogue;
    }

    /**
     * Gives the folder for clones of the recipes, shared by all runs.
     *
     * @return {@code recipe-harness/catalogue} in the user's cache where nothing else is set
     */
    public Path cache() {
        return text(Setting.CACHE)
                .map(Path::of)
                .orElseGet(() -> UserFolder.CACHE.of(System.getenv()).resolve("catalogue"));
    }

    /**
     * Gives the folder for the registry of canonicals, shared by all runs.
     *
     * @return {@code recipe-harness/canonicals} in the user's data where nothing else is set
     */
    public Path canonicals() {
        return text(Setting.CANONICALS)
                .map(Path::of)
                .orElseGet(() -> UserFolder.DATA.of(System.getenv()).resolve("canonicals"));
    }

    /** Return what the head of a pull request may do on the host. */
    public Strangers strangers() {
        return strangers;
    }

    /**
     * Tells which recipes are live-warm providers, whose warm domain is taken.
     *
     * @return their names; none where nothing else is set
     */
    public Set<String> liveWarm() {
        return liveWarm;
    }

    /**
     * Tells of how many earlier canonicals the volumes are kept.
     *
     * @return 3 where nothing else is set
     */
    public int canonicalsKept() {
        return canonicalsKept;
    }

    /**
     * Tells how long a promotion waits for another one of the same recipe.
     *
     * @return 600 s where nothing else is set
     */
    public Duration canonicalWait() {
        return canonicalWait;
    }

    /**
     * Tells how the swarm's node is shared with other processes.
     *
     * @return one holder at a time, waited for up to 1800 s, where nothing else is set
     */
    public NodeShare nodeShare() {
        return nodeShare;
    }

    /**
     * Tells how a run of many recipes goes about it.
     *
     * @return what is set, and what is usual
     */
    public Sweeping sweeping() {
        return sweeping;
    }

    /**
     * Gives the domain below which apps are deployed.
     *
     * @return {@code recipe-harness.test} where nothing else is set
     */
    public String zone() {
        return text(Setting.ZONE).orElse("recipe-harness.test");
    }

    /**
     * Gives the address at which published ports are reached.
     *
     * @return {@code 127.0.0.1} where nothing else is set
     */
    public String node() {
        return text(Setting.NODE).orElse("127.0.0.1");
    }

    /**
     * Tells what keeps the files of a backup.
     *
     * @return {@link BackupBy#ARCHIVE} where nothing else is set
     */
    public BackupBy backupBy() {
        return backupBy;
    }

    /**
     * Gives the image that restic is run in.
     *
     * @return its own authors' image of 0.18.1 where nothing else is set
     */
    public String resticImage() {
        return text(Setting.RESTIC_IMAGE).orElse("restic/restic:0.18.1");
    }

    /**
     * Tells how an app is reached over HTTP: through the ingress, where one is set.
     *
     * @param domain the app's; it lies behind the ingress as the zone does, whether it is below that or not
     * @return the access
     */
    public HttpAccess access(String domain) {
        return new HttpAccess(ingress, List.of(zone(), domain), trust);
    }

    /**
     * Gives the ingress.
     *
     * @return empty where DNS says where apps are
     */
    public Optional<Ingress> ingress() {
        return ingress;
    }

    /**
     * Tells what stays deployed after a run.
     *
     * @return {@link Keep#NEVER} where nothing else is set
     */
    public Keep keep() {
        return keep;
    }

    /**
     * Tells which images are pulled before a deploy.
     *
     * @return {@link Pull#ALWAYS} where nothing else is set
     */
    public Pull pull() {
        return pull;
    }

    /**
     * Tells where a new stack's name comes in the alphabet.
     *
     * @return {@link Sorts#AFTER} where nothing else is set
     */
    public Sorts stackSorts() {
        return stackSorts;
    }

    /**
     * Gives the image of the stack that has the usual names on an app's shared networks.
     *
     * @return {@code busybox:stable} where nothing else is set; empty for no such stack
     */
    public Optional<String> neighbourImage() {
        return Optional.of(text(Setting.NEIGHBOUR_IMAGE).orElse("busybox:stable"))
                .filter(image -> !image.equals("none"));
    }

    /**
     * Gives the names that it has there.
     *
     * @return {@code app} and {@code web} where nothing else is set
     */
    public List<String> neighbourNames() {
        return neighbourNames;
    }

    /**
     * Tells whether the nodes' kernels have IPVS.
     *
     * @return empty to find out
     */
    public Optional<Boolean> ipvs() {
        return ipvs;
    }

    /**
     * Tells how long a deploy may take until all services have converged.
     *
     * @param declared how long the recipe says, by its timeout label
     * @return what is set; else what the recipe says; else 600 s
     */
    public Duration deployLimit(Optional<Duration> declared) {
        return deployTimeout.or(() -> declared).orElse(USUAL_DEPLOY);
    }

    /**
     * Tells how long a removal may take until nothing is left.
     *
     * @return 120 s where nothing else is set
     */
    public Duration removeTimeout() {
        return removeTimeout;
    }

    /**
     * Gives the folder for checkouts and evidence.
     *
     * @return {@code target/harness} where nothing else is set
     */
    public Path work() {
        return Path.of(text(Setting.WORK).orElse("target/harness"));
    }

    /**
     * Gives the folder for the pages of red tests.
     *
     * @return {@code target/surefire-reports} where nothing else is set: Surefire does not tell its own
     */
    public Path reports() {
        return Path.of(text(Setting.REPORTS).orElse("target/surefire-reports"));
    }

    /**
     * Gives the folder for the results of a run as a whole.
     *
     * @return {@code target/harness-report} where nothing else is set
     */
    public Path report() {
        return Path.of(text(Setting.REPORT).orElse("target/harness-report"));
    }

    /**
     * Gives all that is set.
     *
     * @return value by key, as it is written
     */
    public Map<String, String> written() {
        return Map.copyOf(written);
    }

    /**
     * Return the probes whose budget is set.
     *
     * @return their names, in alphabetical order
     */
    public Set<String> budgetedProbes() {
        return Collections.unmodifiableSet(budgets.keySet());
    }

    /**
     * Gives the budget that is set for a probe.
     *
     * @param probe the probe's name
     * @return the budget, or empty where the probe's own holds
     */
    public Optional<Budget> budget(String probe) {
        return Optional.ofNullable(budgets.get(probe));
    }
}
