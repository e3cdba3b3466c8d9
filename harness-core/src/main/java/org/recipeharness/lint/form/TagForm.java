package org.recipeharness.lint.form;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How firmly an image's tag names what will run. */
public enum TagForm {
    MISSING("has no tag, which means 'latest': each deployment may run something else. Name a version"),
    UNSTABLE("is at a tag that moves by design: each deployment may run something else. Name a version"),
    UNLIKE_A_VERSION(
            "is at a tag that does not begin with a version, so abra can't tell which one is newer. Is there a tag with one?"),
    PARTIAL(
            "is at a tag that names less than a whole version, and so most likely moves: two deployments of one release may"
                    + " run different things, and what works today may not tomorrow. Name the whole version"),
    PERHAPS_PARTIAL(
            "is at a tag of two numbers, which moves if the versions of its project have three. If they have, name"
                    + " all three"),
    WHOLE("");

    private static final Pattern WORD = Pattern.compile(
            "(?i)(?:latest|stable|edge|main|master|trunk|head|nightly|dev|devel|develop|development|alpha|beta|rc|next|testing"
                    + "|unstable|snapshot|canary|current|lts|release|rolling)(?:[-._]\\D*)?");
    private static final Pattern VERSION = Pattern.compile("[vV]?(\\d+(?:\\.\\d+)*)(?:[^\\d.].*|\\..*)?");
    private static final Pattern WHOLE_VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d.*|(?:\\d+\\.)*\\d{6,}.*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final Pattern COMMIT = Pattern.compile("(?=.*[a-f])[0-9a-f]{7,64}");
    private static final Pattern TWO_NUMBERS = Pattern.compile("\\d+\\.\\d+");
    private static final Pattern YEAR_AND_MONTH = Pattern.compile("20\\d\\d\\.\\d{1,2}");

    /** Images whose versions have three numbers, so that a tag of two moves. */
    private static final Set<String> OF_THREE_NUMBERS = Set.of(
            "alpine",
            "bookstack",
            "caddy",
            "discourse",
            "docker",
            "drupal",
            "elasticsearch",
            "forgejo",
            "ghost",
            "gitea",
            "golang",
            "grafana",
            "haproxy",
            "httpd",
            "influxdb",
            "keycloak",
            "mariadb",
            "mattermost-team-edition",
            "meilisearch",
            "memcached",
            "mongo",
            "mongodb",
            "mysql",
            "n8n",
            "nextcloud",
            "nginx",
            "node",
            "opensearch",
            "pds",
            "php",
            "prometheus",
            "python",
            "rabbitmq",
            "redis",
            "registry",
            "ruby",
            "solr",
            "traefik",
            "valkey",
            "vault",
            "wordpress");

    private final String text;

    TagForm(String text) {
        this.text = text;
    }

    /** Says what follows from a tag of this form, as the second half of a sentence. */
    String text() {
        return text;
    }

    /**
     * Tells the form of an image's tag.
     *
     * @param image as docker takes it, with its variables put in
     */
    static TagForm of(String image) {
        if (image.contains("@")) {
            return WHOLE;
        }
        String name = image.substring(image.lastIndexOf('/') + 1);
        int colon = name.indexOf(':');
        if (colon < 0 || colon == name.length() - 1) {
            return MISSING;
        }
        String tag = name.substring(colon + 1);
        if (WORD.matcher(tag).matches()) {
            return UNSTABLE;
        }
        Matcher version = VERSION.matcher(tag);
        if (COMMIT.matcher(tag).matches() || !version.matches()) {
            return UNLIKE_A_VERSION;
        }
        String numbers = version.group(1);
        if (DATE.matcher(tag).matches() || WHOLE_VERSION.matcher(numbers).matches()) {
            return WHOLE;
        }
        return TWO_NUMBERS.matcher(numbers).matches() ? ofTwoNumbers(name.substring(0, colon), numbers) : PARTIAL;
    }

    private static TagForm ofTwoNumbers(String name, String numbers) {
        // PostgreSQL's versions have two numbers since 10.
        if (name.contains("postgres") || YEAR_AND_MONTH.matcher(numbers).matches()) {
            return WHOLE;
        }
        return OF_THREE_NUMBERS.contains(name) ? PARTIAL : PERHAPS_PARTIAL;
    }
}
