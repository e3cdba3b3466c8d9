package org.recipeharness.lint;

import static org.recipeharness.lint.published.Severity.ERROR;
import static org.recipeharness.lint.published.Severity.NOTE;
import static org.recipeharness.lint.published.Severity.WARNING;
import static org.recipeharness.lint.published.Touches.BACKUP;
import static org.recipeharness.lint.published.Touches.DEPLOY;
import static org.recipeharness.lint.published.Touches.FORM;
import static org.recipeharness.lint.published.Touches.UPGRADE;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recipeharness.lint.docker.DataOutsideVolumes;
import org.recipeharness.lint.docker.DefinedReferences;
import org.recipeharness.lint.docker.GeneratedSecrets;
import org.recipeharness.lint.docker.HostAccess;
import org.recipeharness.lint.docker.IgnoredFields;
import org.recipeharness.lint.docker.LfsPointers;
import org.recipeharness.lint.docker.OverlappingUpdates;
import org.recipeharness.lint.docker.RefusedFiles;
import org.recipeharness.lint.docker.RefusedStack;
import org.recipeharness.lint.docker.RenderedDocument;
import org.recipeharness.lint.docker.SwarmNames;
import org.recipeharness.lint.form.AnnotatedTags;
import org.recipeharness.lint.form.BackupPaths;
import org.recipeharness.lint.form.ComposeFormat;
import org.recipeharness.lint.form.ConfigVersions;
import org.recipeharness.lint.form.Dependencies;
import org.recipeharness.lint.form.DeployLabels;
import org.recipeharness.lint.form.EnvSample;
import org.recipeharness.lint.form.HealthChecks;
import org.recipeharness.lint.form.ImageTags;
import org.recipeharness.lint.form.Images;
import org.recipeharness.lint.form.LiteralDurations;
import org.recipeharness.lint.form.MainService;
import org.recipeharness.lint.form.MovingTags;
import org.recipeharness.lint.form.ReadmeMetadata;
import org.recipeharness.lint.form.ReleaseTags;
import org.recipeharness.lint.form.RestoreHooks;
import org.recipeharness.lint.form.RouterRules;
import org.recipeharness.lint.form.SecretCharsets;
import org.recipeharness.lint.form.SecretKeys;
import org.recipeharness.lint.form.TagForm;
import org.recipeharness.lint.form.TopLevelName;
import org.recipeharness.lint.form.TraefikRouting;
import org.recipeharness.lint.form.UnknownBackupLabels;
import org.recipeharness.lint.form.UnlabelledData;
import org.recipeharness.lint.form.UnsetVariables;
import org.recipeharness.lint.form.VersionLabel;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.StackConfig;
import org.recipeharness.lint.published.Touches;
import org.recipeharness.lint.upgrade.BackupLabels;
import org.recipeharness.lint.upgrade.BumpedConfigs;
import org.recipeharness.lint.upgrade.ChangedVolumes;
import org.recipeharness.lint.upgrade.DatabaseJumps;
import org.recipeharness.lint.upgrade.Dropped;
import org.recipeharness.lint.upgrade.DroppedComposeFiles;
import org.recipeharness.lint.upgrade.DroppedDomains;
import org.recipeharness.lint.upgrade.DroppedOptionalFiles;
import org.recipeharness.lint.upgrade.DroppedPorts;
import org.recipeharness.lint.upgrade.MoreHostAccess;
import org.recipeharness.lint.upgrade.MovedData;
import org.recipeharness.lint.upgrade.MovedFiles;
import org.recipeharness.lint.upgrade.NewConstraints;
import org.recipeharness.lint.upgrade.NewVariables;
import org.recipeharness.lint.upgrade.ShorterStops;

/** Every kind of finding; {@code docs/findings.md} says of each what it means and what to do. */
public enum Rule {
    /** A file that is not what it should be, so that nothing can be said of its content. */
    UNREADABLE_FILE(ERROR, Set.of(DEPLOY), Check.ofOne(Published::illegible)),
    /** No {@code .env.sample}. */
    NO_ENV_SAMPLE(ERROR, Set.of(DEPLOY), new EnvSample()),
    /** Compose files that can't be put together with the sample's variables. */
    UNRENDERABLE(ERROR, Set.of(DEPLOY), new RenderedDocument()),
    /** Compose files that docker refuses to read. */
    REFUSED_BY_DOCKER(ERROR, Set.of(DEPLOY), new RefusedFiles()),
    /** Compose files that the engine refuses, though docker reads them. */
    REFUSED_BY_SWARM(ERROR, Set.of(DEPLOY), new RefusedStack()),
    /** A field that swarm ignores. */
    IGNORED_BY_SWARM(WARNING, Set.of(DEPLOY), new IgnoredFields()),
    /** A {@code version} other than the one that abra expects. */
    COMPOSE_VERSION(WARNING, Set.of(FORM), new ComposeFormat()),
    /** A top-level {@code name}. */
    STACK_NAMED(ERROR, Set.of(FORM), new TopLevelName()),
    /** A service without a health check. */
    NO_HEALTHCHECK(WARNING, Set.of(FORM), new HealthChecks()),
    /** A service without an image. */
    NO_IMAGE(ERROR, Set.of(DEPLOY), new Images()),
    /** An image without a tag. */
    MISSING_TAG(WARNING, Set.of(DEPLOY, UPGRADE), new ImageTags(TagForm.MISSING)),
    /** An image at a tag such as {@code latest}. */
    UNSTABLE_TAG(WARNING, Set.of(DEPLOY, UPGRADE), new ImageTags(TagForm.UNSTABLE)),
    /** An image at a tag that names no version. */
    UNVERSIONED_TAG(WARNING, Set.of(FORM), new ImageTags(TagForm.UNLIKE_A_VERSION)),
    /** An image at a tag that names less than a whole version. */
    MOVING_TAG(WARNING, Set.of(DEPLOY, UPGRADE), new MovingTags()),
    /** No service called {@code app}. */
    NO_APP_SERVICE(ERROR, Set.of(FORM), new MainService()),
    /** A service {@code app} without labels for abra to add to. */
    NO_DEPLOY_LABELS(WARNING, Set.of(FORM), new DeployLabels()),
    /** A domain that nothing is routed from. */
    NO_TRAEFIK_ROUTING(ERROR, Set.of(FORM), new TraefikRouting()),
    /** A duration that is a variable. */
    VARIABLE_DURATION(ERROR, Set.of(FORM), new LiteralDurations()),
    /** A {@code depends_on} of a service that is not there. */
    UNKNOWN_DEPENDENCY(NOTE, Set.of(FORM), new Dependencies()),
    /** A secret or config that a service uses and no file defines. */
    UNDEFINED_REFERENCE(ERROR, Set.of(DEPLOY), new DefinedReferences()),
    /** A secret that nobody generates. */
    UNGENERATED_SECRET(ERROR, Set.of(DEPLOY), new GeneratedSecrets()),
    /** A secret whose key is longer than abra wants it. */
    LONG_SECRET_NAME(WARNING, Set.of(FORM), new SecretKeys()),
    /** A secret or config whose name docker does not take. */
    NAME_TOO_LONG(ERROR, Set.of(DEPLOY), new SwarmNames()),
    /** A database server with a volume in which its data is not. */
    DATA_OUTSIDE_VOLUME(WARNING, Set.of(DEPLOY, BACKUP, UPGRADE), new DataOutsideVolumes()),
    /** A service that must not run twice, and does during an update. */
    OVERLAPPING_UPDATE(WARNING, Set.of(UPGRADE), new OverlappingUpdates()),
    /** A config whose version operators don't get from {@code abra.sh}. */
    UNVENDORED_CONFIG_VERSION(ERROR, Set.of(FORM), new ConfigVersions()),
    /** A release whose tag is not annotated. */
    LIGHTWEIGHT_TAG(ERROR, Set.of(FORM), new AnnotatedTags()),
    /** Access to the host or to other stacks. */
    HOST_ACCESS(NOTE, Set.of(FORM), new HostAccess()),
    /** A README whose metadata is not filled in. */
    README_METADATA(WARNING, Set.of(FORM), new ReadmeMetadata()),
    /** A label that does not name the recipe's version as abra reads it. */
    VERSION_LABEL(WARNING, Set.of(FORM), new VersionLabel()),
    /** Tags of which none is a release. */
    NO_RELEASE(WARNING, Set.of(FORM), new ReleaseTags()),
    /** A rule of a router that comes to nothing. */
    EMPTY_ROUTER_RULE(WARNING, Set.of(DEPLOY), new RouterRules()),
    /** A variable that no file sets, where that matters. */
    UNSET_VARIABLE(WARNING, Set.of(DEPLOY), new UnsetVariables()),
    /** A label that is meant for a backup, and that none reads. */
    UNKNOWN_BACKUP_LABEL(WARNING, Set.of(BACKUP), new UnknownBackupLabels()),
    /** A path to be backed up that no mount holds. */
    UNMOUNTED_BACKUP_PATH(WARNING, Set.of(BACKUP), new BackupPaths()),
    /** A volume of a service without labels for backups. */
    UNLABELLED_DATA(NOTE, Set.of(BACKUP), new UnlabelledData()),
    /** A dump that is saved and never read back in. */
    MISSING_RESTORE_HOOK(WARNING, Set.of(BACKUP), new RestoreHooks()),
    /** A deployed file that is a pointer to its content. */
    GIT_LFS_POINTER(ERROR, Set.of(DEPLOY), new LfsPointers()),
    /** A secret whose set of characters is not known. */
    UNKNOWN_SECRET_CHARSET(WARNING, Set.of(DEPLOY), new SecretCharsets()),
    /** A config or secret whose content changed under the same name. */
    CONFIG_NOT_BUMPED(ERROR, Set.of(UPGRADE), new BumpedConfigs()),
    /** A variable that operators who upgrade don't have. */
    NEW_VARIABLE(WARNING, Set.of(UPGRADE), new NewVariables()),
    /** A compose file that operators deploy by and that is no longer there. */
    DROPPED_COMPOSE_FILE(ERROR, Set.of(UPGRADE), new DroppedComposeFiles()),
    /** A volume that is no longer there. */
    DROPPED_VOLUME(WARNING, Set.of(UPGRADE), new Dropped(Dropped.Kind.VOLUME)),
    /** A service that is no longer there. */
    DROPPED_SERVICE(WARNING, Set.of(UPGRADE), new Dropped(Dropped.Kind.SERVICE)),
    /** A secret that is no longer there. */
    DROPPED_SECRET(WARNING, Set.of(UPGRADE), new Dropped(Dropped.Kind.SECRET)),
    /** Access to the host or to other stacks that is new. */
    MORE_HOST_ACCESS(WARNING, Set.of(FORM), new MoreHostAccess()),
    /** A label for backups that is no longer there. */
    LOST_BACKUP_LABEL(WARNING, Set.of(BACKUP), new BackupLabels()),
    /** An optional compose file that operators could add and that is no longer there. */
    DROPPED_OPTIONAL_FILE(WARNING, Set.of(UPGRADE), new DroppedOptionalFiles()),
    /** A database server that does not read the data of the older release's. */
    DATABASE_MAJOR_JUMP(WARNING, Set.of(UPGRADE), new DatabaseJumps()),
    /** A volume that is no longer where its service had it. */
    MOVED_DATA(WARNING, Set.of(UPGRADE), new MovedData()),
    /** A volume that gets another driver or other options under its old name. */
    CHANGED_VOLUME(WARNING, Set.of(UPGRADE), new ChangedVolumes()),
    /** A port that is no longer published. */
    DROPPED_PORT(WARNING, Set.of(UPGRADE), new DroppedPorts()),
    /** A domain that is no longer routed to the app, or only in part. */
    DROPPED_DOMAIN(WARNING, Set.of(UPGRADE), new DroppedDomains()),
    /** A constraint that an operator's nodes may not meet. */
    NEW_CONSTRAINT(WARNING, Set.of(UPGRADE), new NewConstraints()),
    /** A service with data that is given less time to stop. */
    SHORTER_STOP(WARNING, Set.of(UPGRADE), new ShorterStops()),
    /** A secret or config that a service has in another place, or may no longer read. */
    MOVED_FILE(WARNING, Set.of(UPGRADE), new MovedFiles());

    private final Severity severity;
    // The sets are those of Set.of, and the checks have no state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Touches> touches;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Check check;

    Rule(Severity severity, Set<Touches> touches, Check check) {
        this.severity = severity;
        this.touches = touches;
        this.check = check;
    }

    /**
     * Tells how bad what this rule finds mostly is.
     *
     * @return the severity of a finding for which nothing else is known
     */
    public Severity severity() {
        return severity;
    }

    Stream<Finding> findings(Published head, Optional<Published> base, StackConfig docker) {
        return check.look(head, base, docker).stream()
                .map(remark ->
                        new Finding(this, remark.severity().orElse(severity), touches, remark.origin(), remark.text()));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
